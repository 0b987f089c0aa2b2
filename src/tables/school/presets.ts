import { fixedId } from '../../shared/id.ts'
import { tables, type TableName } from '../index.ts'
import type { Cells, Columns } from '../table.ts'
import { holidayData } from './holiday-data.ts'

/** What a new school's workbook starts with, table by table. Ids are fixed, so two computers start alike. */
export interface PresetRows {
  readonly table: TableName
  readonly rows: readonly { readonly id: string; readonly cells: Cells }[]
}

/** The newest year whose days off have been announced and shipped; a later one needs a warning. */
export const newestHolidayYear = Math.max(...Object.keys(holidayData).map(Number))

export const schoolPresets = (): readonly PresetRows[] => [
  { table: 'departments', rows: departments() },
  { table: 'areas', rows: areas() },
  { table: 'holidays', rows: holidayRows() },
  { table: 'options', rows: optionLists() },
]

/** Departments a small school has; the people are entered by the school. */
function departments() {
  const rows = [
    ['教导处', '处室', '教育教学', true],
    ['政教处', '处室', '德育', false],
    ['少先队', '处室', '德育', true],
    ['总务处', '处室', '总务后勤', true],
    ['安保部', '处室', '安全保卫', false],
    ['办公室', '处室', '其他', false],
    ['年级组', '年级', '教育教学', false],
  ] as const
  return rows.map(([dept, kind, line, receives_reports]) => ({
    id: fixedId('dept', dept),
    cells: { dept, kind, line, receives_reports },
  }))
}

/** Places every school has, to be renamed and added to. */
function areas() {
  const rows: readonly (readonly [area: string, kind: string, freq: string, parent?: string])[] = [
    ['校门口', '校门', '每日'],
    ['教学楼', '教室', '每周'],
    ['教学楼楼梯走廊', '楼梯走廊', '每日', '教学楼'],
    ['教学楼厕所', '厕所', '每日', '教学楼'],
    ['实验室', '实验室', '每周', '教学楼'],
    ['功能室', '专用教室', '每周', '教学楼'],
    ['图书室', '专用教室', '每月', '教学楼'],
    ['操场', '操场', '每日'],
    ['体育器材室', '仓库', '每月', '操场'],
    ['食堂', '食堂', '每日'],
    ['学生宿舍', '宿舍', '每日'],
    ['配电房', '配电房', '每周'],
    ['锅炉房', '锅炉房', '每周'],
    ['仓库', '仓库', '每月'],
    ['围墙', '围墙', '每月'],
    ['校车', '校车', '每日'],
    ['校园周边', '周边', '每周'],
  ]
  return rows.map(([area, kind, freq, parent]) => ({
    id: fixedId('area', area),
    cells: { area, kind, freq, parent: parent === undefined ? null : fixedId('area', parent) },
  }))
}

/** The announced days off and working weekends. The festivals call for an inspection beforehand. */
export function holidayRows() {
  const rows = []
  for (const [year, { off, work }] of Object.entries(holidayData)) {
    for (const [kind, days] of [
      ['法定休', off],
      ['调休上班', work],
    ] as const)
      for (const [name, monthDays] of Object.entries(days))
        for (const monthDay of monthDays.split(' ')) {
          const date = `${year}-${monthDay}`
          rows.push({
            id: fixedId('holiday', date),
            cells: { date, name, kind, major: kind === '法定休', source: '内置', verified: true },
          })
        }
  }
  return rows.sort((a, b) => (a.cells.date < b.cells.date ? -1 : 1))
}

/** Every list of choices as rows, so that a school can reword or retire an entry; the code is what cells hold. */
function optionLists() {
  return Object.values(tables).flatMap((table) =>
    Object.entries<Columns[string]>(table.columns).flatMap(([key, column]) =>
      (column.options ?? []).map((option, position) => ({
        id: fixedId('option', table.name, key, option.zh),
        cells: {
          list: `${table.name}.${key}`,
          code: option.zh,
          label_zh: option.zh,
          label_en: option.en,
          order: position + 1,
          disabled: false,
        },
      })),
    ),
  )
}
