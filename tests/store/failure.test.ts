import { expect, test } from 'vitest'
import { problemOf, Refusal } from '../../src/store/failure.ts'

const named = (name: string, more: object = {}) => Object.assign(new Error('王小明'), { name, ...more })

test('a full disk is found behind an AbortError, wherever the browser puts it', () => {
  const full = named('QuotaExceededError')
  for (const error of [
    full,
    named('AbortError', { inner: full }),
    named('AbortError', { inner: named('AbortError', { cause: full }) }),
    new AggregateError([full, named('AbortError')]),
  ])
    expect(problemOf(error)).toEqual({ code: 'store.quota' })
})

test('a reason of our own keeps its code and params', () => {
  expect(problemOf(named('AbortError', { inner: new Refusal('store.newer-writer', { needed: 3 }) }))).toEqual(
    {
      code: 'store.newer-writer',
      params: { needed: 3 },
    },
  )
})

test('an unknown error is told by its name only: its message could quote a cell', () => {
  expect(problemOf(named('AbortError', { inner: named('UnknownError') }))).toEqual({
    code: 'store.failed',
    params: { error: 'AbortError' },
  })
  const circle = named('A')
  expect(problemOf(Object.assign(circle, { inner: circle })).code).toBe('store.failed')
  expect(problemOf('text')).toEqual({ code: 'store.failed', params: { error: 'Error' } })
})
