/**
 * What a rule derives from the policy (or from the environment as a whole), worked out once and not once per row. One
 * is in force at a time, so the last one is kept at hand; the map serves a what-if that compares two. What is prepared is
 * best one plain object literal: rules compiled for the shape of the last one then run for the next one, too.
 */
export function preparedFrom<K extends object, T>(prepare: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, T>()
  let lastKey: K | null = null
  let last: T
  return (key) => {
    if (key === lastKey) return last
    const value = known.get(key) ?? prepare(key)
    known.set(key, value)
    lastKey = key
    last = value
    return value
  }
}
