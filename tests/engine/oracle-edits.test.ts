import { expect, it } from 'vitest'
import { seededSchool } from '../oracle/generate-school.ts'
import { applyEdit, seededEdits, withIds } from '../oracle/random-edits.ts'
import { fromScratch, results } from './agreement.ts'
import { besideJudge } from './beside-judge.ts'
import { EngineBook } from './open-book.ts'

/** Schools that are edited, and edits in each: 5,000 edits in all. */
const EDITED = 25
const EDITS = 200

it(`the engine and the independent judge agree after each of ${EDITED * EDITS} random edits, and so does computing from scratch`, () => {
  for (let seed = 1; seed <= EDITED; seed++) {
    const book = withIds(seededSchool(seed * 7919))
    const engine = new EngineBook(book)
    for (const edit of seededEdits(book, EDITS, seed, { renames: true })) {
      engine.edit(edit)
      applyEdit(book, edit)
      const where = `school ${seed}, after ${JSON.stringify(edit)}`
      expect(results(engine.workbook), where).toEqual(results(fromScratch(engine.workbook)))
      const said = besideJudge(engine, book)
      expect(said.engine, where).toEqual(said.judge)
    }
  }
}, 300_000)
