import { t } from '../i18n/translate.ts'
import type { GridController } from './grid-controller.svelte.ts'

/** Something one can do, as menus, the command palette and the sheet of shortcuts name it. */
export interface MenuItem {
  readonly label: string
  readonly run: () => void
  readonly shortcut?: string
  readonly disabled?: boolean
  /** A line above: another group begins. */
  readonly group?: boolean
  /** The menu stays open, for a thing done several times in a row. */
  readonly again?: boolean
}

/** What the table on show lets people do with rows. */
export interface RowRights {
  readonly canAdd: boolean
  /** Rows can stand beside others. */
  readonly canPlace: boolean
  readonly canDelete: boolean
}

/** What can be done with the selected cells and their rows. */
export function cellActions(grid: GridController, { canAdd, canPlace, canDelete }: RowRights): MenuItem[] {
  const rows = grid.rows.count
  const one = rows === 1
  return [
    { label: t('grid.copy'), run: () => grid.copy('copy'), shortcut: 'Ctrl+C' },
    { label: t('grid.cut'), run: () => grid.copy('cut'), shortcut: 'Ctrl+X' },
    { label: t('grid.paste'), run: () => void grid.pasteFromClipboard(), shortcut: 'Ctrl+V' },
    { label: t('grid.paste-special'), run: () => grid.pasteSpecial(), shortcut: 'Ctrl+Alt+V' },
    { label: t('grid.clear'), run: () => grid.clear(), shortcut: 'Delete' },
    { label: t('grid.edit'), run: () => grid.edit(), shortcut: 'F2' },
    {
      label: t('grid.fill-down'),
      run: () => grid.fillFromEdge('down'),
      shortcut: 'Ctrl+D',
      group: true,
    },
    { label: t('grid.fill-right'), run: () => grid.fillFromEdge('right'), shortcut: 'Ctrl+R' },
    { label: t('grid.fill-series'), run: () => grid.fillSelection('auto'), disabled: one },
    { label: t('grid.fill-workdays'), run: () => grid.fillSelection('workdays'), disabled: one },
    { label: t('grid.fill-months'), run: () => grid.fillSelection('months'), disabled: one },
    {
      label: t('grid.insert-above', { count: rows }),
      run: () => grid.rows.insert('before'),
      shortcut: 'Ctrl++',
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
      shortcut: 'Alt+Shift+↑',
      disabled: !canPlace,
      again: true,
    },
    {
      label: t('grid.move-down'),
      run: () => grid.rows.move('down'),
      shortcut: 'Alt+Shift+↓',
      disabled: !canPlace,
      again: true,
    },
    {
      label: t('grid.delete-rows', { count: rows }),
      run: () => grid.rows.delete(),
      shortcut: 'Ctrl+-',
      disabled: !canDelete,
    },
    {
      label: t(grid.adapter.wrapped ? 'grid.unwrap' : 'grid.wrap'),
      run: () => grid.adapter.wrap(!grid.adapter.wrapped),
      group: true,
    },
    { label: t('grid.history'), run: () => grid.history() },
  ]
}

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
      shortcut: 'Ctrl+Shift+L',
      group: true,
    },
    {
      label: t('grid.filter-clear'),
      run: () => adapter.filter(column, null),
      disabled: adapter.kept(column) === null,
    },
    { label: t('grid.subtotal'), run: () => grid.openColumnMenu('subtotal', column) },
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
