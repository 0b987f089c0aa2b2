import { FileProblem } from './sheet-data.ts'

/** The few cryptographic steps that both of Office's encryptions are made of, on WebCrypto. */

/** What the password's key is mixed with for each of its uses, by the standard. */
export const BLOCK = {
  verifierInput: [0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79],
  verifierValue: [0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e],
  key: [0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6],
  sumKey: [0x5f, 0xb2, 0xad, 0x01, 0x0c, 0xb9, 0xe1, 0xf6],
  sum: [0xa0, 0x67, 0x7f, 0x02, 0xb2, 0x2c, 0x84, 0x33],
}

/** The content is encrypted in segments of so many bytes. */
export const SEGMENT = 4096

/** The same password may reach us composed or decomposed, as the keyboard or the file's maker had it. */
export const spellings = (password: string) =>
  new Set([password, password.normalize('NFC'), password.normalize('NFD')])

/** Rounds between two tellings of how far it is. */
const TOLD = 2_000

/** Makes guessing slow: the password is hashed over and over. */
export async function stretch(
  name: string,
  salt: Uint8Array,
  rounds: number,
  password: string,
  onProgress: (share: number) => void = () => {},
): Promise<Uint8Array> {
  const text = new Uint8Array(password.length * 2)
  for (let i = 0; i < password.length; i++)
    text.set([password.charCodeAt(i) & 255, password.charCodeAt(i) >> 8], i * 2)
  let hash = await digest(name, join(salt, text))
  const buffer = new Uint8Array(4 + hash.length)
  const view = new DataView(buffer.buffer)
  for (let round = 0; round < rounds; round++) {
    view.setUint32(0, round, true)
    buffer.set(hash, 4)
    hash = await digest(name, buffer)
    if (round % TOLD === 0) onProgress(round / rounds)
  }
  return hash
}

/**
 * AES-CBC without padding. WebCrypto insists on padding, so a block is appended that decrypts to a whole block of it:
 * the encryption of `last block XOR 16…16`.
 */
export async function decrypt(rawKey: Uint8Array, vector: Uint8Array, data: Uint8Array): Promise<Uint8Array> {
  if (data.length === 0 || data.length % 16 !== 0)
    throw new FileProblem('file.damaged', { part: 'EncryptionInfo' })
  const key = await crypto.subtle.importKey('raw', own(rawKey), 'AES-CBC', false, ['encrypt', 'decrypt'])
  const padding = own(data.slice(-16).map((byte) => byte ^ 16))
  const closing = await crypto.subtle.encrypt({ name: 'AES-CBC', iv: new Uint8Array(16) }, key, padding)
  const closed = join(data, new Uint8Array(closing).subarray(0, 16))
  const iv = fit(vector, 16)
  return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-CBC', iv }, key, closed))
}

/** AES-CBC of whole blocks, without the block of padding that WebCrypto appends. */
export async function encrypt(rawKey: Uint8Array, vector: Uint8Array, data: Uint8Array): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey('raw', own(rawKey), 'AES-CBC', false, ['encrypt'])
  const encrypted = await crypto.subtle.encrypt({ name: 'AES-CBC', iv: fit(vector, 16) }, key, own(data))
  return new Uint8Array(encrypted).subarray(0, data.length)
}

export const digest = async (hash: string, bytes: Uint8Array) =>
  new Uint8Array(await crypto.subtle.digest(hash, bytes as Uint8Array<ArrayBuffer>))

/** A copy over a buffer of its own: WebCrypto takes no view of a shared one. */
export const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)

export function join(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(a.length + b.length)
  out.set(a)
  out.set(b, a.length)
  return out
}

/** Cut, or filled up with 0x36, as the standard says. */
export function fit(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(length).fill(0x36)
  out.set(bytes.subarray(0, length))
  return out
}
