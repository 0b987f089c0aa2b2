import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chooseMany, peopleIn, type ChoiceRule } from '../../src/app/choose-values.ts'
import type { Conflict, ConflictValue } from '../../src/app/conflicts.ts'

interface Writing {
  readonly by?: string
  readonly mine?: boolean
  readonly at?: string
  readonly clock?: 'ahead' | 'behind' | null
}

const written = (value: string, ...writers: readonly Writing[]): ConflictValue => {
  const whole = writers.map(({ by = '', mine = false, at = '2027-03-10T01:00:00.000Z', clock = null }) => ({
    by,
    mine,
    at,
    clock,
  }))
  return { value, writers: whole } as unknown as ConflictValue
}

const conflict = (...values: readonly ConflictValue[]): Conflict =>
  ({ id: `staff/#${values.length}/phone`, values }) as unknown as Conflict

const chosen = (rule: ChoiceRule, ...values: readonly ConflictValue[]) => {
  const { decisions, moved, left } = chooseMany([conflict(...values)], rule)
  const [decision] = decisions
  if (decision) return { value: decision.value, moved }
  return Object.entries(left).find(([, count]) => count > 0)![0]
}

const mine = written('我的', { by: '王老师', mine: true })
const hers = written('她的', { by: '陈老师', at: '2027-03-11T01:00:00.000Z' })
const his = written('他的', { by: '赵老师', at: '2027-03-09T01:00:00.000Z' })

describe('one rule for many disputed cells', () => {
  test('what is shown stays shown, and nothing moves', () => {
    expect(chosen({ kind: 'shown' }, hers, mine)).toEqual({ value: '她的', moved: 0 })
  })

  test('mine and theirs are told apart by who has written them here', () => {
    expect(chosen({ kind: 'mine' }, hers, mine)).toEqual({ value: '我的', moved: 1 })
    expect(chosen({ kind: 'theirs' }, mine, hers)).toEqual({ value: '她的', moved: 1 })
    // Typed alike on both sides, it is mine too and never only theirs.
    const both = written('同样', { by: '陈老师' }, { by: '王老师', mine: true })
    expect(chosen({ kind: 'mine' }, hers, both)).toEqual({ value: '同样', moved: 1 })
    expect(chosen({ kind: 'theirs' }, both, hers)).toEqual({ value: '她的', moved: 1 })
  })

  test('of two that fit, and of none, nothing is chosen, and it is said which', () => {
    expect(chosen({ kind: 'theirs' }, mine, hers, his)).toBe('several')
    expect(chosen({ kind: 'mine' }, hers, his)).toBe('none')
    expect(chosen({ kind: 'person', by: '孙老师' }, mine, hers)).toBe('none')
    expect(chosen({ kind: 'person', by: '陈老师' }, mine, hers)).toEqual({ value: '她的', moved: 1 })
    expect(chosen({ kind: 'shown' })).toBe('none')
  })

  test('the latest goes by the clocks, unless one of them cannot be right or two say the same', () => {
    expect(chosen({ kind: 'latest' }, mine, his, hers)).toEqual({ value: '她的', moved: 1 })
    const ahead = written('快', { by: '赵老师', at: '2031-01-01T00:00:00.000Z', clock: 'ahead' })
    expect(chosen({ kind: 'latest' }, mine, ahead)).toBe('clock')
    expect(chosen({ kind: 'latest' }, mine, written('无', { at: '' }))).toBe('clock')
    const same = written('同时', { by: '陈老师' })
    expect(chosen({ kind: 'latest' }, mine, same)).toBe('several')
  })

  test('everybody with a name is offered once', () => {
    expect(peopleIn([conflict(mine, hers), conflict(hers, written('?', { by: '' }))])).toEqual([
      '王老师',
      '陈老师',
    ])
  })
})

const writer = fc.record({
  by: fc.constantFrom('', '王老师', '陈老师'),
  mine: fc.boolean(),
  at: fc.constantFrom('', '2027-03-10T01:00:00.000Z', '2027-03-11T01:00:00.000Z'),
  clock: fc.constantFrom(null, 'ahead' as const),
})
const values = fc
  .uniqueArray(
    fc.record({
      value: fc.integer({ min: 0, max: 9 }).map(String),
      writers: fc.array(writer, { minLength: 1, maxLength: 3 }),
    }),
    { selector: ({ value }) => value, size: 'max', minLength: 2, maxLength: 4 },
  )
  .map((list) => list.map(({ value, writers }) => written(value, ...writers)))
const rule: fc.Arbitrary<ChoiceRule> = fc.oneof(
  fc.constantFrom<ChoiceRule>({ kind: 'shown' }, { kind: 'mine' }, { kind: 'theirs' }, { kind: 'latest' }),
  fc.constantFrom('王老师', '陈老师').map((by) => ({ kind: 'person' as const, by })),
)

test('every cell is decided once or left for one reason; only offered values are chosen; order does not matter', () => {
  fc.assert(
    fc.property(fc.array(values, { size: 'max', maxLength: 20 }), rule, (cells, by) => {
      const conflicts = cells.map((list, at) => ({ ...conflict(...list), id: `#${at}` }))
      const { decisions, moved, left } = chooseMany(conflicts, by)
      expect(decisions.length + left.none + left.several + left.clock).toBe(conflicts.length)
      expect(new Set(decisions.map(({ id }) => id)).size).toBe(decisions.length)
      for (const { id, value } of decisions)
        expect(conflicts.find((each) => each.id === id)!.values.map((each) => each.value)).toContain(value)
      const shownBefore = ({ id, value }: (typeof decisions)[number]) =>
        conflicts.find((each) => each.id === id)!.values[0]!.value === value
      expect(moved).toBe(decisions.filter((decision) => !shownBefore(decision)).length)
      if (by.kind === 'shown') return
      const turned = conflicts.map((each) => ({ ...each, values: [...each.values].reverse() }))
      expect(chooseMany(turned as typeof conflicts, by).decisions).toEqual(decisions)
    }),
    { numRuns: 500 },
  )
})
