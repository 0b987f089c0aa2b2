import { halfWidth } from '../shared/typed-text.ts'
import { headingKey } from './headings.ts'
import type { SheetValue } from './sheet-data.ts'
import { isFilled, type SheetGrid } from './sheet-grid.ts'

/** Why a row of the sheet is no row of the table. */
export type LeftOutReason =
  | 'title'
  | 'units'
  | 'column-numbers'
  | 'example'
  | 'repeated-header'
  | 'repeated-title'
  | 'group'
  | 'total'
  | 'signature'
  | 'note'
  | 'outside'
  | 'other-table'
  /** The strategy passes over it. */
  | 'already-here'
  | 'not-here'
  /** Another row with its key was chosen. */
  | 'duplicate'

/** A row of the sheet that is not taken, said rather than dropped. `row` as people count. */
export interface LeftOutRow {
  readonly row: number
  readonly reason: LeftOutReason
  /** What stands in it, shortened. */
  readonly text: string
}

const TOTAL =
  /^(本页|本月|本表|全校|以上|累计)?(合计|总计|小计|共计|总和|累计|平均|平均值|平均分|最高|最低|总数)(\(.*\))?[:：]?$/
const SIGNED =
  /^(填表人|填报人|制表人?|审核人?|审批人?|复核人?|经办人|负责人签|单位负责人|学校负责人|主管领导|分管领导签|校长签|校长[:：]|签字|签名|盖章|\(?公章|\(?盖章|制表日期|填表日期|填报日期|填表时间|填报时间|上报日期|打印日期|打印时间|联系人[:：])/
const NOTED =
  /^(说明|注|备注|附注|填表说明|注意|提示|要求|温馨提示|以下空白|以上|此表|本表)[\s\d]*([:：]|\d*[.、]|$|.{8,})/
const UNIT =
  /^[([]?(单位[:：]?.*|元|万元|人|名|个|位|次|分|岁|起|条|件|周|天|月|年|分钟|小时|%|平方米|年[/\-.]?月[/\-.]?日|yyyy[-/]mm[-/]dd|是[/／]否|男[/／]女|必填项?|选填|文本|下拉选择|√或×|填.{1,8}|如.{1,16}|例如.{1,16}|格式.{1,16})[)\]]?$/i
const EXAMPLE = /^(例|示例|样例|举例|填写示例|模板)([:：]|\d|$)/
const CHINESE_NUMBERS = '甲乙丙丁戊己庚辛壬癸'

const textsOf = (row: readonly SheetValue[]) =>
  row.filter(isFilled).map((value) => halfWidth(String(value)).trim())

/** Units, the numbers of columns, a line of signatures: never the last row of headings by itself. */
export function isNoHeading(row: readonly SheetValue[]): boolean {
  const cells = textsOf(row)
  if (cells.length > 2 && areColumnNumbers(cells)) return true
  if (cells.every((text) => UNIT.test(text))) return true
  return cells.filter((text) => SIGNED.test(text.replace(/\s+/g, ''))).length >= cells.length / 2
}

/** Lines of a table from its headings to its end, each told as a row or as something else. */
export class RowKinds {
  readonly #grid: SheetGrid
  readonly #headings: string[][]
  readonly #titles: ReadonlySet<string>
  readonly #columns: number

  constructor(grid: SheetGrid, first: number, last: number, columns: number) {
    this.#grid = grid
    this.#columns = columns
    this.#headings = []
    for (let row = first; row <= last; row++) this.#headings.push(this.#texts(row))
    const titles = new Set<string>()
    for (let row = 0; row < first; row++)
      for (const text of this.#texts(row)) if (text.length > 3) titles.add(text)
    this.#titles = titles
  }

  #texts(row: number): string[] {
    return (this.#grid.rows[row] ?? []).map((value) => (isFilled(value) ? headingKey(String(value)) : ''))
  }

  /** Right under the headings: units, the numbers of the columns, a filled-in example. */
  underHeadings(row: number): LeftOutReason | null {
    const cells = textsOf(this.#grid.rows[row] ?? [])
    if (cells.length === 0) return null
    if (cells.every((text) => UNIT.test(text)) && cells.length >= Math.min(2, this.#columns)) return 'units'
    if (cells.length === 1 && this.#columns > 2 && (UNIT.test(cells[0]!) || NOTED.test(cells[0]!)))
      return 'units'
    if (cells.length > 2 && areColumnNumbers(cells)) return 'column-numbers'
    if (EXAMPLE.test(cells[0]!)) return 'example'
    return null
  }

  /** Why a row of the body is none; null when it is one. Blank rows are nobody's business. */
  reason(row: number): LeftOutReason | null {
    const cells = textsOf(this.#grid.rows[row]!)
    if (cells.length === 0) return null
    const first = cells[0]!
    const spaceless = cells.map((text) => text.replace(/\s+/g, ''))
    if (this.#isHeadingAgain(row)) return 'repeated-header'
    const isTitle = cells.every((text) => this.#titles.has(headingKey(text)))
    // A line between two pages: headings follow it again.
    const between = this.#columns > 2 && cells.length === 1 && this.#isHeadingAgain(row + 1)
    if (cells.length <= 2 && (isTitle || between)) return 'repeated-title'
    // A sum may stand in every number column, but what is summed has no name of its own before it.
    if (spaceless.slice(0, 2).some((text) => TOTAL.test(text)) && this.#isSum(spaceless)) return 'total'
    const few = cells.length <= Math.max(6, this.#columns / 3)
    if (few && (SIGNED.test(spaceless[0]!) || this.#isSignature(spaceless))) return 'signature'
    if (cells.length <= 2 && NOTED.test(first)) return 'note'
    if (EXAMPLE.test(first) && cells.length > 1) return 'example'
    if (cells.length === 1 && this.#spansTable(row)) return 'group'
    return null
  }

  #isSum(cells: readonly string[]): boolean {
    return cells.every(
      (text) =>
        TOTAL.test(text) ||
        /^[-+¥￥]?[\d,.]+(%|人|元|起|分|名|条|次)?$/.test(text) ||
        text === '-' ||
        text === '/',
    )
      ? true
      : TOTAL.test(cells[0]!) && cells.length <= 4
  }

  #isSignature(cells: readonly string[]): boolean {
    const labels = cells.filter(
      (text) => SIGNED.test(text) || /(签字|签名|盖章|日期|年月日)[:：_]*$/.test(text),
    ).length
    return labels > 0 && labels >= cells.length / 2 && cells.length < this.#columns
  }

  #isHeadingAgain(row: number): boolean {
    const texts = this.#texts(row)
    const filled = texts.filter((text) => text !== '').length
    if (filled === 0) return false
    return this.#headings.some((heading) => {
      const same = texts.filter((text, at) => text !== '' && text === heading[at]).length
      return (
        same === filled && (same >= 2 || (same === 1 && heading.filter((text) => text !== '').length === 1))
      )
    })
  }

  /** One text over most of the columns: a line between groups of rows. */
  #spansTable(row: number): boolean {
    const column = this.#grid.rows[row]!.findIndex(isFilled)
    const range = this.#grid.range(row, column)
    return range !== undefined && range.right - range.left + 1 >= Math.max(2, this.#columns * 0.5)
  }
}

function areColumnNumbers(cells: readonly string[]): boolean {
  const bare = cells.map((text) => text.replace(/[()栏列第]/g, ''))
  const counts = (from: number) =>
    bare.every((text, at) => text === String(from + at) || text === CHINESE_NUMBERS[from + at])
  const circled = bare.every((text, at) => text.codePointAt(0) === 0x2460 + at)
  if (circled || counts(1) || counts(0)) return true
  // 甲 乙 1 2 3: letters for what is named, numbers for what is counted.
  const letters = bare.findIndex((text) => text === '1')
  return (
    letters > 0 &&
    bare.slice(0, letters).every((text, at) => text === CHINESE_NUMBERS[at]) &&
    bare.slice(letters).every((text, at) => text === String(at + 1))
  )
}
