/**
 * The key a password comes to. Stretching is slow on purpose, so a computer that makes copies by itself does it once
 * and keeps the result, from which nobody can read the password or the key's bytes again.
 */
export interface PasswordKey {
  readonly salt: Uint8Array
  readonly rounds: number
  /** Not extractable; from it each file gets keys of its own. */
  readonly key: CryptoKey
}

/** PBKDF2-SHA256, as many rounds as OWASP asks for: an eighth of a second here, about a second on an old computer. */
export const ROUNDS = 600_000
/** A forged file that asks for more would hold the computer for minutes. */
export const MOST_ROUNDS = 5_000_000
const SALT = 16

/** `stretching` is what a file says of its key; left out for a new one. */
export async function passwordKey(
  password: string,
  stretching: { readonly salt: Uint8Array; readonly rounds: number } = {
    salt: crypto.getRandomValues(new Uint8Array(SALT)),
    rounds: ROUNDS,
  },
): Promise<PasswordKey> {
  // The same password may come composed or decomposed, as the keyboard has it.
  const typed = new TextEncoder().encode(password.normalize('NFC'))
  const base = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits'])
  const { rounds } = stretching
  const salt = new Uint8Array(stretching.salt)
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }
  const bits = await crypto.subtle.deriveBits(how, base, 256)
  const key = await crypto.subtle.importKey('raw', bits, 'HKDF', false, ['deriveKey', 'deriveBits'])
  return { salt, rounds, key }
}

/** What one file is closed with. */
export interface FileKey {
  readonly cipher: CryptoKey
  /** Tells a wrong password from a damaged file, and says nothing about the key. */
  readonly check: Uint8Array
}

/** A key for one file only: two files of one password share none, so no nonce can ever meet its like. */
export async function fileKey({ key }: PasswordKey, file: Uint8Array): Promise<FileKey> {
  const purpose = (name: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(file),
    info: new TextEncoder().encode(`dutybook backup ${name}`),
  })
  const aes = { name: 'AES-GCM', length: 256 }
  const [cipher, check] = await Promise.all([
    crypto.subtle.deriveKey(purpose('content'), key, aes, false, ['encrypt', 'decrypt']),
    crypto.subtle.deriveBits(purpose('check'), key, 128),
  ])
  return { cipher, check: new Uint8Array(check) }
}
