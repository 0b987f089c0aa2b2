import { fail, ok, type Result } from '../shared/result.ts'

/**
 * A package as it lies in a file: a mark, the length of what follows, the SHA-256 of the content, and the content,
 * deflated. So what was cut or damaged on its way is told from what is whole before anybody looks inside.
 */
const MARK = new TextEncoder().encode('DUTYBOOK1')
const LENGTH_AT = MARK.length
const HASH_AT = LENGTH_AT + 4
const BODY_AT = HASH_AT + 32

/** More than any workbook comes to; a file that unpacks to more was made to fill somebody's memory. */
const MOST = 512 * 1024 * 1024

export async function packFile(content: Uint8Array): Promise<Uint8Array> {
  const body = await through(content, new CompressionStream('deflate-raw'))
  const file = new Uint8Array(BODY_AT + body.length)
  file.set(MARK)
  new DataView(file.buffer).setUint32(LENGTH_AT, body.length)
  file.set(await sha256(content), HASH_AT)
  file.set(body, BODY_AT)
  return file
}

export const isPackageFile = (bytes: Uint8Array): boolean => MARK.every((byte, i) => bytes[i] === byte)

export async function unpackFile(file: Uint8Array): Promise<Result<Uint8Array>> {
  if (!isPackageFile(file)) return fail('package.not-one')
  if (file.length < BODY_AT) return fail('package.cut', { have: file.length, of: BODY_AT })
  const whole = BODY_AT + new DataView(file.buffer, file.byteOffset).getUint32(LENGTH_AT)
  if (file.length < whole) return fail('package.cut', { have: file.length, of: whole })
  if (file.length > whole) return fail('package.damaged', { where: whole })
  let content: Uint8Array
  try {
    content = await through(file.subarray(BODY_AT), new DecompressionStream('deflate-raw'))
  } catch {
    return fail('package.damaged', { where: BODY_AT })
  }
  const hash = await sha256(content)
  return hash.every((byte, i) => byte === file[HASH_AT + i])
    ? ok(content)
    : fail('package.damaged', { where: HASH_AT })
}

async function sha256(content: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', content as Uint8Array<ArrayBuffer>))
}

async function through(
  bytes: Uint8Array,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const writer = stream.writable.getWriter()
  // A stream that breaks says so to its reader; what the writer says of it would only be said twice.
  writer.write(bytes as Uint8Array<ArrayBuffer>).catch(() => {})
  writer.close().catch(() => {})
  const parts: Uint8Array[] = []
  let length = 0
  const reader = stream.readable.getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value as Uint8Array)
    length += parts[parts.length - 1]!.length
    if (length > MOST) throw new RangeError('too much')
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
