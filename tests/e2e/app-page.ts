import type { CDPSession, Locator, Page } from '@playwright/test'
import type { Automation } from '../../src/app/automation.ts'
import { expect, test as base } from './fixtures.ts'

declare global {
  var dutybook: Automation
}

type Doors = Omit<Automation, 'ready'>
type DoorName = {
  [Name in keyof Doors]: Doors[Name] extends (...given: never[]) => unknown ? Name : never
}[keyof Doors]

/** The built program in one tab: what people see and press, and its doors for programs. */
export class AppPage {
  readonly page: Page
  #cdp: CDPSession | null = null

  constructor(page: Page) {
    this.page = page
  }

  /** Opens the program and waits until it has started. */
  async open(address = '/'): Promise<void> {
    await this.page.goto(address)
    await this.ready()
  }

  async reload(): Promise<void> {
    await this.page.reload()
    await this.ready()
  }

  async ready(): Promise<void> {
    await this.page.waitForFunction(() => 'dutybook' in globalThis)
    await this.page.evaluate(() => dutybook.ready)
  }

  /** Calls `window.dutybook[name]`. */
  async call<Name extends DoorName>(
    name: Name,
    ...given: Parameters<Doors[Name]>
  ): Promise<Awaited<ReturnType<Doors[Name]>>> {
    return this.page.evaluate(
      ([name, given]) =>
        (dutybook[name as DoorName] as (...given: unknown[]) => unknown)(...(given as unknown[])),
      [name, given] as const,
    ) as Promise<Awaited<ReturnType<Doors[Name]>>>
  }

  /** A new school, open and saved. */
  async create(name = '实验小学', sample = false): Promise<string> {
    return this.call('create', { kind: 'school', name, sample })
  }

  /** Takes away what the sample school has in these tables, for a test about an empty one. */
  async empty(...tables: readonly string[]): Promise<void> {
    for (const table of tables) {
      const rows = await this.call('rows', table)
      await this.call(
        'remove',
        table,
        rows.map(({ id }) => String(id)),
      )
    }
  }

  get status(): Locator {
    return this.page.getByRole('contentinfo')
  }

  /** Number of the last durable change, as the status line says it. */
  async savedNumber(): Promise<number> {
    return Number(await this.page.locator('[data-saved-seq]').getAttribute('data-saved-seq'))
  }

  /** The entry of the navigation: a screen or a table. */
  async goTo(name: string): Promise<void> {
    const navigation = this.page.getByRole('navigation', { name: '导航' })
    await navigation
      .locator('.entry')
      .filter({ hasText: new RegExp(`^\\s*${name}\\s*\\d*\\s*$`) })
      .click()
    await expect(this.page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()
  }

  /** The one field that is always focused in a table and becomes the editor. */
  get field(): Locator {
    return this.page.locator('textarea.editor')
  }

  cell(row: number, column: string): Locator {
    return this.page.locator(`.ag-row[row-index="${row}"] .ag-cell[col-id="${column}"]`)
  }

  /** Scrolls the table sideways until the cell is drawn, and makes it the active one. */
  async select(row: number, column: string): Promise<void> {
    const cell = this.cell(row, column)
    const viewport = this.page.locator('.ag-grid-viewport')
    await expect(async () => {
      if (!(await cell.isVisible())) await viewport.evaluate((element) => (element.scrollLeft += 400))
      await expect(cell).toBeVisible({ timeout: 200 })
    }).toPass()
    await cell.click()
    await expect(this.field).toBeFocused()
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  async cdp(): Promise<CDPSession> {
    return (this.#cdp ??= await this.page.context().newCDPSession(this.page))
  }

  /** Types through an input method: each step is the text under composition after one more key. */
  async compose(steps: readonly string[], final: string): Promise<void> {
    const cdp = await this.cdp()
    for (const text of steps) {
      const letter = text.slice(-1)
      const code = `Key${letter.toUpperCase()}`
      await cdp.send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        windowsVirtualKeyCode: 229,
        key: 'Process',
        code,
      })
      await cdp.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      })
      await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key: letter, code })
    }
    await cdp.send('Input.insertText', { text: final })
  }
}

export const test = base.extend<{ app: AppPage }>({
  app: async ({ page }, use) => use(new AppPage(page)),
})

export { expect }
