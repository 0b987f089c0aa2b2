import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../src/shared/local-date.ts'
import { defaultPolicy, type Policy } from '../../src/rules/policy.ts'
import { mayMoveLate, scoringTermOf, termIndexAt, termIndexOf, type TermSpan } from '../../src/rules/terms.ts'

const term = (from: string, to: string, endDate: string, sealedOn: string | null = null): TermSpan => ({
  id: `#${from}`,
  name: from,
  schoolYear: '2026-2027',
  from,
  to,
  startDate: from,
  endDate,
  sealed: sealedOn !== null,
  closedOn: sealedOn,
})

const terms = [
  term('2026-09-01', '2027-02-21', '2027-01-22', '2027-01-25'),
  term('2027-02-22', '2027-08-31', '2027-07-02'),
]
const next: Policy = { ...defaultPolicy, 'term.vacation': 'next' }

describe('the term of a day', () => {
  it.each([
    ['2026-08-31', -1, -1],
    ['2026-09-01', 0, 0],
    ['2027-01-22', 0, 0],
    ['2027-01-23', 0, 1],
    ['2027-02-21', 0, 1],
    ['2027-02-22', 1, 1],
    ['2027-08-31', 1, 1],
    ['2027-09-01', -1, -1],
  ])('%s: %i, with the vacation in the next term %i', (day, previous, following) => {
    expect(termIndexOf(day, terms, defaultPolicy)).toBe(previous)
    expect(termIndexOf(day, terms, next)).toBe(following)
  })

  it('is the same when remembered by day, in any year', () => {
    const first = '1990-01-01'
    for (const policy of [defaultPolicy, next]) {
      const facts = { terms, policy }
      fc.assert(
        fc.property(
          fc.oneof(fc.integer({ min: 0, max: 50_000 }), fc.integer({ min: 13_300, max: 13_800 })),
          (days) => {
            const day = addDays(first, days)
            for (const clock of ['00:00', '23:59'])
              expect(termIndexAt(`${day} ${clock}`, facts)).toBe(termIndexOf(day, terms, policy))
          },
        ),
      )
    }
  })
})

describe('an incident decided after its term was sealed (D11)', () => {
  const termOf = (decided: string | null, policy = defaultPolicy) =>
    scoringTermOf('2026-10-10', decided, terms, policy)

  it('counts in the term in which it was decided, or reopens its own', () => {
    expect([termOf(null), termOf('2027-01-25'), termOf('2027-03-01')]).toEqual([0, 0, 1])
    expect(termOf('2027-03-01', { ...defaultPolicy, 'score.lateDecision': 'reopen' })).toBe(0)
  })

  it('can only be where a term is sealed', () => {
    expect(mayMoveLate({ terms, policy: defaultPolicy })).toBe(true)
    expect(mayMoveLate({ terms: terms.slice(1), policy: defaultPolicy })).toBe(false)
  })
})
