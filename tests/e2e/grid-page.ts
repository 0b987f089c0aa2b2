import type { CDPSession, Locator, Page } from '@playwright/test'
import { expect, test as base } from './fixtures.ts'
import { serveHarness, type Served } from './grid-harness/serve.ts'
import type {} from './grid-harness/main.ts'

/** The grid alone on a page, built like the product and under its policy, over rows kept in memory. */
export class GridPage {
  readonly #page: Page
  #cdp: CDPSession | null = null

  constructor(page: Page) {
    this.#page = page
  }

  async open(query = ''): Promise<void> {
    await this.#page.goto(`/?${query}`)
    await expect(this.field).toBeAttached()
    await expect(this.cell(0, 'no')).toBeVisible()
  }

  get field(): Locator {
    return this.#page.locator('textarea.editor')
  }

  get popup(): Locator {
    return this.#page.locator('.grid-popup')
  }

  cell(row: number, column: string): Locator {
    return this.#page.locator(`.ag-row[row-index="${row}"] .ag-cell[col-id="${column}"]`)
  }

  heading(column: string): Locator {
    return this.#page.locator(`.ag-header-cell[col-id="${column}"]`)
  }

  /** The double arrow of a heading. */
  async sort(label: string): Promise<void> {
    await this.#page.getByRole('button', { name: `按“${label}”排序` }).click()
  }

  text(id: string, column: string): Promise<string> {
    return this.#page.evaluate(([id, column]) => window.harness.source.text(id!, column!), [id, column])
  }

  value(id: string, column: string): Promise<unknown> {
    return this.#page.evaluate(([id, column]) => window.harness.source.value(id!, column!), [id, column])
  }

  /** Where the active cell is, by what the screen was told last. */
  async active(): Promise<string> {
    return this.#page.evaluate(() => {
      const last = window.harness.selected.at(-1)
      return last ? `${last.row} ${last.column}` : ''
    })
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.#page.keyboard.press(key)
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text)
  }

  /**
   * Types through an input method: each step is the text under composition after one more key, as the browser gets
   * it from the system; `final` is what the method commits (null leaves the composition open).
   */
  async compose(steps: readonly string[], final: string | null): Promise<void> {
    this.#cdp ??= await this.#page.context().newCDPSession(this.#page)
    for (const text of steps) {
      const letter = text.slice(-1)
      const code = `Key${letter.toUpperCase()}`
      await this.#cdp.send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        windowsVirtualKeyCode: 229,
        key: 'Process',
        code,
      })
      await this.#cdp.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      })
      await this.#cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key: letter, code })
    }
    if (final !== null) await this.#cdp.send('Input.insertText', { text: final })
  }

  /** A key that the input method keeps for itself. */
  async pressInComposition(key: string): Promise<void> {
    this.#cdp ??= await this.#page.context().newCDPSession(this.#page)
    await this.#cdp.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      windowsVirtualKeyCode: 229,
      key,
      code: key,
    })
  }

  async paste(text: string): Promise<void> {
    await this.#page.evaluate((text) => navigator.clipboard.writeText(text), text)
    await this.press('Control+v')
  }
}

export const test = base.extend<{ grid: GridPage }, { served: Served }>({
  served: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the needed fixtures out of the pattern.
    async ({}, use) => {
      const served = await serveHarness()
      await use(served)
      await served.close()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ served }, use) => use(served.url),
  permissions: ['clipboard-read', 'clipboard-write'],
  grid: async ({ page }, use) => use(new GridPage(page)),
})

export { expect }
