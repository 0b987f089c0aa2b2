import { expect, type Locator, type Page } from '@playwright/test'
import { expectAccessible } from '../axe.ts'
import type { TestFile } from '../school-files.ts'
import { cell, cellList, dialog, item, list, tableField, within, type Spot } from './spots.ts'

/** What the page has felt of a hand. */
interface Felt {
  readonly pointer: string[]
  readonly keys: string[]
}

declare global {
  var felt: Felt
}

/** What a task has cost. A chord of keys is one press; so is a click, a double click or a drag. */
export interface Effort {
  readonly presses: number
  readonly characters: number
}

/** One way of working. The page is the hand's own: a task can do only what the hand can. */
abstract class Hand {
  #presses = 0
  #characters = 0

  constructor(protected readonly page: Page) {}

  /** Before the page is opened. */
  async watch(): Promise<void> {
    await this.page.addInitScript(() => {
      globalThis.felt = { pointer: [], keys: [] }
      for (const type of ['pointerdown', 'pointermove', 'touchstart', 'wheel'])
        addEventListener(type, ({ isTrusted }) => void (isTrusted && felt.pointer.push(type)), true)
      document.addEventListener(
        'keydown',
        ({ isTrusted, key, ctrlKey, altKey, metaKey }) => {
          const isText = key.length === 1 && !ctrlKey && !altKey && !metaKey
          // Held down for a click on more than one.
          const isHeld = key === 'Control' || key === 'Shift'
          if (isTrusted && !isText && !isHeld) felt.keys.push(key)
        },
        true,
      )
    })
  }

  async begin(): Promise<void> {
    this.#presses = this.#characters = 0
    await this.page.evaluate(() => void (felt.pointer.length = felt.keys.length = 0))
  }

  /** Asserts that the other hand was not needed. */
  async end(): Promise<Effort> {
    expect(await this.page.evaluate((what) => felt[what], this.forbidden), 'the other hand').toEqual([])
    return { presses: this.#presses, characters: this.#characters }
  }

  protected abstract readonly forbidden: keyof Felt

  protected count(presses = 1): void {
    this.#presses += presses
  }

  async type(text: string): Promise<void> {
    this.#characters += [...text].length
    await this.page.keyboard.type(text)
  }

  /** Waits until somebody would see it; with the words it should show. */
  async sees(spot: Spot, text?: string | RegExp): Promise<void> {
    await expect(spot(this.page)).toBeVisible()
    if (text !== undefined) await expect(spot(this.page)).toContainText(text)
  }

  async seesNo(spot: Spot): Promise<void> {
    await expect(spot(this.page)).toBeHidden()
  }

  /** A file is found in a window of the system, which is opened by the hand and answered here. */
  protected async fileFor(open: () => Promise<void>, file: TestFile): Promise<void> {
    const choosing = this.page.waitForEvent('filechooser')
    await open()
    await (await choosing).setFiles(file)
  }
}

/** Nothing but keys. */
export class Keys extends Hand {
  protected readonly forbidden = 'pointer'

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.count()
      await this.page.keyboard.press(key)
    }
  }

  /** The screens and dialogs that are met on the way must be sound for everybody. */
  async meets(what: string, part?: string): Promise<void> {
    await expectAccessible(this.page, what, part)
  }

  /** Presses one key until the focus is there, as somebody does who looks where it goes. */
  async walkTo(spot: Spot, key: string, most = 30): Promise<void> {
    const wanted = spot(this.page)
    await expect(wanted.first()).toBeAttached()
    for (let presses = 0; presses <= most; presses++) {
      if (await hasFocus(wanted)) return this.#focusIsSeen()
      await this.press(key)
    }
    throw new Error(`${String(wanted)} was not reached by ${most} presses of ${key}`)
  }

  tabTo(spot: Spot, most?: number): Promise<void> {
    return this.walkTo(spot, 'Tab', most)
  }

  tabBackTo(spot: Spot, most?: number): Promise<void> {
    return this.walkTo(spot, 'Shift+Tab', most)
  }

  /** The focus is there by itself. */
  async isAt(spot: Spot): Promise<void> {
    await expect(spot(this.page)).toBeFocused()
    await this.#focusIsSeen()
  }

  async #focusIsSeen(): Promise<void> {
    const shown = await this.page.evaluate(() => {
      const focused = document.activeElement!
      // The table draws its own frame around the cell in hand; a heading is only where reading begins.
      if (focused.matches('textarea.editor, h1, h2, main')) return true
      const isRing = (element: Element) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
        return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none'
      }
      const beside = focused.nextElementSibling
      return isRing(focused) || (focused.matches('input') && beside !== null && isRing(beside))
    })
    expect(shown, 'the focus is seen').toBe(true)
  }

  /** Walks from cell to cell until the one in hand is in that row (from 0) and under that heading. */
  async toCell(row: number, label: string): Promise<void> {
    await this.isAt(tableField)
    await this.press('Control+Home')
    for (let at = 0; at < row; at++) await this.press('ArrowDown')
    const isThere = new RegExp(`^第 ${row + 1} 行，${label}，`)
    for (let presses = 0; presses < 30; presses++) {
      const said = await tableField(this.page).getAttribute('aria-label')
      if (isThere.test(said ?? '')) return
      await this.press('ArrowRight')
    }
    throw new Error(`the cell under ${label} was not reached`)
  }

  /** The menu of the cell, and there the entry, by the letter its name begins with. */
  async inMenu(letter: string, name: string | RegExp): Promise<void> {
    await this.press('Shift+F10')
    await this.walkTo(item(name), letter)
    await this.press('Enter')
  }

  /** The menu of the column. */
  async inColumnMenu(letter: string, name: string | RegExp): Promise<void> {
    await this.press('Alt+ArrowDown')
    await this.walkTo(item(name), letter)
    await this.press('Enter')
  }

  /** Through the list under the cell, until the entry is the one in hand. */
  async walkToOption(name: string, key: string): Promise<void> {
    const listbox = cellList(this.page)
    const inHand = listbox.getByRole('option', { selected: true })
    await expect(listbox).toBeVisible()
    for (let presses = 0; presses < 30; presses++) {
      if ((await inHand.count()) === 1 && (await inHand.textContent())?.trim() === name) return
      await this.press(key)
    }
    throw new Error(`${name} is not in the list`)
  }

  /** By name, whatever it is and wherever one stands. */
  async command(typed: string, label: string): Promise<void> {
    const palette = dialog('命令面板')
    await this.press('Control+k')
    await this.isAt(within(palette, list('要做什么？输入名称、拼音或首字母')))
    await this.type(typed)
    await expect(
      within(palette, (page) => page.getByRole('option', { selected: true }))(this.page),
    ).toContainText(label)
    await this.press('Enter')
  }

  /** Goes through a list by its arrows until it shows the wanted. */
  async choose(spot: Spot, label: string): Promise<void> {
    await this.isAt(spot)
    for (let presses = 0; presses < 30; presses++) {
      const shown = await spot(this.page).evaluate(
        (select) => (select as HTMLSelectElement).selectedOptions[0]?.textContent?.trim() ?? '',
      )
      if (shown === label) return
      await this.press('ArrowDown')
    }
    throw new Error(`${label} is not in the list`)
  }

  /** The button in hand asks for a file. */
  giveFile(file: TestFile): Promise<void> {
    return this.fileFor(() => this.press('Enter'), file)
  }
}

type Held = 'Control' | 'Shift'

/** Nothing but the mouse, and letters where a text is wanted. */
export class Mouse extends Hand {
  protected readonly forbidden = 'keys'

  async click(spot: Spot, ...held: Held[]): Promise<void> {
    this.count()
    await spot(this.page).click({ modifiers: held })
  }

  async doubleClick(spot: Spot, position?: { x: number; y: number }): Promise<void> {
    this.count()
    await spot(this.page).dblclick({ position })
  }

  /** The menu of the cell, and its entry. */
  async inMenu(spot: Spot, name: string | RegExp): Promise<void> {
    this.count()
    await spot(this.page).click({ button: 'right' })
    await this.click(item(name))
  }

  async inColumnMenu(label: string, name: string | RegExp): Promise<void> {
    await this.click((page) => page.getByRole('button', { name: `“${label}”列的菜单` }))
    await this.click(item(name))
  }

  /** From the middle of one thing to the middle of another; or so many pixels aside. */
  async drag(from: Spot, to: Spot | { readonly x: number }, ...held: Held[]): Promise<void> {
    this.count()
    const start = await middleOf(from(this.page))
    const end = typeof to === 'function' ? await middleOf(to(this.page)) : { x: start.x + to.x, y: start.y }
    const { mouse, keyboard } = this.page
    for (const key of held) await keyboard.down(key)
    await mouse.move(start.x, start.y)
    await mouse.down()
    await mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2)
    await mouse.move(end.x, end.y)
    await mouse.up()
    for (const key of held) await keyboard.up(key)
  }

  /** The border that ends a heading. */
  async dragBorder(heading: Spot, by: number): Promise<void> {
    this.count()
    const { x, y, width, height } = (await heading(this.page).boundingBox())!
    const { mouse } = this.page
    await mouse.move(x + width - 1, y + height / 2)
    await mouse.down()
    await mouse.move(x + width - 1 + by / 2, y + height / 2)
    await mouse.move(x + width - 1 + by, y + height / 2)
    await mouse.up()
  }

  /** Turns the wheel sideways until the cell is there. */
  async scrollTo(row: number, column: string): Promise<void> {
    const wanted = cell(row, column)(this.page)
    const { x, y } = await middleOf(this.page.locator('.ag-grid-viewport'))
    await this.page.mouse.move(x, y)
    await expect(async () => {
      if (!(await wanted.isVisible())) {
        this.count()
        await this.page.mouse.wheel(300, 0)
      }
      await expect(wanted).toBeVisible({ timeout: 300 })
    }).toPass()
  }

  /** The browser's own list is no part of the page: it is answered here for two clicks. */
  async choose(spot: Spot, label: string): Promise<void> {
    this.count(2)
    await spot(this.page).selectOption({ label })
  }

  giveFile(spot: Spot, file: TestFile): Promise<void> {
    return this.fileFor(() => this.click(spot), file)
  }
}

const hasFocus = (spot: Locator): Promise<boolean> =>
  spot.evaluateAll((all) => all.some((each) => each === document.activeElement))

async function middleOf(spot: Locator): Promise<{ x: number; y: number }> {
  await expect(spot).toBeVisible()
  const { x, y, width, height } = (await spot.boundingBox())!
  return { x: x + width / 2, y: y + height / 2 }
}
