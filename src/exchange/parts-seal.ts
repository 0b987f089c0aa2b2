import { crc32 } from '../shared/crc-32.ts'

/** A part of a zip by what the zip itself says of it. */
export interface SealedPart {
  readonly name: string
  /** CRC-32 of its content. */
  readonly crc: number
}

/**
 * What a file's parts were when the program wrote them, as one short text. A file that still agrees with it needs nobody
 * to read its sheets and compare them: whoever saves it in a spreadsheet program writes every part anew. It is no
 * protection, for anybody can work it out; what is taken from such a file is signed by itself.
 *
 * @param parts all but the one in which the seal stands
 */
export function sealOf(parts: Iterable<SealedPart>): string {
  const lines = [...parts].map(({ name, crc }) => `${name.toLowerCase()} ${crc}`)
  const sum = crc32(0, new TextEncoder().encode(lines.sort().join('\n')))
  return sum.toString(16).padStart(8, '0')
}
