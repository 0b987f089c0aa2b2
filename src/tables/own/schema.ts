import type { Cell } from '../cell.ts'
import type { CellTypeName, Column, ColumnOptions, Option } from '../column.ts'
import type { Table } from '../table.ts'
import type { OWN_TYPES } from './own-columns.ts'

export type Schema = Readonly<Record<string, Table>>

/** A row of a table that says what other tables are like. */
export interface SchemaRow {
  readonly id: string
  readonly cells: Readonly<Record<string, Cell>>
}

/** Live rows of `ownTables`, `ownColumns` and `labels`, in their order. */
export type SchemaRows = (table: (typeof SHAPING)[number]) => Iterable<SchemaRow>

const SHAPING = ['ownTables', 'ownColumns', 'labels'] as const

/** Does a change of this table change what tables and columns there are? */
export const shapesSchema = (table: string): boolean => (SHAPING as readonly string[]).includes(table)

/** The key of what a row of `ownTables` or `ownColumns` defines; null for an id no program has made. */
export const ownKey = (id: string): string | null =>
  /^#[0-9a-z]+(?:-\d+)?$/.test(id) ? `own_${id.slice(1).replace('-', '_')}` : null

/** The row that defines what has this key. */
export const ownId = (key: string): string => `#${key.slice('own_'.length).replace('_', '-')}`

type OwnType = (typeof OWN_TYPES)[number]['zh']

const TYPES: Readonly<Record<OwnType, CellTypeName>> = {
  文字: 'text',
  长文字: 'long',
  数字: 'number',
  金额: 'money',
  日期: 'date',
  时刻: 'time',
  是否: 'yesno',
  单选: 'choice',
  多选: 'choices',
  引用: 'reference',
}

/** The cell type of what people chose. */
export const cellTypeOfOwn = (type: OwnType): CellTypeName => TYPES[type]

/** All tables of a workbook: ours, with the columns, names and tables its school has given it. */
export function schemaOf(builtIn: Schema, rows: SchemaRows): Schema {
  const tables = new Map<string, Table>(Object.entries(builtIn))
  for (const { id, cells } of rows('ownTables')) {
    const name = ownKey(id)
    const label = textOf(cells['label'])
    if (name !== null && label !== null) tables.set(name, emptyTable(name, label))
  }
  for (const { id, cells } of rows('ownColumns')) {
    const table = tables.get(textOf(cells['table']) ?? '')
    const key = ownKey(id)
    const column = key === null ? null : ownColumn(cells, tables)
    if (table && !table.defines && key !== null && column)
      tables.set(
        table.name,
        withColumn(table, key, column, { after: textOf(cells['after']), tells: cells['tells'] === true }),
      )
  }
  for (const { cells } of rows('labels')) {
    const table = tables.get(textOf(cells['table']) ?? '')
    const label = textOf(cells['label'])
    if (table && label !== null) tables.set(table.name, renamed(table, textOf(cells['column']), label))
  }
  return Object.fromEntries(tables)
}

/** Called by its first column, whichever that is once it has some. */
const emptyTable = (name: string, label: string): Table => ({
  name,
  zh: label,
  en: label,
  group: 'ledger',
  own: true,
  key: [],
  shownBy: [],
  columns: {},
})

function withColumn(
  table: Table,
  key: string,
  column: Column,
  { after, tells }: { readonly after: string | null; readonly tells: boolean },
): Table {
  const entries = Object.entries(table.columns)
  const at = entries.findIndex(([other]) => other === after)
  entries.splice(at < 0 ? entries.length : at + 1, 0, [key, column])
  const columns = Object.fromEntries(entries)
  const [first] = table.own ? Object.keys(columns).filter((each) => !columns[each]!.computed) : []
  // Our own tables have keys of their own, and what is worked out follows from what tells rows apart.
  const tellers = table.own && tells && !column.computed ? [...table.key, key] : table.key
  return {
    ...table,
    columns,
    key: Object.keys(columns).filter((each) => tellers.includes(each)),
    ...(first === undefined ? {} : { shownBy: [first] }),
  }
}

function ownColumn(cells: SchemaRow['cells'], tables: ReadonlyMap<string, Table>): Column | null {
  const label = textOf(cells['label'])
  const type = TYPES[cells['type'] as OwnType] as CellTypeName | undefined
  if (label === null || type === undefined) return null
  const formula = textOf(cells['formula'])
  const options: ColumnOptions = {
    zh: label,
    en: label,
    ...contentOf(cells['content'], type, formula !== null),
  }
  if (formula !== null) return { ...options, type, computed: true, own: true, formula }
  const base = { ...options, type, computed: false, own: true } as const
  if (type === 'choice' || type === 'choices') return { ...base, options: optionsOf(cells['options']) }
  if (type !== 'reference') return base
  const to = textOf(cells['to'])
  return to !== null && tables.has(to) ? { ...base, to: [to] } : null
}

/**
 * Anything can be typed into a text, and a formula may say again what other columns say: unless somebody has said that
 * nobody is concerned, both are taken for sentences about people and go out as such.
 */
function contentOf(
  content: Cell | undefined,
  type: CellTypeName,
  computed: boolean,
): Pick<ColumnOptions, 'holds' | 'privacy'> {
  if (content === '敏感') return { holds: 'health', privacy: 'S' }
  // Whom a reference names, the table says that it points to.
  if (type === 'reference') return {}
  if (content === '不涉及个人') return { holds: 'plain' }
  const open = computed || type === 'text' || type === 'long' || content === '可能涉及个人'
  return open ? { holds: 'narrative' } : {}
}

const optionsOf = (cell: Cell | undefined): Option[] =>
  [...new Set(Array.isArray(cell) ? (cell as readonly string[]) : [])].map((zh) => ({ zh, en: zh }))

/** The name it had stays known: files made before bear it. */
function renamed(table: Table, key: string | null, label: string): Table {
  if (key === null) return { ...table, zh: label, en: label }
  const column = Object.hasOwn(table.columns, key) ? table.columns[key] : undefined
  if (!column) return table
  const synonyms = [column.zh, ...(column.synonyms ?? [])]
  return { ...table, columns: { ...table.columns, [key]: { ...column, zh: label, en: label, synonyms } } }
}

const textOf = (cell: Cell | undefined): string | null =>
  typeof cell === 'string' && cell.trim() !== '' ? cell.trim() : null
