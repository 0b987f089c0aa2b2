/** Bytes as text, for places that hold nothing else. */
export function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}

/** Null when the text is none. */
export function fromBase64(text: string): Uint8Array | null {
  let decoded: string
  try {
    decoded = atob(text)
  } catch {
    return null
  }
  // A loop: `Uint8Array.from` goes through a text ten times slower.
  const bytes = new Uint8Array(decoded.length)
  for (let at = 0; at < decoded.length; at++) bytes[at] = decoded.charCodeAt(at)
  return bytes
}
