import type { Locator, Page } from '@playwright/test'

/** Where something stands on the page, by its role and name. A task says where; only the hands touch. */
export type Spot = (page: Page | Locator) => Locator

type Role = Parameters<Page['getByRole']>[0]

export const role =
  (role: Role, name: string | RegExp): Spot =>
  (page) =>
    page.getByRole(role, { name, ...(typeof name === 'string' ? { exact: true } : {}) })

export const button = (name: string | RegExp) => role('button', name)
export const field = (name: string | RegExp) => role('textbox', name)
export const list = (name: string | RegExp) => role('combobox', name)
export const box = (name: string | RegExp) => role('checkbox', name)
export const item = (name: string | RegExp) => role('menuitem', name)
export const option = (name: string | RegExp) => role('option', name)
export const dialog = (name: string | RegExp) => role('dialog', name)
export const title = (name: string) => role('heading', name)

export const within =
  (place: Spot, spot: Spot): Spot =>
  (page) =>
    spot(place(page))

export const banner = (spot: Spot) => within((page) => page.getByRole('banner'), spot)
export const main = (spot: Spot) => within((page) => page.getByRole('main'), spot)
export const panel = (spot: Spot) => within(role('complementary', '侧栏'), spot)
export const navigation = (spot: Spot) => within(role('navigation', '导航'), spot)
export const status: Spot = (page) => page.getByRole('contentinfo')

/** The list under the cell that is edited. */
export const cellList = role('listbox', '可选内容')
export const listed = (name: string | RegExp) => within(cellList, option(name))

/** A cell of the table on show, by the place of its row (from 0) and the key of its column. */
export const cell =
  (row: number, column: string): Spot =>
  (page) =>
    page.locator(`.ag-row[row-index="${row}"] .ag-cell[col-id="${column}"]`)

export const rowNumber = (row: number) => cell(row, '$number')

export const heading =
  (column: string): Spot =>
  (page) =>
    page.locator(`.ag-header-cell[col-id="${column}"]`)

/** The field of the table: it has the focus, and is the editor while a cell is edited. */
export const tableField: Spot = (page) => page.locator('textarea.editor')

/** The small square at the corner of the selection. */
export const fillHandle: Spot = (page) => page.locator('.selection-handle')
