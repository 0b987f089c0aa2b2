import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DELETED } from '../../src/engine/change.ts'
import { TableData } from '../../src/engine/table-data.ts'
import type { Cell } from '../../src/tables/cell.ts'
import { tables } from '../../src/tables/index.ts'

/** Two that may be filled in, one of a fixed list, one whose values can be wrong, and one nobody knows. */
const KEYS = ['no', 'area', 'scene', 'loss_yuan', 'from_tomorrow'] as const

const cell = (key: string): fc.Arbitrary<Cell> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    key === 'loss_yuan' ? fc.constantFrom<Cell>(0, 120, '很多') : fc.constantFrom<Cell>('课堂', '不在单子上'),
  )

const block = fc
  .nat({ max: 6 })
  .chain((count) =>
    fc
      .record(
        Object.fromEntries(
          KEYS.map((key) => [key, fc.array(cell(key), { minLength: count, maxLength: count })]),
        ) as Record<(typeof KEYS)[number], fc.Arbitrary<Cell[]>>,
        { requiredKeys: [] },
      )
      .map((columns) => ({ do: 'append' as const, count, columns })),
  )

const write = fc
  .record({ at: fc.nat({ max: 30 }), key: fc.constantFrom(...KEYS) })
  .chain(({ at, key }) => cell(key).map((value) => ({ do: 'write' as const, at, key, value })))

test('whatever is appended and written, in whatever order, reads as it was put in', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(block, write), { maxLength: 12 }), (steps) => {
      const data = new TableData(tables.incidents)
      const naive: Record<string, Cell>[] = []
      for (const step of steps) {
        if (step.do === 'append') {
          const first = naive.length
          for (let i = 0; i < step.count; i++)
            naive.push(Object.fromEntries(KEYS.map((key) => [key, step.columns[key]?.[i] ?? null])))
          data.append(
            Array.from({ length: step.count }, (_, i) => `#${first + i}`),
            step.columns as Record<string, Cell[]>,
          )
        } else if (step.at < naive.length) {
          naive[step.at]![step.key] = step.value
          data.store(step.at, step.key, step.value)
        }
      }
      naive.forEach((row, at) => {
        for (const key of KEYS) {
          expect(data.stored(at, key)).toBe(row[key])
          if (key !== 'from_tomorrow') expect([null, row[key]]).toContain(data.cell(key, at))
        }
      })
      // Where something was typed there is a cell to come past it.
      for (const { cells, asTyped } of Object.values(data.columns))
        for (const at of asTyped.keys()) expect([cells.length > at, cells.at(at)]).toEqual([true, null])
    }),
  )
})

test('a column in which nothing stands has no cells, whatever rows come and go', () => {
  const data = new TableData(tables.incidents)
  const ids = Array.from({ length: 1000 }, (_, i) => `#${i}`)
  data.append(ids, { no: ids, area: ids.map(() => null), [DELETED]: ids.map((_, i) => i % 2 === 0) })
  data.store(999, 'scene', null)
  expect(
    Object.entries(data.columns)
      .filter(([, { cells }]) => cells.length > 0)
      .map(([key]) => key),
  ).toEqual(['no'])
})
