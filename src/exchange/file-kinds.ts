import { fail, ok, type Result } from '../shared/result.ts'

/** A kept file is never opened by this program, only handed back; so what may be kept is what offices exchange. */
interface FileKind {
  readonly type: string
  /** How such a file begins; a text must at least be no program in disguise. */
  readonly fits: (head: string) => boolean
}

const begins =
  (mark: string, at = 0) =>
  (head: string) =>
    head.startsWith(mark, at)
const isZip = begins('PK\x03\x04')
const isCompound = begins('\xd0\xcf\x11\xe0')
const isMedia = begins('ftyp', 4)
const isText = (head: string) => !head.includes('\0') && !head.startsWith('MZ')
const office = 'application/vnd.openxmlformats-officedocument.'

const KINDS: Readonly<Record<string, FileKind>> = {
  pdf: { type: 'application/pdf', fits: (head) => head.includes('%PDF-') },
  ofd: { type: 'application/ofd', fits: isZip },
  docx: { type: `${office}wordprocessingml.document`, fits: isZip },
  xlsx: { type: `${office}spreadsheetml.sheet`, fits: isZip },
  pptx: { type: `${office}presentationml.presentation`, fits: isZip },
  doc: { type: 'application/msword', fits: isCompound },
  xls: { type: 'application/vnd.ms-excel', fits: isCompound },
  ppt: { type: 'application/vnd.ms-powerpoint', fits: isCompound },
  wps: { type: 'application/vnd.ms-works', fits: isCompound },
  et: { type: 'application/wps-et', fits: isCompound },
  dps: { type: 'application/wps-dps', fits: isCompound },
  txt: { type: 'text/plain', fits: isText },
  csv: { type: 'text/csv', fits: isText },
  mp3: { type: 'audio/mpeg', fits: (head) => /^(ID3|\xff[\xe2-\xfb])/.test(head) },
  m4a: { type: 'audio/mp4', fits: isMedia },
  amr: { type: 'audio/amr', fits: begins('#!AMR') },
  wav: { type: 'audio/wav', fits: (head) => head.startsWith('RIFF') && head.startsWith('WAVE', 8) },
  mp4: { type: 'video/mp4', fits: isMedia },
}

/** The types that file choosers offer besides pictures. */
export const keptExtensions: readonly string[] = Object.keys(KINDS).map((extension) => `.${extension}`)

/** The type of a file that is kept as it is, by its name and its first bytes; web pages and programs are not kept. */
export function kindOf(name: string, bytes: Uint8Array): Result<string> {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const kind = Object.hasOwn(KINDS, extension) ? KINDS[extension]! : null
  if (kind === null) return fail('attachment.kind')
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  return kind.fits(head) ? ok(kind.type) : fail('attachment.not-what-it-says', { extension })
}
