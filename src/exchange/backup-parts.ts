import { deflate, inflate } from '../shared/deflate.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import { hex, sha256 } from '../shared/sha-256.ts'
import type { BackupPart } from '../sync/backup-part.ts'
import { Malformed, PackageReader } from '../sync/package-reader.ts'
import { MOST_CONTENT } from './backup-file.ts'

/** Pictures are small already. */
const PACKED = /^(image|video|audio)\//

/** Parts as the content of a backup: the length of the list, the list with each part's hash, the parts. */
export async function packParts(
  parts: readonly BackupPart[],
  onProgress: (share: number) => void = () => {},
): Promise<Uint8Array> {
  const stored: Uint8Array[] = []
  const list: object[] = []
  for (const { name, type, bytes } of parts) {
    const packs = !PACKED.test(type ?? '')
    const body = packs ? await deflate(bytes) : bytes
    stored.push(body)
    const hash = hex(await sha256(bytes))
    list.push({ name, ...(type ? { type } : {}), size: bytes.length, stored: body.length, packs, hash })
    onProgress(stored.length / parts.length)
  }
  const index = new TextEncoder().encode(JSON.stringify(list))
  const content = new Uint8Array(4 + index.length + stored.reduce((sum, { length }) => sum + length, 0))
  new DataView(content.buffer).setUint32(0, index.length)
  content.set(index, 4)
  let at = 4 + index.length
  for (const body of stored) {
    content.set(body, at)
    at += body.length
  }
  return content
}

/**
 * The parts as they were packed, each checked by its hash, or which one is not whole. `ondamaged` may answer that all
 * the others are worth having without it; then it is left out.
 */
export async function unpackParts(
  content: Uint8Array,
  onProgress: (share: number) => void = () => {},
  ondamaged: (name: string) => boolean = () => false,
): Promise<Result<BackupPart[]>> {
  try {
    return await unpack(content, onProgress, ondamaged)
  } catch (error) {
    if (error instanceof Malformed) return fail('package.malformed', { where: error.message })
    throw error
  }
}

async function unpack(
  content: Uint8Array,
  onProgress: (share: number) => void,
  ondamaged: (name: string) => boolean,
): Promise<Result<BackupPart[]>> {
  const parts: BackupPart[] = []
  const { list, bodyAt } = listOf(content)
  let [at, whole] = [bodyAt, 0]
  for (const [index, entry] of list.entries()) {
    const name = entry.part('name').text()
    const size = entry.part('size').count()
    const stored = entry.part('stored').count()
    whole += size
    if (whole > MOST_CONTENT) return fail('file.too-large-inside', { limit: MOST_CONTENT / 1024 / 1024 })
    if (at + stored > content.length) entry.refuse('stored')
    const body = content.slice(at, at + stored)
    at += stored
    const bytes = entry.part('packs').value === true ? await inflate(body, size).catch(() => null) : body
    const isWhole = bytes?.length === size && hex(await sha256(bytes)) === entry.part('hash').text()
    if (bytes && isWhole)
      parts.push({ name, bytes, ...(entry.has('type') ? { type: entry.part('type').text() } : {}) })
    else if (!ondamaged(name)) return fail('backup.part-damaged', { part: name.slice(0, 40) })
    onProgress((index + 1) / list.length)
  }
  if (at !== content.length) new PackageReader(null).refuse('end')
  return ok(parts)
}

function listOf(content: Uint8Array): { list: PackageReader[]; bodyAt: number } {
  const length = content.length < 4 ? 0 : new DataView(content.buffer, content.byteOffset).getUint32(0)
  const bodyAt = 4 + length
  let value: unknown = null
  try {
    if (bodyAt <= content.length) value = JSON.parse(new TextDecoder().decode(content.subarray(4, bodyAt)))
  } catch {
    // Not a list, which is what is said below.
  }
  return { list: new PackageReader(value).items(), bodyAt }
}
