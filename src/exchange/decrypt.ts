import { decryptOldWorkbook } from './decrypt-old.ts'
import { BLOCK, decrypt, digest, fit, join, own, SEGMENT, spellings, stretch } from './decrypt-blocks.ts'
import { FileProblem } from './sheet-data.ts'

/**
 * Opens a workbook protected by Excel's standard password encryption (ECMA-376 agile). The key check tells a wrong
 * password from a damaged file, and the sum over the whole package is always verified: the cipher alone would let a
 * changed file open with other content.
 */

/** Excel writes 100,000 rounds; a forged file that asks for millions would hold the computer for minutes. */
const ROUNDS = 1_000_000

const HASHES: Readonly<Record<string, string>> = {
  SHA1: 'SHA-1',
  'SHA-1': 'SHA-1',
  SHA256: 'SHA-256',
  'SHA-256': 'SHA-256',
  SHA384: 'SHA-384',
  'SHA-384': 'SHA-384',
  SHA512: 'SHA-512',
  'SHA-512': 'SHA-512',
}

interface Cipher {
  readonly salt: Uint8Array
  readonly hash: string
  readonly keyBytes: number
  readonly blockSize: number
}

interface PasswordKey extends Cipher {
  readonly rounds: number
  readonly verifierInput: Uint8Array
  readonly verifierValue: Uint8Array
  readonly key: Uint8Array
}

export async function decryptWorkbook(
  streams: ReadonlyMap<string, Uint8Array>,
  password: string,
  onProgress?: (share: number) => void,
): Promise<Uint8Array> {
  const info = streams.get('EncryptionInfo')
  const encrypted = streams.get('EncryptedPackage')
  if (!info || !encrypted || info.length < 12 || encrypted.length < 8 + 16)
    throw new FileProblem('file.damaged', { part: 'EncryptedPackage' })
  if (info[2] === 2) return decryptOldWorkbook(info, encrypted, password)
  if (info[0] !== 4 || info[2] !== 4) throw new FileProblem('file.old-encryption')
  const xml = new TextDecoder('utf-8').decode(info.subarray(8))
  const data = readCipher(tagOf(xml, 'keyData'))
  const key = readPasswordKey(tagOf(xml, 'encryptedKey'))
  const secret = await openKey(key, password, onProgress)
  await verifySum(xml, data, secret, encrypted)
  return decryptPackage(data, secret, encrypted)
}

const unreadable = () => new FileProblem('file.damaged', { part: 'EncryptionInfo' })

function tagOf(xml: string, name: string): string {
  const tag = new RegExp(`<(?:\\w+:)?${name}\\b([^>]*)>`).exec(xml)
  if (!tag) throw unreadable()
  return tag[1]!
}

function attribute(tag: string, name: string): string {
  const found = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)
  if (!found) throw unreadable()
  return found[1]!
}

function base64(tag: string, name: string): Uint8Array {
  try {
    return Uint8Array.from(atob(attribute(tag, name)), (c) => c.charCodeAt(0))
  } catch (error) {
    if (error instanceof FileProblem) throw error
    throw unreadable()
  }
}

function readCipher(tag: string): Cipher {
  const hash = HASHES[attribute(tag, 'hashAlgorithm').toUpperCase()]
  const keyBytes = Number(attribute(tag, 'keyBits')) / 8
  const blockSize = Number(attribute(tag, 'blockSize'))
  if (!hash || attribute(tag, 'cipherAlgorithm') !== 'AES' || !/CBC/.test(attribute(tag, 'cipherChaining')))
    throw new FileProblem('file.old-encryption')
  if (blockSize !== 16 || ![16, 24, 32].includes(keyBytes)) throw unreadable()
  return { salt: base64(tag, 'saltValue'), hash, keyBytes, blockSize }
}

function readPasswordKey(tag: string): PasswordKey {
  const rounds = Number(attribute(tag, 'spinCount'))
  if (!Number.isInteger(rounds) || rounds < 0) throw unreadable()
  if (rounds > ROUNDS) throw new FileProblem('file.too-slow')
  return {
    ...readCipher(tag),
    rounds,
    verifierInput: base64(tag, 'encryptedVerifierHashInput'),
    verifierValue: base64(tag, 'encryptedVerifierHashValue'),
    key: base64(tag, 'encryptedKeyValue'),
  }
}

async function openKey(
  key: PasswordKey,
  password: string,
  onProgress?: (share: number) => void,
): Promise<Uint8Array> {
  for (const written of spellings(password)) {
    const chain = await stretch(key.hash, key.salt, key.rounds, written, onProgress)
    const input = await decrypt(await keyFor(key, chain, BLOCK.verifierInput), key.salt, key.verifierInput)
    const wanted = await decrypt(await keyFor(key, chain, BLOCK.verifierValue), key.salt, key.verifierValue)
    const actual = await digest(key.hash, input.subarray(0, key.salt.length))
    if (!actual.every((byte, at) => wanted[at] === byte)) continue
    const secret = await decrypt(await keyFor(key, chain, BLOCK.key), key.salt, key.key)
    return secret.subarray(0, key.keyBytes)
  }
  throw new FileProblem('file.wrong-password')
}

const keyFor = async (key: PasswordKey, chain: Uint8Array, block: readonly number[]) =>
  fit(await digest(key.hash, join(chain, Uint8Array.from(block))), key.keyBytes)

async function verifySum(xml: string, data: Cipher, secret: Uint8Array, encrypted: Uint8Array) {
  const tag = tagOf(xml, 'dataIntegrity')
  const vector = async (block: readonly number[]) =>
    fit(await digest(data.hash, join(data.salt, Uint8Array.from(block))), data.blockSize)
  const length = (await digest(data.hash, data.salt)).length
  const sumKey = (
    await decrypt(secret, await vector(BLOCK.sumKey), base64(tag, 'encryptedHmacKey'))
  ).subarray(0, length)
  const wanted = await decrypt(secret, await vector(BLOCK.sum), base64(tag, 'encryptedHmacValue'))
  const hmac = await crypto.subtle.importKey('raw', own(sumKey), { name: 'HMAC', hash: data.hash }, false, [
    'sign',
  ])
  const actual = new Uint8Array(await crypto.subtle.sign('HMAC', hmac, own(encrypted)))
  if (!actual.every((byte, at) => wanted[at] === byte)) throw new FileProblem('file.changed-after-encryption')
}

async function decryptPackage(data: Cipher, secret: Uint8Array, encrypted: Uint8Array): Promise<Uint8Array> {
  const size = Number(new DataView(encrypted.buffer, encrypted.byteOffset, 8).getBigUint64(0, true))
  const cipher = encrypted.subarray(8)
  if (size > cipher.length) throw new FileProblem('file.damaged', { part: 'EncryptedPackage' })
  const out = new Uint8Array(cipher.length)
  const counter = new Uint8Array(4)
  for (let at = 0, segment = 0; at < cipher.length; at += SEGMENT, segment++) {
    new DataView(counter.buffer).setUint32(0, segment, true)
    const vector = fit(await digest(data.hash, join(data.salt, counter)), data.blockSize)
    const piece = cipher.subarray(at, Math.min(at + SEGMENT, cipher.length - (cipher.length % 16)))
    if (piece.length > 0) out.set(await decrypt(secret, vector, piece), at)
  }
  return out.subarray(0, size)
}
