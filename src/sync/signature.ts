/**
 * Signatures of package files: ECDSA on P-256 by the browser itself. The private key of a copy never leaves its
 * browser, so a signature says that a file comes from the computer from which others with the same key have come, and
 * that nobody has changed it since. It does not say who that is: people say so, once.
 */
export interface SigningKey {
  /** 65 bytes, an uncompressed point. */
  readonly publicKey: Uint8Array
  /** Cannot be read out, by us neither. */
  readonly privateKey: CryptoKey
}

export const KEY_LENGTH = 65
export const SIGNATURE_LENGTH = 64

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const

export async function newSigningKey(): Promise<SigningKey> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(CURVE, false, ['sign', 'verify'])
  return { publicKey: new Uint8Array(await crypto.subtle.exportKey('raw', publicKey)), privateKey }
}

export const sign = async (message: Uint8Array<ArrayBuffer>, key: SigningKey): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.sign(SIGNING, key.privateKey, message))

export async function isSignedBy(
  message: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
  publicKey: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('raw', publicKey, CURVE, false, ['verify'])
    return await crypto.subtle.verify(SIGNING, key, signature, message)
  } catch {
    // Not a point of the curve at all.
    return false
  }
}

const GROUPS = 6
const GROUP = 10_000

/**
 * What people compare by telephone: six groups of four digits. A second key with the same ones would take more tries
 * than anybody has time for (2⁷⁹).
 */
export async function fingerprintOf(publicKey: Uint8Array): Promise<string> {
  const hash = new DataView(await crypto.subtle.digest('SHA-256', publicKey as Uint8Array<ArrayBuffer>))
  return Array.from({ length: GROUPS }, (_, i) =>
    String(hash.getUint32(i * 4) % GROUP).padStart(4, '0'),
  ).join(' ')
}
