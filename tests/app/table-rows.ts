import fc from 'fast-check'
import type { Cell } from '../../src/tables/cell.ts'
import type { Column } from '../../src/tables/column.ts'
import { isTakenIn, type Table } from '../../src/tables/table.ts'
import { addDays } from '../../src/shared/local-date.ts'

/** Tables in which people write rows of their own. */
export const isWritten = (table: Table): boolean =>
  !table.generated && !table.record && !table.defines && !isTakenIn(table)

const BASE = '2026-09-01'
const words = fc.string({ unit: fc.constantFrom(...'查看楼道灯具'), minLength: 1, maxLength: 8 })

/**
 * A value a person could choose in the `n`-th row of a table. Rows differ in what can tell them apart: texts, days and
 * references go by `n`.
 */
function valueOf(
  column: Column,
  n: number,
  idsOf: (table: string) => readonly string[],
): fc.Arbitrary<Cell> | null {
  const options = (column.options ?? []).map(({ zh }) => zh)
  const least = column.min ?? 0
  const most = Math.max(least, Math.min(column.max ?? least + 5000, least + 5000))
  const targets = column.to === undefined ? [] : idsOf(column.to[0]!)
  switch (column.type) {
    case 'text':
    case 'long':
    case 'file':
    case 'signature':
      return words.map((text) => `${text}之${n + 1}`)
    case 'choice':
      return fc.constant(options[n % options.length]!)
    case 'choices':
      return options.length ? fc.constant([options[n % options.length]!]) : words.map((text) => [text])
    case 'yesno':
      return fc.boolean()
    case 'integer':
      return fc.constant(Math.min(most, least + n + 1))
    case 'number':
    case 'money':
      return fc.integer({ min: least * 100, max: most * 100 }).map((cents) => cents / 100)
    case 'date':
      return fc.constant(addDays(BASE, n))
    case 'time':
      return fc
        .integer({ min: 0, max: 59 })
        .map((m) => `${addDays(BASE, n)} 10:${String(m).padStart(2, '0')}`)
    case 'reference':
      return targets.length ? fc.constant(targets[n % targets.length]!) : null
    case 'references':
      return targets.length ? fc.constant([targets[n % targets.length]!]) : null
    default:
      return null
  }
}

/** The cells of a row, drawn by `seed`; columns that nobody types are left out. */
export function rowOf(
  table: Table,
  n: number,
  seed: number,
  idsOf: (table: string) => readonly string[],
): Record<string, Cell> {
  const cells: Record<string, Cell> = {}
  for (const [key, column] of Object.entries(table.columns)) {
    if (column.computed || column.fixed) continue
    const value = valueOf(column, n, idsOf)
    if (value !== null)
      cells[key] = fc.sample(value, { seed: seedOf(`${table.name}.${key}.${seed}`), numRuns: 1 })[0]!
  }
  return cells
}

/** Rows of two tables must not bear one name: a reference to either would mean neither. */
const seedOf = (text: string): number =>
  [...text].reduce((hash, character) => Math.imul(hash ^ character.charCodeAt(0), 0x01000193), 0x811c9dc5)
