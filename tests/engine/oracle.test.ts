import { describe, expect, it } from 'vitest'
import { isLocalDate } from '../../src/shared/local-date.ts'
import { judge, type Book, type PlainRow } from '../oracle/naive-school.ts'
import { seededSchool } from '../oracle/generate-school.ts'
import { seededEdits, applyEdit, withIds } from '../oracle/random-edits.ts'
import { fromScratch, results } from './agreement.ts'
import { EngineBook } from './open-book.ts'

const SCHOOLS = 2_000
/** Schools that are edited, and edits in each: 5,000 edits in all. */
const EDITED = 25
const EDITS = 200

const isDated = (term: PlainRow): boolean =>
  [term['score_from'], term['score_to']].every((day) => typeof day === 'string' && isLocalDate(day))

/** What the engine and the judge say of the same rows, side by side. */
function compare(engine: EngineBook, book: Book): { engine: unknown; judge: unknown } {
  const judged = judge(book)
  const idOf = (table: string, row: PlainRow) => engine.idOf(table, book[table]!.indexOf(row))
  const classes = [...judged.classOfRow].map(([row, expected]) => ({ id: idOf('incidents', row), expected }))
  const scores = judged.scoreOfRows.map(({ term, person, score }) => ({
    term: idOf('terms', term),
    person: idOf('staff', person),
    // A term whose scoring days cannot be read scores nobody; the judge has no term to look in either.
    score: isDated(term) ? score : null,
  }))
  return {
    engine: [
      classes.map(({ id }) => [id, engine.classOf(id)]),
      scores.map(({ term, person }) => [term, person, engine.score(term, person)]),
    ],
    judge: [
      classes.map(({ id, expected }) => [id, expected]),
      scores.map(({ term, person, score }) => [term, person, score]),
    ],
  }
}

describe('the engine and the independent judge', () => {
  it(`agree on every class, score, veto and allowance of ${SCHOOLS} schools`, () => {
    for (let seed = 1; seed <= SCHOOLS; seed++) {
      const book = withIds(seededSchool(seed))
      const said = compare(EngineBook.loaded(book), book)
      expect(said.engine, `school of seed ${seed}`).toEqual(said.judge)
    }
  }, 300_000)

  it(`agree after each of ${EDITED * EDITS} random edits, and so does computing from scratch`, () => {
    for (let seed = 1; seed <= EDITED; seed++) {
      const book = withIds(seededSchool(seed * 7919))
      const engine = new EngineBook(book)
      for (const edit of seededEdits(book, EDITS, seed, { renames: true })) {
        engine.edit(edit)
        applyEdit(book, edit)
        const where = `school ${seed}, after ${JSON.stringify(edit)}`
        expect(results(engine.workbook), where).toEqual(results(fromScratch(engine.workbook)))
        const said = compare(engine, book)
        expect(said.engine, where).toEqual(said.judge)
      }
    }
  }, 300_000)
})
