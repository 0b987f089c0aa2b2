import { expect, type AppPage } from '../app-page.ts'
import type { Keys, Mouse } from './hands.ts'

/** Something a safety officer does with the book, and the two ways to do it. */
export interface Task {
  readonly name: string
  /** What is there before. */
  given(app: AppPage): Promise<void>
  keys(hand: Keys): Promise<void>
  mouse(hand: Mouse): Promise<void>
  /** What the book holds afterwards, and what stands on the screen. */
  wished(app: AppPage): Promise<void>
}

type Rows = readonly Readonly<Record<string, unknown>>[]

/** A new school with these rows, its first table on show and with the keys. */
export async function school(app: AppPage, tables: Readonly<Record<string, Rows>>): Promise<void> {
  await app.create('城关小学')
  for (const [table, rows] of Object.entries(tables)) await app.call('add', table, rows as never)
  await show(app, Object.keys(tables)[0]!)
  await expect(app.field).toBeFocused()
  await expect(app.cell(0, '$number')).toBeVisible()
}

/** As if one had been there before: no hand is needed for what a task begins with. */
export async function show(app: AppPage, place: string): Promise<void> {
  await app.page.evaluate((address) => (location.hash = address), `#/${place}`)
}

/** One column of a table as the book holds it. */
export const column = async (app: AppPage, table: string, key: string): Promise<unknown[]> =>
  (await app.call('rows', table as never)).map((row) => (row as Record<string, unknown>)[key] ?? null)

/** One column as it stands on the screen, from the top. */
export const shown = (app: AppPage, key: string): Promise<string[]> =>
  app.page.locator(`.ag-row .ag-cell[col-id="${key}"]`).evaluateAll((cells) =>
    cells
      .map((cell) => ({
        at: Number(cell.closest('.ag-row')!.getAttribute('row-index')),
        text: cell.textContent,
      }))
      .sort((a, b) => a.at - b.at)
      .map(({ text }) => text ?? ''),
  )
