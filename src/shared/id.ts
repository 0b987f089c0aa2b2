/**
 * Row ids. Every id starts with `#`, so a reference cell can hold either the id of a row or, while no such row
 * exists yet, the name somebody typed, and the two are never confused.
 */
const ALPHABET = '0123456789abcdefghijkmnpqrstuvwxyz'

let series = ''
let count = 0

/**
 * A new id: sixteen random characters (about 81 bits; two pages never draw the same), drawn once for each page, and
 * how many ids it has made. Files compress a series to nearly nothing, and 20,000 random ids to 200 kB.
 */
export function newId(): string {
  series ||= randomId()
  return `${series}-${count++}`
}

function randomId(): string {
  let id = '#'
  for (const byte of crypto.getRandomValues(new Uint8Array(16))) id += ALPHABET[byte % ALPHABET.length]
  return id
}

/** An id that every computer derives alike, for rows that exist once per workbook (a policy setting, a holiday). */
export const fixedId = (...parts: readonly string[]): string => `#${parts.join(':')}`

const HASH = '#'.charCodeAt(0)
export const isId = (value: unknown): value is string =>
  typeof value === 'string' && value.charCodeAt(0) === HASH
