import { compile } from '../formula/compile.ts'
import { FormulaColumns } from '../formula/formula-columns.ts'
import { functions } from '../formula/functions/all.ts'
import { withKeys, withLabels } from '../formula/names.ts'
import { asFormula } from '../formula/parse.ts'
import { ok, type Result } from '../shared/result.ts'
import { cellTypeOf } from '../tables/cell-types/of.ts'
import type { CellTypeName, Column } from '../tables/column.ts'
import type { Table } from '../tables/table.ts'
import type { Session } from './session.ts'

/** What the dialog for a formula asks while somebody types; loaded with it, and with it the formula language. */

type Tables = Readonly<Record<string, Table>>

/** The key of a column that is not there yet. */
const DRAFT = '$draft'

const FIRST_ROWS = 5

/** The formula as it is kept, or what is wrong with it and where. */
export function formulaFor(
  typed: string,
  home: Table,
  tables: Tables,
): Result<{ readonly kept: string; readonly sensitive: boolean }> {
  const formula = asFormula(typed)
  const compiled = compile(formula, home, tables, NO_CELLS)
  if (!compiled.ok) return compiled
  const read = compiled.value.references.flatMap((reference): Column[] => {
    if (reference.is === 'cell') return [home.columns[reference.column]!]
    if (reference.is === 'linked') return [tables[reference.table]!.columns[reference.column]!]
    const { columns } = reference.is === 'columns' ? tables[reference.table]! : home
    return reference.columns.map((key) => columns[key]!)
  })
  const sensitive = read.some(({ privacy }) => privacy === 'S')
  return ok({ kept: withKeys(formula, home, tables), sensitive })
}

const nothing = () => {
  throw new Error('a formula is only looked at here')
}
const NO_CELLS = { now: nothing, cell: nothing, area: nothing, target: nothing }

export const shownFormula = (formula: string, home: Table, tables: Tables): string =>
  withLabels(formula, home, tables)

export interface DraftResult {
  /** How the first rows are called, and what the formula comes to in them. */
  readonly rows: readonly { readonly name: string; readonly text: string }[]
}

/** What a formula would come to in the first rows of its table; `column` is the one it would replace. */
export function tryFormula(
  { book }: Session,
  table: string,
  typed: string,
  type: CellTypeName,
  column: string = DRAFT,
): Result<DraftResult> {
  const home = book.tables[table]!
  const checked = formulaFor(typed, home, book.tables)
  if (!checked.ok) return checked
  const draft: Column = { type, zh: '', en: '', computed: true, formula: checked.value.kept }
  const tables = {
    ...book.tables,
    [table]: {
      ...home,
      columns: { ...home.columns, [column]: { ...draft, zh: home.columns[column]?.zh ?? '…' } },
    },
  }
  const formulas = new FormulaColumns({ ...book.formulaWorld(), tables })
  const problem = formulas.problem(table, column)
  if (problem) return { ok: false, problem }
  const context = book.context()
  const ids = book.view(table).ids().slice(0, FIRST_ROWS)
  return ok({
    rows: ids.map((id) => ({
      name: book.shownName(id) ?? '',
      text: cellTypeOf(draft).format(formulas.value(table, id, column), draft, context),
    })),
  })
}

/** Something that may stand where the caret is. */
export interface Completion {
  readonly is: 'function' | 'column' | 'table'
  readonly label: string
  /** What takes the place of the word before the caret. */
  readonly insert: string
  /** How many characters after the beginning of `insert` the caret goes. */
  readonly caret: number
}

const MOST = 8

/** What begins with, or holds, the word before the caret. */
export function completions(
  text: string,
  home: Table,
  tables: Tables,
  matches: (label: string, query: string) => boolean,
): { readonly word: string; readonly found: readonly Completion[] } {
  const word = /(?:\[@?|[\p{L}\p{N}_.]+\[)?[\p{L}\p{N}_.（）]*$/u.exec(text)?.[0] ?? ''
  const inside = /^([\p{L}\p{N}_.]*)\[(@?)(.*)$/u.exec(word)
  if (word === '') return { word, found: [] }
  if (inside) {
    const [, name = '', at = '', query = ''] = inside
    const of = name === '' ? home : Object.values(tables).find(({ zh }) => zh === name)
    const found = of ? columnsLike(of, query, matches) : []
    return { word, found: found.map((label) => completion('column', label, `${name}[${at}${label}]`)) }
  }
  const calls = [...functions.keys()]
    .filter((name) => name.startsWith(word.toUpperCase()))
    .map((name) => completion('function', name, `${name}(`))
  const columns = columnsLike(home, word, matches).map((label) => completion('column', label, `[@${label}]`))
  const others = Object.values(tables)
    .filter((table) => !table.defines && table !== home && matches(table.zh, word))
    .map(({ zh }) => completion('table', zh, `${zh}[`))
  return { word, found: [...columns, ...calls, ...others].slice(0, MOST) }
}

const completion = (is: Completion['is'], label: string, insert: string): Completion => ({
  is,
  label,
  insert,
  caret: insert.length,
})

const columnsLike = (
  { columns }: Table,
  query: string,
  matches: (label: string, query: string) => boolean,
): string[] =>
  Object.values(columns)
    .filter(({ type, zh }) => type !== 'steps' && (query === '' || matches(zh, query)))
    .map(({ zh }) => zh)
    .slice(0, MOST)
