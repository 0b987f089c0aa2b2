import { t } from '../i18n/translate.ts'
import type { Group } from './grouped-rows.ts'
import type { GridController } from './grid-controller.svelte.ts'
import type { MenuItem } from './menu-item.ts'
import { SHORTCUTS, type ShortcutName } from './shortcuts.ts'

export type { MenuItem } from './menu-item.ts'

const keys = (name: ShortcutName) => ({ name, shortcut: SHORTCUTS[name] })

/** What the table on show lets people do with rows. */
export interface RowRights {
  readonly canAdd: boolean
  /** Rows can stand beside others. */
  readonly canPlace: boolean
  readonly canDelete: boolean
}

/** What can be done with the group whose heading is active. */
function headingActions(grid: GridController, heading: Group, { canAdd }: RowRights): MenuItem[] {
  const { groups } = grid
  const folded = groups.isFolded(heading)
  return [
    {
      label: t('grid.group-unfold'),
      run: () => groups.unfold(),
      ...keys('unfold'),
      disabled: !folded,
    },
    {
      label: t(folded && heading.parent ? 'grid.group-fold-outer' : 'grid.group-fold'),
      run: () => groups.fold(),
      ...keys('fold'),
      disabled: folded && !heading.parent,
    },
    { label: t('grid.group-fold-all'), run: () => groups.foldAll(true) },
    { label: t('grid.group-unfold-all'), run: () => groups.foldAll(false) },
    { label: t('grid.group-add-row'), run: () => grid.rows.add(), disabled: !canAdd, group: true },
    {
      label: t('grid.group-off', { column: grid.labelOf(heading.column) }),
      run: () => groups.remove(heading.column),
      group: true,
    },
  ]
}

/** What can be done with the selected cells and their rows. */
export function cellActions(grid: GridController, rights: RowRights): MenuItem[] {
  const { canAdd, canPlace, canDelete } = rights
  const { heading } = grid.groups
  if (heading && grid.rows.count === 0) return headingActions(grid, heading, rights)
  const rows = grid.rows.count
  const one = rows === 1
  return [
    { label: t('grid.copy'), run: () => grid.copy('copy'), ...keys('copy') },
    { label: t('grid.cut'), run: () => grid.copy('cut'), ...keys('cut') },
    // A page may not read the clipboard unasked; the keys may.
    {
      label: t('grid.paste-hint'),
      listed: t('grid.paste'),
      run: () => grid.focus(),
      ...keys('paste'),
      disabled: true,
    },
    { label: t('grid.paste-special'), run: () => grid.pasteSpecial(), ...keys('paste-special') },
    { label: t('grid.clear'), run: () => grid.clear(), ...keys('clear') },
    { label: t('grid.edit'), run: () => grid.edit(), ...keys('edit') },
    {
      label: t('grid.fill-down'),
      run: () => grid.fillFromEdge('down'),
      ...keys('fill-down'),
      group: true,
    },
    { label: t('grid.fill-right'), run: () => grid.fillFromEdge('right'), ...keys('fill-right') },
    { label: t('grid.fill-series'), run: () => grid.fillSelection('auto'), disabled: one },
    { label: t('grid.fill-workdays'), run: () => grid.fillSelection('workdays'), disabled: one },
    { label: t('grid.fill-months'), run: () => grid.fillSelection('months'), disabled: one },
    {
      label: t('grid.insert-above', { count: rows }),
      run: () => grid.rows.insert('before'),
      ...keys('insert-rows'),
      disabled: !canPlace,
      group: true,
    },
    {
      label: t('grid.insert-below', { count: rows }),
      run: () => grid.rows.insert('after'),
      disabled: !canPlace,
    },
    { label: t('grid.add-rows', { count: rows }), run: () => grid.rows.add(), disabled: !canAdd },
    {
      label: t('grid.duplicate-rows', { count: rows }),
      run: () => grid.rows.duplicate(),
      disabled: !canPlace,
    },
    {
      label: t('grid.move-up'),
      run: () => grid.rows.move('up'),
      ...keys('rows-up'),
      disabled: !canPlace,
      again: true,
    },
    {
      label: t('grid.move-down'),
      run: () => grid.rows.move('down'),
      ...keys('rows-down'),
      disabled: !canPlace,
      again: true,
    },
    {
      label: t('grid.delete-rows', { count: rows }),
      run: () => grid.rows.delete(),
      ...keys('delete-rows'),
      disabled: !canDelete,
    },
    {
      label: t('grid.group-fold'),
      run: () => grid.groups.fold(),
      ...keys('fold'),
      disabled: !grid.groups.active,
      group: true,
    },
    {
      label: t(grid.adapter.wrapped ? 'grid.unwrap' : 'grid.wrap'),
      run: () => grid.adapter.wrap(!grid.adapter.wrapped),
      group: true,
    },
    { label: t('grid.history'), run: () => grid.history() },
  ]
}

/** Colours and signs by what the cells hold. Of a cell it is asked for its column. */
export const formatsAction = (grid: GridController, column: string): MenuItem => ({
  label: t('grid.formats'),
  run: () => grid.formats(column),
  disabled: column === '',
  group: true,
})

/** What can be done with a column. */
export function columnActions(grid: GridController, column: string): MenuItem[] {
  const { adapter } = grid
  const { layout, sorting } = adapter
  // Several whole columns are hidden and fitted together, as in Excel.
  const columns = grid.columnsWith(column)
  const shown = adapter.geometry.columns.length
  return [
    { label: t('grid.sort-up'), run: () => sorting.sort(column, 'asc') },
    { label: t('grid.sort-down'), run: () => sorting.sort(column, 'desc') },
    {
      label: t('grid.sort-none'),
      run: () => sorting.sort(column, null),
      disabled: sorting.of(column) === null,
    },
    { label: t('grid.sort-several'), run: () => grid.openColumnMenu('sort', column) },
    {
      label: t('grid.filter'),
      run: () => grid.openColumnMenu('filter', column),
      ...keys('filter'),
      group: true,
    },
    {
      label: t('grid.filter-clear'),
      run: () => adapter.filter(column, null),
      disabled: adapter.kept(column) === null,
    },
    { label: t('grid.subtotal'), run: () => grid.openColumnMenu('subtotal', column) },
    formatsAction(grid, column),
    ...groupActions(grid, column),
    { label: t('grid.freeze'), run: () => layout.freezeUpTo(column), group: true },
    { label: t('grid.unfreeze'), run: () => layout.unfreeze(), disabled: !layout.frozen },
    {
      label: t('grid.hide'),
      run: () => layout.hide(columns, true),
      disabled: shown <= columns.length,
      group: true,
    },
    { label: t('grid.columns'), run: () => grid.openColumns() },
    { label: t('grid.autosize'), run: () => layout.autosize(columns), group: true },
    { label: t('grid.wider'), run: () => layout.resize(column, 20), again: true },
    { label: t('grid.narrower'), run: () => layout.resize(column, -20), again: true },
    { label: t('grid.move-left'), run: () => layout.move(column, -1), again: true },
    { label: t('grid.move-right'), run: () => layout.move(column, 1), again: true },
  ]
}

/** Columns whose sum means something. */
const AMOUNTS: ReadonlySet<string> = new Set(['integer', 'number', 'money'])

/** Groups by a column, and what can be done with them once they are there. */
function groupActions(grid: GridController, column: string): MenuItem[] {
  const { groups } = grid
  const label = grid.labelOf(column)
  const isGrouped = groups.columns.includes(column)
  const by: MenuItem = isGrouped
    ? { label: t('grid.group-off', { column: label }), run: () => groups.remove(column) }
    : {
        label: t(groups.active ? 'grid.group-within' : 'grid.group-by'),
        run: () => groups.add(column),
      }
  if (!groups.active) return [{ ...by, group: true }]
  const amount = AMOUNTS.has(grid.source.table.columns[column]!.type) && !isGrouped
  const total: MenuItem = {
    label: t(groups.totals.includes(column) ? 'grid.group-total-off' : 'grid.group-total', { column: label }),
    run: () => groups.total(column),
  }
  return [
    { ...by, group: true },
    ...(amount ? [total] : []),
    { label: t('grid.group-fold-all'), run: () => groups.foldAll(true) },
    { label: t('grid.group-unfold-all'), run: () => groups.foldAll(false) },
  ]
}
