import type { Problem } from '../shared/result.ts'
import { plainNumber } from '../shared/plain-number.ts'
import {
  FileProblem,
  cellName,
  columnName,
  columnOf,
  NO_PLACE,
  placeNamed,
  placeOf,
  rowOf,
  type MergedRange,
  type SheetData,
  type SheetValue,
} from './sheet-data.ts'
import { GENERAL, serialText, type NumberFormat } from './number-format.ts'
import { shownNumber } from './shown-number.ts'
import { readWorkbookParts, scanPart, TextCollector, type WorkbookParts } from './xlsx-parts.ts'
import type { Attributes } from './xml-scan.ts'
import { ZipContainer, type ZipEntry } from './xlsx-zip.ts'

/**
 * Reads an .xlsx into plain rows. We read the sheets ourselves, in one strict pass over the very bytes whose sums were
 * checked, because a general reader forgives: it drops cells without an address, calls a workbook of no sheets read,
 * takes a broken part for an empty one. Here every cell is read, or named as left out, or the file is refused.
 */
export const SHEET_LIMITS = {
  rows: 1_048_576,
  columns: 16_384,
  cells: 3_000_000,
  text: 64 * 1024 * 1024,
  /** A cell this many empty rows or columns past the others is a slip of the hand, not data. */
  rowGap: 10_000,
  columnGap: 1_000,
  /** Merged ranges kept for the wizard; a form has dozens, and what is not kept is still counted. */
  merges: 20_000,
}

export interface WorkbookRead {
  readonly sheets: readonly SheetData[]
  readonly warnings: readonly Problem[]
}

export function readXlsx(bytes: Uint8Array, onProgress?: (share: number) => void): WorkbookRead {
  const zip = new ZipContainer(bytes)
  const parts = readWorkbookParts(zip)
  const budget = { cells: 0, text: 0 }
  const total = parts.sheets.reduce((sum, sheet) => sum + sheet.entry.size, 0)
  let done = 0
  const sheets = parts.sheets.map(({ name, hidden, entry }) => {
    const sheet = new SheetReader(name, hidden, parts, budget).read(zip, entry)
    done += entry.size
    onProgress?.(done / total)
    return sheet
  })
  const warnings: Problem[] = []
  if (parts.skipped.length > 0)
    warnings.push({ code: 'file.sheets-skipped', params: { names: parts.skipped.join('、') } })
  if (parts.outside) warnings.push({ code: 'file.outside-links' })
  const pictures = [...zip.entries.keys()].filter((name) => /\/media\/[^/]+$/.test(name)).length
  if (pictures > 0) warnings.push({ code: 'file.pictures-left-out', params: { count: pictures } })
  if ([...zip.entries.keys()].some((name) => /\/(threaded)?comments\d*\.xml$/.test(name)))
    warnings.push({ code: 'file.comments-left-out' })
  if ([...zip.entries.keys()].some((name) => name.endsWith('vbaproject.bin')))
    warnings.push({ code: 'file.macros-left-out' })
  return { sheets, warnings }
}

/** One sheet of whose cells none needs the styles or texts that all sheets share. */
export function readSheetApart(zip: ZipContainer, name: string, entry: ZipEntry): SheetData {
  return new SheetReader(name, true, NOTHING_SHARED, { cells: 0, text: 0 }).read(zip, entry)
}

const NOTHING_SHARED: WorkbookParts = {
  sheets: [],
  since1904: false,
  formats: [],
  strings: [],
  skipped: [],
  outside: false,
}

/** What has been read of a cell: one object for all cells of a sheet, one after the other. */
class CellInHand {
  row = 0
  column = 0
  type = 'n'
  format: NumberFormat = GENERAL
  value = ''
  formula = ''
  hasFormula = false
  hasValue = false
  /** The address, where it is none. */
  lost: string | null = null
}

/** Functions that ask the outside world; their last result is read like any other and nothing is asked. */
const OUTSIDE = /\b(WEBSERVICE|FILTERXML|RTD|DDE|IMAGE|IMPORTDATA|CALL|REGISTER\.ID)\s*\(|\[\d+\]|\|'?.*'?!/i

type Place = Pick<CellInHand, 'row' | 'column'>

class SheetReader {
  readonly #name: string
  readonly #hidden: boolean
  readonly #parts: WorkbookParts
  readonly #budget: { cells: number; text: number }
  readonly #rows = new Map<number, SheetValue[]>()
  /** The row that was written last, found again without looking. */
  #written = { at: -1, cells: [] as SheetValue[] }
  readonly #collector = new TextCollector()
  readonly #counts = new Map<string, { count: number; cell: string }>()
  #row = -1
  #column = -1
  readonly #cell = new CellInHand()
  #inCell = false
  #reading: 'v' | 'f' | null = null
  readonly #merges: MergedRange[] = []
  readonly #hiddenRows: number[] = []
  readonly #hiddenColumns: number[] = []
  readonly #shown = new Map<number, string>()
  readonly #errors = new Set<number>()
  #merged = 0
  #mergeAt = ''
  #sawData = false

  constructor(name: string, hidden: boolean, parts: WorkbookParts, budget: { cells: number; text: number }) {
    this.#name = name
    this.#hidden = hidden
    this.#parts = parts
    this.#budget = budget
  }

  read(zip: ZipContainer, entry: ZipEntry): SheetData {
    scanPart(zip, entry, {
      open: (name, attributes) => {
        if (this.#inCell) this.#openInCell(name, attributes)
        else if (name === 'c') this.#startCell(attributes)
        else if (name === 'row') this.#startRow(attributes('r'), isHidden(attributes))
        else if (name === 'col' && isHidden(attributes))
          this.#hideColumns(Number(attributes('min')), Number(attributes('max')))
        else if (name === 'mergeCell') this.#merge(attributes('ref') ?? '')
        else if (name === 'sheetData') this.#sawData = true
      },
      close: (name) => {
        if (!this.#inCell) return
        if (name === 'c') this.#finishCell(this.#cell)
        else if (name === 'v' || name === 'f') this.#reading = null
        else this.#collector.close(name)
      },
      text: (text) => {
        if (!this.#inCell) return
        if (this.#reading === 'v') this.#cell.value += text
        else if (this.#reading === 'f') this.#cell.formula += text
        else this.#collector.text(text)
      },
    })
    if (!this.#sawData) throw new FileProblem('file.damaged', { part: entry.name })
    return this.#finish()
  }

  #merge(reference: string) {
    this.#mergeAt ||= reference
    this.#merged++
    const [from = '', to = from] = reference.split(':')
    const [first, last] = [placeNamed(from), placeNamed(to)]
    if (first === NO_PLACE || last === NO_PLACE || this.#merges.length >= SHEET_LIMITS.merges) return
    this.#merges.push({
      top: rowOf(first),
      left: columnOf(first),
      bottom: rowOf(last),
      right: columnOf(last),
    })
  }

  #hideColumns(min: number, max: number) {
    // A range to the end of the sheet hides what is empty: people do it to tidy up.
    const last = Math.min(max, min + SHEET_LIMITS.columnGap)
    for (let column = min - 1; column < last; column++) this.#hiddenColumns.push(column)
  }

  #startRow(given: string | null, hidden: boolean) {
    this.#column = -1
    if (given === null) this.#row++
    else {
      const row = Number(given) - 1
      this.#row = Number.isInteger(row) && row >= 0 && row < SHEET_LIMITS.rows ? row : this.#row + 1
    }
    if (hidden) this.#hiddenRows.push(this.#row)
  }

  #startCell(attributes: Attributes) {
    const given = attributes('r')
    const place = given === null ? NO_PLACE : placeNamed(given)
    const cell = this.#cell
    cell.lost = given !== null && place === NO_PLACE ? given.slice(0, 20) : null
    if (cell.lost === null) this.#column = place === NO_PLACE ? this.#column + 1 : columnOf(place)
    cell.row = place === NO_PLACE ? this.#row : rowOf(place)
    cell.column = this.#column
    cell.type = attributes('t') ?? 'n'
    cell.format = this.#parts.formats[Number(attributes('s') ?? 0)] ?? GENERAL
    cell.value = ''
    cell.formula = ''
    cell.hasFormula = false
    cell.hasValue = false
    this.#inCell = true
  }

  #openInCell(name: string, attributes: Attributes) {
    if (name === 'v') this.#cell.hasValue = true
    else if (name === 'f') this.#cell.hasFormula = true
    else return this.#collector.open(name, attributes)
    this.#reading = name
  }

  #finishCell(cell: CellInHand) {
    this.#inCell = false
    const inline = this.#collector.take()
    if (cell.lost !== null) {
      this.#note('sheet.cell-left-out', cell.lost)
      return
    }
    const { row, column } = cell
    if (column >= SHEET_LIMITS.columns || row < 0 || row >= SHEET_LIMITS.rows)
      return this.#noteAt('sheet.cell-left-out', { row: Math.max(0, row), column })
    if (cell.hasFormula && OUTSIDE.test(cell.formula)) this.#noteAt('sheet.outside-formula', cell)
    const value = this.#valueOf(cell, inline)
    if (value === null) return
    this.#rowAt(row)[column] = value
    if (++this.#budget.cells > SHEET_LIMITS.cells)
      throw new FileProblem('file.too-many-cells', { limit: SHEET_LIMITS.cells })
    if (typeof value === 'string') {
      this.#budget.text += value.length
      if (this.#budget.text > SHEET_LIMITS.text) throw new FileProblem('file.too-large-inside', { limit: 64 })
    }
  }

  #rowAt(at: number): SheetValue[] {
    if (this.#written.at !== at) {
      let cells = this.#rows.get(at)
      if (!cells) this.#rows.set(at, (cells = []))
      this.#written = { at, cells }
    }
    return this.#written.cells
  }

  #valueOf(cell: CellInHand, inline: string): SheetValue {
    const text = cell.value
    switch (cell.type) {
      case 's': {
        if (!cell.hasValue || text === '') return null
        const shared = this.#parts.strings[Number(text)]
        if (shared === undefined) throw this.#damaged(cell)
        return shared
      }
      case 'inlineStr':
        return inline
      case 'str':
        return cell.hasValue ? this.#string(text) : null
      case 'b':
        return text === '' ? null : text.trim() === '1' || text.trim().toLowerCase() === 'true'
      case 'e':
        this.#noteAt('sheet.error-value', cell)
        this.#errors.add(placeOf(cell.row, cell.column))
        return text || '#N/A'
      case 'd':
        return text === '' ? null : isoText(text)
      default:
        return this.#number(cell, text.trim())
    }
  }

  #number(cell: CellInHand, text: string): SheetValue {
    if (text === '') {
      if (cell.hasFormula) this.#noteAt('sheet.formula-without-value', cell)
      return null
    }
    const number = Number(text)
    if (!Number.isFinite(number)) throw this.#damaged(cell)
    const { kind } = cell.format
    const shown = shownNumber(number, cell.format, this.#parts.since1904)
    if (kind === 'number') {
      if (shown !== null && shown !== plainNumber(number)) this.#show(cell, shown)
      return number
    }
    const date = serialText(number, kind, this.#parts.since1904)
    if (date === null) {
      this.#noteAt('sheet.no-such-date', cell)
      return number
    }
    if (date.clock && kind !== 'time') this.#noteAt('sheet.time-without-date', cell)
    if (shown !== null && shown !== date.text) this.#show(cell, shown)
    return date.text
  }

  #show(cell: CellInHand, text: string) {
    this.#shown.set(placeOf(cell.row, cell.column), text)
  }

  #string(text: string): string {
    this.#collector.open('t', () => null)
    this.#collector.text(text)
    this.#collector.close('t')
    return this.#collector.take()
  }

  #damaged({ row, column }: Place) {
    return new FileProblem('file.damaged', { part: `${this.#name}!${cellName(row, column)}` })
  }

  /** Notes something of the cell there; only the first one of a kind is called by its name. */
  #noteAt(code: string, { row, column }: Place) {
    const noted = this.#counts.get(code)
    if (noted) noted.count++
    else this.#note(code, cellName(row, column))
  }

  #note(code: string, cell: string) {
    const noted = this.#counts.get(code)
    if (noted) noted.count++
    else this.#counts.set(code, { count: 1, cell })
  }

  #finish(): SheetData {
    const kept = this.#keepNearRows()
    const width = this.#keepNearColumns(kept)
    const rows: SheetValue[][] = []
    const last = kept.at(-1) ?? -1
    // Padding makes a rectangle; a hostile shape (one wide row, many short ones) is left ragged.
    const pad = width * (last + 1) <= SHEET_LIMITS.cells
    for (let at = 0; at <= last; at++) {
      const cells = this.#rows.get(at) ?? []
      const size = pad ? width : Math.min(cells.length, width)
      const row = new Array<SheetValue>(size)
      for (let column = 0; column < size; column++) row[column] = cells[column] ?? null
      rows.push(row)
    }
    const sheet = this.#name
    const warnings: Problem[] = []
    if (this.#hidden) warnings.push({ code: 'sheet.hidden', params: { sheet } })
    if (this.#merged > 0)
      warnings.push({ code: 'sheet.merged', params: { sheet, count: this.#merged, cell: this.#mergeAt } })
    for (const [code, { count, cell }] of this.#counts)
      warnings.push({ code, params: { sheet, count, cell } })
    return {
      name: sheet,
      hidden: this.#hidden,
      rows: this.#dated(rows, warnings),
      warnings,
      merges: this.#merges.filter(({ top, left }) => top <= last && left < width),
      hiddenRows: this.#hiddenRows.filter((row) => row <= last),
      hiddenColumns: this.#hiddenColumns.filter((column) => column < width),
      shown: this.#shown,
      errors: this.#errors,
    }
  }

  #keepNearRows(): number[] {
    const order = [...this.#rows.keys()].sort((a, b) => a - b)
    for (let i = 1; i < order.length; i++) {
      if (order[i]! - order[i - 1]! <= SHEET_LIMITS.rowGap) continue
      for (const row of order.slice(i))
        this.#rows.get(row)!.forEach((_, column) => this.#noteAt('sheet.cell-left-out', { row, column }))
      return order.slice(0, i)
    }
    return order
  }

  #keepNearColumns(rows: readonly number[]): number {
    const used = new Uint8Array(SHEET_LIMITS.columns)
    for (const row of rows) {
      const cells = this.#rows.get(row)!
      for (let column = 0; column < cells.length; column++) if (cells[column] !== undefined) used[column] = 1
    }
    const order: number[] = []
    used.forEach((filled, column) => {
      if (filled) order.push(column)
    })
    for (let i = 1; i < order.length; i++) {
      if (order[i]! - order[i - 1]! <= SHEET_LIMITS.columnGap) continue
      const width = order[i - 1]! + 1
      for (const row of rows)
        this.#rows.get(row)!.forEach((_, column) => {
          if (column >= width) this.#noteAt('sheet.cell-left-out', { row, column })
        })
      return width
    }
    return (order.at(-1) ?? -1) + 1
  }

  /**
   * A plain number under a heading 日期 is most likely a date whose format was lost. It stays a number, said aloud,
   * except where days count from 1904: there nobody after us could know that, so it becomes the date now.
   */
  #dated(rows: SheetValue[][], warnings: Problem[]): SheetValue[][] {
    const header = rows.find((row) => row.some((cell) => cell !== null))
    if (!header) return rows
    const from = rows.indexOf(header) + 1
    header.forEach((heading, column) => {
      if (typeof heading !== 'string' || !/^[\s\S]{0,10}(日期|时间|日)[\s*]*$|\bdate\b/i.test(heading)) return
      let count = 0
      let first = ''
      for (let at = from; at < rows.length; at++) {
        const value = rows[at]![column]
        if (typeof value !== 'number') continue
        first ||= cellName(at, column)
        count++
        const date = this.#parts.since1904 ? serialText(value, 'date', true) : null
        if (!date) continue
        rows[at]![column] = date.text
        this.#shown.set(placeOf(at, column), plainNumber(value))
      }
      if (count > 0)
        warnings.push({
          code: this.#parts.since1904 ? 'sheet.dates-since-1904' : 'sheet.numbers-as-dates',
          params: { sheet: this.#name, column: columnName(column), count, cell: first },
        })
    })
    return rows
  }
}

const isHidden = (attributes: Attributes) => /^(1|true)$/.test(attributes('hidden') ?? '')

/** `2026-03-02T00:00:00Z` of a strict workbook. */
function isoText(text: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(:\d{2}(?:\.\d+)?)?Z?)?$/.exec(text)
  if (!match) return text
  const midnight = match[2] === '00:00' && Number((match[3] ?? ':0').slice(1)) === 0
  return match[2] === undefined || midnight ? match[1]! : `${match[1]} ${match[2]}`
}
