import { encodeGbk } from './gbk.ts'
import { Random } from './messy-random.ts'
import { DEPARTMENTS, Habits, type MessyCell } from './messy-values.ts'
import { messyTables, type MessyColumn } from './messy-words.ts'
import { columnLetters, plainXlsx, type RawCell } from './plain-xlsx.ts'

/** A workbook as some school keeps it, and beside it what is in it: what the wizard should find by itself. */
export interface MessyWorkbook {
  readonly seed: number
  readonly name: string
  readonly bytes: Uint8Array
  readonly truth: {
    /** Which sheet of the file, from 0. */
    readonly sheet: number
    readonly table: string
    /** The rows of headings, from 0, both included. */
    readonly header: readonly [number, number]
    /** By position; null for a column that no table of ours has. */
    readonly columns: readonly (string | null)[]
    readonly headings: readonly string[]
    /** The rows of data as people count, from 1. */
    readonly rows: ReadonlySet<number>
    /** Every cell of the sheet as it looks; of merged ones what all of them show. */
    readonly shown: readonly (readonly string[])[]
  }
}

const SCHOOLS = ['城关镇中心小学', '阳光实验学校', '第三中学', '河西村小学', '育才幼儿园']
const EMPTY: MessyCell = { shown: '', raw: null }
const text = (shown: string): MessyCell => ({ shown, raw: shown === '' ? null : shown })

export function messyWorkbook(seed: number): MessyWorkbook {
  return new Maker(seed).make()
}

class Maker {
  readonly #seed: number
  readonly #random: Random
  readonly #kind: 'xlsx' | 'utf-8' | 'gbk' | 'gb18030' | 'utf-16le' | 'utf-16be'
  readonly #rows: MessyCell[][] = []
  readonly #merges: string[] = []
  readonly #data = new Set<number>()

  constructor(seed: number) {
    this.#seed = seed
    this.#random = new Random(seed)
    this.#kind = this.#random.pick([
      'xlsx',
      'xlsx',
      'xlsx',
      'xlsx',
      'xlsx',
      'utf-8',
      'gbk',
      'gbk',
      'gb18030',
      'utf-16le',
      'utf-16be',
    ])
  }

  make(): MessyWorkbook {
    const random = this.#random
    const table = random.pick(Object.keys(messyTables))
    const { titles } = messyTables[table]!
    const columns = this.#columns(table)
    const left = random.pick([0, 0, 0, 0, 1, 2])
    const width = columns.length
    const habits = new Habits(random, this.#kind !== 'xlsx')
    const title = `${random.pick(SCHOOLS)}${random.pick(['', '2026年秋季', '2026-2027学年度第一学期'])}${random.pick(titles)}`
    const before = random.pick([0, 0, 0, 1, 2])
    for (let n = 0; n < before; n++) this.#line([])
    this.#titles(title, left, width)
    const first = this.#rows.length
    this.#headings(columns, left)
    const last = this.#rows.length - 1
    const headings = this.#rows.slice(first, last + 1)
    this.#notesUnderHeadings(columns, left)
    this.#body(columns, left, habits, headings, title)
    this.#footers(columns, left)
    if (random.chance(0.12)) this.#secondTable(left)
    const truth = {
      sheet: 0,
      table,
      header: [first, last] as const,
      columns: [...Array.from({ length: left }, () => null), ...columns.map(({ key }) => key)],
      headings: [...Array.from({ length: left }, () => ''), ...columns.map(({ heading }) => heading)],
      rows: this.#data,
      shown: this.#rows.map((row) => row.map(({ shown }) => shown)),
    }
    return this.#kind === 'xlsx' ? this.#asXlsx(truth, title) : this.#asCsv(truth, title)
  }

  #line(cells: readonly MessyCell[], left = 0) {
    this.#rows.push([...Array.from({ length: left }, () => EMPTY), ...cells])
  }

  #columns(table: string): (MessyColumn & { heading: string })[] {
    const random = this.#random
    const all = messyTables[table]!.columns
    const some = all.filter(({ often }) => often === 10 || random.below(10) < often)
    // A list of one column is no table anybody could know again.
    const taken = some.filter(({ key }) => key !== null).length < 3 ? all : some
    const columns = taken.map((column) => ({
      ...column,
      heading: this.#heading(random.pick(column.headings)),
    }))
    if (random.chance(0.1))
      columns.splice(1 + random.below(columns.length - 1), 0, {
        key: null,
        headings: [''],
        heading: '',
        values: 'blank',
        often: 0,
      })
    if (random.chance(0.15)) {
      const at = random.below(columns.length - 1)
      columns.splice(at, 2, columns[at + 1]!, columns[at]!)
    }
    return columns
  }

  /** The marks that stand beside headings: a star for what must be filled, a break, a number, spaces. */
  #heading(heading: string): string {
    return this.#random.pick<(text: string) => string>([
      (text) => text,
      (text) => text,
      (text) => text,
      (text) => text,
      (text) => `*${text}`,
      (text) => `${text}（必填）`,
      (text) => (text.length > 3 ? `${text.slice(0, 2)}\n${text.slice(2)}` : text),
      (text) => (text.length === 2 ? `${text[0]}\u3000${text[1]}` : text),
      (text) => ` ${text} `,
      (text) => `${text}：`,
    ])(heading)
  }

  #titles(title: string, left: number, width: number) {
    const random = this.#random
    const lines = random.pick([0, 1, 1, 1, 2, 3])
    if (lines > 0) {
      if (random.chance(0.7)) this.#merge(this.#rows.length, left, this.#rows.length, left + width - 1)
      this.#line([text(title)], left)
    }
    if (lines > 1) {
      const by = `填报单位：${random.pick(SCHOOLS)}`
      this.#line(
        random.chance(0.5)
          ? [text(`${by}    填报日期：2026年11月20日`)]
          : [text(by), EMPTY, EMPTY, text('填报日期：2026.11.20')],
        left,
      )
    }
    if (lines > 2) {
      if (random.chance(0.5)) this.#merge(this.#rows.length, left, this.#rows.length, left + width - 1)
      this.#line([text('说明：请各班如实填写，于每月25日前报安保处；没有的填“无”，不得漏报。')], left)
    }
    if (lines > 0 && random.chance(0.15)) this.#line([])
  }

  #merge(top: number, left: number, bottom: number, right: number) {
    if (top !== bottom || left !== right)
      this.#merges.push(`${columnLetters(left)}${top + 1}:${columnLetters(right)}${bottom + 1}`)
  }

  #headings(columns: readonly (MessyColumn & { heading: string })[], left: number) {
    const random = this.#random
    const groups = columns.map(({ group }) => group)
    const spans = spansOf(groups)
    const whole = spans.length > 0 && spans[0]!.from === 0 && spans.at(-1)!.to === columns.length - 1
    // One cell over all the headings would be a title, to the eye as well.
    const depth = spans.length === 0 ? 1 : random.pick(whole ? [1, 1, 2] : [1, 1, 1, 2, 2, 3])
    if (depth === 1)
      return this.#line(
        columns.map(({ heading }) => text(heading)),
        left,
      )
    const top = this.#rows.length
    const upright = random.chance(0.8)
    const rows = Array.from({ length: depth }, () => columns.map((): MessyCell => EMPTY))
    const inGroup = new Set<number>()
    for (const { from, to, group } of spans) {
      rows[depth - 2]![from] = text(group)
      this.#merge(top + depth - 2, left + from, top + depth - 2, left + to)
      for (let at = from; at <= to; at++) inGroup.add(at)
    }
    if (depth === 3) {
      const [one, two] = [spans[0]!, spans.at(-1)!]
      rows[0]![one.from] = text('登记内容')
      this.#merge(top, left + one.from, top, left + two.to)
      // What stands between the groups is covered by the merged cell above it.
      for (let at = one.from; at <= two.to; at++) inGroup.add(at)
    }
    columns.forEach(({ heading }, at) => {
      const grouped =
        groups[at] !== undefined && inGroup.has(at) && spans.some(({ from, to }) => at >= from && at <= to)
      if (grouped) rows[depth - 1]![at] = text(heading)
      else if (depth === 3 && inGroup.has(at)) {
        rows[1]![at] = text(heading)
        this.#merge(top + 1, left + at, top + 2, left + at)
      } else if (upright) {
        rows[0]![at] = text(heading)
        this.#merge(top, left + at, top + depth - 1, left + at)
      } else rows[depth - 1]![at] = text(heading)
    })
    for (const row of rows) this.#line(row, left)
  }

  #notesUnderHeadings(columns: readonly MessyColumn[], left: number) {
    const random = this.#random
    const withUnits = columns.filter(({ unit }) => unit).length
    if (withUnits > 1 && random.chance(0.4))
      this.#line(
        columns.map(({ unit }) => text(unit ? `（${unit}）` : '')),
        left,
      )
    else if (random.chance(0.06))
      this.#line(
        columns.map((_, at) => text(String(at + 1))),
        left,
      )
  }

  #body(
    columns: readonly (MessyColumn & { heading: string })[],
    left: number,
    habits: Habits,
    headings: readonly MessyCell[][],
    title: string,
  ) {
    const random = this.#random
    const count = 4 + random.below(random.pick([8, 20, 40]))
    const page = random.chance(0.15) ? 8 + random.below(8) : Infinity
    const grouped = this.#kind === 'xlsx' && random.chance(0.08)
    const merged =
      this.#kind === 'xlsx' && random.chance(0.2)
        ? columns.findIndex(({ values }) => values === 'department' || values === 'grade')
        : -1
    let mergeFrom = -1
    const endMerge = () => {
      if (mergeFrom >= 0) this.#merge(mergeFrom, left + merged, this.#rows.length - 1, left + merged)
      mergeFrom = -1
    }
    for (let n = 0; n < count; n++) {
      if (n > 0 && n % page === 0) {
        endMerge()
        if (random.chance(0.5)) this.#subtotal('本页小计', columns, left)
        if (random.chance(0.4)) this.#line([text(title)], left)
        for (const row of headings) this.#rows.push([...row])
      }
      if (grouped && n % 6 === 0) {
        endMerge()
        this.#merge(this.#rows.length, left, this.#rows.length, left + columns.length - 1)
        this.#line([text(`${random.pick(DEPARTMENTS)}（${6}人）`)], left)
      }
      if (n > 0 && random.chance(0.02)) {
        endMerge()
        this.#line([])
      }
      habits.nextRow()
      const cells = columns.map(({ values }) => habits.cell(values))
      if (merged >= 0) {
        if (mergeFrom >= 0 && random.chance(0.7)) {
          const above = this.#rows[mergeFrom]![left + merged]!
          cells[merged] = { shown: above.shown, raw: null }
        } else {
          endMerge()
          mergeFrom = this.#rows.length
        }
      }
      this.#line(cells, left)
      this.#data.add(this.#rows.length)
    }
    endMerge()
    // Numbers for rows that nobody has filled in yet.
    if (columns[0]!.values === 'counted' && random.chance(0.15))
      for (let n = 1; n <= 3; n++) this.#line([text(String(count + n))], left)
  }

  #subtotal(label: string, columns: readonly MessyColumn[], left: number) {
    const cells = columns.map(({ values }): MessyCell =>
      values === 'pupil-count' || values === 'small-count' || values === 'money' ? text('128') : EMPTY,
    )
    cells[0] = text(label)
    this.#line(cells, left)
  }

  #footers(columns: readonly MessyColumn[], left: number) {
    const random = this.#random
    if (random.chance(0.35))
      this.#subtotal(random.pick(['合计', '合 计', '总计', '平均', '合计：']), columns, left)
    if (random.chance(0.2)) this.#line([])
    if (random.chance(0.4))
      this.#line(
        random.pick([
          [text('填表人：王芳'), EMPTY, EMPTY, text('审核：李秀英')],
          [text('制表：王芳'), EMPTY, text('校长签字：'), EMPTY, text('日期：')],
          [text('填报人签字：          负责人签字：          （盖章）')],
          [text('审核人：'), text('周明'), EMPTY, text('填表日期：'), text('2026-11-20')],
        ]),
        left,
      )
    if (random.chance(0.25))
      this.#line(
        [
          text(
            random.pick([
              '备注：本表一式两份，一份存档。',
              '注：轻微指皮外伤，中度指骨折等。',
              '说明：1.按实际填写；2.不得漏报',
              '制表日期：2026年11月20日',
            ]),
          ),
        ],
        left,
      )
  }

  /** A small sum beside the real table, under its own headings. */
  #secondTable(left: number) {
    this.#line([])
    this.#line([])
    this.#line([text('汇总情况')], left)
    this.#line([text('项目'), text('数值')], left)
    this.#line([text('本月新增'), text('3')], left)
    this.#line([text('累计'), text('12')], left)
  }

  #asXlsx(truth: MessyWorkbook['truth'], title: string): MessyWorkbook {
    const rows = this.#rows.map((row) => row.map(({ raw }): RawCell => raw))
    const sheet = {
      name: this.#random.pick(['Sheet1', '表1', title.slice(0, 20)]),
      rows,
      merges: this.#merges,
    }
    const other = { name: '填表说明', rows: [['填表说明'], ['一、请如实填写。'], ['二、每月25日前上报。']] }
    const firstOther = this.#random.chance(0.1)
    const withOther = firstOther || this.#random.chance(0.15)
    const sheets = !withOther ? [sheet] : firstOther ? [other, sheet] : [sheet, other]
    return {
      seed: this.#seed,
      name: `${title}.xlsx`,
      bytes: plainXlsx(sheets),
      truth: { ...truth, sheet: sheets.indexOf(sheet) },
    }
  }

  #asCsv(truth: MessyWorkbook['truth'], title: string): MessyWorkbook {
    const separator = this.#random.pick([',', ',', ',', '\t', ';'])
    const quoted = (cell: string) => (/[",;\t\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)
    const width = Math.max(...this.#rows.map((row) => row.length))
    const lines = this.#rows.map((row) =>
      Array.from({ length: width }, (_, at) => quoted(String(row[at]?.raw ?? ''))).join(separator),
    )
    const whole = `${lines.join('\r\n')}\r\n`
    return { seed: this.#seed, name: `${title}.csv`, bytes: encode(whole, this.#kind), truth }
  }
}

function encode(whole: string, kind: string): Uint8Array {
  switch (kind) {
    case 'gbk':
    case 'gb18030':
      return encodeGbk(whole)
    case 'utf-16le':
      return new Uint8Array(Buffer.from(`\ufeff${whole}`, 'utf16le'))
    case 'utf-16be':
      return new Uint8Array(Buffer.from(`\ufeff${whole}`, 'utf16le').swap16())
    default:
      return new TextEncoder().encode(whole)
  }
}

/** Neighbours of one group, where there are at least two. */
function spansOf(groups: readonly (string | undefined)[]) {
  const spans: { from: number; to: number; group: string }[] = []
  for (let at = 0; at < groups.length;) {
    let end = at
    while (end + 1 < groups.length && groups[end + 1] === groups[at]) end++
    if (groups[at] !== undefined && end > at) spans.push({ from: at, to: end, group: groups[at]! })
    at = end + 1
  }
  return spans
}
