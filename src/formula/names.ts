import { parseStructRef } from '@borgar/fx'
import { ok, type Result } from '../shared/result.ts'
import type { Column } from '../tables/column.ts'
import type { Table } from '../tables/table.ts'
import { parseFormula, placeOf, rewritten, walk, wrongAt, type Node, type ReferenceNode } from './parse.ts'

export type Tables = Readonly<Record<string, Table>>

/** What a name in a formula means. */
export type Reference =
  /** `[@得分]` or `得分`: a cell of the same row. */
  | { readonly is: 'cell'; readonly column: string }
  /** `[@[一]:[五]]`: cells of the same row, side by side. */
  | { readonly is: 'cells'; readonly columns: readonly string[] }
  /** `[@责任人.部门]`: a cell of the row that a reference of this row points to. */
  | { readonly is: 'linked'; readonly by: string; readonly table: string; readonly column: string }
  /** `[得分]`, `隐患台账[等级]`, `隐患台账[[编号]:[等级]]`: whole columns. */
  | { readonly is: 'columns'; readonly table: string; readonly columns: readonly string[] }

/** Explanations are sentences, not values. */
const isNamed = ({ type }: Column): boolean => type !== 'steps'

/** A column by its label, its key, or another heading it is known under, in this order. */
function findColumn({ columns }: Table, name: string): string | null {
  const wanted = name.trim().toLowerCase()
  const is = (other: string) => other.toLowerCase() === wanted
  const known = Object.entries(columns).filter(([, column]) => isNamed(column))
  const found =
    known.find(([, { zh }]) => is(zh)) ??
    known.find(([key]) => is(key)) ??
    known.find(([, { en }]) => is(en)) ??
    known.find(([, { synonyms = [] }]) => synonyms.some(is))
  return found?.[0] ?? null
}

function findTable(tables: Tables, name: string): Table | null {
  const wanted = name.toLowerCase()
  const all = Object.values(tables)
  return (
    all.find(({ zh }) => zh.toLowerCase() === wanted) ??
    all.find((table) => table.name.toLowerCase() === wanted) ??
    all.find(({ en }) => en.toLowerCase() === wanted) ??
    null
  )
}

/** What a name in a formula of `home` means, or what is wrong with it. */
export function resolve(node: ReferenceNode, home: Table, tables: Tables): Result<Reference> {
  const at = placeOf(node)
  if (node.kind === 'name' || node.kind === 'range') {
    const found = ofThisRow(home, tables, node.value)
    if (found) return ok(found)
    return node.kind === 'range'
      ? wrongAt('cell-address', at, { name: node.value })
      : wrongAt('unknown-name', at, { name: node.value, table: home.zh })
  }
  const parsed = node.kind === 'table' ? parseStructRef(node.value) : undefined
  const { table = '', columns = [], sections = [] } = parsed ?? {}
  if (!parsed || columns.length === 0)
    return wrongAt('unknown-name', at, { name: node.value, table: home.zh })
  const of = table === '' ? home : findTable(tables, table)
  if (!of) return wrongAt('unknown-table', at, { name: table })
  if (sections.includes('this row')) {
    if (of !== home) return wrongAt('other-row', at, { table: of.zh })
    const found = columns.length === 1 ? ofThisRow(home, tables, columns[0]!) : null
    if (found) return ok(found)
  }
  const keys: string[] = []
  for (const name of columns) {
    const key = findColumn(of, name)
    if (key === null) return wrongAt('unknown-name', at, { name, table: of.zh })
    keys.push(key)
  }
  const span = between(of, keys)
  return ok(
    sections.includes('this row')
      ? { is: 'cells', columns: span }
      : { is: 'columns', table: of.name, columns: span },
  )
}

/** All columns from the first to the last. */
function between({ columns }: Table, ends: readonly string[]): readonly string[] {
  if (ends.length === 1) return ends
  const keys = Object.keys(columns)
  const [from, to] = ends.map((key) => keys.indexOf(key)).sort((a, b) => a - b)
  return keys.slice(from, to! + 1).filter((key) => isNamed(columns[key]!))
}

function ofThisRow(home: Table, tables: Tables, name: string): Reference | null {
  const column = findColumn(home, name)
  if (column !== null) return { is: 'cell', column }
  const dot = name.indexOf('.')
  const by = dot < 0 ? null : findColumn(home, name.slice(0, dot))
  const definition = by === null ? null : home.columns[by]!
  const target = definition?.type === 'reference' ? tables[definition.to?.[0] ?? ''] : undefined
  const linked = target && findColumn(target, name.slice(dot + 1))
  return target && linked ? { is: 'linked', by: by!, table: target.name, column: linked } : null
}

/** How columns and tables are written in a formula. */
interface Spelling {
  readonly table: (table: Table) => string
  readonly column: (table: Table, key: string) => string
}

/** As it is kept: by keys, which stay when somebody renames a column. */
const BY_KEYS: Spelling = { table: ({ name }) => name, column: (_table, key) => key }

/** As people read and type it. */
const BY_LABELS: Spelling = {
  // A name with other signs could not be told from the formula around it.
  table: ({ zh, name }) => (/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(zh) ? zh : name),
  column: (table, key) => {
    const { zh } = table.columns[key]!
    // Two columns of one label are told apart by their keys.
    return findColumn(table, zh) === key ? zh : key
  },
}

const bracketed = (name: string): string =>
  /^[\p{L}\p{N}_][\p{L}\p{N}_ .()（）/-]*$/u.test(name)
    ? name
    : `[${name.replace(/[[\]#'@]/g, (sign) => `'${sign}`)}]`

function spelled(reference: Reference, home: Table, tables: Tables, spelling: Spelling): string {
  switch (reference.is) {
    case 'cell':
      return `[@${bracketed(spelling.column(home, reference.column))}]`
    case 'linked': {
      const target = tables[reference.table]!
      return `[@${bracketed(`${spelling.column(home, reference.by)}.${spelling.column(target, reference.column)}`)}]`
    }
    case 'cells':
    case 'columns': {
      const table = reference.is === 'columns' ? tables[reference.table]! : home
      const [first, last] = [reference.columns[0]!, reference.columns.at(-1)!].map((key) =>
        spelling.column(table, key),
      ) as [string, string]
      const row = reference.is === 'cells' ? '@' : ''
      const of = table === home ? '' : spelling.table(table)
      return reference.columns.length === 1
        ? `${of}[${row}${bracketed(first)}]`
        : `${of}[${row}${inBrackets(first)}:${inBrackets(last)}]`
    }
  }
}

const inBrackets = (name: string): string => {
  const written = bracketed(name)
  return written.startsWith('[') ? written : `[${written}]`
}

function respelled(formula: string, home: Table, tables: Tables, spelling: Spelling): string {
  const parsed = parseFormula(formula)
  if (!parsed.ok) return formula
  const parts = referencesIn(parsed.value).flatMap((node) => {
    const reference = resolve(node, home, tables)
    const by = reference.ok ? spelled(reference.value, home, tables, spelling) : node.value
    return node.loc ? [{ from: node.loc[0]!, to: node.loc[1]!, by }] : []
  })
  return rewritten(formula, parts)
}

export const referencesIn = (node: Node): ReferenceNode[] =>
  [...walk(node)].filter((each): each is ReferenceNode => each.type === 'ReferenceIdentifier')

/** The formula with every name it knows as a key: what is stored. Labels may then change as they like. */
export const withKeys = (formula: string, home: Table, tables: Tables): string =>
  respelled(formula, home, tables, BY_KEYS)

/** The formula as people read it. */
export const withLabels = (formula: string, home: Table, tables: Tables): string =>
  respelled(formula, home, tables, BY_LABELS)
