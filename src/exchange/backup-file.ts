import { fail, ok, type Result } from '../shared/result.ts'
import { sha256 } from '../shared/sha-256.ts'
import { Malformed, PackageReader } from '../sync/package-reader.ts'
import { fileKey, MOST_ROUNDS, type FileKey, type PasswordKey } from './backup-key.ts'

/**
 * A backup as it lies in a file: a mark, the length of the header, the header, the header's SHA-256, and the content in
 * chunks, each followed by a tag. The tag is bound to the header, to the chunk's place and to whether it is the last,
 * so chunks that were changed, moved, left out or cut off are found, and it can be said where. With a password the chunks
 * are encrypted (AES-256-GCM, the header as associated data) and the tag is the cipher's; without one it is the
 * beginning of a SHA-256.
 */
const MARK = new TextEncoder().encode('DUTYBOOK-BACKUP\n')
const HEADER_AT = MARK.length + 4
const HASH = 32
const TAG = 16

/** The form this build writes; raised whenever a part of it changes its meaning. */
export const BACKUP_FORMAT = 1

const CHUNK = 256 * 1024
const LARGEST_CHUNK = 16 * 1024 * 1024
const LONGEST_HEADER = 64 * 1024
/** More than a workbook with its photos comes to; a file that claims more was made to fill somebody's memory. */
export const MOST_CONTENT = 1024 * 1024 * 1024

export interface BackupHeader {
  /** Bytes of content. */
  readonly content: number
  readonly chunk: number
  /** Random: no chunk of another file fits into this one. */
  readonly id: Uint8Array
  /** Null for a file that anybody can open. */
  readonly lock: Lock | null
  /** SHA-256 over all that stands before the first chunk. */
  readonly hash: Uint8Array
  /** Where the first chunk begins. */
  readonly bodyAt: number
}

/** How the password becomes the key of this file. */
export interface Lock {
  readonly salt: Uint8Array
  readonly rounds: number
  readonly nonce: Uint8Array
  readonly check: Uint8Array
}

type OnProgress = (share: number) => void

/** @param chunk bytes in a chunk; only tests have a reason to choose it */
export async function sealBackup(
  content: Uint8Array,
  key: PasswordKey | null,
  onProgress: OnProgress = () => {},
  chunk = CHUNK,
): Promise<Uint8Array> {
  const id = crypto.getRandomValues(new Uint8Array(ID))
  const own = key && (await fileKey(key, id))
  const lock = key && own && lockWith(key, own)
  const head = headOf({ content: content.length, chunk, id, lock })
  const hash = await sha256(head)
  const count = chunksOf(content.length, chunk)
  const bodyAt = head.length + HASH
  const file = new Uint8Array(bodyAt + content.length + count * TAG)
  file.set(head)
  file.set(hash, head.length)
  const header: BackupHeader = { content: content.length, chunk, id, lock, hash, bodyAt }
  for (let index = 0; index < count; index++) {
    const piece = content.subarray(index * chunk, (index + 1) * chunk)
    file.set(await sealChunk(header, own, index, piece), bodyAt + index * (chunk + TAG))
    onProgress((index + 1) / count)
  }
  return file
}

export const isBackupFile = (bytes: Uint8Array): boolean => MARK.every((byte, i) => bytes[i] === byte)

/** Looks at everything before the content: is this a backup, is it whole, does it want a password? */
export async function readBackupHeader(file: Uint8Array): Promise<Result<BackupHeader>> {
  if (!isBackupFile(file)) return fail('backup.not-one')
  if (file.length < HEADER_AT) return fail('package.cut', { have: file.length, of: HEADER_AT })
  const length = viewOf(file).getUint32(MARK.length)
  if (length > LONGEST_HEADER) return fail('package.damaged', { where: MARK.length })
  const bodyAt = HEADER_AT + length + HASH
  if (file.length < bodyAt) return fail('package.cut', { have: file.length, of: bodyAt })
  const hash = await sha256(file.subarray(0, HEADER_AT + length))
  if (!hash.every((byte, i) => byte === file[HEADER_AT + length + i]))
    return fail('package.damaged', { where: MARK.length })
  try {
    return headerOf(file, bodyAt, hash)
  } catch (error) {
    if (error instanceof Malformed || error instanceof SyntaxError)
      return fail('package.malformed', { where: error instanceof Malformed ? error.message : '' })
    throw error
  }
}

function headerOf(file: Uint8Array, bodyAt: number, hash: Uint8Array): Result<BackupHeader> {
  const text = new TextDecoder().decode(file.subarray(HEADER_AT, bodyAt - HASH))
  const root = new PackageReader(JSON.parse(text))
  if (root.part('reads').count() > BACKUP_FORMAT)
    return fail('backup.newer', { format: root.part('format').count(), known: BACKUP_FORMAT })
  const content = root.part('content').count()
  const chunk = root.part('chunk').count()
  if (content > MOST_CONTENT) return fail('file.too-large', { limit: MOST_CONTENT / 1024 / 1024 })
  if (chunk < 1 || chunk > LARGEST_CHUNK) root.refuse('chunk')
  const lock = root.has('lock') ? lockOf(root.part('lock')) : ok(null)
  if (!lock.ok) return lock
  const whole = bodyAt + content + chunksOf(content, chunk) * TAG
  if (file.length < whole) return fail('package.cut', { have: file.length, of: whole })
  if (file.length > whole) return fail('package.damaged', { where: whole })
  return ok({ content, chunk, id: bytesIn(root.part('id'), ID), lock: lock.value, hash, bodyAt })
}

function lockOf(lock: PackageReader): Result<Lock> {
  if (lock.part('cipher').text() !== CIPHER || lock.part('stretching').text() !== STRETCHING)
    return fail('backup.other-encryption')
  const rounds = lock.part('rounds').count()
  if (rounds > MOST_ROUNDS) return fail('backup.too-many-rounds', { rounds, most: MOST_ROUNDS })
  if (rounds < 1) lock.refuse('rounds')
  return ok({
    rounds,
    salt: bytesIn(lock.part('salt'), SALT),
    nonce: bytesIn(lock.part('nonce'), NONCE),
    check: bytesIn(lock.part('check'), CHECK),
  })
}

/** The content, or what is wrong and at which byte. `key` is for a file with a lock. */
export async function openBackup(
  file: Uint8Array,
  header: BackupHeader,
  key: PasswordKey | null,
  onProgress?: OnProgress,
): Promise<Result<Uint8Array>> {
  const opened = await openWhatIsWhole(file, header, key, onProgress)
  if (!opened.ok) return opened
  const { content, damagedAt } = opened.value
  return damagedAt === null ? ok(content) : fail('package.damaged', { where: damagedAt })
}

export interface OpenedContent {
  /** Zeros where a chunk could not be opened: what lies there must be known by a hash of its own. */
  readonly content: Uint8Array
  /** The byte of the file at which the first such chunk begins; null when all is whole. */
  readonly damagedAt: number | null
}

/** The same for whoever can do without a part: one bad place on an old stick must not take a whole school with it. */
export async function openWhatIsWhole(
  file: Uint8Array,
  header: BackupHeader,
  key: PasswordKey | null,
  onProgress: OnProgress = () => {},
): Promise<Result<OpenedContent>> {
  const { id, lock, chunk, bodyAt } = header
  let own: FileKey | null = null
  if (lock) {
    own = key && (await fileKey(key, id))
    if (!own || !own.check.every((byte, i) => byte === lock.check[i])) return fail('file.wrong-password')
  }
  const content = new Uint8Array(header.content)
  const count = chunksOf(content.length, chunk)
  let damagedAt: number | null = null
  for (let index = 0; index < count; index++) {
    const at = bodyAt + index * (chunk + TAG)
    const opened = await openChunk(
      header,
      own,
      index,
      file.subarray(at, Math.min(at + chunk + TAG, file.length)),
    )
    if (opened) content.set(opened, index * chunk)
    else damagedAt ??= at
    onProgress((index + 1) / count)
  }
  return ok({ content, damagedAt })
}

const CIPHER = 'AES-256-GCM'
const STRETCHING = 'PBKDF2-SHA256'
const ID = 16
const SALT = 16
const NONCE = 12
const CHECK = 16

const lockWith = ({ salt, rounds }: PasswordKey, { check }: FileKey): Lock => ({
  salt,
  rounds,
  nonce: crypto.getRandomValues(new Uint8Array(NONCE)),
  check,
})

/** All that stands before the header's hash. */
function headOf({ id, lock, ...sizes }: Omit<BackupHeader, 'hash' | 'bodyAt'>): Uint8Array {
  const said = {
    format: BACKUP_FORMAT,
    reads: BACKUP_FORMAT,
    ...sizes,
    id: base64(id),
    ...(lock && {
      lock: {
        cipher: CIPHER,
        stretching: STRETCHING,
        rounds: lock.rounds,
        salt: base64(lock.salt),
        nonce: base64(lock.nonce),
        check: base64(lock.check),
      },
    }),
  }
  const json = new TextEncoder().encode(JSON.stringify(said))
  const head = new Uint8Array(HEADER_AT + json.length)
  head.set(MARK)
  viewOf(head).setUint32(MARK.length, json.length)
  head.set(json, HEADER_AT)
  return head
}

/** An empty content has one empty chunk, whose tag says that this is all. */
const chunksOf = (content: number, chunk: number) => Math.max(1, Math.ceil(content / chunk))

/** The chunk's number, and whether it is the last: 5 bytes. */
function placeOf({ content, chunk }: BackupHeader, index: number): Uint8Array {
  const place = new Uint8Array(5)
  viewOf(place).setUint32(0, index)
  place[4] = index === chunksOf(content, chunk) - 1 ? 1 : 0
  return place
}

function gcm(header: BackupHeader, lock: Lock, index: number): AesGcmParams {
  const iv = new Uint8Array(lock.nonce)
  placeOf(header, index).forEach((byte, i) => (iv[NONCE - 5 + i]! ^= byte))
  return { name: 'AES-GCM', iv, additionalData: new Uint8Array(header.hash), tagLength: TAG * 8 }
}

async function plainTag(header: BackupHeader, index: number, piece: Uint8Array): Promise<Uint8Array> {
  const sealed = new Uint8Array(HASH + 5 + piece.length)
  sealed.set(header.hash)
  sealed.set(placeOf(header, index), HASH)
  sealed.set(piece, HASH + 5)
  return (await sha256(sealed)).subarray(0, TAG)
}

async function sealChunk(
  header: BackupHeader,
  own: FileKey | null,
  index: number,
  piece: Uint8Array,
): Promise<Uint8Array> {
  if (own) {
    const how = gcm(header, header.lock!, index)
    return new Uint8Array(await crypto.subtle.encrypt(how, own.cipher, new Uint8Array(piece)))
  }
  const sealed = new Uint8Array(piece.length + TAG)
  sealed.set(piece)
  sealed.set(await plainTag(header, index, piece), piece.length)
  return sealed
}

/** Null when it is not what was sealed here. */
async function openChunk(
  header: BackupHeader,
  own: FileKey | null,
  index: number,
  sealed: Uint8Array,
): Promise<Uint8Array | null> {
  if (own) {
    const how = gcm(header, header.lock!, index)
    return crypto.subtle.decrypt(how, own.cipher, new Uint8Array(sealed)).then(
      (piece) => new Uint8Array(piece),
      () => null,
    )
  }
  const piece = sealed.subarray(0, sealed.length - TAG)
  const tag = await plainTag(header, index, piece)
  return tag.every((byte, i) => byte === sealed[piece.length + i]) ? piece : null
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes))

function bytesIn(text: PackageReader, length: number): Uint8Array {
  try {
    const bytes = Uint8Array.from(atob(text.text()), (character) => character.charCodeAt(0))
    return bytes.length === length ? bytes : text.refuse()
  } catch (error) {
    if (error instanceof Malformed) throw error
    return text.refuse()
  }
}
