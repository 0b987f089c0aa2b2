import fc from 'fast-check'
import { expect, test } from 'vitest'
import { advance, covers, EMPTY_VECTOR, includes, mergeVectors, nextDot, seen } from '../../src/sync/dots.ts'

// Names that are also properties of every object have broken such maps before.
const replica = fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor')
const dot = fc.record({ replica, seq: fc.integer({ min: 1, max: 30 }) })
const vector = fc.array(dot, { size: 'max', maxLength: 20 }).map((dots) => dots.reduce(advance, EMPTY_VECTOR))

test('an empty vector has seen nothing, whatever the replica is called', () => {
  for (const name of ['a', '__proto__', 'constructor', 'toString']) expect(seen(EMPTY_VECTOR, name)).toBe(0)
})

test('a vector includes a dot after it has advanced to it, and the next dot is never included', () => {
  fc.assert(
    fc.property(vector, dot, (v, d) => {
      expect(includes(advance(v, d), d)).toBe(true)
      expect(covers(advance(v, d), v)).toBe(true)
      const next = nextDot(v, d.replica)
      expect(includes(v, next)).toBe(false)
      expect(includes(v, { ...next, seq: next.seq - 1 })).toBe(true)
    }),
  )
})

test('merging vectors is commutative, associative and idempotent, and includes exactly what either includes', () => {
  fc.assert(
    fc.property(vector, vector, vector, dot, (a, b, c, d) => {
      expect(mergeVectors(a, b)).toEqual(mergeVectors(b, a))
      expect(mergeVectors(a, mergeVectors(b, c))).toEqual(mergeVectors(mergeVectors(a, b), c))
      expect(mergeVectors(a, a)).toEqual(a)
      expect(includes(mergeVectors(a, b), d)).toBe(includes(a, d) || includes(b, d))
      expect(covers(mergeVectors(a, b), a)).toBe(true)
      expect(covers(a, b)).toBe(Object.keys(b).every((r) => includes(a, { replica: r, seq: seen(b, r) })))
    }),
  )
})

test('no function changes the vector it is given', () => {
  const vector = Object.freeze(advance(EMPTY_VECTOR, { replica: 'a', seq: 3 }))
  advance(vector, { replica: 'b', seq: 1 })
  mergeVectors(vector, advance(EMPTY_VECTOR, { replica: 'a', seq: 9 }))
  expect(seen(vector, 'a')).toBe(3)
  expect(seen(vector, 'b')).toBe(0)
})
