import type { Page } from '@playwright/test'

/** What is wrong with the look of the page as it stands: one line each, with the place. */
export function broken(page: Page, touch: boolean): Promise<string[]> {
  return page.evaluate((touch) => {
    const found = new Set<string>()
    const where = (element: Element) => {
      const name = `${element.tagName.toLowerCase()}${
        element.className && typeof element.className === 'string'
          ? `.${element.className
              .trim()
              .split(/\s+/)
              .filter((each) => !each.startsWith('svelte-'))
              .join('.')}`
          : ''
      }`
      return `${name} “${(element.textContent ?? '').trim().slice(0, 40)}”`
    }
    if (document.documentElement.scrollWidth > innerWidth)
      found.add(`the page is ${document.documentElement.scrollWidth - innerWidth} px too wide`)
    const shown = (element: Element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      !element.closest('.unseen, .grid-announcement, [inert], [aria-hidden=true]')
    for (const dialog of document.querySelectorAll('dialog[open], .grid-popup > *')) {
      const box = dialog.getBoundingClientRect()
      if (
        box.height > 0 &&
        (box.bottom > innerHeight + 1 || box.top < -1 || box.right > innerWidth + 1 || box.left < -1)
      )
        found.add(
          `outside the window: ${where(dialog)} ${Math.round(box.left)},${Math.round(box.top)},${Math.round(box.right)},${Math.round(box.bottom)}`,
        )
      if (dialog.scrollWidth > dialog.clientWidth + 1) found.add(`scrolls sideways: ${where(dialog)}`)
    }
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      if (element.closest('svg') || !shown(element)) continue
      const style = getComputedStyle(element)
      const own = [...element.childNodes].some(
        (node) => node.nodeType === 3 && node.textContent!.trim() !== '',
      )
      if (own) {
        const cell = element.closest('.ag-cell, .ag-header-cell, .grid-sheet')
        // Cells are cut as on any sheet; what is cut elsewhere can be read in full by its title.
        const titled = element.closest('[title]')
        const cut = element.scrollWidth > element.clientWidth + 1 && style.display !== 'inline'
        if (cut && !cell && !titled && style.overflowX !== 'auto' && style.overflowX !== 'scroll')
          found.add(`cut: ${where(element)} ${element.scrollWidth} > ${element.clientWidth}`)
        if (parseFloat(style.fontSize) < 12 && !cell)
          found.add(`small text: ${where(element)} ${style.fontSize}`)
      }
      if (
        touch &&
        element.matches(
          'button, a[href], input:not([type=hidden]), select, textarea, summary, [role=tab], [role=option], [role=menuitem]',
        )
      ) {
        if (element.matches('textarea.editor, input[type=file]') || element.closest('.grid-sheet')) continue
        const aim = element.matches('input[type=checkbox], input[type=radio]')
          ? (element.closest('label') ?? element)
          : element
        const { width, height } = aim.getBoundingClientRect()
        // A tick in a row of a table has its cell around it and no other aim beside it.
        const enough = aim.matches('td > input') ? 23.5 : 39.5
        if (width > 0 && Math.min(width, height) < enough)
          found.add(`small target: ${where(aim)} ${Math.round(width)}×${Math.round(height)}`)
      }
    }
    return [...found]
  }, touch)
}

/** Every text of the page, with names and titles, that is nothing somebody has entered. */
export function texts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const said = new Set<string>()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent!.trim()
      if (text && !walker.currentNode.parentElement!.closest('script, style, noscript')) said.add(text)
    }
    for (const element of document.body.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        const text = element.getAttribute(name)?.trim()
        if (text) said.add(`${name}: ${text}`)
      }
    return [...said]
  })
}

/** Chinese that is neither somebody's own word nor the name of a language, outside of the cells of a table. */
export function chinese(page: Page, own: readonly string[]): Promise<string[]> {
  return page.evaluate((own) => {
    const left = new Set<string>()
    const note = (said: string, what = '') => {
      const ours = own.reduce((text, word) => text.replaceAll(word, ''), said)
      if (/\p{Script=Han}/u.test(ours)) left.add(what + said)
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement!
      if (parent.checkVisibility() && !parent.closest('.ag-cell'))
        note(walker.currentNode.textContent!.trim())
    }
    for (const element of document.body.querySelectorAll('[aria-label], [title], [placeholder]'))
      for (const name of ['aria-label', 'title', 'placeholder'])
        if (element.checkVisibility()) note(element.getAttribute(name) ?? '', `${name}: `)
    return [...left]
  }, own)
}
