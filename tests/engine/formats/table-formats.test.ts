import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KINDS_OF, natureOf } from '../../../src/engine/formats/condition.ts'
import type { FormatBook } from '../../../src/engine/formats/format-rules.ts'
import { TableFormats } from '../../../src/engine/formats/table-formats.ts'
import type { Cell } from '../../../src/tables/cell.ts'
import { cellTypeOf } from '../../../src/tables/cell-types/of.ts'
import { choice, choices, date, integer, money, text, time, yesno } from '../../../src/tables/column.ts'
import { FORMAT_KINDS, LOOKS, type FormatKind } from '../../../src/tables/own/formats.ts'
import { defineTable, type Table } from '../../../src/tables/table.ts'
import { tables } from '../../../src/tables/index.ts'

const sheet = defineTable({
  name: 'sheet',
  zh: '表',
  en: 'Sheet',
  group: 'ledger',
  key: [],
  shownBy: ['note'],
  columns: {
    points: integer({ zh: '分', en: 'Points' }),
    loss: money({ zh: '元', en: 'Loss' }),
    due: date({ zh: '期限', en: 'Due' }),
    at: time({ zh: '时间', en: 'At' }),
    note: text({ zh: '备注', en: 'Note', holds: 'narrative' }),
    state: choice(
      [
        { zh: '合格', en: 'Passed' },
        { zh: '不合格', en: 'Failed' },
      ],
      { zh: '结果', en: 'State' },
    ),
    done: yesno({ zh: '完成', en: 'Done' }),
    posts: choices([], { zh: '岗位', en: 'Posts' }),
  },
}) as Table

const TODAY = '2026-11-28'
const CELLS: Readonly<Record<string, readonly Cell[]>> = {
  points: [null, 0, 60, 59, 100, -1, 1e21, '约60'],
  loss: [null, 0.1, 0.30000000000000004, 59.99, '三元'],
  due: [null, '2026-11-27', '2026-11-28', '2026-12-05', '2024-02-29', '月底'],
  at: [null, '2026-11-28 00:00', '2026-11-28 23:59', '2026-11-27 23:59', '上午'],
  note: [null, '张三', '李四 A', 'a', 'A', '#1', '60'],
  state: [null, '合格', '不合格', '良'],
  done: [null, true, false, '好'],
  posts: [null, ['班主任'], ['安全员', '班主任'], ['A']],
}
const VALUES = [
  null,
  '',
  '0',
  '60',
  '0.1',
  '2026-11-28',
  '2026-12-05',
  '合格',
  '是',
  '张',
  'a',
  'A',
  '班主任',
  '3',
  'x',
]

interface RuleRow {
  readonly column: string
  readonly kind: FormatKind
  readonly value: string | null
  readonly value_to: string | null
  readonly list: readonly string[] | null
  readonly look: string
  readonly whole_row: boolean | null
}

const columnKeys = Object.keys(sheet.columns)
const cellsOf = fc.record(
  Object.fromEntries(columnKeys.map((key) => [key, fc.constantFrom(...CELLS[key]!)])) as Record<
    string,
    fc.Arbitrary<Cell>
  >,
)
const fitting = fc.constantFrom(...columnKeys).chain((column) =>
  fc.record({
    column: fc.constant(column),
    kind: fc.constantFrom(...KINDS_OF[natureOf(sheet.columns[column]!)]),
  }),
)
const anything = fc.record({
  column: fc.constantFrom(...columnKeys, 'gone'),
  kind: fc.constantFrom(...FORMAT_KINDS.map(({ zh }) => zh)),
})
const ruleRow: fc.Arbitrary<RuleRow> = fc
  .tuple(
    fc.oneof({ weight: 5, arbitrary: fitting }, { weight: 1, arbitrary: anything }),
    fc.record({
      value: fc.constantFrom(...VALUES),
      value_to: fc.constantFrom(...VALUES),
      list: fc.option(fc.uniqueArray(fc.constantFrom('合格', '是', 'a', '班主任', '张三'), { maxLength: 3 })),
      look: fc.constantFrom(...LOOKS.map(({ zh }) => zh)),
      whole_row: fc.constantFrom(true, null),
    }),
  )
  .map(([asked, more]) => ({ ...asked, ...more }))

/** A workbook of one table and its rules, as plain arrays. */
function bookOf(rows: Record<string, Cell>[], rules: readonly RuleRow[]): FormatBook {
  const context = { now: `${TODAY} 08:00`, find: () => null, nameOf: () => null, say: () => '' }
  const row = (id: string) => Number(id.slice(1))
  const cell = (table: string, id: string, column: string): Cell =>
    table === 'sheet'
      ? (rows[row(id)]?.[column] ?? null)
      : column === 'table'
        ? 'sheet'
        : ((rules[row(id)] as unknown as Record<string, Cell>)[column] ?? null)
  return {
    tables: { sheet, formats: tables.formats },
    view: (name: string) => ({ ids: () => (name === 'sheet' ? rows : rules).map((_, at) => `#${at}`) }),
    stored: cell,
    value: cell,
    context: () => context,
  } as unknown as FormatBook
}

/** The same rules read word by word, every cell by itself. */
function naive(
  rows: readonly Record<string, Cell>[],
  rules: readonly RuleRow[],
  at: number,
  column: string | null,
) {
  const met = rules.find(
    (rule) => (rule.whole_row === true || rule.column === column) && meets(rows, rule, rows[at]!),
  )
  return met ? { look: met.look, signed: column === null || met.column === column } : null
}

function meets(rows: readonly Record<string, Cell>[], rule: RuleRow, row: Record<string, Cell>): boolean {
  const column = sheet.columns[rule.column]
  if (!column) return false
  const { type } = column
  const isNumber = type === 'integer' || type === 'money'
  const isDay = type === 'date' || type === 'time'
  const cell = row[rule.column]!
  const shown = (value: Cell) =>
    cellTypeOf(column).format(value, column, { now: '', find: () => null, nameOf: () => null, say: () => '' })
  const text = shown(cell).toLowerCase()
  const { value, value_to: valueTo } = rule
  const list = rule.list ?? []
  const empty = cell === null
  const day = typeof cell === 'string' && /^\d{4}-/.test(cell) ? cell.slice(0, 10) : null
  const daysAway = day === null ? NaN : (Date.parse(day) - Date.parse(TODAY)) / 86_400_000
  const number = isNumber && typeof cell === 'number' ? cell : NaN
  const wanted = isNumber ? Number(value || 'x') : NaN
  const order = (a: string | null, b: string | null) =>
    a === null || b === null ? NaN : a < b ? -1 : a > b ? 1 : 0
  const difference = isNumber ? number - wanted : order(day, isIso(value) ? value : null)
  const count = /^\d+$/.test(value ?? '') ? Number(value) : NaN
  const others = rows.map((other) => other[rule.column]!)
  const numbers = others.filter((other) => typeof other === 'number')
  switch (rule.kind) {
    case '为空':
      return empty
    case '不为空':
      return !empty
    case '重复':
      return (
        type !== 'choices' &&
        !empty &&
        others.filter((other) =>
          typeof other === 'number' || typeof cell === 'number'
            ? other === cell
            : shown(other).toLowerCase() === text,
        ).length > 1
      )
    case '早于今天':
      return isDay && daysAway < 0
    case '今后几天内':
      return isDay && daysAway >= 0 && daysAway <= count
    case '过去几天内':
      return isDay && daysAway <= 0 && daysAway >= -count
    case '是其中之一': {
      if (isNumber || isDay || empty) return false
      const entries = Array.isArray(cell) ? cell.map((entry: string) => entry.toLowerCase()) : [text]
      return list.some((entry) => entries.includes(entry.toLowerCase()))
    }
    case '包含':
      return textual(type) && !empty && !!value && text.includes(value.toLowerCase())
    case '不包含':
      return textual(type) && !empty && !!value && !text.includes(value.toLowerCase())
    case '开头是':
      return type === 'text' && !empty && !!value && text.startsWith(value.toLowerCase())
    case '等于':
    case '不等于': {
      if (type === 'choices' || empty || !value) return false
      if (isNumber && Number.isNaN(wanted)) return false
      if (isDay && !isIso(value)) return false
      const same = isNumber || isDay ? difference === 0 : text === value.toLowerCase()
      return same === (rule.kind === '等于')
    }
    case '大于':
      return difference > 0
    case '大于等于':
      return difference >= 0
    case '小于':
      return difference < 0
    case '小于等于':
      return difference <= 0
    case '介于': {
      if (isNumber) {
        const [a, b] = [wanted, Number(valueTo || 'x')]
        return number >= Math.min(a, b) && number <= Math.max(a, b)
      }
      if (!isDay || day === null || !isIso(value) || !isIso(valueTo)) return false
      return [value, day, valueTo].sort()[1] === day
    }
    case '最大的几个':
      return isNumber && numbers.filter((other) => other > number).length < count && !Number.isNaN(number)
    case '最小的几个':
      return isNumber && numbers.filter((other) => other < number).length < count && !Number.isNaN(number)
  }
}

const textual = (type: string) => type === 'text' || type === 'choices'
const isIso = (value: string | null): value is string => /^\d{4}-\d\d-\d\d$/.test(value ?? '')

describe('conditional formats', () => {
  it('compiled, give every cell and row the look of the first rule that its words say, also after edits', () => {
    const edits = fc.array(fc.tuple(fc.nat(19), cellsOf), { maxLength: 4 })
    fc.assert(
      fc.property(
        fc.array(cellsOf, { maxLength: 20, size: 'max' }),
        fc.array(ruleRow, { maxLength: 5, size: 'max' }),
        edits,
        (rows, rules, later) => {
          const formats = new TableFormats(bookOf(rows, rules), 'sheet', () => `${TODAY} 08:00`)
          const agree = () =>
            rows.forEach((_, at) => {
              for (const column of columnKeys) {
                const found = formats.of(`#${at}`, column)
                expect(found && { look: found.look.zh, signed: found.signed }).toEqual(
                  naive(rows, rules, at, column),
                )
              }
              expect(formats.ofRow(`#${at}`)?.zh ?? null).toEqual(naive(rows, rules, at, null)?.look ?? null)
            })
          agree()
          for (const [at, row] of later) if (at < rows.length) rows[at] = row
          formats.moved({
            tables: new Set(['sheet']),
            rows: new Map(),
            reshaped: new Set(),
            everything: false,
          })
          agree()
        },
      ),
    )
  })

  it('a reader from whom a column is hidden sees no colours of it', () => {
    const rule = {
      column: 'note',
      kind: '等于',
      value: '张三',
      value_to: null,
      list: null,
      look: '红色',
      whole_row: true,
    } as const
    const formats = new TableFormats(bookOf([{ note: '张三' }], [rule]), 'sheet', () => `${TODAY} 08:00`)
    expect(formats.of('#0', 'points')).toMatchObject({ look: { name: 'red' }, signed: false })
    expect(formats.of('#0', 'points', (column) => column === 'note')).toBeNull()
    expect(formats.ofRow('#0', (column) => column === 'note')).toBeNull()
  })

  it('asks a column as a whole once, however many cells are drawn', () => {
    const rule = {
      column: 'note',
      kind: '重复',
      value: null,
      value_to: null,
      list: null,
      look: '红色',
      whole_row: null,
    } as const
    const rows = Array.from({ length: 2000 }, (_, at) => ({ note: `名${at % 1500}` }))
    let read = 0
    const book = bookOf(rows, [rule])
    const counted: FormatBook = { ...book, value: (...place) => (read++, book.value(...place)) }
    const formats = new TableFormats(counted, 'sheet', () => `${TODAY} 08:00`)
    rows.forEach((_, at) => formats.of(`#${at}`, 'note'))
    expect(read).toBe(4000)
    const other = new Set(['elsewhere'])
    formats.moved({ tables: other, rows: new Map(), reshaped: new Set(), everything: false })
    formats.of('#0', 'note')
    expect(read).toBe(4001)
  })
})
