import { gunzipSync, inflateSync, unzipSync, unzlibSync } from 'fflate'
import { encodeGbk } from './gbk.ts'

/**
 * Looks for texts in a file as somebody would who has got it and wants to know: in every part of it, unpacked, hidden or
 * not, in every encoding, and with whatever stands between the characters taken out.
 */
export class LeakSearch {
  readonly #secrets: readonly {
    readonly secret: string
    readonly plain: string
    readonly bytes: readonly Buffer[]
    readonly dressed: readonly string[]
  }[]

  constructor(secrets: Iterable<string>) {
    this.#secrets = [...new Set(secrets)].map((secret) => {
      const bytes = encodings(secret)
      return { secret, plain: plainText(secret), bytes, dressed: bytes.flatMap(dressings) }
    })
  }

  /** The secrets that are in the file, with the part in which each was found. */
  in(bytes: Uint8Array, name: string): { secret: string; part: string }[] {
    const found: { secret: string; part: string }[] = []
    for (const part of partsOf(bytes, { path: name, name })) {
      const { path } = part
      const said = readings(part)
      const buffer = Buffer.from(part.bytes)
      const runs = [...buffer.toString('latin1').matchAll(/[A-Za-z0-9+/]{8,}/g)].join('\n')
      for (const { secret, plain, bytes: forms, dressed } of this.#secrets)
        if (
          said.includes(plain) ||
          forms.some((form) => buffer.includes(form)) ||
          dressed.some((form) => runs.includes(form))
        )
          found.push({ secret, part: path })
    }
    return found
  }
}

interface Part {
  readonly path: string
  /** Its own, the last of the path. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** The file itself, what is packed in it, and what is packed in that. */
function* partsOf(
  bytes: Uint8Array,
  { path, name }: Pick<Part, 'path' | 'name'>,
  depth = 0,
): Generator<Part> {
  yield { path, name, bytes }
  if (depth === 4) return
  const inner: Record<string, Uint8Array> = {}
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (isZip) Object.assign(inner, unzipSync(bytes))
  const text = isZip ? '' : Buffer.from(bytes).toString('latin1')
  for (const [at, run] of [...text.matchAll(/[A-Za-z0-9+/]{24,}={0,2}/g)].entries()) {
    const decoded = new Uint8Array(Buffer.from(run[0], 'base64'))
    inner[`base64 ${at}`] = decoded
    for (const unpack of [gunzipSync, inflateSync, unzlibSync])
      try {
        inner[`base64 ${at} ${unpack.name}`] = unpack(decoded)
      } catch {
        // Not packed, or not so.
      }
  }
  for (const [name, part] of Object.entries(inner))
    yield* partsOf(part, { path: `${path} › ${name}`, name }, depth + 1)
}

/**
 * Everything the bytes say as text, tags taken out and left in, escapes undone, nothing between characters; but the value
 * of one cell does not run on into the next: they are mostly the numbers of texts, which in a row make any telephone.
 */
function readings({ bytes, name }: Part): string {
  const text = unescaped(new TextDecoder().decode(bytes))
  const untagged = text.replace(/<\/v>/g, '¦').replace(/<[^>]*>/g, '')
  return [name, text, untagged].map(plainText).join('\n')
}

const unescaped = (text: string): string =>
  text
    .replace(/&#x([0-9a-f]{1,6});|&#(\d{1,7});/gi, (_, hex: string, dec: string) =>
      character(hex ? parseInt(hex, 16) : Number(dec)),
    )
    .replace(/\\u\{?([0-9a-f]{4,6})\}?|_x([0-9a-f]{4})_/gi, (_, a: string, b: string) =>
      character(parseInt(a ?? b, 16)),
    )
    .replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString())

const character = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '')

const plainText = (text: string): string => text.normalize('NFKC').replace(/[\s\p{Cf}\p{Mn}·.\-_*|/\\]/gu, '')

/** The bytes of a text as files are known to hold it. */
function encodings(text: string): Buffer[] {
  const little = Buffer.from(text, 'utf16le')
  return [Buffer.from(text), little, Buffer.from(little).swap16(), gbk(text)].filter(
    (bytes) => bytes !== null,
  )
}

/** The same written in letters: three ways to begin in base64, and both kinds of hex. */
const dressings = (bytes: Buffer): string[] =>
  [
    ...[0, 1, 2].map((before) => base64Core(bytes, before)),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    // Fewer stand in any encrypted file by chance.
  ].filter(({ length }) => length >= 8)

function gbk(text: string): Buffer | null {
  try {
    return Buffer.from(encodeGbk(text))
  } catch {
    return null
  }
}

/** The part of the base64 of a longer text that is the same whatever stands around. */
function base64Core(bytes: Buffer, before: number): string {
  const coded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
  const whole = Math.floor((before + bytes.length) / 3) * 4
  return coded.slice(before === 0 ? 0 : 4, whole)
}
