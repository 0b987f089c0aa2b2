import { cutToCell, withSheetNames, type ExportCell, type ExportFormula } from './export-sheet.ts'
import type { NumberedTexts } from './numbered-texts.ts'
import { columnName } from './sheet-data.ts'
import { cellText, inXml, type GrowingXml } from './xml-write.ts'

export interface RowLook {
  /** The number of the style by column; cells beyond have none. */
  readonly styles?: readonly number[]
  /** In points. */
  readonly height?: number
}

/** What the cells of a sheet need from around it. */
export interface Around {
  /** Those of all sheets; a cell names its text by number. */
  readonly texts: NumberedTexts
  /** How a formula calls another sheet, quoted. */
  readonly called: (id: string) => string
  /** Told of each text that is longer than a cell may be. */
  readonly onCut: (row: number, column: number) => void
}

/** The rows of a sheet, written from the first downwards. */
export class RowWriter {
  #row = 0
  readonly #xml: GrowingXml
  readonly #around: Around
  /** By column, what each of its cells begins with. */
  readonly #openings: string[] = []

  constructor(xml: GrowingXml, around: Around) {
    this.#xml = xml
    this.#around = around
  }

  add(cells: readonly ExportCell[], { styles = NONE, height }: RowLook = {}): void {
    const row = this.#row++
    if (cells.length === 0) return
    const name = String(row + 1)
    let xml = `<row r="${name}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>`
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column]!
      const style = styles[column] ?? 0
      if (cell === null && style === 0) continue
      xml += (this.#openings[column] ??= `<c r="${columnName(column)}`) + name
      xml += style === 0 ? '"' : `" s="${style}"`
      if (typeof cell === 'string') xml += this.#text(cell, row, column)
      else xml += typeof cell === 'object' && cell !== null ? this.#formula(cell) : content(cell)
    }
    this.#xml.add(`${xml}</row>`)
  }

  #text(text: string, row: number, column: number): string {
    const fitting = cutToCell(text)
    if (fitting !== text) this.#around.onCut(row, column)
    return ` t="s"><v>${this.#around.texts.numberOf(fitting)}</v></c>`
  }

  #formula({ formula, value }: ExportFormula): string {
    const cached = typeof value === 'string' ? ` t="str">` : typeof value === 'boolean' ? ' t="b">' : '>'
    const text = typeof value === 'string' ? cellText(value) : plainValue(value)
    const shown = text === '' && typeof value !== 'string' ? '' : `<v>${text}</v>`
    return `${cached}<f>${inXml(withSheetNames(formula, this.#around.called))}</f>${shown}</c>`
  }
}

const NONE: readonly number[] = []

function content(cell: number | boolean | null): string {
  const value = cell === null ? '' : plainValue(cell)
  if (value === '') return '/>'
  return `${typeof cell === 'boolean' ? ' t="b"' : ''}><v>${value}</v></c>`
}

/** Nothing for what is no number of a spreadsheet. */
function plainValue(value: number | boolean): string {
  if (typeof value === 'boolean') return value ? '1' : '0'
  return Number.isFinite(value) ? String(value) : ''
}

/** The part in which the texts of all sheets stand by number. */
export function writeTexts(xml: GrowingXml, texts: NumberedTexts): void {
  xml.add(
    `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${texts.size}">`,
  )
  for (const text of texts.all) {
    // Without it programs may drop the space at either end, and break no line.
    const space = EDGED.test(text) ? ' xml:space="preserve"' : ''
    xml.add(`<si><t${space}>${cellText(text)}</t></si>`)
  }
  xml.add('</sst>')
}

const EDGED = /^ | $|[\t\n]/
