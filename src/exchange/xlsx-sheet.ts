import { cutTo, FIRST_DATA_ROW, type ExportColumn, type ExportSheet } from './export-sheet.ts'
import { cellName, columnName } from './sheet-data.ts'
import { RowWriter, type Around } from './xlsx-rows.ts'
import type { CellStyle, Styles } from './xlsx-styles.ts'
import { conditionalFormatting } from './xlsx-conditions.ts'
import { cellText, GrowingXml, inQuotes, inXml } from './xml-write.ts'

/** What a sheet needs from its workbook. */
export interface Shared extends Around {
  readonly styles: Styles
  readonly lists: LongLists
}

const TITLE: CellStyle = {
  size: 16,
  bold: true,
  // Centred over the table without merging: merged cells are what makes a sheet hard to sort and to read back.
  horizontal: 'centerContinuous',
  format: '@',
}
const HEADING: CellStyle = {
  bold: true,
  fill: 'DDEBF7',
  lines: true,
  horizontal: 'center',
  wrap: true,
  format: '@',
}
const HELPER_COLOR = '595959'
const HELPER_HEADING: CellStyle = { ...HEADING, bold: false, fill: 'EDEDED', color: HELPER_COLOR }
const TITLE_HEIGHT = 30
const HEADINGS_HEIGHT = 32
/** An empty margin of rows in which a list can still be picked when people append by hand. */
const ROOM = 200
/** Of what is said beside a cell. */
const LONGEST_TITLE = 32

const bodyStyle = (column: ExportColumn): CellStyle => ({
  ...(column.helper ? { color: HELPER_COLOR } : {}),
  lines: true,
  horizontal: column.align === 'end' ? 'right' : column.align === 'center' ? 'center' : 'left',
  wrap: column.wrap,
  format: column.format,
})

const PRINTING =
  '<printOptions horizontalCentered="1"/>' +
  '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
  // A4, as wide as one page and as long as it takes.
  '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
  `<headerFooter><oddFooter>${inXml('&C第 &P 页 / 共 &N 页')}</oddFooter></headerFooter>`

const OPENING = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'

/** A sheet as people print it: the elements stand in the one order that the format allows. */
export function writeSheet(sheet: ExportSheet, shared: Shared): Uint8Array {
  const { styles, lists } = shared
  const { columns } = sheet
  const xml = new GrowingXml()
  xml.add(OPENING)
  xml.add('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
  const end = FIRST_DATA_ROW + sheet.rows.length
  const last = columnName(Math.max(0, columns.length - 1))
  xml.add(`<dimension ref="A1:${last}${end + (sheet.footer?.length ?? 0)}"/>`)
  const pane = `<pane ySplit="${FIRST_DATA_ROW}" topLeftCell="${cellName(FIRST_DATA_ROW, 0)}" activePane="bottomLeft" state="frozen"/>`
  xml.add(`<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`)
  xml.add('<sheetFormatPr defaultRowHeight="15"/>')
  if (columns.length > 0) xml.add(`<cols>${columns.map(widthOf).join('')}</cols>`)

  const body = { styles: columns.map((column) => styles.numberOf(bodyStyle(column))) }
  xml.add('<sheetData>')
  const rows = new RowWriter(xml, shared)
  rows.add(
    columns.map((_, at) => (at === 0 ? sheet.title : null)),
    { styles: columns.map(() => styles.numberOf(TITLE)), height: TITLE_HEIGHT },
  )
  rows.add(
    columns.map((column) => column.heading),
    {
      styles: columns.map(({ helper }) => styles.numberOf(helper ? HELPER_HEADING : HEADING)),
      height: HEADINGS_HEIGHT,
    },
  )
  for (const row of sheet.rows) rows.add(row, body)
  const below = { styles: columns.map(({ format }) => styles.numberOf({ format })) }
  for (const line of sheet.footer ?? []) rows.add(line, below)
  xml.add('</sheetData>')

  if (sheet.rows.length > 0) xml.add(`<autoFilter ref="A2:${last}${end}"/>`)
  xml.add(conditionalFormatting(columns, end + ROOM + 1, styles))
  const validations = columns.flatMap((column, at) => validation(column, at, end, lists))
  if (validations.length > 0)
    xml.add(`<dataValidations count="${validations.length}">${validations.join('')}</dataValidations>`)
  xml.add(`${PRINTING}</worksheet>`)
  return xml.bytes()
}

/** A sheet for the program: cells and nothing else. */
export function writePlainSheet(rows: readonly (readonly (string | null)[])[], around: Around): Uint8Array {
  const xml = new GrowingXml()
  xml.add(`${OPENING}<sheetData>`)
  const writer = new RowWriter(xml, around)
  for (const row of rows) writer.add(row)
  xml.add('</sheetData></worksheet>')
  return xml.bytes()
}

/**
 * The same with its texts in the cells themselves: such a sheet can be read, and the others told to be as they were,
 * without a look at the texts that all sheets share.
 */
export function writeSheetApart(rows: readonly (readonly string[])[]): Uint8Array {
  const xml = new GrowingXml()
  xml.add(`${OPENING}<sheetData>`)
  rows.forEach((row, at) => {
    const cells = row.map(
      (text, column) =>
        `<c r="${columnName(column)}${at + 1}" t="inlineStr"><is><t>${cellText(text)}</t></is></c>`,
    )
    xml.add(`<row r="${at + 1}">${cells.join('')}</row>`)
  })
  xml.add('</sheetData></worksheet>')
  return xml.bytes()
}

function widthOf({ width, hidden }: ExportColumn, at: number): string {
  return `<col min="${at + 1}" max="${at + 1}" width="${width}"${hidden ? ' hidden="1"' : ''} customWidth="1"/>`
}

/** The rows that hold a column's data, and room below. */
const dataRange = (at: number, end: number) => `${cellName(FIRST_DATA_ROW, at)}:${cellName(end + ROOM, at)}`

function validation(
  { heading, choices = [] }: ExportColumn,
  at: number,
  end: number,
  lists: LongLists,
): string[] {
  if (choices.length === 0) return []
  // A list inside the cell may have 255 characters and no commas in its entries; longer ones stand on a sheet.
  const inline = choices.join(',').length <= 250 && !choices.some((text) => /[,"]/.test(text))
  const list = inline ? `"${choices.join(',')}"` : lists.add(choices)
  const said = `errorTitle="${inQuotes(cutTo(heading, LONGEST_TITLE))}" error="请从列表中选择。"`
  return [
    `<dataValidation type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1" ${said} sqref="${dataRange(at, end)}"><formula1>${inXml(list)}</formula1></dataValidation>`,
  ]
}

export const LISTS_SHEET = '选项'

/** The lists to choose from that are too long for a cell, each a column of a sheet that nobody sees. */
export class LongLists {
  readonly #lists: (readonly string[])[] = []

  add(choices: readonly string[]): string {
    this.#lists.push(choices)
    const column = columnName(this.#lists.length - 1)
    return `'${LISTS_SHEET}'!$${column}$1:$${column}$${choices.length}`
  }

  get rows(): (string | null)[][] {
    const height = Math.max(0, ...this.#lists.map((list) => list.length))
    return Array.from({ length: height }, (_, row) => this.#lists.map((list) => list[row] ?? null))
  }
}
