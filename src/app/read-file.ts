import { fail, type Problem, type Result } from '../shared/result.ts'
import { SEPARATORS, type ReadDone, type Separator } from '../exchange/sheet-data.ts'
import type { Encoding } from '../exchange/text-encoding.ts'
import type { FileWork, readFile } from '../workers/bridge.ts'

/** A file in hand: its bytes stay as they are, so that it can be read again with a password or another encoding. */
export interface PickedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A file larger than this is not even brought into memory; readable ones are refused earlier by their readers. */
const LARGEST = 256 * 1024 * 1024

/** What a person picked or dropped. The browser may not give it: a folder, a file that was moved or locked meanwhile. */
export async function pick(file: File, largest = LARGEST): Promise<Result<PickedFile>> {
  if (file.size > largest) return fail('file.too-large', { limit: largest / 1024 / 1024 })
  try {
    return { ok: true, value: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } }
  } catch {
    return fail('file.cannot-be-opened')
  }
}

/** The other way about, for whoever begins with what was picked. */
export const asFile = ({ name, bytes }: PickedFile): File =>
  new File([bytes as Uint8Array<ArrayBuffer>], name)

/** Cells copied in a spreadsheet and pasted here, as a file of their own. */
export const pasted = (text: string, name: string): PickedFile => ({
  name,
  bytes: new TextEncoder().encode(`\ufeff${text}`),
})

/** How somebody said the file is to be read. */
export interface Reading {
  readonly password?: string
  /** CSV only. */
  readonly encoding?: Encoding
  readonly separator?: Separator
}

export { SEPARATORS }
export type { Encoding, Separator }

export type FileRead =
  | { readonly is: 'read'; readonly file: ReadDone }
  /** Locked; `wrong` when a password was given that does not open it. */
  | { readonly is: 'locked'; readonly wrong: boolean }
  | { readonly is: 'refused'; readonly problem: Problem; readonly warnings: readonly Problem[] }

/** Reads a file in its worker. Nothing is written, whatever is in it. */
export async function read(
  { bytes, name }: PickedFile,
  { password, encoding, separator }: Reading,
  work: FileWork,
  reader?: typeof readFile,
): Promise<FileRead> {
  const readFile = reader ?? (await import('../workers/bridge.ts')).readFile
  const result = await readFile(bytes, name, { password, encoding, separator }, work)
  if (result.ok) return { is: 'read', file: result }
  const { code } = result.problem
  if (code === 'file.password' || code === 'file.wrong-password')
    return { is: 'locked', wrong: code === 'file.wrong-password' }
  return { is: 'refused', problem: result.problem, warnings: result.warnings }
}
