import { FileProblem } from './sheet-data.ts'

/**
 * Which encoding a text file from a Chinese office is in. A byte-order mark or valid UTF-8 decides; otherwise the
 * candidates are tried strictly, and between GBK and Big5, which accept much of each other's text, the everyday
 * characters decide: each of them put its common characters first.
 */
export const ENCODINGS = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const
export type Encoding = (typeof ENCODINGS)[number]

export interface DecodedText {
  readonly text: string
  readonly encoding: Encoding
  /** Nothing in the file says so: a guess worth showing. */
  readonly guessed: boolean
  /** Bytes that no encoding explains, replaced by U+FFFD. */
  readonly broken: boolean
}

export function decodeText(bytes: Uint8Array, chosen?: Encoding): DecodedText {
  if (chosen) return decodeAs(bytes, chosen, false)
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return decodeAs(bytes, 'utf-8', false)
  if (a === 0xff && b === 0xfe) return decodeAs(bytes, 'utf-16le', false)
  if (a === 0xfe && b === 0xff) return decodeAs(bytes, 'utf-16be', false)
  const wide = wideEncoding(bytes)
  if (wide) return decodeAs(bytes, wide, true)
  if (bytes.includes(0)) throw new FileProblem('file.not-text')
  if (strict(bytes, 'utf-8') !== null) return decodeAs(bytes, 'utf-8', false)
  const traditional = looksTraditional(bytes)
  const order: Encoding[] = traditional ? ['big5', 'gb18030'] : ['gb18030', 'big5']
  for (const encoding of order) if (strict(bytes, encoding) !== null) return decodeAs(bytes, encoding, false)
  return leastBroken(bytes)
}

function decodeAs(bytes: Uint8Array, encoding: Encoding, guessed: boolean): DecodedText {
  const text = strict(bytes, encoding)
  return text !== null
    ? { text, encoding, guessed, broken: false }
    : { text: new TextDecoder(encoding).decode(bytes), encoding, guessed, broken: true }
}

function strict(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** UTF-16 without a mark: commas, digits and line ends leave every other byte zero. */
function wideEncoding(bytes: Uint8Array): Encoding | null {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null
  let even = 0
  let odd = 0
  const end = Math.min(bytes.length, 4096)
  for (let i = 0; i < end; i++) {
    if (bytes[i] !== 0) continue
    if (i % 2 === 0) even++
    else odd++
  }
  const some = Math.max(2, end / 40)
  if (odd >= some && even * 8 < odd) return 'utf-16le'
  if (even >= some && odd * 8 < even) return 'utf-16be'
  return null
}

function looksTraditional(bytes: Uint8Array): boolean {
  let pairs = 0
  let simplified = 0
  let traditional = 0
  for (let i = 0; i + 1 < bytes.length && i < 65_536; i++) {
    const lead = bytes[i]!
    if (lead < 0x81) continue
    const trail = bytes[++i]!
    pairs++
    if (trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || lead === 0xa1 || lead === 0xa3)) simplified++
    if (lead >= 0xa1 && lead <= 0xc6 && (trail >= 0xa1 || (trail >= 0x40 && trail <= 0x7e))) traditional++
  }
  return pairs > 0 && traditional > simplified
}

/** The file was cut or mixed: the encoding that leaves the fewest holes, and the holes are said aloud. */
function leastBroken(bytes: Uint8Array): DecodedText {
  const tries = (['utf-8', 'gb18030', 'big5'] as const).map((encoding) => decodeAs(bytes, encoding, true))
  const holes = (decoded: DecodedText) => decoded.text.split('\ufffd').length
  return tries.reduce((best, next) => (holes(next) < holes(best) ? next : best))
}
