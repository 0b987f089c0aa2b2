import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FindIndex } from '../../src/engine/find-index.ts'
import { finder } from '../../src/shared/text-search.ts'

const find = (text: string) => finder({ text, whole: false, exact: true })

function searched(index: FindIndex, table: string, text: string): string[] {
  return [...index.search(table, find(text))].flatMap((hits) =>
    hits === null ? [] : [...hits.rows].flatMap((hit, row) => (hit ? [`${hits.column}${row}`] : [])),
  )
}

test('finds what a plain look at every cell finds, also after cells have moved', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 3 })
  const cells = fc.array(text, { minLength: 1, maxLength: 20, size: 'max' })
  const moves = fc.array(fc.tuple(fc.nat(19), text), { maxLength: 10 })
  fc.assert(
    fc.property(cells, moves, text, (column, moves, wanted) => {
      const texts = [...new Set(column)]
      const codes = Uint32Array.from(column, (cell) => texts.indexOf(cell))
      const index = new FindIndex()
      index.set('t', 'x', { texts, codes })
      const now = [...column]
      index.move(
        't',
        moves.map(([row, text]) => ({ column: 'x', row, text })),
      )
      for (const [row, text] of moves) if (row < now.length) now[row] = text
      const plain = now.flatMap((cell, row) => (wanted !== '' && cell.includes(wanted) ? [`x${row}`] : []))
      expect(searched(index, 't', wanted)).toEqual(plain)
      index.forget('t')
      expect(searched(index, 't', wanted)).toEqual([])
    }),
  )
})

test('counts, and lets others have their turn', () => {
  const index = new FindIndex()
  const texts = Array.from({ length: 10_000 }, (_, i) => `第${i}号`)
  index.set('t', 'x', { texts, codes: Uint32Array.from(texts, (_, i) => i) })
  const steps = [...index.search('t', find('99'))]
  expect(steps.filter((step) => step === null)).toHaveLength(5)
  expect(steps.at(-1)?.count).toBe(texts.filter((text) => text.includes('99')).length)
})
