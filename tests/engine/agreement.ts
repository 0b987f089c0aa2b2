import { Workbook } from '../../src/engine/workbook.ts'
import type { Cell } from '../../src/tables/cell.ts'
import { tables } from '../../src/tables/index.ts'
import { NOW } from './open-book.ts'

/** The same inputs in a fresh workbook, computed from scratch. */
export function fromScratch(book: Workbook): Workbook {
  const fresh = new Workbook({ tables, now: () => NOW })
  for (const table of Object.keys(book.tables)) {
    const { ids, keys, column } = book.content(table)
    fresh.load(table, { ids, columns: Object.fromEntries(keys.map((key) => [key, column(key)])) })
  }
  fresh.start()
  return fresh
}

const JUDGED: Readonly<Record<string, readonly string[]>> = {
  incidents: ['injury_level', 'severity', 'liability', 'class6', 'term'],
  findings: ['finding', 'class6', 'points'],
}

/** Every class, finding and score of a workbook, to compare one way of computing with another. */
export function results(book: Workbook): Record<string, unknown> {
  const found: Record<string, unknown> = {}
  for (const [table, columns] of Object.entries(JUDGED))
    for (const row of book.view(table).ids())
      found[`${table} ${row}`] = columns.map((column) => book.value(table, row, column) as Cell)
  for (const term of book.view('terms').ids())
    for (const person of book.view('staff').ids()) {
      const score = book.score(term, person)
      const all = score && { rank: score.rank, amount: score.amount, termTotal: score.termTotal }
      found[`${term} ${person}`] = score && { ...score, ...all }
    }
  found.deductions = book.view('deductions').ids().slice().sort()
  found.vetoes = book.view('vetoes').ids().slice().sort()
  return found
}
