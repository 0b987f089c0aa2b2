import './chart.css'
import './paper.css'
import { drawSheets } from '../../reports/draw-paper.ts'
import type { Paper, Print, Sheet } from '../../reports/paper.ts'

/**
 * Prints documents: they take the program's place on the page for as long as the print dialog is open, because the
 * page's security policy leaves no way to write a page of its own.
 */
export function printSheets({ title, sheets }: Print, page = document): void {
  const article = drawSheets(sheets, page)
  const pages = pagesOf(sheets, article)
  const before = page.title
  const root = page.documentElement
  const end = () => {
    article.remove()
    page.adoptedStyleSheets = page.adoptedStyleSheets.filter((other) => other !== pages)
    page.title = before
    root.classList.remove('printing')
  }
  page.body.append(article)
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, pages]
  // The proposed name when somebody prints into a file.
  page.title = title
  root.classList.add('printing')
  addEventListener('afterprint', end, { once: true })
  print()
}

export const printPaper = (paper: Paper, title: string, { wide = false, page = document } = {}): void =>
  printSheets({ title, sheets: [{ paper, wide, running: title }] }, page)

/** The margins of each kind of page: what runs above it, and the number below. */
function pagesOf(sheets: readonly Sheet[], article: HTMLElement): CSSStyleSheet {
  const names = new Map<string, string>()
  const rules: string[] = []
  sheets.forEach(({ wide = false, running = '' }, at) => {
    const kind = `${wide} ${running}`
    let name = names.get(kind)
    if (name === undefined) {
      names.set(kind, (name = `paper-${names.size}`))
      const margins = running === '' ? '' : `@top-left { content: ${quoted(running)}; } ${PAGE_NUMBER}`
      rules.push(`@page ${name} { size: A4 ${wide ? 'landscape' : 'portrait'}; ${margins} }`)
    }
    article.children.item(at)!.setAttribute('data-page', name)
    rules.push(`.paper-sheet[data-page='${name}'] { page: ${name}; }`)
  })
  const made = new CSSStyleSheet()
  made.replaceSync(`@media print { ${rules.join('\n')} }`)
  return made
}

const PAGE_NUMBER = `@bottom-center { content: counter(page) ' / ' counter(pages); }`

/** Text as a string of CSS: nothing in a school's name may end it. */
const quoted = (text: string): string =>
  `"${text.replace(/["\\\n\r\f]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`

/** Browsers before 2024 leave the margins of a page to their own head and foot, which the person must ask for. */
export function numbersPages(): boolean {
  const probe = new CSSStyleSheet()
  probe.replaceSync(`@page { ${PAGE_NUMBER} }`)
  return probe.cssRules[0]?.cssText.includes('bottom-center') ?? false
}
