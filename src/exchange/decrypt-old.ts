import { decrypt, digest, fit, join, spellings, stretch } from './decrypt-blocks.ts'
import { FileProblem } from './sheet-data.ts'

/**
 * The encryption of Excel 2007 and older WPS (ECMA-376 standard): AES without chaining and without a sum over the
 * whole, so only the sums inside the zip tell whether the content is as it was.
 */
const ROUNDS = 50_000
const AES = new Map([
  [0x660e, 16],
  [0x660f, 24],
  [0x6610, 32],
])

export async function decryptOldWorkbook(
  info: Uint8Array,
  encrypted: Uint8Array,
  password: string,
): Promise<Uint8Array> {
  const view = new DataView(info.buffer, info.byteOffset, info.byteLength)
  const keyBytes = AES.get(view.getUint32(20, true))
  const at = 12 + view.getUint32(8, true)
  if (keyBytes === undefined) throw new FileProblem('file.old-encryption')
  if (at + 72 > info.length || view.getUint32(at, true) !== 16)
    throw new FileProblem('file.damaged', { part: 'EncryptionInfo' })
  const salt = info.subarray(at + 4, at + 20)
  const verifier = info.subarray(at + 20, at + 36)
  const verifierHash = info.subarray(at + 40, at + 72)
  const cipher = encrypted.subarray(8, 8 + Math.floor((encrypted.length - 8) / 16) * 16)
  const size = Number(new DataView(encrypted.buffer, encrypted.byteOffset, 8).getBigUint64(0, true))
  if (size > cipher.length) throw new FileProblem('file.damaged', { part: 'EncryptedPackage' })

  for (const written of spellings(password)) {
    const key = await keyOf(await stretch('SHA-1', salt, ROUNDS, written), keyBytes)
    const actual = await digest('SHA-1', await decryptBlocks(key, verifier))
    const wanted = await decryptBlocks(key, verifierHash)
    if (actual.every((byte, i) => wanted[i] === byte))
      return (await decryptBlocks(key, cipher)).subarray(0, size)
  }
  throw new FileProblem('file.wrong-password')
}

async function keyOf(chain: Uint8Array, keyBytes: number): Promise<Uint8Array> {
  const hash = await digest('SHA-1', join(chain, new Uint8Array(4)))
  const derive = (filler: number) => {
    const block = new Uint8Array(64).fill(filler)
    hash.forEach((byte, i) => (block[i] = byte ^ filler))
    return digest('SHA-1', block)
  }
  return fit(join(await derive(0x36), await derive(0x5c)), keyBytes)
}

/** WebCrypto has no unchained mode: chained decryption adds the block before, which is taken off again. */
async function decryptBlocks(key: Uint8Array, data: Uint8Array): Promise<Uint8Array> {
  const out = await decrypt(key, new Uint8Array(16), data)
  for (let i = 16; i < out.length; i++) out[i] = out[i]! ^ data[i - 16]!
  return out
}
