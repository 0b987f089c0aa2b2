export async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>))
}

/** The SHA-256 of bytes as people see it and as files are named by it: 64 hexadecimal digits. */
export const sha256Text = async (bytes: Uint8Array): Promise<string> => hex(await sha256(bytes))

export const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
