import { toBase64 } from './base64.ts'
import { writeCompoundFile } from './compound-write.ts'
import { BLOCK, digest, encrypt, fit, join, own, SEGMENT, stretch } from './decrypt-blocks.ts'

/**
 * Protects a workbook with a password as Excel does (ECMA-376 agile): AES-256 in chains of blocks, a key that costs
 * 100,000 rounds of SHA-512 for each guess, and a sum over the whole that tells any change.
 */
const HASH = 'SHA-512'
const ROUNDS = 100_000
const KEY_BYTES = 32
const BLOCK_BYTES = 16
const HASH_BYTES = 64
const NAMESPACE = 'http://schemas.microsoft.com/office/2006'
const CIPHER = `blockSize="${BLOCK_BYTES}" keyBits="${KEY_BYTES * 8}" hashSize="${HASH_BYTES}" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512"`

/** The container that Excel, WPS and LibreOffice open with the password. */
export async function encryptWorkbook(
  bytes: Uint8Array,
  password: string,
  onProgress?: (share: number) => void,
): Promise<Uint8Array> {
  const secret = random(KEY_BYTES)
  const salt = random(BLOCK_BYTES)
  const content = await encryptPackage(bytes, secret, salt)
  const xml =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<encryption xmlns="${NAMESPACE}/encryption" xmlns:p="${NAMESPACE}/keyEncryptor/password">` +
    `<keyData saltSize="${BLOCK_BYTES}" ${CIPHER} saltValue="${toBase64(salt)}"/>` +
    (await integrity(content, secret, salt)) +
    `<keyEncryptors><keyEncryptor uri="${NAMESPACE}/keyEncryptor/password">` +
    (await passwordKey(password, secret, onProgress)) +
    '</keyEncryptor></keyEncryptors></encryption>'
  // Version 4.4, agile.
  const info = join(Uint8Array.of(4, 0, 4, 0, 64, 0, 0, 0), new TextEncoder().encode(xml))
  return writeCompoundFile(
    { name: 'EncryptionInfo', bytes: info },
    { name: 'EncryptedPackage', bytes: content },
  )
}

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))

/** The length, then the content in segments, each of which has a vector of its own. */
async function encryptPackage(bytes: Uint8Array, secret: Uint8Array, salt: Uint8Array): Promise<Uint8Array> {
  const out = new Uint8Array(8 + Math.ceil(bytes.length / SEGMENT) * SEGMENT)
  new DataView(out.buffer).setBigUint64(0, BigInt(bytes.length), true)
  const counter = new Uint8Array(4)
  for (let at = 0, segment = 0; at < bytes.length; at += SEGMENT, segment++) {
    new DataView(counter.buffer).setUint32(0, segment, true)
    const piece = new Uint8Array(SEGMENT)
    piece.set(bytes.subarray(at, at + SEGMENT))
    out.set(await encrypt(secret, await vectorFor(salt, counter), piece), 8 + at)
  }
  return out
}

const vectorFor = async (salt: Uint8Array, block: Uint8Array) =>
  fit(await digest(HASH, join(salt, block)), BLOCK_BYTES)

/** The sum over the encrypted content, itself encrypted. */
async function integrity(content: Uint8Array, secret: Uint8Array, salt: Uint8Array): Promise<string> {
  const sumKey = random(HASH_BYTES)
  const key = await crypto.subtle.importKey('raw', sumKey, { name: 'HMAC', hash: HASH }, false, ['sign'])
  const sum = new Uint8Array(await crypto.subtle.sign('HMAC', key, own(content)))
  const hidden = async (block: readonly number[], value: Uint8Array) =>
    toBase64(await encrypt(secret, await vectorFor(salt, Uint8Array.from(block)), value))
  return `<dataIntegrity encryptedHmacKey="${await hidden(BLOCK.sumKey, sumKey)}" encryptedHmacValue="${await hidden(BLOCK.sum, sum)}"/>`
}

/** The key of the content, locked with the password, and what tells a wrong password from a damaged file. */
async function passwordKey(
  password: string,
  secret: Uint8Array,
  onProgress?: (share: number) => void,
): Promise<string> {
  const salt = random(BLOCK_BYTES)
  const chain = await stretch(HASH, salt, ROUNDS, password, onProgress)
  const locked = async (block: readonly number[], value: Uint8Array) => {
    const key = fit(await digest(HASH, join(chain, Uint8Array.from(block))), KEY_BYTES)
    return toBase64(await encrypt(key, salt, value))
  }
  const verifier = random(BLOCK_BYTES)
  return (
    `<p:encryptedKey spinCount="${ROUNDS}" saltSize="${BLOCK_BYTES}" ${CIPHER} saltValue="${toBase64(salt)}"` +
    ` encryptedVerifierHashInput="${await locked(BLOCK.verifierInput, verifier)}"` +
    ` encryptedVerifierHashValue="${await locked(BLOCK.verifierValue, await digest(HASH, verifier))}"` +
    ` encryptedKeyValue="${await locked(BLOCK.key, secret)}"/>`
  )
}
