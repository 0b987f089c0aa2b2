import { writeXlsx } from 'hucre/xlsx'
import type { NamedRange } from 'hucre'
import type { Cell, CellStyle, ConditionalRule, DataValidation, WriteSheet } from 'hucre/xlsx'
import type { Problem } from '../shared/result.ts'
import { FILES_SHEET, filesRows } from './attachment-sheet.ts'
import { cellName, columnName, type CarriedFile } from './sheet-data.ts'
import { STATE_SHEET, stateRows } from './state-sheet.ts'
import { CELL_LENGTH } from './xlsx-parts.ts'

/** A cell to write. A formula comes with the value it has now, which every reader shows before it recalculates. */
export type ExportCell = string | number | boolean | null | ExportFormula

export interface ExportFormula {
  /** Without the leading `=`; other sheets by their `sheetMark`. */
  readonly formula: string
  readonly value: string | number | boolean
}

/**
 * How a formula calls another sheet of the file, by that sheet's `id`: what a sheet is called in the end, only the writer
 * knows, since no two may be called alike.
 */
export const sheetMark = (id: string): string => `\u0001${id}\u0001`

// eslint-disable-next-line no-control-regex -- a sign that no formula has
const SHEET_MARK = /\u0001([^\u0001]*)\u0001/g

export interface ExportColumn {
  readonly heading: string
  /** In characters of half width, as spreadsheets count. */
  readonly width: number
  readonly align: 'start' | 'end' | 'center'
  /** A number format such as `yyyy-mm-dd`; `@` keeps what is typed as text. */
  readonly format?: string
  /** Texts to choose from. */
  readonly choices?: readonly string[]
  /** Texts that must catch the eye: coloured, and with a sign before them for whoever prints in black. */
  readonly alarms?: readonly string[]
  readonly wrap?: boolean
  /** Set apart from the columns people read: counts that formulas of other columns stand on. */
  readonly helper?: boolean
  /** For the program only; people do not see it, and it is not printed. */
  readonly hidden?: boolean
}

/** One sheet as people print it: a title, headings, rows, and lines below that belong to no column. */
export interface ExportSheet {
  readonly name: string
  /** By which formulas call it; where none does, none is needed. */
  readonly id?: string
  readonly title: string
  readonly columns: readonly ExportColumn[]
  readonly rows: readonly (readonly ExportCell[])[]
  /** Printed under the table: sums, signatures. */
  readonly footer?: readonly (readonly ExportCell[])[]
  readonly hidden?: boolean
}

export interface ExportOptions {
  /** What another copy needs to merge the file exactly: goes into a sheet that nobody sees. */
  readonly state?: Uint8Array
  /** Attachments that go along. */
  readonly files?: readonly CarriedFile[]
  readonly password?: string
  readonly title?: string
}

export interface Written {
  readonly bytes: Uint8Array
  /** What a spreadsheet file cannot hold as it is. */
  readonly warnings: readonly Problem[]
}

/** Row 1 is the title, row 2 the headings, data from row 3. */
export const FIRST_DATA_ROW = 2

const FONT = '宋体'
const LINE = { style: 'thin', color: { rgb: 'BFBFBF' } } as const
const BORDER = { top: LINE, bottom: LINE, left: LINE, right: LINE }
/** An empty margin of rows in which a list can still be picked when people append by hand. */
const ROOM = 200
const LISTS = '选项'
/** Building the sheets, before the library packs and perhaps encrypts them, by its share of the time. */
const BUILDING = 0.4

export async function writeWorkbook(
  sheets: readonly ExportSheet[],
  options: ExportOptions = {},
  onProgress: (share: number) => void = () => {},
): Promise<Written> {
  const warnings: Problem[] = []
  const names = uniqueNames(sheets.map((sheet) => sheet.name))
  const lists = new LongLists()
  const byId = new Map(sheets.map(({ id }, at) => [id, quoteSheet(names[at]!)]))
  const called = (id: string) => byId.get(id) ?? '#REF!'
  const written = sheets.map((sheet, at) => {
    onProgress((at / sheets.length) * BUILDING)
    return buildSheet(sheet, names[at]!, lists, warnings, called)
  })
  onProgress(BUILDING)
  if (lists.columns.length > 0) written.push(lists.sheet(names))
  if (options.state) written.push({ name: STATE_SHEET, veryHidden: true, rows: stateRows(options.state) })
  if (options.files) written.push({ name: FILES_SHEET, veryHidden: true, rows: filesRows(options.files) })
  const bytes = await writeXlsx({
    sheets: written,
    namedRanges: sheets.map((_, at) => printTitles(names[at]!)),
    defaultFont: { name: FONT, size: 11 },
    properties: { title: options.title ?? sheets[0]?.title ?? '', creator: '双责簿 Dutybook' },
    // Composed, as the keyboards of those who will open it in Excel give it.
    ...(options.password === undefined
      ? {}
      : { encryption: { password: options.password.normalize('NFC') } }),
  })
  return { bytes, warnings }
}

function buildSheet(
  sheet: ExportSheet,
  name: string,
  lists: LongLists,
  warnings: Problem[],
  called: (id: string) => string,
): WriteSheet {
  const cells = new Map<string, Partial<Cell>>()
  const rows: (string | number | boolean | null)[][] = []
  const width = sheet.columns.length
  const put = (row: number, column: number, cell: ExportCell, style?: CellStyle) => {
    if (typeof cell === 'object' && cell !== null) {
      const value = typeof cell.value === 'string' ? escapeText(cell.value) : cell.value
      cells.set(`${row},${column}`, {
        type: 'formula',
        value,
        formula: cell.formula.replace(SHEET_MARK, (_mark, id: string) => called(id)),
        formulaResult: value,
        style: style ?? bodyStyle(sheet.columns[column]),
      })
      return null
    }
    const value = typeof cell === 'string' ? fitText(cell, sheet, row, column, warnings) : cell
    if (typeof value === 'string' && LIKE_ERROR.test(value)) {
      const richText = [{ text: value }]
      cells.set(`${row},${column}`, { value, richText, style: style ?? bodyStyle(sheet.columns[column]) })
    } else if (style) cells.set(`${row},${column}`, { value, type: typeOf(value), style })
    return value
  }

  rows.push(sheet.columns.map((_, column) => put(0, column, column === 0 ? sheet.title : null, TITLE)))
  rows.push(
    sheet.columns.map((column, at) => put(1, at, column.heading, column.helper ? HELPER_HEADING : HEADING)),
  )
  for (const row of sheet.rows) rows.push(row.map((cell, column) => put(rows.length, column, cell)))
  const end = rows.length
  for (const line of sheet.footer ?? []) {
    const style = (column: number): CellStyle => ({ ...PLAIN, numFmt: sheet.columns[column]?.format })
    rows.push(line.map((cell, column) => put(rows.length, column, cell, style(column))))
  }

  const last = columnName(Math.max(0, width - 1))
  return {
    name,
    rows,
    cells,
    hidden: sheet.hidden,
    columns: sheet.columns.map((column) => ({
      width: column.width,
      style: bodyStyle(column),
      ...(column.hidden ? { hidden: true } : {}),
    })),
    rowDefs: new Map([
      [0, { height: 30 }],
      [1, { height: 32 }],
    ]),
    freezePane: { rows: FIRST_DATA_ROW, columns: 0 },
    ...(sheet.rows.length > 0 ? { autoFilter: { range: `A2:${last}${end}` } } : {}),
    conditionalRules: sheet.columns.flatMap((column, at) => alarm(column, at, end)),
    dataValidations: sheet.columns.flatMap((column, at) => validation(column, at, end, lists)),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&C第 &P 页 / 共 &N 页' },
  }
}

/** Texts that the library would write as a formula that has failed, did they not come as runs of text. */
const LIKE_ERROR = /^#(?:VALUE!|REF!|N\/A|NAME\?|NULL!|DIV\/0!|NUM!|GETTING_DATA|SPILL!|CALC!)$/

const TITLE: CellStyle = {
  font: { name: FONT, size: 16, bold: true },
  // Centred over the table without merging: merged cells are what makes a sheet hard to sort and to read back.
  alignment: { horizontal: 'centerContinuous', vertical: 'center' },
  numFmt: '@',
}
const HEADING: CellStyle = {
  font: { name: FONT, size: 11, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DDEBF7' } },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  border: BORDER,
  numFmt: '@',
}
const HELPER_HEADING: CellStyle = {
  ...HEADING,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EDEDED' } },
  font: { name: FONT, size: 11, color: { rgb: '595959' } },
}
/** The sign stands in the format: what the cell holds stays what it is. */
const ALARM: CellStyle = {
  font: { bold: true, color: { rgb: '9C0006' } },
  fill: { type: 'pattern', pattern: 'solid', bgColor: { rgb: 'FCE4E4' } },
  numFmt: '"▲"@',
}
const PLAIN: CellStyle = { font: { name: FONT, size: 11 } }

/** Without a font the cell has that of the workbook. The library looks a style up anew for each cell: the less, the faster. */
const bodyStyle = (column: ExportColumn | undefined): CellStyle => ({
  ...(column?.helper ? { font: { name: FONT, size: 11, color: { rgb: '595959' } } } : {}),
  border: BORDER,
  alignment: {
    horizontal: column?.align === 'end' ? 'right' : column?.align === 'center' ? 'center' : 'left',
    vertical: 'center',
    wrapText: column?.wrap ?? false,
  },
  ...(column?.format ? { numFmt: column.format } : {}),
})

function validation(column: ExportColumn, at: number, end: number, lists: LongLists): DataValidation[] {
  if (!column.choices || column.choices.length === 0) return []
  const range = `${cellName(FIRST_DATA_ROW, at)}:${cellName(end + ROOM, at)}`
  const common = {
    type: 'list' as const,
    range,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'warning' as const,
    errorTitle: column.heading.slice(0, 32),
    errorMessage: '请从列表中选择。',
  }
  // A list inside the cell may have 255 characters and no commas in its entries; longer ones stand on a sheet.
  const inline = column.choices.join(',').length <= 250 && !column.choices.some((text) => /[,"]/.test(text))
  return [
    inline ? { ...common, values: [...column.choices] } : { ...common, formula1: lists.add(column.choices) },
  ]
}

function alarm({ alarms = [] }: ExportColumn, at: number, end: number): ConditionalRule[] {
  if (alarms.length === 0) return []
  const first = cellName(FIRST_DATA_ROW, at)
  const formula = `OR(${alarms.map((text) => `${first}="${text.replace(/"/g, '""')}"`).join(',')})`
  const range = `${first}:${cellName(end + ROOM, at)}`
  return [{ type: 'expression', priority: at + 1, formula, range, style: ALARM }]
}

class LongLists {
  readonly columns: (readonly string[])[] = []

  add(choices: readonly string[]): string {
    this.columns.push(choices)
    const column = columnName(this.columns.length - 1)
    return `'${LISTS}'!$${column}$1:$${column}$${choices.length}`
  }

  sheet(taken: readonly string[]): WriteSheet {
    if (taken.includes(LISTS)) throw new RangeError(`sheet name ${LISTS} is used by the program`)
    const height = Math.max(...this.columns.map((list) => list.length))
    return {
      name: LISTS,
      hidden: true,
      rows: Array.from({ length: height }, (_, row) => this.columns.map((list) => list[row] ?? null)),
    }
  }
}

/** The library writes print titles without quoting the sheet's name, so they are given as names of our own. */
const printTitles = (name: string): NamedRange => ({
  name: '_xlnm.Print_Titles',
  range: `${quoteSheet(name)}!$1:$2`,
  scope: name,
})

/** A sheet name in a formula. Quoted always: whether it must be depends on the program that reads it. */
export const quoteSheet = (name: string) => `'${name.replace(/'/g, "''")}'`

/** Names a spreadsheet accepts: at most 31 characters, none of `[]:*?/\`, no two alike in any case. */
export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((given) => {
    const clean =
      given
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || '表'
    let name = clean.slice(0, 31)
    for (let n = 2; taken.has(name.toLowerCase()) || name === 'History'; n++)
      name = `${clean.slice(0, 27)}(${n})`
    taken.add(name.toLowerCase())
    return name
  })
}

function fitText(text: string, sheet: ExportSheet, row: number, column: number, warnings: Problem[]): string {
  if (fitsCell(text)) return escapeText(text)
  warnings.push({
    code: 'export.cell-cut',
    params: { sheet: sheet.name, cell: cellName(row, column), limit: CELL_LENGTH },
  })
  return escapeText(cutToCell(text))
}

const fitsCell = (text: string): boolean => text.length <= CELL_LENGTH

/** As much of a text as a cell can hold. */
export const cutToCell = (text: string): string =>
  fitsCell(text) ? text : text.slice(0, CELL_LENGTH).replace(/[\ud800-\udbff]$/, '')

/**
 * Characters that XML cannot hold, and texts that look like the escape for them, in the escape the format has for
 * both; whatever somebody typed comes back exactly.
 */
export const escapeText = (text: string) => (MAYBE_SPECIAL.test(text) ? escapeSpecial(text) : text)

/** One look over the text, because nearly none has such a character. */
// eslint-disable-next-line no-control-regex -- these are the characters XML forbids
const MAYBE_SPECIAL = /[\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]|_x/

const escapeSpecial = (text: string) =>
  text
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    // eslint-disable-next-line no-control-regex -- these are the characters XML forbids
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Surrogate}/gu, (character) => {
      return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
    })

const typeOf = (value: string | number | boolean | null) =>
  value === null
    ? ('empty' as const)
    : typeof value === 'string'
      ? ('string' as const)
      : typeof value === 'number'
        ? ('number' as const)
        : ('boolean' as const)
