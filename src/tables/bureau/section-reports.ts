import { choice, computed, date, integer, long, reference, text } from '../column.ts'
import { quarterOf } from '../school/report-periods.ts'
import { defineTable } from '../table.ts'

export const sectionReports = defineTable({
  name: 'sectionReports',
  zh: '科室季度督查报告',
  en: 'Quarterly reports of sections',
  group: 'supervision',
  key: ['quarter', 'dept'],
  shownBy: ['quarter', 'dept'],
  columns: {
    quarter: text({
      zh: '季度',
      en: 'Quarter',
      holds: 'plain',
      required: true,
      hint: { zh: '写成 2026-Q3。', en: 'Such as 2026-Q3.' },
      width: 90,
    }),
    dept: reference('sections', {
      zh: '科室',
      en: 'Section',
      required: true,
      synonyms: ['报告科室', '股室'],
      width: 130,
    }),
    visits: computed(integer({ zh: '督查次数', en: 'Visits', synonyms: ['督查次数/学校数'], width: 90 })),
    visit_schools: computed(integer({ zh: '督查学校数', en: 'Schools visited', width: 100 })),
    missing: computed(
      text({
        zh: '欠查学校',
        en: 'Schools not visited enough',
        holds: 'organisation',
        hint: {
          zh: '这个季度专门督查次数不够的分包学校，括号里是还差几次。',
          en: 'Contracted schools without their special visits, and how many they lack.',
        },
        width: 200,
      }),
    ),
    hazards: computed(integer({ zh: '隐患', en: 'Hazards', synonyms: ['隐患/已改/未改'], width: 70 })),
    hazards_fixed: computed(integer({ zh: '已改', en: 'Put right', width: 70 })),
    hazards_open: computed(integer({ zh: '未改', en: 'Open', width: 70 })),
    body: long({
      zh: '报告正文',
      en: 'Report',
      holds: 'label',
      required: true,
      synonyms: ['报告内容', '正文'],
      width: 260,
    }),
    due_sent: date({
      zh: '应报日期',
      en: 'Due',
      required: true,
      synonyms: ['应报/实报', '应报'],
      hint: { zh: '不填时是季度最后一天。', en: 'The last day of the quarter when left empty.' },
    }),
    sent: date({ zh: '实报日期', en: 'Sent on', synonyms: ['实报', '报送日期'] }),
    state: computed(
      choice(
        [
          { zh: '按时', en: 'In time' },
          { zh: '逾期', en: 'Late', alarm: true },
          { zh: '未报', en: 'Missing', alarm: true },
          { zh: '待报', en: 'Not yet due' },
        ],
        { zh: '状态', en: 'State', width: 80 },
      ),
    ),
  },
  checks: [
    {
      column: 'quarter',
      problem: ({ quarter }) => (quarter !== null && quarterOf(quarter) === null ? 'report.quarter' : null),
    },
    {
      column: 'sent',
      problem: ({ sent }, now) => (sent !== null && sent > now.slice(0, 10) ? 'time.future' : null),
    },
  ],
})
