import { strToU8, zipSync } from 'fflate'

/** A cell as a spreadsheet program writes it: a number may carry a format, and then shows as something else. */
export type RawCell = string | number | boolean | null | { readonly number: number; readonly format: string }

export interface RawSheet {
  readonly name: string
  readonly rows: readonly (readonly RawCell[])[]
  /** `A1:C1` */
  readonly merges?: readonly string[]
  readonly hidden?: boolean
  readonly hiddenRows?: readonly number[]
}

/**
 * An .xlsx written by hand, apart from our own writer, so that a slip which reading and writing share would not hide:
 * inline and shared strings, styles made as they are met, merges.
 */
export function plainXlsx(sheets: readonly RawSheet[]): Uint8Array<ArrayBuffer> {
  const formats: string[] = []
  const strings: string[] = []
  const styleOf = (format: string) => {
    if (!formats.includes(format)) formats.push(format)
    return formats.indexOf(format) + 1
  }
  const parts: Record<string, string> = {}
  sheets.forEach((sheet, at) => {
    const rows = sheet.rows.map((row, r) => {
      const cells = row.map((cell, c) => cellXml(cell, `${columnLetters(c)}${r + 1}`, styleOf, strings))
      const hidden = sheet.hiddenRows?.includes(r) ? ' hidden="1"' : ''
      return `<row r="${r + 1}"${hidden}>${cells.join('')}</row>`
    })
    const merges = sheet.merges?.length
      ? `<mergeCells count="${sheet.merges.length}">${sheet.merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
      : ''
    parts[`xl/worksheets/sheet${at + 1}.xml`] =
      `<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData>${merges}</worksheet>`
  })
  parts['xl/workbook.xml'] = `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets
    .map(
      ({ name, hidden }, at) =>
        `<sheet name="${escaped(name)}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
    )
    .join('')}</sheets></workbook>`
  parts['xl/_rels/workbook.xml.rels'] = relations([
    ...sheets.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const),
    ['styles', 'styles.xml'],
    ['sharedStrings', 'sharedStrings.xml'],
  ])
  parts['_rels/.rels'] = relations([['officeDocument', 'xl/workbook.xml']])
  parts['xl/styles.xml'] = `<styleSheet xmlns="${MAIN}"><numFmts count="${formats.length}">${formats
    .map((code, at) => `<numFmt numFmtId="${at + 170}" formatCode="${escaped(code)}"/>`)
    .join('')}</numFmts><cellXfs count="${formats.length + 1}"><xf numFmtId="0"/>${formats
    .map((_, at) => `<xf numFmtId="${at + 170}" applyNumberFormat="1"/>`)
    .join('')}</cellXfs></styleSheet>`
  parts['xl/sharedStrings.xml'] =
    `<sst xmlns="${MAIN}">${strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`
  parts['[Content_Types].xml'] =
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`
  const files = Object.entries(parts).map(
    ([name, xml]) => [name, strToU8(`<?xml version="1.0"?>${xml}`)] as const,
  )
  return new Uint8Array(zipSync(Object.fromEntries(files)))
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const relations = (targets: readonly (readonly [string, string])[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(
      ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`

const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

function cellXml(cell: RawCell, at: string, styleOf: (format: string) => number, strings: string[]): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
  if (typeof cell === 'object') return `<c r="${at}" s="${styleOf(cell.format)}"><v>${cell.number}</v></c>`
  // Short texts as programs share them, long ones as some write them in place.
  if (cell.length > 20)
    return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
  if (!strings.includes(cell)) strings.push(cell)
  return `<c r="${at}" t="s"><v>${strings.indexOf(cell)}</v></c>`
}

export function columnLetters(column: number): string {
  return (
    (column >= 26 ? columnLetters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))
  )
}
