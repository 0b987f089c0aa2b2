import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { KINDS_OF, natureOf, conditionOf, type Condition } from '../../src/engine/formats/condition.ts'
import { keyReader, matcherOf } from '../../src/engine/formats/matching.ts'
import { ColumnStatistics } from '../../src/engine/formats/statistics.ts'
import { formatFormula } from '../../src/exchange/format-formula.ts'
import { columnName } from '../../src/exchange/sheet-data.ts'
import { tableSheet } from '../../src/exchange/table-sheet.ts'
import { writeWorkbook, type ExportCell } from '../../src/exchange/xlsx-write.ts'
import { addDays, dateOf, localTime } from '../../src/shared/local-date.ts'
import { plainNumber } from '../../src/shared/plain-number.ts'
import type { Cell } from '../../src/tables/cell.ts'
import { choice, choices, date, money, text, time, yesno } from '../../src/tables/column.ts'
import { LOOKS } from '../../src/tables/own/formats.ts'
import { defineTable, type Table } from '../../src/tables/table.ts'
import { hasOffice, recalculated, resaved } from './libre-office.ts'

const sheet = defineTable({
  name: 'sheet',
  zh: '数据',
  en: 'Data',
  group: 'ledger',
  key: [],
  shownBy: ['note'],
  columns: {
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

const NOW = localTime(new Date())
const TODAY = dateOf(NOW)
const context = { now: NOW, find: () => null, nameOf: () => null, say: () => '' }
const near = [-3, -1, 0, 1, 7].map((days) => addDays(TODAY, days))
const WORDS = [
  '张三',
  'a*b',
  'A*B',
  'axb',
  '60',
  '"引"',
  '1?',
  '~',
  '班主任',
  '440102199001010011',
  '440102199001010012',
]
const CELLS: Readonly<Record<string, readonly Cell[]>> = {
  loss: [null, 0, 59.99, 60, -1, 100.5, '约六十'],
  due: [null, ...near, '月底'],
  at: [null, ...near.flatMap((day) => [`${day} 00:00`, `${day} 23:59`]), '上午'],
  note: [null, ...WORDS],
  state: [null, '合格', '不合格', '良'],
  done: [null, true, false],
  posts: [null, ['班主任'], ['安全员', '班主任'], ['年级班主任']],
}
const keys = Object.keys(sheet.columns)

const asked = fc.constantFrom(...keys).chain((column) =>
  fc.record({
    column: fc.constant(column),
    kind: fc.constantFrom(...KINDS_OF[natureOf(sheet.columns[column]!)]),
    value: fc.oneof(
      fc.constantFrom('1', '3', '60', ...near, ...WORDS, '合格', '是', '否'),
      fc.integer({ min: -5, max: 120 }).map(plainNumber),
    ),
    valueTo: fc.constantFrom('70', near[3]!),
    list: fc.uniqueArray(fc.constantFrom(...WORDS, '合格', '是'), { minLength: 1, maxLength: 3 }),
  }),
)
const row = fc.record(
  Object.fromEntries(keys.map((key) => [key, fc.constantFrom(...CELLS[key]!)])) as Record<
    string,
    fc.Arbitrary<Cell>
  >,
)

describe('a condition as a formula', () => {
  it.skipIf(!hasOffice)(
    'is true in LibreOffice for the very cells that the program finds',
    async () => {
      const [rows] = fc.sample(fc.array(row, { minLength: 40, maxLength: 40, size: 'max' }), 1) as [
        Record<string, Cell>[],
      ]
      const wanted = fc.sample(asked, 250).flatMap(({ column, ...rest }) => {
        const condition = conditionOf(rest, sheet.columns[column]!)
        return condition ? [{ column, condition }] : []
      })
      expect(wanted.length).toBeGreaterThan(100)
      const expected = wanted.map(({ column, condition }) => found(rows, column, condition))
      expect(expected.flat().filter(Boolean).length).toBeGreaterThan(200)
      const base = tableSheet(sheet, rowsOf(rows), context)
      const last = 2 + rows.length
      const body = base.rows.map((cells, line) => [
        ...cells,
        ...wanted.map(({ column, condition }): ExportCell => {
          const letters = columnName(keys.indexOf(column))
          const formula = formatFormula(condition, sheet.columns[column]!.type, {
            cell: `$${letters}${line + 3}`,
            all: `$${letters}$3:$${letters}$${last}`,
            row: `$A${line + 3}:$${columnName(keys.length - 1)}${line + 3}`,
          })!
          return { formula, value: -1 }
        }),
      ])
      const columns = [
        ...base.columns,
        ...wanted.map((_, at) => ({ heading: `规则${at}`, width: 8, align: 'start' as const })),
      ]
      const { bytes } = await writeWorkbook([{ ...base, columns, rows: body }])
      const [read] = await recalculated([bytes])
      const lines = read!.get('数据')!
      wanted.forEach((rule, at) => {
        const answers = lines.map((line) => line[`规则${at}`] === true || line[`规则${at}`] === 1)
        expect(answers, JSON.stringify(rule)).toEqual(expected[at])
      })
    },
    120_000,
  )

  it.skipIf(!hasOffice)(
    'is kept by LibreOffice as a live one, with its colour and its sign',
    async () => {
      const marks = LOOKS.map((look, at) => ({
        at: 0,
        type: 'money' as const,
        condition: { is: 'compared', by: '>', to: at * 10 } as const,
        look,
        signed: true,
      }))
      const base = tableSheet(sheet, rowsOf([{ loss: 5 }, { loss: 25 }]), context)
      const columns = base.columns.map((column, at) => (at === 0 ? { ...column, marks } : column))
      const { bytes } = await writeWorkbook([{ ...base, columns }])
      const parts = unzipSync(resaved(bytes))
      const [xml, styles] = ['xl/worksheets/sheet1.xml', 'xl/styles.xml'].map((name) =>
        strFromU8(parts[name]!),
      )
      expect(xml!.match(/<cfRule /g)).toHaveLength(marks.length)
      const dxfs = styles!.slice(styles!.indexOf('<dxfs'))
      expect(dxfs.match(/<bgColor rgb="FF[0-9A-F]{6}"\/>/g)).toEqual(
        ['FCE4E4', 'FDF0CF', 'E1F1E4', 'DFEBF8', 'E4E8E6'].map((fill) => `<bgColor rgb="FF${fill}"/>`),
      )
      for (const { sign } of LOOKS) expect(styles).toContain(`&quot;${sign} &quot;0.00`)
    },
    60_000,
  )
})

function found(rows: readonly Record<string, Cell>[], column: string, condition: Condition): boolean[] {
  const definition = sheet.columns[column]!
  const keyOf = keyReader(definition, context)
  const statistics = new ColumnStatistics(() => rows.map((each) => keyOf(each[column]!)))
  const matches = matcherOf(condition, definition, { context, today: () => TODAY, statistics })
  return rows.map((each) => matches(each[column]!))
}

const rowsOf = (rows: readonly Record<string, Cell>[]) => ({
  ids: rows.map((_, at) => `#${at}`),
  value: (id: string, column: string) => rows[Number(id.slice(1))]![column] ?? null,
})
