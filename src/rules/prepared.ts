import type { Policy } from './policy.ts'

/**
 * What a rule derives from the policy, worked out once per policy and not once per row. One policy is in force at a
 * time, so the last one is kept at hand; the map serves a what-if that compares two.
 */
export function preparedFrom<T>(prepare: (policy: Policy) => T): (policy: Policy) => T {
  const known = new WeakMap<Policy, T>()
  let lastPolicy: Policy | null = null
  let last: T
  return (policy) => {
    if (policy === lastPolicy) return last
    const value = known.get(policy) ?? prepare(policy)
    known.set(policy, value)
    lastPolicy = policy
    last = value
    return value
  }
}
