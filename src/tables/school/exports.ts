import { choice, integer, long, text, time, yesno } from '../column.ts'
import { defineTable } from '../table.ts'

/** What has left the workbook as a file: written by the program at each export, kept and merged like any other row. */
export const exports = defineTable({
  name: 'exports',
  zh: '导出记录',
  en: 'Log of exports',
  group: 'settings',
  tier: 'more',
  record: true,
  key: [],
  shownBy: ['at', 'file'],
  columns: {
    at: time({ zh: '导出时间', en: 'Exported at', required: true }),
    by: text({ zh: '导出人', en: 'Exported by', privacy: 'P', holds: 'staff-name', width: 90 }),
    audience: choice(
      [
        { zh: '全部', en: 'Everything' },
        { zh: '校内', en: 'Inside the school' },
        { zh: '报教育局', en: 'For the bureau' },
        { zh: '公示', en: 'For everybody' },
        { zh: '下发学校', en: 'For schools' },
      ],
      { zh: '给谁', en: 'Audience', required: true, width: 90 },
    ),
    contents: long({ zh: '内容', en: 'Contents', holds: 'label', width: 260 }),
    rows: integer({ zh: '行数', en: 'Rows', width: 70 }),
    staff_named: integer({ zh: '有姓名的教职工', en: 'Staff named', width: 110 }),
    pupils_named: integer({ zh: '有姓名的涉事人员', en: 'Persons named', width: 120 }),
    reason: long({ zh: '带出原因', en: 'Reason', width: 160 }),
    locked: yesno({ zh: '有打开密码', en: 'With password', width: 90 }),
    file: text({ zh: '文件名', en: 'File', holds: 'label', width: 240 }),
    sha256: text({ zh: '校验码', en: 'SHA-256', holds: 'label', width: 200 }),
  },
})
