import { fail, ok, type Result } from '../shared/result.ts'
import { sha256Text } from '../shared/sha-256.ts'
import { labelOfFile } from '../exchange/file-name.ts'
import { keptExtensions, kindOf } from '../exchange/file-kinds.ts'
import { imageHeader, isHeic } from '../exchange/image-header.ts'
import type { NewFile } from '../store/kept-files.ts'
import type { makePhoto } from '../workers/photo-bridge.ts'

/** A photo as it comes from a telephone; it leaves here a tenth as large. */
const LARGEST_PHOTO = 60
/** What is kept as it is takes this much of everybody's disk. */
const LARGEST_FILE = 20
const MEGABYTE = 1024 * 1024

/** What a file chooser offers. */
export const acceptedFiles = ['image/*', ...keptExtensions].join(',')

export interface GivenFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A file ready to be kept: a photo drawn anew, anything else as it was. */
export interface PreparedFile extends NewFile {
  /** A label for people; never a path. */
  readonly name: string
  /** Kept byte for byte, so whatever its program wrote about people into it is still there. */
  readonly asItWas: boolean
}

/** What was picked, dropped or pasted. The browser may not give it: a folder, a file that was moved meanwhile. */
export async function readGiven(file: File): Promise<Result<GivenFile>> {
  if (file.size > LARGEST_PHOTO * MEGABYTE) return fail('attachment.too-large', { limit: LARGEST_PHOTO })
  try {
    return ok({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
  } catch {
    return fail('file.cannot-be-opened')
  }
}

/** The content decides: a picture is a picture whatever it is called. Nothing is stored yet. */
export async function prepareFile(
  { name, bytes }: GivenFile,
  { signal, draw }: { signal?: AbortSignal; draw?: typeof makePhoto } = {},
): Promise<Result<PreparedFile>> {
  if (bytes.length === 0) return fail('attachment.empty')
  if (imageHeader(bytes) !== null || isHeic(bytes) || PICTURE.test(name)) {
    if (bytes.length > LARGEST_PHOTO * MEGABYTE) return fail('attachment.too-large', { limit: LARGEST_PHOTO })
    const makePhoto = draw ?? (await import('../workers/photo-bridge.ts')).makePhoto
    const photo = await makePhoto(bytes, { signal })
    if (!photo.ok) return photo
    const { bytes: small, thumbnail } = photo.value
    return ok({
      ...(await hashed(small)),
      type: PHOTO,
      thumbnail,
      name: labelOf(name, 'jpg'),
      asItWas: false,
    })
  }
  if (bytes.length > LARGEST_FILE * MEGABYTE) return fail('attachment.too-large', { limit: LARGEST_FILE })
  const kind = kindOf(name, bytes)
  if (!kind.ok) return kind
  return ok({ ...(await hashed(bytes)), type: kind.value, name: labelOf(name), asItWas: true })
}

/** One that is cut or of a strange kind is told so, and not that pictures are not taken. */
const PICTURE = /\.(jpe?g|png|webp|gif|bmp|hei[cf]|avif|tiff?)$/i

export const PHOTO = 'image/jpeg'

const hashed = async (bytes: Uint8Array) => ({ hash: await sha256Text(bytes), bytes })

/** A name of nothing but what had to go still needs something to be called by. */
const labelOf = (name: string, extension?: string): string => labelOfFile(name, extension) || PHOTO.slice(6)
