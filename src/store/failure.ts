import type { Problem } from '../shared/result.ts'

/** Thrown inside a transaction to give it up with a reason people can be told. */
export class Refusal extends Error {
  readonly problem: Problem

  constructor(code: string, params?: Problem['params']) {
    super(code)
    this.problem = params ? { code, params } : { code }
  }

  static of({ code, params }: Problem): Refusal {
    return new Refusal(code, params)
  }
}

const CODES: Readonly<Record<string, string>> = {
  QuotaExceededError: 'store.quota',
  VersionError: 'store.newer-database',
  DatabaseClosedError: 'store.closed',
  DatabaseClosed: 'store.closed',
  InvalidStateError: 'store.closed',
  MissingAPIError: 'store.unavailable',
  MissingApiError: 'store.unavailable',
  SecurityError: 'store.unavailable',
}

/**
 * Why the database failed. The reason is often not the error itself: a full disk comes as an AbortError that holds
 * a QuotaExceededError, so the whole chain is asked.
 */
export function problemOf(error: unknown): Problem {
  const waiting = [error]
  const met = new Set<unknown>()
  let name: string | null = null
  for (const next of waiting) {
    if (typeof next !== 'object' || next === null || met.has(next)) continue
    met.add(next)
    if (next instanceof Refusal) return next.problem
    if (next instanceof AggregateError) {
      waiting.push(...(next.errors as unknown[]))
      continue
    }
    const { name: own, inner, cause } = next as Partial<Record<'name' | 'inner' | 'cause', unknown>>
    if (typeof own === 'string') {
      if (Object.hasOwn(CODES, own)) return { code: CODES[own]! }
      name ??= own
    }
    waiting.push(inner, cause)
  }
  // The error's name tells a programmer where to look; its message might quote a cell, so it stays out.
  return { code: 'store.failed', params: { error: name ?? 'Error' } }
}
