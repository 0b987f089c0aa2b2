import fc from 'fast-check'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { expect, it } from 'vitest'
import { parquetOf } from '../../src/exchange/parquet.ts'
import type { Kept, ParquetColumn } from '../../src/exchange/parquet-rows.ts'
import { addDays, addMinutes } from '../../src/shared/local-date.ts'
import type { Cell } from '../../src/tables/cell.ts'

const facts = { workbook: 'w1', school: '城关小学', made: '2027-03-10 09:00', audience: 'whole' }

const column = (key: string, kept: Kept): ParquetColumn => ({
  key,
  kept,
  zh: key,
  en: key,
  type: 'text',
  computed: false,
  changed: false,
})

const KINDS: readonly Kept[] = ['text', 'list', 'truth', 'whole', 'number', 'money', 'date', 'time']
const columns = KINDS.map((kept) => column(kept, kept))

const words = fc.string({ unit: 'grapheme', maxLength: 12 })
const day = fc.integer({ min: -40_000, max: 60_000 }).map((days) => addDays('1970-01-01', days))
const cells: Readonly<Record<Kept, fc.Arbitrary<Cell>>> = {
  text: words,
  list: fc.array(words, { maxLength: 4 }),
  truth: fc.boolean(),
  whole: fc.maxSafeInteger(),
  number: fc.double({ noNaN: true, noDefaultInfinity: true }),
  // The reader multiplies by a hundredth: of larger sums its last digit is not ours.
  money: fc.integer({ min: -(10 ** 12), max: 10 ** 12 }).map((fen) => fen / 100),
  date: day,
  time: fc.tuple(day, fc.nat(1439)).map(([date, minutes]) => addMinutes(`${date} 00:00`, minutes)),
}
/** Also empty ones, and such as hold what somebody typed into a column for something else. */
const cellOf = (kept: Kept) => fc.oneof(fc.constant(null), cells[kept], words, cells.number, cells.list)
const rows = fc.array(fc.tuple(words, ...KINDS.map(cellOf)), { maxLength: 30, size: 'max' })

/** What an independent reader finds, written as the program writes it. */
function asCell(kept: Kept, value: unknown): Cell {
  if (value === null || value === undefined) return null
  if (kept === 'whole') return Number(value)
  if (kept === 'money') return Number((value as number).toFixed(2))
  if (kept === 'date') return (value as Date).toISOString().slice(0, 10)
  if (kept === 'time') return (value as Date).toISOString().slice(0, 16).replace('T', ' ')
  return value as Cell
}

const read = (bytes: Uint8Array) => {
  const file = bytes.slice().buffer
  return parquetReadObjects({ file: { byteLength: file.byteLength, slice: (a, b) => file.slice(a, b) } })
}

it('whatever stands in the rows is found by an independent reader, typed, or word for word where it is not of the type', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (given) => {
      const found = await read(parquetOf({ name: 't', zh: '表', en: 'T', columns, rows: given }, facts))
      expect(found).toHaveLength(given.length)
      found.forEach((row, line) => {
        const [id, ...cellsOf] = given[line]!
        expect(row['_id']).toBe(id)
        expect(row['_workbook']).toBe('w1')
        expect(asCell('time', row['_made'])).toBe(facts.made)
        const typed = JSON.parse((row['_typed'] as string | null) ?? '{}') as Record<string, Cell>
        KINDS.forEach((kept, at) => {
          const cell = cellsOf[at]!
          const value = asCell(kept, row[kept])
          const back = value ?? typed[kept] ?? null
          // Only text takes what is not its own; and minus nothing is nothing.
          const wanted = kept === 'text' && !Array.isArray(cell) && cell !== null ? String(cell) : cell
          expect(typeof back === 'number' ? back + 0 : back, kept).toEqual(
            typeof wanted === 'number' ? wanted + 0 : wanted,
          )
          expect(value !== null && kept in typed).toBe(false)
        })
      })
    }),
    { numRuns: 150 },
  )
}, 30_000)

it('a file says by itself what its columns are called, and so does one without rows', async () => {
  const table = { name: 'hazards', zh: '隐患台账', en: 'Hazards', columns, rows: [] }
  const bytes = parquetOf(table, facts)
  expect(await read(bytes)).toEqual([])
  const { key_value_metadata, schema } = parquetMetadata(bytes.slice().buffer)
  const said = JSON.parse(key_value_metadata!.find(({ key }) => key === 'dutybook')!.value!) as object
  expect(said).toMatchObject({
    format: 1,
    workbook: 'w1',
    school: '城关小学',
    table: 'hazards',
    zh: '隐患台账',
  })
  const types = new Map(schema.map(({ name, logical_type }) => [name, logical_type]))
  expect(types.get('date')).toEqual({ type: 'DATE' })
  // Local: a reader in another place must not move the clock.
  expect(types.get('time')).toEqual({ type: 'TIMESTAMP', isAdjustedToUTC: false, unit: 'MICROS' })
})
