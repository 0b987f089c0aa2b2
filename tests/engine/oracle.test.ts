import { expect, it } from 'vitest'
import { seededSchool } from '../oracle/generate-school.ts'
import { withIds } from '../oracle/random-edits.ts'
import { besideJudge } from './beside-judge.ts'
import { EngineBook } from './open-book.ts'

const SCHOOLS = 2_000

it(`the engine and the independent judge agree on every class, score, veto and allowance of ${SCHOOLS} schools`, () => {
  for (let seed = 1; seed <= SCHOOLS; seed++) {
    const book = withIds(seededSchool(seed))
    const said = besideJudge(EngineBook.loaded(book), book)
    expect(said.engine, `school of seed ${seed}`).toEqual(said.judge)
  }
}, 300_000)
