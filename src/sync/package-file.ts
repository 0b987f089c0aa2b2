import { deflate, inflate } from '../shared/deflate.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import { sha256 } from '../shared/sha-256.ts'
import { isSignedBy, KEY_LENGTH, SIGNATURE_LENGTH, sign, type SigningKey } from './signature.ts'

/**
 * A package as it lies in a file: a mark, the length of what follows, the SHA-256 of the content, the public key of
 * the copy that wrote it, its signature over all these, and the content, deflated. So what was cut or damaged on its
 * way is told from what is whole before anybody looks inside, and what somebody has changed from what was sent.
 *
 * Files of the first form have no key and no signature; of a later form we can only say that there is one.
 */
const MARK = new TextEncoder().encode('DUTYBOOK')
const ONE = '1'.charCodeAt(0)
const FORM = 2
const LENGTH_AT = MARK.length + 1
const HASH_AT = LENGTH_AT + 4
const KEY_AT = HASH_AT + 32
const SIGNATURE_AT = KEY_AT + KEY_LENGTH
const BODY_AT = SIGNATURE_AT + SIGNATURE_LENGTH
/** Where the content begins in a file of the first form. */
const FIRST_BODY_AT = KEY_AT

/** More than any workbook comes to; a file that unpacks to more was made to fill somebody's memory. */
const MOST = 512 * 1024 * 1024

export interface UnpackedFile {
  readonly content: Uint8Array
  /** The public key whose owner has signed the file; null when nobody has. */
  readonly key: Uint8Array | null
}

export async function packFile(content: Uint8Array, key: SigningKey | null = null): Promise<Uint8Array> {
  const body = await deflate(content)
  const file = new Uint8Array(BODY_AT + body.length)
  file.set(MARK)
  file[MARK.length] = ONE + FORM - 1
  new DataView(file.buffer).setUint32(LENGTH_AT, body.length)
  file.set(await sha256(content), HASH_AT)
  file.set(body, BODY_AT)
  if (key === null) return file
  file.set(key.publicKey, KEY_AT)
  file.set(await sign(file.slice(0, SIGNATURE_AT), key), SIGNATURE_AT)
  return file
}

export const isPackageFile = (bytes: Uint8Array): boolean =>
  MARK.every((byte, i) => bytes[i] === byte) && formOf(bytes) >= 1 && formOf(bytes) <= 9

const formOf = (file: Uint8Array): number => file[MARK.length]! - ONE + 1

export async function unpackFile(file: Uint8Array): Promise<Result<UnpackedFile>> {
  if (!isPackageFile(file)) return fail('package.not-one')
  if (formOf(file) > FORM) return fail('package.newer-format', { format: formOf(file), known: FORM })
  const bodyAt = formOf(file) === 1 ? FIRST_BODY_AT : BODY_AT
  if (file.length < bodyAt) return fail('package.cut', { have: file.length, of: bodyAt })
  const whole = bodyAt + new DataView(file.buffer, file.byteOffset).getUint32(LENGTH_AT)
  if (file.length < whole) return fail('package.cut', { have: file.length, of: whole })
  if (file.length > whole) return fail('package.damaged', { where: whole })
  let content: Uint8Array
  try {
    content = await inflate(file.subarray(bodyAt), MOST)
  } catch {
    return fail('package.damaged', { where: bodyAt })
  }
  const hash = await sha256(content)
  if (!hash.every((byte, i) => byte === file[HASH_AT + i])) return fail('package.damaged', { where: HASH_AT })
  if (bodyAt === FIRST_BODY_AT || isBlank(file.subarray(KEY_AT, BODY_AT))) return ok({ content, key: null })
  const key = file.slice(KEY_AT, SIGNATURE_AT)
  const signature = file.slice(SIGNATURE_AT, BODY_AT)
  return (await isSignedBy(file.slice(0, SIGNATURE_AT), signature, key))
    ? ok({ content, key })
    : fail('package.wrong-signature', { where: KEY_AT })
}

const isBlank = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0)
