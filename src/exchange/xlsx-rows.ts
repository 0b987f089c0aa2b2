import { cutToCell, type ExportCell } from './export-sheet.ts'
import type { NumberedTexts } from './numbered-texts.ts'
import { columnName } from './sheet-data.ts'
import { cellText, inXml, type GrowingXml } from './xml-write.ts'

export interface RowLook {
  /** The number of the style by column; cells beyond have none. */
  readonly styles?: readonly number[]
  /** In points. */
  readonly height?: number
}

/** The rows of a sheet, written from the first downwards. Texts go by number: all sheets share them. */
export class RowWriter {
  #row = 0
  readonly #xml: GrowingXml
  readonly #texts: NumberedTexts
  /** Told of each text that is longer than a cell may be. */
  readonly #onCut: (row: number, column: number) => void
  /** By column, what each of its cells begins with. */
  readonly #openings: string[] = []

  constructor(xml: GrowingXml, texts: NumberedTexts, onCut: (row: number, column: number) => void) {
    this.#xml = xml
    this.#texts = texts
    this.#onCut = onCut
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
      xml += typeof cell === 'string' ? this.#text(cell, row, column) : content(cell)
    }
    this.#xml.add(`${xml}</row>`)
  }

  #text(text: string, row: number, column: number): string {
    const fitting = cutToCell(text)
    if (fitting !== text) this.#onCut(row, column)
    return ` t="s"><v>${this.#texts.numberOf(fitting)}</v></c>`
  }
}

const NONE: readonly number[] = []

function content(cell: Exclude<ExportCell, string>): string {
  // No number of a spreadsheet is infinite.
  if (typeof cell === 'number') return Number.isFinite(cell) ? `><v>${cell}</v></c>` : '/>'
  if (typeof cell === 'boolean') return ` t="b"><v>${cell ? 1 : 0}</v></c>`
  if (cell === null) return '/>'
  const formula = `<f>${inXml(cell.formula)}</f>`
  if (typeof cell.value === 'string') return ` t="str">${formula}<v>${cellText(cell.value)}</v></c>`
  return `>${formula}${Number.isFinite(cell.value) ? `<v>${cell.value}</v>` : ''}</c>`
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
