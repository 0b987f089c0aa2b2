import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** A file as a bureau gets it, from the day on which somebody in an office had a hand in it. */

/** One cell's words changed, and the file saved: what the sheets show is not any more what the report in it says. */
export function editedInExcel(file: Uint8Array, from: string, to: string): Uint8Array {
  let changed = 0
  const bytes = withParts(file, (name, text) => {
    if (!name.endsWith('.xml') || !text.includes(`>${from}<`)) return text
    changed++
    return text.replace(`>${from}<`, `>${to}<`)
  })
  if (changed !== 1) throw new Error(`"${from}" stands in ${changed} parts of the file`)
  return bytes
}

/** One character of the report is another; the sheets are whole. */
export function tampered(file: Uint8Array): Uint8Array {
  let changed = 0
  const bytes = withParts(file, (name, text) => {
    if (!name.endsWith('.xml') || !text.includes('dutybook reports ')) return text
    const run = /[A-Za-z0-9+/]{200,}/.exec(text)
    if (!run) return text
    changed++
    const at = run.index + 150
    return text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1)
  })
  if (changed !== 1) throw new Error('there is no report in the file')
  return bytes
}

/** The connection broke, or the stick was pulled out. */
export const cutShort = (file: Uint8Array): Uint8Array => file.slice(0, Math.floor(file.length * 0.6))

function withParts(file: Uint8Array, change: (name: string, text: string) => string): Uint8Array {
  const parts = Object.entries(unzipSync(file)).map(([name, bytes]) => {
    const text = strFromU8(bytes)
    const changed = change(name, text)
    return [name, changed === text ? bytes : strToU8(changed)] as const
  })
  // A moment that stays the same: the same county is the same files.
  return zipSync(Object.fromEntries(parts), { mtime: '1980-01-02' })
}
