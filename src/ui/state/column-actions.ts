import { labelOf, t } from '../../i18n/translate.ts'
import type { Desk } from './desk.svelte.ts'

/** An entry of a menu, as the grid shows it. */
interface MenuItem {
  readonly label: string
  readonly run: () => void
  readonly group?: boolean
}

/** What a table's owner can do with a column, in the menu of its heading. */
export function columnActions(desk: Desk, table: string, column: string): MenuItem[] {
  const definition = desk.session.book.tables[table]?.columns[column]
  if (!definition) return []
  const own: MenuItem[] = [
    {
      label: t('ui.own.change-column'),
      run: () => (desk.arranging = { is: 'change-column', table, column }),
    },
    { label: t('ui.own.remove-column'), run: () => void removeOwnColumn(desk, table, column) },
  ]
  return [
    {
      label: t('ui.own.add-right'),
      run: () => (desk.arranging = { is: 'add-column', table, after: column }),
      group: true,
    },
    { label: t('ui.own.rename'), run: () => (desk.arranging = { is: 'rename', table, column }) },
    ...(definition.own ? own : []),
  ]
}

export function addColumn(desk: Desk, table: string): void {
  const after = Object.keys(desk.session.book.tables[table]!.columns).at(-1) ?? ''
  desk.arranging = { is: 'add-column', table, after }
}

async function removeOwnColumn(desk: Desk, table: string, column: string): Promise<void> {
  const label = labelOf(desk.session.book.tables[table]!.columns[column]!)
  const { removeColumn } = await import('../../app/own-columns.ts')
  removeColumn(desk.session, table, column)
  desk.say(t('ui.own.column-removed', { label }))
}

export async function removeOwnTable(desk: Desk, table: string): Promise<void> {
  const label = labelOf(desk.session.book.tables[table]!)
  const { removeTable } = await import('../../app/own-columns.ts')
  removeTable(desk.session, table)
  desk.say(t('ui.own.table-removed', { label }))
}
