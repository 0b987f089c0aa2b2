import { fixedId, newId } from '../shared/id.ts'
import { fail, ok, type Problem, type Result } from '../shared/result.ts'
import type { Cell } from '../tables/cell.ts'
import type { Column } from '../tables/column.ts'
import { OWN_CONTENTS, OWN_TYPES, ownColumns } from '../tables/own/own-columns.ts'
import { labels } from '../tables/own/labels.ts'
import { ownTables } from '../tables/own/own-tables.ts'
import { cellTypeOfOwn, ownId, ownKey } from '../tables/own/schema.ts'
import type { Table } from '../tables/table.ts'
import type { Session } from './session.ts'

export { cellTypeOfOwn, OWN_CONTENTS, OWN_TYPES }
export type OwnType = (typeof OWN_TYPES)[number]['zh']
export type OwnContent = (typeof OWN_CONTENTS)[number]['zh']

/** A column as somebody describes it; `formula` by labels, as typed. */
export interface ColumnWish {
  readonly label: string
  readonly type: OwnType
  readonly formula: string | null
  readonly options: readonly string[]
  readonly to: string | null
  readonly content: OwnContent | null
  /** Of an own table: one of the columns that tell its rows apart. */
  readonly tells?: boolean
}

const how = (code: string, label: string, more: Readonly<Record<string, string>> = {}) =>
  ({ source: 'user', label: { code, params: { label, ...more } } }) as const

const isTaken = (labelled: readonly { readonly zh: string }[], label: string): boolean =>
  labelled.some(({ zh }) => zh === label)

/** What is wrong with a wish, for the table it is made for; `self` is the column it would change. */
export function wrongWith({ book }: Session, table: string, wish: ColumnWish, self?: string): Problem | null {
  const label = wish.label.trim()
  if (label === '') return { code: 'own.label-missing' }
  const others = Object.entries(book.tables[table]!.columns).filter(([key]) => key !== self)
  if (
    isTaken(
      others.map(([, column]) => column),
      label,
    )
  )
    return { code: 'own.label-taken', params: { label } }
  if (wish.formula !== null) return null
  if ((wish.type === '单选' || wish.type === '多选') && wish.options.length === 0)
    return { code: 'own.options-missing' }
  return wish.type === '引用' && wish.to === null ? { code: 'own.target-missing' } : null
}

async function cellsOf(
  { book }: Session,
  table: string,
  wish: ColumnWish,
): Promise<Result<Record<string, Cell>>> {
  const cells = {
    label: wish.label.trim(),
    type: wish.type,
    options: wish.options.length > 0 ? wish.options : null,
    to: wish.type === '引用' ? wish.to : null,
    tells: wish.tells === true && wish.formula === null ? true : null,
  }
  if (wish.formula === null) return ok({ ...cells, content: wish.content, formula: null })
  const { formulaFor } = await import('./formula-draft.ts')
  const formula = formulaFor(wish.formula, book.tables[table]!, book.tables)
  if (!formula.ok) return formula
  // What a formula says again of sensitive cells is as sensitive as they are.
  return ok({
    ...cells,
    formula: formula.value.kept,
    content: formula.value.sensitive ? '敏感' : wish.content,
  })
}

/** Adds a column after another; its key when it is there. */
export async function addColumn(
  session: Session,
  table: string,
  after: string,
  wish: ColumnWish,
): Promise<Result<string>> {
  const wrong = wrongWith(session, table, wish)
  if (wrong) return { ok: false, problem: wrong }
  const cells = await cellsOf(session, table, wish)
  if (!cells.ok) return cells
  const id = newId()
  session.accept(
    { edits: [], rows: [{ table: ownColumns.name, id, cells: { ...cells.value, table, after } }] },
    how('own.column-added', wish.label.trim()),
  )
  return ok(ownKey(id)!)
}

export async function changeColumn(
  session: Session,
  table: string,
  column: string,
  wish: ColumnWish,
): Promise<Result<null>> {
  const wrong = wrongWith(session, table, wish, column)
  if (wrong) return { ok: false, problem: wrong }
  const cells = await cellsOf(session, table, wish)
  if (!cells.ok) return cells
  const row = ownId(column)
  const edits = Object.entries(cells.value).map(([key, to]) => ({
    table: ownColumns.name,
    row,
    column: key,
    from: session.book.stored(ownColumns.name, row, key),
    to,
  }))
  session.accept({ edits, rows: [] }, how('own.column-changed', wish.label.trim()))
  return ok(null)
}

/** The column goes with its cells; undo brings both back. */
export function removeColumn(session: Session, table: string, column: string): void {
  const label = session.book.tables[table]!.columns[column]!.zh
  session.remove(ownColumns.name, [ownId(column)], how('own.column-removed', label))
}

/** A table with columns of text; `tellers` are the headings of those that tell its rows apart. */
export function addTable(
  session: Session,
  label: string,
  headings: readonly string[],
  tellers: readonly string[] = [],
): Result<string> {
  const name = label.trim()
  if (name === '') return fail('own.label-missing')
  if (isTaken(Object.values(session.book.tables), name)) return fail('own.label-taken', { label: name })
  const id = newId()
  const table = ownKey(id)!
  const texts = [...new Set(headings.map((heading) => heading.trim()).filter((heading) => heading !== ''))]
  session.accept(
    {
      edits: [],
      rows: [
        { table: ownTables.name, id, cells: { label: name } },
        ...texts.map((heading) => ({
          table: ownColumns.name,
          id: newId(),
          cells: { table, label: heading, type: '文字', tells: tellers.includes(heading) ? true : null },
        })),
      ],
    },
    how('own.table-added', name),
  )
  return ok(table)
}

export function removeTable(session: Session, table: string): void {
  session.remove(ownTables.name, [ownId(table)], how('own.table-removed', session.book.tables[table]!.zh))
}

/** Gives a table, or a column of it, another name. Its key stays, so files and formulas go on knowing it. */
export function rename(session: Session, table: string, column: string | null, label: string): Result<null> {
  const { book } = session
  const definition = book.tables[table]!
  const renamed: Table | Column = column === null ? definition : definition.columns[column]!
  const name = label.trim()
  if (name === '') return fail('own.label-missing')
  if (name === renamed.zh) return ok(null)
  const others: readonly { readonly zh: string }[] =
    column === null ? Object.values(book.tables) : Object.values(definition.columns)
  if (isTaken(others, name)) return fail('own.label-taken', { label: name })
  const done = how('own.renamed', name, { from: renamed.zh })
  if (renamed.own) {
    const home = column === null ? ownTables.name : ownColumns.name
    const row = ownId(column ?? table)
    const from = book.stored(home, row, 'label')
    session.accept({ edits: [{ table: home, row, column: 'label', from, to: name }], rows: [] }, done)
    return ok(null)
  }
  // One row for each name, the same on every computer: two who rename one column are asked which it shall be.
  const row = fixedId('label', table, column ?? '')
  const from = book.stored(labels.name, row, 'label')
  session.accept(
    book.has(labels.name, row)
      ? { edits: [{ table: labels.name, row, column: 'label', from, to: name }], rows: [] }
      : { edits: [], rows: [{ table: labels.name, id: row, cells: { table, column, label: name } }] },
    done,
  )
  return ok(null)
}

/** What an own column is now, to be changed. */
export async function wishOf({ book }: Session, table: string, column: string): Promise<ColumnWish> {
  const { zh, type, formula, options = [], to } = book.tables[table]!.columns[column]!
  const content = book.stored(ownColumns.name, ownId(column), 'content') as OwnContent | null
  const shown =
    formula === undefined
      ? null
      : (await import('./formula-draft.ts')).shownFormula(formula, book.tables[table]!, book.tables)
  return {
    label: zh,
    type: OWN_TYPES.find(({ zh }) => cellTypeOfOwn(zh) === type)?.zh ?? '文字',
    formula: shown,
    options: options.map((option) => option.zh),
    to: to?.[0] ?? null,
    content,
    tells: book.tables[table]!.key.includes(column),
  }
}
