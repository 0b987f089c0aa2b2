import { fail, ok, type Result } from '../shared/result.ts'
import { bareJpeg, imageHeader, isHeic, orientationOf } from './image-header.ts'

/** The longer side, in pixels. Enough to read a form and to print a page; a tenth of what a telephone takes. */
export const LONG_SIDE = 1600
const THUMBNAIL_SIDE = 320
const QUALITY = 0.82
const THUMBNAIL_QUALITY = 0.7
/** More would not fit into the memory of an old computer once unpacked; also what a hostile picture pretends to be. */
const MOST_PIXELS = 120_000_000

export interface Photo {
  /** JPEG, because every office program opens it. */
  readonly bytes: Uint8Array
  readonly thumbnail: Uint8Array
  readonly width: number
  readonly height: number
}

/** Where pictures are drawn: in a worker off the screen, or on the page where the browser has nothing else. */
export type NewCanvas = (width: number, height: number) => OffscreenCanvas | HTMLCanvasElement

/**
 * A picture as a small upright JPEG. It is drawn anew, so nothing of the file but what one sees comes along: no place,
 * camera, owner, or the picture before it was cropped.
 */
export async function scalePhoto(bytes: Uint8Array, newCanvas: NewCanvas): Promise<Result<Photo>> {
  const header = imageHeader(bytes)
  if (header === null) return fail(isHeic(bytes) ? 'photo.heic' : 'photo.undecodable')
  if (header.width * header.height > MOST_PIXELS)
    return fail('photo.too-many-pixels', { megapixels: Math.round((header.width * header.height) / 1e6) })
  let picture: ImageBitmap
  const { upright, turned } = asTaken(bytes)
  try {
    picture = await createImageBitmap(new Blob([upright as Uint8Array<ArrayBuffer>], { type: header.type }))
  } catch {
    return fail('photo.undecodable')
  }
  try {
    const canvas = drawn(picture, turned, LONG_SIDE, newCanvas)
    const small = drawn(canvas, 1, THUMBNAIL_SIDE, newCanvas)
    return ok({
      bytes: await encoded(canvas, QUALITY),
      thumbnail: await encoded(small, THUMBNAIL_QUALITY),
      width: canvas.width,
      height: canvas.height,
    })
  } finally {
    picture.close()
  }
}

/**
 * The same bytes, said to be upright, and how they really lie. Browsers differ in whether they turn a picture while
 * they unpack it; one that says nothing is turned by none, and then we do it.
 */
function asTaken(bytes: Uint8Array): { upright: Uint8Array; turned: number } {
  const orientation = orientationOf(bytes)
  if (orientation === null || orientation.value === 1) return { upright: bytes, turned: 1 }
  const upright = bytes.slice()
  new DataView(upright.buffer).setUint16(orientation.at, 1, orientation.littleEndian)
  return { upright, turned: orientation.value }
}

function drawn(
  picture: ImageBitmap | OffscreenCanvas | HTMLCanvasElement,
  turned: number,
  longSide: number,
  newCanvas: NewCanvas,
): OffscreenCanvas | HTMLCanvasElement {
  const scale = Math.min(1, longSide / Math.max(picture.width, picture.height))
  const width = Math.max(1, Math.round(picture.width * scale))
  const height = Math.max(1, Math.round(picture.height * scale))
  const lying = turned >= 5
  const canvas = newCanvas(lying ? height : width, lying ? width : height)
  const context = canvas.getContext('2d') as CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D
  // What is transparent would come out black.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.imageSmoothingQuality = 'high'
  context.setTransform(...turn(turned, width, height))
  context.drawImage(picture, 0, 0, width, height)
  return canvas
}

type Matrix = [number, number, number, number, number, number]

/** From how the picture lies to upright, for a picture of this size as it lies. */
function turn(turned: number, width: number, height: number): Matrix {
  const matrices: readonly Matrix[] = [
    [1, 0, 0, 1, 0, 0],
    [-1, 0, 0, 1, width, 0],
    [-1, 0, 0, -1, width, height],
    [1, 0, 0, -1, 0, height],
    [0, 1, 1, 0, 0, 0],
    [0, 1, -1, 0, height, 0],
    [0, -1, -1, 0, height, width],
    [0, -1, 1, 0, 0, width],
  ]
  return matrices[turned - 1]!
}

async function encoded(canvas: OffscreenCanvas | HTMLCanvasElement, quality: number): Promise<Uint8Array> {
  const type = 'image/jpeg'
  const blob =
    'convertToBlob' in canvas
      ? await canvas.convertToBlob({ type, quality })
      : await new Promise<Blob | null>((done) => canvas.toBlob(done, type, quality))
  if (blob === null) throw new Error('canvas too large')
  // Browsers write their own colour profile beside the picture.
  return bareJpeg(new Uint8Array(await blob.arrayBuffer()))
}
