import { choice, computed, date, integer, long, number, reference, text, time, yesno } from '../column.ts'
import { monthOf } from '../school/report-periods.ts'
import { defineTable } from '../table.ts'

/** How many rows of a ledger a file brought. */
const rows = (zh: string, en: string, synonyms: readonly string[] = []) =>
  integer({ zh, en, synonyms, fixed: true, min: 0, width: 80 })

/**
 * What each school has sent, month by month. What is in a file is written by the reception; the day may also be written
 * by hand, for a school that brings its report on paper.
 */
export const receipts = defineTable({
  name: 'receipts',
  zh: '学校数据接收',
  en: 'Register of files received',
  group: 'reception',
  key: ['month', 'school'],
  shownBy: ['month', 'school'],
  columns: {
    month: text({
      zh: '月份',
      en: 'Month',
      holds: 'plain',
      required: true,
      synonyms: ['报送月份', '报告月份'],
      hint: { zh: '写成 2026-09。', en: 'Such as 2026-09.' },
      width: 90,
    }),
    school: reference('schools', {
      zh: '学校',
      en: 'School',
      required: true,
      synonyms: ['报送学校', '报送单位'],
      width: 180,
    }),
    due: computed(date({ zh: '应报日', en: 'Due' })),
    received: time({
      zh: '接收时间',
      en: 'Received at',
      synonyms: ['收到时间', '报送时间'],
      hint: { zh: '收文件时自动填；报纸质的手工填。', en: 'Filled in with the file; by hand for paper.' },
    }),
    hash: choice(
      [
        { zh: '相符', en: 'Matches' },
        { zh: '不符', en: 'Does not match', alarm: true },
        { zh: '无校验', en: 'None to compare', note: '不是本软件导出的文件' },
      ],
      { zh: '文件校验', en: 'File check', fixed: true, width: 90 },
    ),
    file: text({ zh: '文件名', en: 'File', holds: 'label', fixed: true, width: 200 }),
    via: reference('schools', {
      zh: '经哪所学校报来',
      en: 'Sent through',
      fixed: true,
      synonyms: ['报来渠道', '经由'],
      hint: { zh: '村小由中心校一并报来的，写中心校。', en: 'The central school that sent it along.' },
      width: 150,
    }),
    rows: rows('隐患行数', 'Hazards', ['行数(隐患/事故/演练/检查)']),
    incident_rows: rows('事故行数', 'Incidents'),
    drill_rows: rows('演练行数', 'Drills'),
    inspection_rows: rows('检查行数', 'Inspections'),
    pledge_rate: number({
      zh: '校内责任状签订率',
      en: 'Pledges signed inside (%)',
      fixed: true,
      min: 0,
      max: 100,
      width: 110,
    }),
    quarterly: yesno({
      zh: '含季度小结',
      en: 'With quarterly summary',
      hint: { zh: '季末月还要报季度小结。', en: "In a quarter's last month its summary is due too." },
      width: 90,
    }),
    on_time: computed(yesno({ zh: '是否按时', en: 'In time', width: 80 })),
    quarterly_state: computed(
      choice(
        [
          { zh: '无需', en: 'None due' },
          { zh: '待报', en: 'Not yet due' },
          { zh: '已收', en: 'Received' },
          { zh: '逾期', en: 'Missing', alarm: true },
        ],
        { zh: '季度小结', en: 'Quarterly summary', width: 90 },
      ),
    ),
    errors: long({
      zh: '数据问题',
      en: 'Problems of the data',
      holds: 'label',
      fixed: true,
      synonyms: ['问题'],
      width: 220,
    }),
    reminders: integer({
      zh: '催报次数',
      en: 'Reminders',
      initial: 0,
      min: 0,
      synonyms: ['催报'],
      width: 80,
    }),
    returned: yesno({
      zh: '退回',
      en: 'Sent back',
      initial: false,
      synonyms: ['退回重报'],
      width: 70,
    }),
    return_reason: text({ zh: '退回原因', en: 'Why sent back', holds: 'label', width: 160 }),
    state: computed(
      choice(
        [
          { zh: '未报', en: 'Not received' },
          { zh: '已收', en: 'Received' },
          { zh: '退回', en: 'Sent back', alarm: true },
          { zh: '逾期', en: 'Overdue', alarm: true },
        ],
        { zh: '状态', en: 'State', width: 80 },
      ),
    ),
  },
  checks: [
    {
      column: 'month',
      problem: ({ month }) => (month !== null && monthOf(month) === null ? 'report.month' : null),
    },
    {
      column: 'received',
      problem: ({ received }, now) => (received !== null && received > now ? 'time.future' : null),
    },
  ],
  requiredWhen: { return_reason: ({ returned }) => returned === true },
})
