import { parquetWriteBuffer, type ColumnSource, type SchemaElement } from 'hyparquet-writer'
import { daysBetween, isLocalDate, isLocalTime, minutesBetween } from '../shared/local-date.ts'
import type { Cell } from '../tables/cell.ts'
import type { Kept, ParquetColumn, ParquetFacts, ParquetFile, ParquetTable } from './parquet-rows.ts'
import { writeZip } from './zip-write.ts'

/** Raised whenever a column of ours changes its meaning. */
const FORMAT = 1

/**
 * Columns before those of the table. A data platform reads the files of many schools as one table: each row says by
 * itself whose it is and of when, and of several files of one school the newest can be taken.
 */
export const OWN_COLUMNS = {
  id: '_id',
  workbook: '_workbook',
  made: '_made',
  /** What stands in cells that are not of their column's type, as JSON by column: kept as typed, as everywhere. */
  typed: '_typed',
} as const

interface Keeping {
  /** The column as DuckDB calls it, for the description. */
  readonly said: string
  readonly schema: (name: string) => SchemaElement[]
  /** The value as Parquet keeps it; undefined when the cell holds something else. */
  readonly take: (cell: NonNullable<Cell>) => unknown
}

const plain = (element: Omit<SchemaElement, 'name' | 'repetition_type'>) => (name: string) => [
  { ...element, name, repetition_type: 'OPTIONAL' } as const,
]

const EPOCH = '1970-01-01'
const FEN = 2
/** What a spreadsheet keeps of a number, so that a sum of money stays exact to the fen. */
const MOST_YUAN = 1e15

const TEXT: Keeping = {
  said: 'VARCHAR',
  schema: plain({ type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } }),
  take: (cell) => (typeof cell === 'object' ? undefined : String(cell)),
}

const TIME: Keeping = {
  said: 'TIMESTAMP',
  // Local time on the school's wall, wherever the reader is.
  schema: plain({
    type: 'INT64',
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: false, unit: 'MICROS' },
  }),
  take: (cell) =>
    typeof cell === 'string' && isLocalTime(cell)
      ? BigInt(minutesBetween(`${EPOCH} 00:00`, cell)) * 60_000_000n
      : undefined,
}

const KEEPING: Readonly<Record<Kept, Keeping>> = {
  text: TEXT,
  time: TIME,
  list: {
    said: 'VARCHAR[]',
    schema: (name) => [
      {
        name,
        repetition_type: 'OPTIONAL',
        num_children: 1,
        converted_type: 'LIST',
        logical_type: { type: 'LIST' },
      },
      { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
      ...plain({ type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } })('element'),
    ],
    take: (cell) => (Array.isArray(cell) ? cell : undefined),
  },
  truth: {
    said: 'BOOLEAN',
    schema: plain({ type: 'BOOLEAN' }),
    take: (cell) => (typeof cell === 'boolean' ? cell : undefined),
  },
  whole: {
    said: 'BIGINT',
    schema: plain({ type: 'INT64' }),
    take: (cell) => (Number.isSafeInteger(cell) ? BigInt(cell as number) : undefined),
  },
  number: {
    said: 'DOUBLE',
    schema: plain({ type: 'DOUBLE' }),
    take: (cell) => (typeof cell === 'number' ? cell : undefined),
  },
  money: {
    said: 'DECIMAL(18,2)',
    schema: plain({
      type: 'INT64',
      converted_type: 'DECIMAL',
      scale: FEN,
      precision: 18,
      logical_type: { type: 'DECIMAL', scale: FEN, precision: 18 },
    }),
    take: (cell) => {
      if (typeof cell !== 'number' || !(Math.abs(cell) < MOST_YUAN)) return undefined
      const written = cell.toFixed(FEN)
      return Number(written) === cell ? BigInt(written.replace('.', '')) : undefined
    },
  },
  date: {
    said: 'DATE',
    schema: plain({ type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } }),
    take: (cell) => (typeof cell === 'string' && isLocalDate(cell) ? daysBetween(EPOCH, cell) : undefined),
  },
}

/** All tables in a zip, one file a table, beside a description for those who do not have the program. */
export async function writeParquetFile({ facts, tables }: ParquetFile): Promise<Uint8Array> {
  const described = JSON.stringify(description(facts, tables), null, 2)
  return writeZip([
    { name: 'schema.json', bytes: new TextEncoder().encode(described) },
    ...tables.map((table) => ({ name: `${table.name}.parquet`, bytes: parquetOf(table, facts) })),
  ])
}

/** A table as a Parquet file (Snappy), which says by itself what is in it. */
export function parquetOf(table: ParquetTable, facts: ParquetFacts): Uint8Array {
  const { columns, rows } = table
  const typed = rows.map((): Record<string, Cell> | null => null)
  const data = columns.map(({ key, kept }, at) => {
    const { take } = KEEPING[kept]
    return rows.map((row, line) => {
      const cell = row[at + 1] ?? null
      const value = cell === null ? null : take(cell)
      if (value === undefined) (typed[line] ??= {})[key] = cell
      return value ?? null
    })
  })
  const own: readonly (readonly [name: string, keeping: Keeping, data: unknown[]])[] = [
    [OWN_COLUMNS.id, TEXT, rows.map(([id]) => id)],
    [OWN_COLUMNS.workbook, TEXT, rows.map(() => facts.workbook)],
    [OWN_COLUMNS.made, TIME, rows.map(() => TIME.take(facts.made) ?? null)],
    [OWN_COLUMNS.typed, TEXT, typed.map((cells) => cells && JSON.stringify(cells))],
  ]
  const all = [...own, ...columns.map(({ key, kept }, at) => [key, KEEPING[kept], data[at]!] as const)]
  const root: SchemaElement = { name: 'root', num_children: all.length }
  const buffer = parquetWriteBuffer({
    schema: [root, ...all.flatMap(([name, keeping]) => keeping.schema(name))],
    columnData: all.map(([name, , values]): ColumnSource => ({ name, data: values })),
    kvMetadata: [
      { key: 'dutybook', value: JSON.stringify({ format: FORMAT, ...facts, ...tableDescription(table) }) },
    ],
    createdBy: 'dutybook',
  })
  return new Uint8Array(buffer)
}

/** What `schema.json` says. */
const description = (facts: ParquetFacts, tables: readonly ParquetTable[]) => ({
  format: FORMAT,
  ...facts,
  own: {
    [OWN_COLUMNS.id]: TEXT.said,
    [OWN_COLUMNS.workbook]: TEXT.said,
    [OWN_COLUMNS.made]: TIME.said,
    [OWN_COLUMNS.typed]: TEXT.said,
  },
  tables: tables.map((table) => ({ file: `${table.name}.parquet`, ...tableDescription(table) })),
})

const tableDescription = ({ name, zh, en, columns, rows }: ParquetTable) => ({
  table: name,
  zh,
  en,
  rows: rows.length,
  columns: columns.map(({ key, kept, ...column }: ParquetColumn) => ({
    name: key,
    parquet: KEEPING[kept].said,
    ...column,
  })),
})
