/**
 * Every name of AG Grid's own DOM that we rely on. They are not public and changed wholesale in version 36, so they
 * stand here alone; `tests/e2e/grid.spec.ts` fails when one of them is gone.
 */
const required = (root: Element, selector: string): HTMLElement => {
  const found = root.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`AG Grid's DOM has no ${selector}`)
  return found
}

/** The one element that scrolls, both ways; it bears role=grid. */
export const viewportOf = (root: Element): HTMLElement => required(root, '.ag-grid-viewport')

/** The area the rows scroll in: what is put here scrolls with them, with nothing to do per frame. */
export const rowAreaOf = (root: Element): HTMLElement => required(root, '.ag-grid-scrolling-rows')

/** AG Grid draws its own scroll bars as scrolling elements, which browsers would make stops of the Tab key. */
export function keepOutOfTabOrder(root: Element): void {
  for (const bar of root.querySelectorAll<HTMLElement>(
    '.ag-body-horizontal-scroll-viewport, .ag-body-vertical-scroll-viewport',
  ))
    bar.tabIndex = -1
}

export const headerCellOf = (root: Element, column: string): HTMLElement | null =>
  root.querySelector<HTMLElement>(`.ag-header-cell[col-id="${CSS.escape(column)}"]`)

export const isCell = (target: Element): boolean => target.closest('.ag-cell') !== null

export const isRowNumber = (target: Element): boolean =>
  target.closest(`.ag-cell[col-id="${ROW_NUMBERS}"]`) !== null

/** Where the heading of a group stands that was pressed; null when none was. */
export function headingIndexOf(target: Element): number | null {
  const row = target.closest('.grid-group')?.closest('[row-index]')
  return row ? Number(row.getAttribute('row-index')) : null
}

/** The id of our row-number column; no table column begins with `$`, which the change log keeps for itself. */
export const ROW_NUMBERS = '$number'
