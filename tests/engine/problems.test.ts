import { expect, it } from 'vitest'
import { memorySession } from '../app/memory-session.ts'

it('the problems of a row are those of each of its cells, whatever was typed into it', () => {
  const { session } = memorySession({ sample: 'whole' })
  const { book } = session
  const how = { source: 'user', label: { code: 'grid.edit' } } as const
  // Something that fits nowhere, and nothing at all, in every column of the last two rows of each table.
  for (const [table, { columns, record }] of Object.entries(book.tables)) {
    if (record) continue
    const rows = book.view(table).ids().slice(-2)
    const edits = rows.flatMap((row, at) =>
      Object.keys(columns).map((column) => ({ table, row, column, input: at === 0 ? '不是这个' : '' })),
    )
    session.edit(edits, how)
  }
  const expected: string[] = []
  const found: string[] = []
  for (const [table, { columns }] of Object.entries(book.tables)) {
    book.content(table).ids.forEach((row, position) => {
      for (const column of Object.keys(columns)) {
        const problem = book.problem(table, row, column)
        if (problem) expected.push(`${table} ${row} ${column} ${problem.code}`)
      }
      for (const [column, problem] of book.problemsAt(table, position))
        found.push(`${table} ${row} ${column} ${problem.code}`)
    })
  }
  expect(found).toEqual(expected)
  expect(new Set(expected.map((each) => each.split(' ')[3])).size).toBeGreaterThan(4)
})
