import { FileProblem } from './sheet-data.ts'
import { builtInFormat, formatOf, type NumberFormat } from './number-format.ts'
import { XmlScanner, type Attributes, type XmlHandler } from './xml-scan.ts'
import type { ZipContainer, ZipEntry } from './xlsx-zip.ts'

/** The small parts of a workbook: where its sheets are, what its styles mean, its shared texts. */
export interface WorkbookParts {
  readonly sheets: readonly SheetPart[]
  readonly since1904: boolean
  /** The number format of each cell style. */
  readonly formats: readonly NumberFormat[]
  readonly strings: readonly string[]
  /** Sheets that hold no cells: charts, dialogs, macros. */
  readonly skipped: readonly string[]
  /** Some part points outside the file; nothing is ever fetched. */
  readonly outside: boolean
}

export interface SheetPart {
  readonly name: string
  readonly hidden: boolean
  readonly entry: ZipEntry
}

/** The longest text a cell may hold in any spreadsheet program. */
export const CELL_LENGTH = 32_767

interface Relation {
  readonly type: string
  readonly target: string
  readonly outside: boolean
}

export function readWorkbookParts(zip: ZipContainer): WorkbookParts {
  const main = findWorkbook(zip)
  const relations = readRelations(zip, main)
  const { listed, since1904 } = readWorkbook(zip, main)
  const sheets: SheetPart[] = []
  const skipped: string[] = []
  let outside = [...relations.values()].some((relation) => relation.outside)
  for (const { name, hidden, relation: id } of listed) {
    const relation = relations.get(id)
    if (!relation) throw new FileProblem('file.part-missing', { part: name })
    if (!/\/worksheet$/i.test(relation.type)) {
      skipped.push(name)
      continue
    }
    const entry = zip.find(relation.target)
    if (!entry) throw new FileProblem('file.part-missing', { part: name })
    if ([...readRelations(zip, entry).values()].some((found) => found.outside)) outside = true
    sheets.push({ name, hidden, entry })
  }
  if (sheets.length === 0) throw new FileProblem('file.no-sheets')
  const partOf = (type: string) => {
    const relation = [...relations.values()].find((found) => found.type.endsWith(type))
    return relation && !relation.outside ? zip.find(relation.target) : null
  }
  const styles = partOf('/styles')
  const strings = partOf('/sharedStrings')
  return {
    sheets,
    since1904,
    formats: styles ? readStyles(zip, styles) : [],
    strings: strings ? readStrings(zip, strings) : [],
    skipped,
    outside,
  }
}

/** What the sheets of a workbook are called, without reading any of them. */
export const sheetNames = (zip: ZipContainer): string[] =>
  readWorkbook(zip, findWorkbook(zip)).listed.map(({ name }) => name)

/** Where a sheet of this name is, without reading any; null where there is none. */
export function findSheet(zip: ZipContainer, wanted: string): ZipEntry | null {
  const main = findWorkbook(zip)
  const listed = readWorkbook(zip, main).listed.find(({ name }) => name === wanted)
  const relation = listed && readRelations(zip, main).get(listed.relation)
  return relation && !relation.outside ? zip.find(relation.target) : null
}

/** Reads one part as XML, in the encoding its first bytes say. */
export function scanPart(zip: ZipContainer, entry: ZipEntry, handler: XmlHandler): void {
  const scanner = new XmlScanner(entry.name, handler)
  let decoder: TextDecoder | null = null
  let head: Uint8Array<ArrayBuffer> | null = new Uint8Array(0)
  const take = (piece: Uint8Array, last: boolean) => {
    if (head !== null) {
      const joined = new Uint8Array(head.length + piece.length)
      joined.set(head)
      joined.set(piece, head.length)
      head = joined
      if (head.length < 256 && !last) return
      decoder = decoderOf(head, entry.name)
      piece = head
      head = null
    }
    let text: string
    try {
      text = decoder!.decode(piece, { stream: !last })
    } catch {
      throw new FileProblem('file.damaged', { part: entry.name })
    }
    if (text !== '') scanner.push(text)
  }
  zip.read(entry, (piece) => take(piece, false))
  take(new Uint8Array(0), true)
  scanner.end()
}

function decoderOf(head: Uint8Array, part: string): TextDecoder {
  const [a, b] = head
  let label = 'utf-8'
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) label = 'utf-16be'
  else if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) label = 'utf-16le'
  else {
    const declared = /^[^<]*<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(
      new TextDecoder('latin1').decode(head.subarray(0, 256)),
    )
    if (declared && !/^utf-16/i.test(declared[1]!)) label = declared[1]!
  }
  try {
    return new TextDecoder(label, { fatal: true })
  } catch {
    throw new FileProblem('file.damaged', { part })
  }
}

function findWorkbook(zip: ZipContainer): ZipEntry {
  if (zip.find('mimetype') && zip.find('content.xml')) throw new FileProblem('file.open-document')
  const root = zip.find('_rels/.rels')
  if (!root || !zip.find('[content_types].xml')) throw new FileProblem('file.not-workbook')
  const relations = relationsOf(zip, root, '')
  const office = [...relations.values()].find((found) => found.type.endsWith('/officeDocument'))
  if (!office) throw new FileProblem('file.damaged', { part: root.name })
  if (/\.bin$/i.test(office.target)) throw new FileProblem('file.binary-workbook')
  if (/^(word|ppt)\//i.test(office.target)) throw new FileProblem('file.not-workbook')
  const main = zip.find(office.target)
  if (!main) throw new FileProblem('file.part-missing', { part: office.target })
  return main
}

function readRelations(zip: ZipContainer, of: ZipEntry): Map<string, Relation> {
  const slash = of.name.lastIndexOf('/')
  const folder = of.name.slice(0, slash + 1)
  const entry = zip.find(`${folder}_rels/${of.name.slice(slash + 1)}.rels`)
  return entry ? relationsOf(zip, entry, folder) : new Map()
}

function relationsOf(zip: ZipContainer, entry: ZipEntry, folder: string): Map<string, Relation> {
  const relations = new Map<string, Relation>()
  let root = ''
  scanPart(zip, entry, {
    open(name, attributes) {
      if (root === '') root = name
      if (name !== 'Relationship') return
      const id = attributes('Id')
      const outside = attributes('TargetMode')?.toLowerCase() === 'external'
      const target = attributes('Target') ?? ''
      if (id === null) return
      relations.set(id, {
        type: attributes('Type') ?? '',
        target: outside ? '' : resolve(folder, target.replace(/\\/g, '/')),
        outside,
      })
    },
    close() {},
    text() {},
  })
  if (root !== 'Relationships') throw new FileProblem('file.damaged', { part: entry.name })
  return relations
}

function resolve(folder: string, target: string): string {
  const steps = (target.startsWith('/') ? target : folder + target).split('/')
  const path: string[] = []
  for (const step of steps) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  return path.join('/')
}

function readWorkbook(zip: ZipContainer, entry: ZipEntry) {
  const listed: { name: string; hidden: boolean; relation: string }[] = []
  const names = new Set<string>()
  let since1904 = false
  scanPart(zip, entry, {
    open(name, attributes) {
      if (name === 'workbookPr') since1904 = isTrue(attributes('date1904'))
      if (name !== 'sheet') return
      const sheet = attributes('name') ?? ''
      if (sheet === '' || names.has(sheet)) throw new FileProblem('file.damaged', { part: entry.name })
      names.add(sheet)
      const state = attributes('state')
      listed.push({
        name: sheet,
        hidden: state === 'hidden' || state === 'veryHidden',
        relation: attributes('id') ?? '',
      })
    },
    close() {},
    text() {},
  })
  if (listed.length === 0) throw new FileProblem('file.no-sheets')
  return { listed, since1904 }
}

const isTrue = (value: string | null) => value === '1' || value === 'true' || value === 'on'

function readStyles(zip: ZipContainer, entry: ZipEntry): NumberFormat[] {
  const custom = new Map<number, NumberFormat>()
  const formats: number[] = []
  let inCellFormats = false
  scanPart(zip, entry, {
    open(name, attributes) {
      if (name === 'numFmt')
        custom.set(Number(attributes('numFmtId')), formatOf(attributes('formatCode') ?? ''))
      else if (name === 'cellXfs') inCellFormats = true
      else if (name === 'xf' && inCellFormats) formats.push(Number(attributes('numFmtId') ?? 0))
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false
    },
    text() {},
  })
  return formats.map((id) => custom.get(id) ?? builtInFormat(id))
}

function readStrings(zip: ZipContainer, entry: ZipEntry): string[] {
  const strings: string[] = []
  const item = new TextCollector()
  scanPart(zip, entry, {
    open(name, attributes) {
      item.open(name, attributes)
    },
    close(name) {
      item.close(name)
      if (name === 'si') strings.push(item.take())
    },
    text: (text) => item.text(text),
  })
  return strings
}

/** Gathers the runs of a rich text; the phonetic guides of Japanese files are not part of it. */
export class TextCollector {
  #text = ''
  #inText = false
  #phonetic = 0

  open(name: string, _attributes: Attributes) {
    if (name === 't') this.#inText = true
    else if (name === 'rPh') this.#phonetic++
  }

  close(name: string) {
    if (name === 't') this.#inText = false
    else if (name === 'rPh') this.#phonetic--
  }

  text(text: string) {
    if (!this.#inText || this.#phonetic > 0) return
    this.#text += text
    if (this.#text.length > CELL_LENGTH * 8)
      throw new FileProblem('file.cell-too-long', { limit: CELL_LENGTH })
  }

  take(): string {
    if (this.#text === '') return ''
    const text = decodeEscapes(this.#text)
    this.#text = ''
    if (text.length > CELL_LENGTH) throw new FileProblem('file.cell-too-long', { limit: CELL_LENGTH })
    return text
  }
}

/** `_x000D_` is how a workbook writes a character that XML cannot hold. */
export const decodeEscapes = (text: string) =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text
