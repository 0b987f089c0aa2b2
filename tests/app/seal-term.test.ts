import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applySettings } from '../../src/app/what-if.ts'
import { adjustSealed, openDifference, termForAdjusting } from '../../src/app/adjust-sealed.ts'
import { compareTerms, termBefore } from '../../src/app/compare-terms.ts'
import { scoreExportOf } from '../../src/app/score-export.ts'
import { confirmTerm, postTerm, sealEdits, sealOf, sealTerm, unsealTerm } from '../../src/app/seal-term.ts'
import type { Session } from '../../src/app/session.ts'
import { scoreRowId } from '../../src/engine/generated.ts'
import { isGeneratedId, type Workbook } from '../../src/engine/workbook.ts'
import { scoreSheets } from '../../src/exchange/score-sheets.ts'
import { settingOf } from '../../src/rules/policy.ts'
import { sealedFrom, sealedText } from '../../src/rules/sealed-score.ts'
import type { ScoreFacts } from '../../src/rules/score-facts.ts'
import { fromScratch, results } from '../engine/agreement.ts'
import { EngineBook } from '../engine/open-book.ts'
import { seededSchool } from '../oracle/generate-school.ts'
import { judge } from '../oracle/naive-school.ts'
import { applyEdit, seededEdits, withIds } from '../oracle/random-edits.ts'
import { memorySession } from './memory-session.ts'
import { value } from './value.ts'

const USER = { source: 'user', label: { code: 'cell.edit' } } as const

/** The numbers of everybody in a term; who he is and where he works is not sealed. */
function numbers(book: Workbook, term: string): Record<string, unknown> {
  const found: Record<string, unknown> = {}
  for (const person of book.assessed(term)) {
    const score = book.score(term, person)!
    found[person] = { ...plain(score), termTotal: score.termTotal }
  }
  return found
}

const plain = (score: ScoreFacts) => {
  const { base, direct, mgmt, other, raw, zeroed, final, expected, rank, veto, grade } = score
  const { standard, months, prorata, amount } = score
  return {
    ...{ base, direct, mgmt, other, raw, zeroed, final, expected, rank, veto, grade },
    ...{ standard, months, prorata, amount },
  }
}

/** Seals as `sealTerm` does, in a workbook that no session holds. */
function seal(engine: EngineBook, term: string): void {
  const { workbook } = engine
  const edits = sealEdits(workbook, term)
  const rows = new Set(
    edits
      .map(({ row }) => row)
      .filter((row) => isGeneratedId(row) && workbook.positionOf('termScores', row) < 0),
  )
  engine.apply({ edits, added: [{ table: 'termScores', ids: [...rows], columns: {} }] })
}

describe('a sealed term', () => {
  it('keeps every number whatever becomes of the rows, and the live ones stay right beside it', () => {
    for (let seed = 1; seed <= 4; seed++) {
      const book = withIds(seededSchool(seed * 101))
      const engine = new EngineBook(book)
      const { workbook } = engine
      const sealed = workbook.environment().terms[0]?.id
      if (sealed === undefined) continue
      const live = numbers(workbook, sealed)
      seal(engine, sealed)
      const before = numbers(workbook, sealed)
      expect(before).toEqual(live)
      for (const edit of seededEdits(book, 25, seed, { renames: true })) {
        engine.edit(edit)
        applyEdit(book, edit)
        const where = `school ${seed}, after ${JSON.stringify(edit)}`
        if (!workbook.environment().terms.some(({ id }) => id === sealed)) break
        expect(numbers(workbook, sealed), where).toEqual(before)
      }
      if (workbook.isSealed(sealed)) expect(sealOf(workbook, sealed)?.holds).toBe(true)
      expect(results(workbook)).toEqual(results(fromScratch(workbook)))
      const idOf = (table: string, row: Readonly<Record<string, unknown>>) =>
        engine.idOf(table, book[table]!.indexOf(row as never))
      for (const { term, person, score } of judge(book).scoreOfRows) {
        if (score === null) continue
        const now = workbook.liveScore(idOf('terms', term), idOf('staff', person))
        if (now !== null)
          expect([now.raw, now.final, now.zeroed]).toEqual([score.raw, score.final, score.zeroed])
      }
    }
  }, 60_000)

  it('is written down so that it reads as it was, and takes nothing else for a seal', () => {
    const points = fc.integer({ min: -100_000, max: 100_000 }).map((cents) => cents / 100)
    const score = fc.record({
      ...{ base: points, direct: points, mgmt: points, other: points, raw: points, final: points },
      ...{ expected: points, rank: fc.nat(500), standard: points, months: fc.nat(12), prorata: points },
      ...{ amount: points, zeroed: fc.boolean(), veto: fc.boolean() },
      grade: fc.constantFrom('优', '良', '合格', '不合格'),
    })
    fc.assert(
      fc.property(score, (each) => {
        expect(sealedFrom(sealedText(each))).toEqual(each)
      }),
    )
    fc.assert(
      fc.property(fc.oneof(fc.json({ maxDepth: 2 }), fc.string({ size: 'max', maxLength: 200 })), (text) => {
        expect(sealedFrom(text)).toBeNull()
      }),
    )
  })
})

/** The sample school in its second term, with the first one to seal. */
function school() {
  const { session, changes } = memorySession()
  const { book } = session
  const [first, second] = book.environment().terms
  changes.length = 0
  const by = (name: string) => book.find(['staff'], name) as string
  return { session, changes, book, term: first!.id, later: second!.id, by }
}

/** An incident of the term is taken back: who paid for it had more points by rights. */
function pardon(session: Session, term: string): string {
  const { book } = session
  const entry = book
    .assessed(term)
    .flatMap((person) => book.receipt(term, person))
    .find(({ source, state, points }) => source === '事故(直接)' && state === '已确认' && points < 0)!
  session.edit([{ table: 'incidents', row: entry.incident!, column: 'state', input: '申诉中' }], USER)
  return entry.person
}

describe('the end of a term', () => {
  it('goes from confirming over posting to the seal, a change each, and undo takes each back', async () => {
    const { session, changes, book, term } = school()
    const people = book.assessed(term)
    const { ids } = session.add('meetings', [{ at: '2027-01-20 15:00', kind: '校长办公会' }], USER)
    const states = () => new Set(people.map((p) => book.stored('termScores', scoreRowId(term, p), 'state')))
    changes.length = 0
    value(confirmTerm(session, term, ids[0]!))
    expect(states()).toEqual(new Set(['确认']))
    expect(postTerm(session, term, { from: '2027-03-10', to: '2027-03-09' }).ok).toBe(false)
    value(postTerm(session, term, { from: '2027-03-10', to: '2027-03-17' }))
    expect(states()).toEqual(new Set(['公示']))
    expect(sealTerm(session, term, ' ').ok).toBe(false)
    const before = numbers(book, term)
    value(sealTerm(session, term, '程远山'))
    expect(changes).toHaveLength(3)
    expect(states()).toEqual(new Set(['封账']))
    expect(numbers(book, term)).toEqual(before)
    expect(sealOf(book, term)).toMatchObject({ by: '程远山', holds: true, differences: [] })
    expect(book.stored('terms', term, 'status')).toBe('已封账')
    expect(sealTerm(session, term, '程远山')).toMatchObject({ problem: { code: 'seal.sealed-already' } })
    expect(confirmTerm(session, term, ids[0]!)).toMatchObject({ problem: { code: 'seal.sealed-already' } })
    await session.undo()
    expect(book.isSealed(term)).toBe(false)
    expect(states()).toEqual(new Set(['公示']))
    expect(numbers(book, term)).toEqual(before)
  })

  it('tells who would now have another score, and settles it by a row of the next term, exactly', () => {
    const { session, book, term, later } = school()
    value(sealTerm(session, term, '程远山'))
    const before = numbers(book, term)
    const person = pardon(session, term)
    expect(numbers(book, term)).toEqual(before)
    const points = openDifference(book, term, person)
    expect(points).toBeGreaterThan(0)
    expect(termForAdjusting(book, term)?.id).toBe(later)
    const { raw } = book.score(later, person)!
    const { ids } = session.add('meetings', [{ at: '2027-03-09 15:00', kind: '校长办公会' }], USER)
    expect(adjustSealed(session, { term, person, reason: ' ', meeting: '' }).ok).toBe(false)
    value(adjustSealed(session, { term, person, reason: '申诉成立', meeting: ids[0]! }))
    // Up as well as down, though the school gives no bonus points.
    expect(book.environment().policy['score.bonus']).toBe(false)
    expect(book.score(later, person)!.raw).toBe(raw + points)
    expect(openDifference(book, term, person)).toBe(0)
    expect(adjustSealed(session, { term, person, reason: '再来', meeting: '' }).ok).toBe(false)
    expect(numbers(book, term)).toEqual(before)
    expect(results(book)).toEqual(results(fromScratch(book)))
    const [row] = book.view('deductions').ids().slice(-1)
    expect(book.value('deductions', row!, 'explain')).toEqual([
      { code: 'receipt.adjusts', params: { reason: '申诉成立', term: book.shownName(term) } },
    ])
  })

  it('adds adjusting rows of either sign exactly, whatever else stands in the term', () => {
    const { session, book, term, later } = school()
    const [person = ''] = book.assessed(later)
    const { raw } = book.score(later, person)!
    const { ids } = session.add('meetings', [{ at: '2027-03-09 15:00', kind: '校长办公会' }], USER)
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3000, max: 3000 }), { maxLength: 6 }), (cents) => {
        const rows = session.add(
          'deductions',
          cents.map((each) => ({
            ...{ term: later, person, source: '其他(手工)', reason: '调整', state: '已确认' },
            ...{ meeting: ids[0]!, manual_points: each / 100, adjusts: book.shownName(term)! },
          })),
          USER,
        )
        const sum = cents.reduce((total, each) => total + each, 0)
        expect(Math.round(book.score(later, person)!.raw * 100)).toBe(Math.round(raw * 100) + sum)
        session.remove('deductions', rows.ids, USER)
      }),
      { numRuns: 40 },
    )
    expect(book.score(later, person)!.raw).toBe(raw)
  })

  it('keeps whoever leaves, assesses nobody who comes, and tells when a sealed number was touched', () => {
    const { session, book, term } = school()
    value(sealTerm(session, term, '程远山'))
    const before = numbers(book, term)
    const [gone = ''] = book.assessed(term)
    session.remove('staff', [gone], USER)
    session.add('staff', [{ name: '新来的' }], USER)
    expect(numbers(book, term)).toEqual(before)
    expect(book.has('termScores', scoreRowId(term, gone))).toBe(true)
    expect(book.has('allowances', `#allowance:${term}|${gone}`)).toBe(true)
    const [, other = ''] = book.assessed(term)
    const row = scoreRowId(term, other)
    expect(session.edit([{ table: 'termScores', row, column: 'sealed', input: '' }], USER).problems).toEqual([
      expect.objectContaining({ problem: { code: 'column.fixed' } }),
    ])
    const forged = sealedText({ ...sealedFrom(book.stored('termScores', row, 'sealed'))!, final: 99 })
    const from = book.stored('termScores', row, 'sealed')
    session.accept(
      { edits: [{ table: 'termScores', row, column: 'sealed', from, to: forged }], rows: [] },
      USER,
    )
    expect(sealOf(book, term)?.holds).toBe(false)
  })

  it('stays sealed unless the school has ruled that a late decision reopens its term', () => {
    const { session, book, term } = school()
    expect(unsealTerm(session, term)).toMatchObject({ problem: { code: 'seal.not-sealed' } })
    value(sealTerm(session, term, '程远山'))
    expect(unsealTerm(session, term)).toMatchObject({ problem: { code: 'seal.stays' } })
    applySettings(
      session,
      { 'score.lateDecision': settingOf('score.lateDecision').format('reopen') },
      { person: '', now: session.now },
    )
    pardon(session, term)
    value(unsealTerm(session, term))
    expect(book.isSealed(term)).toBe(false)
    for (const person of book.assessed(term))
      expect(book.score(term, person)!.final).toBe(book.liveScore(term, person)!.final)
  })

  it('goes out as numbers that no program works out anew', () => {
    const { session, book, term } = school()
    value(sealTerm(session, term, '程远山'))
    pardon(session, term)
    const span = book.environment().terms[0]!
    const words = {
      locale: 'zh-Hans',
      say: () => '',
      settingName: (key: string) => key,
      settingValue: (_key: string, each: string) => each,
    }
    const data = scoreExportOf(book, span, { school: '某校', words: words as never })
    expect(data.persons.map(({ id, final, amount }) => [id, final, amount])).toEqual(
      book.assessed(term).map((id) => [id, book.score(term, id)!.final, book.score(term, id)!.amount]),
    )
    const cells = scoreSheets(data).flatMap(({ rows, footer = [] }) => [...rows, ...footer].flat())
    expect(cells.filter((cell) => typeof cell === 'object' && cell !== null)).toEqual([])
  })

  it('stands beside the term before, with what made the difference', () => {
    const { session, book, term, later } = school()
    expect(termBefore(book, term)).toBeNull()
    expect(termBefore(book, later)).toBe(term)
    const all = compareTerms(book, term, later)
    expect(all).toHaveLength(book.assessed(later).length)
    for (const { person, before, now, difference, reasons } of all) {
      expect(difference).toBe(now!.final - before!.final)
      const lines = (of: string) => book.receipt(of, person).filter(({ state }) => state === '已确认').length
      const changed = reasons.reduce((sum, count) => sum + count.now - count.before, 0)
      expect(changed).toBe(lines(later) - lines(term))
    }
    const { ids } = session.add('meetings', [{ at: '2027-03-09 15:00', kind: '校长办公会' }], USER)
    const [person = ''] = book.assessed(later)
    session.add(
      'deductions',
      [{ term: later, person, manual_points: '-5', reason: '脱岗', state: '已确认', meeting: ids[0]! }],
      USER,
    )
    const one = compareTerms(book, term, later).find((each) => each.person === person)!
    expect(one.reasons).toContainEqual({ reason: '其他(手工)', before: 0, now: 1 })
  })
})
