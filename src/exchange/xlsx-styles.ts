import { NumberedTexts } from './numbered-texts.ts'
import { inQuotes } from './xml-write.ts'

/** How a cell looks. Colours as `RRGGBB`. */
export interface CellStyle {
  /** In points. */
  readonly size?: number
  readonly bold?: boolean
  readonly color?: string
  readonly fill?: string
  /** Thin lines on all sides. */
  readonly lines?: boolean
  readonly horizontal?: 'left' | 'center' | 'right' | 'centerContinuous'
  readonly wrap?: boolean
  /** A number format. */
  readonly format?: string
}

const FONT = '宋体'
const SIZE = 11
const LINE = 'style="thin"><color rgb="FFBFBFBF"/>'
const LINES = `<border><left ${LINE}</left><right ${LINE}</right><top ${LINE}</top><bottom ${LINE}</bottom><diagonal/></border>`
const NO_LINES = '<border><left/><right/><top/><bottom/><diagonal/></border>'
/** Lower numbers are formats that every program knows. */
const FIRST_FORMAT = 164

/** What a condition makes of a cell. Colours as `RRGGBB`. */
export interface ConditionStyle {
  readonly bold?: boolean
  readonly color: string
  readonly fill: string
  /** Shown before what the cell holds, which stays what it is: it stands in the number format. */
  readonly sign?: string
  /** The number format that the cell has without it. */
  readonly format?: string
}

/** The styles of a workbook, each once; a cell names its style by number. */
export class Styles {
  readonly #formats = new NumberedTexts()
  readonly #fonts = new NumberedTexts([fontOf({})])
  // The second is the format's own: programs paint it whatever a file says stands there.
  readonly #fills = new NumberedTexts([pattern('none'), pattern('gray125')])
  readonly #borders = new NumberedTexts([NO_LINES])
  readonly #styles = new NumberedTexts()
  readonly #conditions = new NumberedTexts()

  constructor() {
    this.numberOf({})
  }

  /** 0 for a cell without any. */
  numberOf(style: CellStyle): number {
    const { fill, format } = style
    const numbers = {
      numFmt: format ? FIRST_FORMAT + this.#formats.numberOf(format) : 0,
      font: this.#fonts.numberOf(fontOf(style)),
      fill: fill ? this.#fills.numberOf(pattern('solid', `<fgColor rgb="FF${fill}"/>`)) : 0,
      border: style.lines ? this.#borders.numberOf(LINES) : 0,
    }
    const applied = Object.entries(numbers).map(([what, number]) => {
      const name = what === 'numFmt' ? 'NumberFormat' : what[0]!.toUpperCase() + what.slice(1)
      return ` ${what}Id="${number}"${number > 0 ? ` apply${name}="1"` : ''}`
    })
    const wrap = style.wrap ? ' wrapText="1"' : ''
    return this.#styles.numberOf(
      style.horizontal
        ? `<xf${applied.join('')} xfId="0" applyAlignment="1"><alignment horizontal="${style.horizontal}" vertical="center"${wrap}/></xf>`
        : `<xf${applied.join('')} xfId="0"/>`,
    )
  }

  /** By which a condition names its style. */
  conditionNumber({ bold, color, fill, sign, format }: ConditionStyle): number {
    const font = `<font>${bold ? '<b/>' : ''}<color rgb="FF${color}"/></font>`
    const signed = sign === undefined ? null : withSign(sign, format)
    const numbers = signed && formatOf(FIRST_FORMAT + this.#formats.numberOf(signed), signed)
    return this.#conditions.numberOf(
      `<dxf>${font}${numbers ?? ''}${pattern('solid', `<bgColor rgb="FF${fill}"/>`)}</dxf>`,
    )
  }

  xml(): string {
    const formats = [...this.#formats.all].map((format, at) => formatOf(FIRST_FORMAT + at, format))
    return (
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      listed('numFmts', formats) +
      listed('fonts', this.#fonts.all) +
      listed('fills', this.#fills.all) +
      listed('borders', this.#borders.all) +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      listed('cellXfs', this.#styles.all) +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
      listed('dxfs', this.#conditions.all) +
      '</styleSheet>'
    )
  }
}

/** For numbers below zero the minus would stand before the sign, so each kind of value has its own part. */
function withSign(sign: string, format = 'General'): string {
  const before = `"${sign} "`
  if (format === '@') return `${before}@`
  return `${before}${format};${before}-${format};${before}${format};${before}@`
}

function fontOf({ bold, size = SIZE, color }: CellStyle): string {
  return `<font>${bold ? '<b/>' : ''}<sz val="${size}"/>${color ? `<color rgb="FF${color}"/>` : ''}<name val="${FONT}"/></font>`
}

function pattern(name: string, colors = ''): string {
  return `<fill><patternFill patternType="${name}">${colors}</patternFill></fill>`
}

const formatOf = (number: number, format: string) =>
  `<numFmt numFmtId="${number}" formatCode="${inQuotes(format)}"/>`

function listed(name: string, items: Iterable<string>): string {
  const all = [...items]
  return `<${name} count="${all.length}">${all.join('')}</${name}>`
}
