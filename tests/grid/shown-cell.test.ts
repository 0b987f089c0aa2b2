import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { GridAdapter } from '../../src/grid/adapter.ts'
import type { RowSource } from '../../src/grid/row-source.ts'
import { seenTable } from '../../src/grid/seen-table.ts'
import {
  hasLook,
  isDisputed,
  isInvalid,
  isUnsigned,
  lookOf,
  shownCell,
  shownText,
} from '../../src/grid/shown-cell.ts'
import { LOOKS } from '../../src/tables/own/formats.ts'
import { tables } from '../../src/tables/index.ts'

const look = fc.record({ look: fc.constantFrom(...LOOKS), signed: fc.boolean() })
const marks = fc.record({ invalid: fc.boolean(), disputed: fc.boolean(), look: fc.option(look) })
/** As cells hold it: a line may end, nothing else is unprintable. */
const text = fc
  .string({ unit: 'grapheme', maxLength: 20 })
  .map((typed) => `\n${typed}`.slice(typed.length % 2))

test('a cell tells its text and each of its marks, whatever the others are, and no two states are alike', () => {
  fc.assert(
    fc.property(text, marks, text, marks, (one, its, other, others) => {
      const shown = shownCell(one, its)
      expect(shownText(shown)).toBe(one)
      expect(isInvalid(shown)).toBe(its.invalid)
      expect(isDisputed(shown)).toBe(its.disputed)
      expect(isUnsigned(shown)).toBe(its.look?.signed === false)
      expect(lookOf(shown)).toBe(its.look?.look ?? null)
      for (const each of LOOKS) expect(hasLook(shown, each)).toBe(each === its.look?.look)
      const alike = one === other && JSON.stringify(its) === JSON.stringify(others)
      expect(shown === shownCell(other, others)).toBe(alike)
    }),
  )
})

test('on paper the sign goes before the text; that of a whole row before its first cell', () => {
  const red = LOOKS[0]
  const green = LOOKS[2]
  const source = {
    table: tables.staff,
    text: (row: string, column: string) => `${row}${column}`,
    look: (row: string, column: string) => {
      if (row === 'a') return { look: green, signed: column === 'phone' }
      return column === 'name' ? { look: red, signed: true } : null
    },
  } as unknown as RowSource
  const adapter = {
    geometry: { columns: ['sex', 'name', 'phone'].map((key) => ({ key })) },
    rowCount: 2,
    rowAt: (index: number) => ['a', 'b'][index]!,
    groups: { at: () => null, rowsBetween: () => 2 },
  } as unknown as GridAdapter
  const seen = seenTable(
    adapter,
    source,
    (column) => column,
    () => '',
  )
  expect([...seen.rows()]).toEqual([
    ['✓ asex', 'aname', '✓ aphone'],
    ['bsex', '▲ bname', 'bphone'],
  ])
})
