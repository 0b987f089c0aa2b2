import { deflate, inflate } from '../shared/deflate.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import { sha256 } from '../shared/sha256.ts'

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
  const body = await deflate(content)
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
    content = await inflate(file.subarray(BODY_AT), MOST)
  } catch {
    return fail('package.damaged', { where: BODY_AT })
  }
  const hash = await sha256(content)
  return hash.every((byte, i) => byte === file[HASH_AT + i])
    ? ok(content)
    : fail('package.damaged', { where: HASH_AT })
}
