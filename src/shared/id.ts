/**
 * Row ids. Every id starts with `#`, so a reference cell can hold either the id of a row or, while no such row
 * exists yet, the name somebody typed, and the two are never confused.
 */
const ALPHABET = '0123456789abcdefghijkmnpqrstuvwxyz'

/** A random id, 16 characters (about 81 bits): two computers never make the same one. */
export function newId(
  random: (bytes: Uint8Array) => Uint8Array = (bytes) =>
    crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>),
): string {
  let id = '#'
  for (const byte of random(new Uint8Array(16))) id += ALPHABET[byte % ALPHABET.length]
  return id
}

/** An id that every computer derives alike, for rows that exist once per workbook (a policy setting, a holiday). */
export const fixedId = (...parts: readonly string[]): string => `#${parts.join(':')}`

const HASH = '#'.charCodeAt(0)
export const isId = (value: unknown): value is string =>
  typeof value === 'string' && value.charCodeAt(0) === HASH
