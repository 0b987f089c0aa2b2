import { FIRST_DATA_ROW, type ExportColumn } from './export-sheet.ts'
import { formatFormula } from './format-formula.ts'
import type { ExportMark } from './format-marks.ts'
import { cellName, columnName } from './sheet-data.ts'
import type { Look } from '../tables/own/formats.ts'
import type { ConditionStyle, Styles } from './xlsx-styles.ts'
import { inXml } from './xml-write.ts'

/** The light palette of the screen, as far as a printed sheet can show it. */
const PALETTE: Readonly<Record<Look['name'], Pick<ConditionStyle, 'color' | 'fill'>>> = {
  red: { color: '9C0006', fill: 'FCE4E4' },
  amber: { color: '7A4F00', fill: 'FDF0CF' },
  green: { color: '1D6B34', fill: 'E1F1E4' },
  blue: { color: '174E8A', fill: 'DFEBF8' },
  grey: { color: '4D5652', fill: 'E4E8E6' },
}

const ALARM: ConditionStyle = { bold: true, ...PALETTE.red, sign: '▲', format: '@' }

interface Coloured {
  readonly formula: string
  readonly style: ConditionStyle
}

/** Else programs would lay what a later condition says over what this one leaves open. */
const STOP = ' stopIfTrue="1"'

/** What may colour cells, down to a line of the sheet: all of one column in one element, the most urgent first. */
export function conditionalFormatting(
  columns: readonly ExportColumn[],
  lastLine: number,
  styles: Styles,
): string {
  const rule = ({ formula, style }: Coloured, priority: number, stop: boolean) =>
    `<cfRule type="expression" dxfId="${styles.conditionNumber(style)}" priority="${priority}"${stop ? STOP : ''}>` +
    `<formula>${inXml(formula)}</formula></cfRule>`
  const shown = columns.filter(({ hidden }) => !hidden).length
  return columns
    .map(({ marks = [], alarms = [], format }, at) => {
      const all = marks.flatMap((mark): Coloured[] => {
        const formula = formatFormula(mark.condition, mark.type, placesOf(mark, shown, lastLine))
        return formula === null ? [] : [{ formula, style: styleOf(mark, format) }]
      })
      if (alarms.length > 0) all.push({ formula: anyOf(alarms, cellName(FIRST_DATA_ROW, at)), style: ALARM })
      // Each number once in a sheet, and in the order of the column.
      const rules = all.map((each, place) =>
        rule(each, at + 1 + place * columns.length, place < all.length - 1),
      )
      const range = `${cellName(FIRST_DATA_ROW, at)}:${columnName(at)}${lastLine}`
      return rules.length === 0
        ? ''
        : `<conditionalFormatting sqref="${range}">${rules.join('')}</conditionalFormatting>`
    })
    .join('')
}

const styleOf = ({ look, signed }: ExportMark, format: string | undefined): ConditionStyle => ({
  ...PALETTE[look.name],
  ...(signed ? { sign: look.sign, format } : {}),
})

function placesOf({ at }: ExportMark, columns: number, lastLine: number) {
  const letters = columnName(at)
  const first = FIRST_DATA_ROW + 1
  return {
    cell: `$${letters}${first}`,
    all: `$${letters}$${first}:$${letters}$${lastLine}`,
    row: `$A${first}:$${columnName(Math.max(0, columns - 1))}${first}`,
  }
}

const anyOf = (texts: readonly string[], cell: string): string =>
  `OR(${texts.map((text) => `${cell}="${text.replace(/"/g, '""')}"`).join(',')})`
