import { isLocalDate } from '../../src/shared/local-date.ts'
import { judge, type Book, type PlainRow } from '../oracle/naive-school.ts'
import type { EngineBook } from './open-book.ts'

const isDated = (term: PlainRow): boolean =>
  [term['score_from'], term['score_to']].every((day) => typeof day === 'string' && isLocalDate(day))

/** What the engine and the judge say of the same rows, side by side. */
export function besideJudge(engine: EngineBook, book: Book): { engine: unknown; judge: unknown } {
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
