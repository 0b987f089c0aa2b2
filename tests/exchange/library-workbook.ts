import { writeXlsx, type Cell, type CellStyle, type WriteSheet } from 'hucre/xlsx'
import type { ExportColumn, ExportSheet } from '../../src/exchange/xlsx-write.ts'

/**
 * The same sheets as another program writes them, told in its own words what they shall look like. For sheets whose
 * names need no change and whose lists are short.
 */
export function libraryWorkbook(sheets: readonly ExportSheet[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(librarySheet),
    namedRanges: sheets.map(({ name }) => ({
      name: '_xlnm.Print_Titles',
      range: `'${name.replace(/'/g, "''")}'!$1:$2`,
      scope: name,
    })),
    defaultFont: { name: FONT, size: 11 },
    properties: { title: sheets[0]!.title, creator: '双责簿 Dutybook' },
  })
}

const FONT = '宋体'
const LINE = { style: 'thin', color: { rgb: 'BFBFBF' } } as const
const BORDER = { top: LINE, bottom: LINE, left: LINE, right: LINE }
const GREY = { name: FONT, size: 11, color: { rgb: '595959' } }
const TITLE: CellStyle = {
  font: { name: FONT, size: 16, bold: true },
  alignment: { horizontal: 'centerContinuous', vertical: 'center' },
  numFmt: '@',
}
const headingStyle = (helper: boolean): CellStyle => ({
  font: helper ? GREY : { name: FONT, size: 11, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: helper ? 'EDEDED' : 'DDEBF7' } },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  border: BORDER,
  numFmt: '@',
})
const bodyStyle = ({ helper, align, wrap, format }: ExportColumn): CellStyle => ({
  ...(helper ? { font: GREY } : {}),
  border: BORDER,
  alignment: {
    horizontal: ({ start: 'left', center: 'center', end: 'right' } as const)[align],
    vertical: 'center',
    wrapText: wrap ?? false,
  },
  ...(format ? { numFmt: format } : {}),
})
const ALARM: CellStyle = {
  font: { bold: true, color: { rgb: '9C0006' } },
  fill: { type: 'pattern', pattern: 'solid', bgColor: { rgb: 'FCE4E4' } },
  numFmt: '"▲ "@',
}

function librarySheet(sheet: ExportSheet): WriteSheet {
  const { columns } = sheet
  const cells = new Map<string, Partial<Cell>>()
  const below = sheet.rows.length + 2
  const grid = [
    columns.map((_, at) => (at === 0 ? sheet.title : null)),
    columns.map(({ heading }) => heading),
    ...sheet.rows,
    ...(sheet.footer ?? []),
  ]
  const styleAt = (row: number, at: number): CellStyle | undefined => {
    const column = columns[at]!
    if (row === 0) return TITLE
    if (row === 1) return headingStyle(column.helper ?? false)
    if (row < below) return bodyStyle(column)
    return column.format ? { numFmt: column.format } : undefined
  }
  const rows = grid.map((line, row) =>
    line.map((cell, at) => {
      const formula = typeof cell === 'object' && cell !== null
      const style = styleAt(row, at)
      const value = formula ? cell.value : cell
      cells.set(
        `${row},${at}`,
        formula ? { value, formula: cell.formula, formulaResult: cell.value, style } : { value, style },
      )
      return formula ? null : cell
    }),
  )
  const letter = (at: number) => String.fromCharCode(65 + at)
  const range = (at: number) => `${letter(at)}3:${letter(at)}${below + 201}`
  return {
    name: sheet.name,
    rows,
    cells,
    hidden: sheet.hidden,
    columns: columns.map(({ width, hidden }) => ({ width, ...(hidden ? { hidden } : {}) })),
    rowDefs: new Map([
      [0, { height: 30 }],
      [1, { height: 32 }],
    ]),
    freezePane: { rows: 2, columns: 0 },
    ...(sheet.rows.length > 0 ? { autoFilter: { range: `A2:${letter(columns.length - 1)}${below}` } } : {}),
    conditionalRules: columns.flatMap(({ alarms }, at) =>
      alarms
        ? {
            type: 'expression' as const,
            priority: at + 1,
            formula: `OR(${alarms.map((text) => `${letter(at)}3="${text.replace(/"/g, '""')}"`).join(',')})`,
            range: range(at),
            style: ALARM,
          }
        : [],
    ),
    dataValidations: columns.flatMap(({ choices, heading }, at) =>
      choices
        ? {
            type: 'list' as const,
            range: range(at),
            values: [...choices],
            allowBlank: true,
            showErrorMessage: true,
            errorStyle: 'warning' as const,
            errorTitle: heading.slice(0, 32).replace(/[\ud800-\udbff]$/, ''),
            errorMessage: '请从列表中选择。',
          }
        : [],
    ),
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
