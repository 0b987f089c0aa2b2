/** Raw deflate by the browser's own streams, which Node has too. */
export const deflate = (bytes: Uint8Array): Promise<Uint8Array> =>
  through(bytes, new CompressionStream('deflate-raw'), Infinity)

/** The opposite; throws where the bytes are no whole stream, or would come to more than `most` bytes. */
export const inflate = (bytes: Uint8Array, most: number): Promise<Uint8Array> =>
  through(bytes, new DecompressionStream('deflate-raw'), most)

async function through(
  bytes: Uint8Array,
  stream: CompressionStream | DecompressionStream,
  most: number,
): Promise<Uint8Array> {
  const writer = stream.writable.getWriter()
  // A stream that breaks says so to its reader; what the writer says of it would only be said twice.
  writer.write(bytes as Uint8Array<ArrayBuffer>).catch(() => {})
  writer.close().catch(() => {})
  const parts: Uint8Array[] = []
  let length = 0
  const reader = stream.readable.getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value as Uint8Array)
    length += parts[parts.length - 1]!.length
    if (length > most) throw new RangeError('too much')
  }
  return joined(parts, length)
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
