import type { Locator } from '@playwright/test'
import type { Locale } from '../../../src/i18n/translate.ts'
import type { AppPage } from '../app-page.ts'
import type { TestFile } from '../school-files.ts'
import { inWords } from './words.ts'

type Named =
  | 'button'
  | 'menuitem'
  | 'tab'
  | 'radio'
  | 'checkbox'
  | 'row'
  | 'combobox'
  | 'textbox'
  | 'searchbox'
  | 'option'

/** Somebody at the screen, whatever language it speaks: things are named in the source language. */
export class Hand {
  readonly app: AppPage
  readonly locale: Locale

  constructor(app: AppPage, locale: Locale) {
    this.app = app
    this.locale = locale
  }

  get page() {
    return this.app.page
  }

  say(zh: string): RegExp {
    return inWords(this.locale, zh)
  }

  /** The dialog on top, or the page. */
  get front(): Locator {
    return this.page.locator('dialog[open], [popover]:popover-open, .grid-popup').last()
  }

  /** The first visible thing of that role and name, in the dialog on top if there is one. */
  async the(role: Named, zh: string): Promise<Locator> {
    const all = (await this.front.count()) > 0 ? this.front : this.page.locator('body')
    return all
      .getByRole(role, { name: this.say(zh) })
      .filter({ visible: true })
      .first()
  }

  async click(role: Named, zh: string): Promise<void> {
    await (await this.the(role, zh)).click()
  }

  async press(...keys: string[]): Promise<void> {
    await this.app.press(...keys)
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text)
  }

  async dialog(): Promise<Locator> {
    const dialog = this.page.locator('dialog[open]')
    await dialog.waitFor()
    return dialog
  }

  cell(row: number, column: string): Locator {
    return this.app.cell(row, column)
  }

  /** The menu of a column's heading, and an entry of it. */
  async column(key: string, entry?: string): Promise<void> {
    await this.page.locator(`.ag-header-cell[col-id="${key}"] .heading-menu`).click()
    if (entry !== undefined) await this.click('menuitem', entry)
  }

  async give(file: TestFile): Promise<void> {
    await this.page.locator('dialog[open] input[type=file]').first().setInputFiles(file)
  }

  /** What the browser does at Ctrl+V. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate((text) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      document.activeElement!.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    }, text)
  }
}
