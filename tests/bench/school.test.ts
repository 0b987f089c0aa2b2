import { describe, expect, it } from 'vitest'
import { isTableName, tables } from '../../src/tables/index.ts'
import type { Columns } from '../../src/tables/table.ts'
import { judge, type Book, type PlainRow } from '../oracle/naive-school.ts'
import { benchSchool, personId, rightScores, TERMS, termId, type BenchSchool } from './school.ts'

const asBook = (school: BenchSchool): Book =>
  Object.fromEntries(
    Object.entries(school.tables).map(([table, { ids, columns }]) => [
      table,
      ids.map((id, i): PlainRow => ({
        $id: id,
        ...Object.fromEntries(Object.entries(columns).map(([key, cells]) => [key, cells[i]])),
      })),
    ]),
  )

/** The judge's scores in the order of the bench. */
function judged(school: BenchSchool) {
  const { scoreOfRows } = judge(asBook(school))
  const of = (pick: 'raw' | 'final') => {
    const scores = new Int32Array(school.facts.department.length * TERMS)
    for (const { term, person, score } of scoreOfRows)
      scores[
        (Number(String(person['$id']).slice(2)) - 1) * TERMS + Number(String(term['$id']).slice(2)) - 1
      ] = score[pick]
    return scores
  }
  return { raw: of('raw'), final: of('final') }
}

describe('the bench workload', () => {
  it('has the scores it says, before and after its edits', () => {
    const school = benchSchool(400)
    expect(judged(school)).toEqual(rightScores(school.facts))
    const { ids, columns } = school.tables['incidentPeople']!
    for (const edit of school.edits) {
      const at = ids.indexOf(edit.row)
      expect(columns['level']![at]).not.toBe(edit.value)
      columns['level']![at] = edit.value
      school.facts.severity[edit.incident] = edit.severity
    }
    expect(judged(school)).toEqual(rightScores(school.facts))
  })

  it('speaks the tables: known input columns, valid choices, ids that exist', () => {
    const school = benchSchool(300)
    const ids = new Set(Object.values(school.tables).flatMap((table) => table.ids))
    expect(school.tables['incidents']!.ids[0]).toBe('#i000001')
    expect([...ids]).toContain(personId(199))
    expect([...ids]).toContain(termId(5))
    for (const [name, { columns, ids: rows }] of Object.entries(school.tables)) {
      if (!isTableName(name)) throw new Error(`no table ${name}`)
      const known: Columns = tables[name].columns
      for (const [key, cells] of Object.entries(columns)) {
        const column = known[key]!
        expect(column?.computed, `${name}.${key}`).toBe(false)
        expect(cells).toHaveLength(rows.length)
        for (const cell of cells) {
          if (column.type === 'choice') expect(column.options!.map((option) => option.zh)).toContain(cell)
          if (column.type === 'reference')
            expect(ids.has(String(cell)), `${name}.${key} ${String(cell)}`).toBe(true)
        }
      }
    }
  })

  it('is the same on every call and fills fifteen columns of each incident', () => {
    const [one, two] = [benchSchool(1000), benchSchool(1000)]
    expect(one).toEqual(two)
    const columns = Object.values(one.tables['incidents']!.columns)
    expect(columns).toHaveLength(15)
    expect(columns.every((cells) => cells.every((cell) => cell !== null && cell !== ''))).toBe(true)
    expect(one.edits).toHaveLength(1000)
    expect(one.tables['reportLegs']!.ids.length).toBeGreaterThan(0)
  })
})
