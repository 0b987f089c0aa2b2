import { imageHeader } from '../exchange/image-header.ts'
import type { makePhoto } from '../workers/photo-bridge.ts'
import type { Session } from './session.ts'

/** Only a picture of dots is ever shown; what else a file calls itself is handed to the downloads. */
export function shownType(bytes: Uint8Array): string | null {
  return imageHeader(bytes)?.type ?? null
}

/**
 * The small picture of a photo. A file that came from another computer has none yet: it is made once, when somebody
 * looks, and kept. Null when the bytes are not here or are no picture.
 */
export async function thumbnailOf(
  { files }: Session,
  hash: string,
  draw?: typeof makePhoto,
): Promise<Uint8Array | null> {
  const kept = await files.thumbnail(hash)
  if (kept) return kept
  const bytes = await files.bytes(hash)
  if (bytes === null || shownType(bytes) === null) return null
  const makePhoto = draw ?? (await import('../workers/photo-bridge.ts')).makePhoto
  const photo = await makePhoto(bytes)
  if (!photo.ok) return null
  // A full disk keeps it from being kept, not from being seen.
  await files.keepThumbnail(hash, photo.value.thumbnail)
  return photo.value.thumbnail
}
