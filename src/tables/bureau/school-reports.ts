import { integer, long, number, reference, text, time, yesno } from '../column.ts'
import { defineTable } from '../table.ts'

/**
 * Every report that has ever come from a school, the bytes of each kept under its hash. Written once by the reception: by
 * these rows an old file that comes again is known for what it is, and what the ledgers hold can be worked out anew.
 */
export const schoolReports = defineTable({
  name: 'schoolReports',
  zh: '收到的数据文件',
  en: 'Files received',
  group: 'reception',
  tier: 'more',
  record: true,
  key: [],
  shownBy: ['period', 'school'],
  columns: {
    school: reference('schools', { zh: '学校', en: 'School', required: true, width: 180 }),
    period: text({ zh: '月份', en: 'Month', holds: 'plain', required: true, width: 90 }),
    received: time({ zh: '接收时间', en: 'Received at', required: true, width: 140 }),
    file: text({ zh: '文件名', en: 'File', holds: 'label', width: 220 }),
    made: time({
      zh: '制作时间',
      en: 'Made at',
      hint: { zh: '按学校电脑的钟。', en: "By the school's clock." },
    }),
    hazard_rows: integer({ zh: '隐患行数', en: 'Hazards', width: 80 }),
    incident_rows: integer({ zh: '事故行数', en: 'Incidents', width: 80 }),
    drill_rows: integer({ zh: '演练行数', en: 'Drills', width: 80 }),
    inspection_rows: integer({ zh: '检查行数', en: 'Inspections', width: 80 }),
    quarterly: yesno({ zh: '含季度小结', en: 'With quarterly summary', width: 90 }),
    pledge_rate: number({ zh: '校内责任状签订率', en: 'Pledges signed inside (%)', width: 110 }),
    problems: long({ zh: '数据问题', en: 'Problems of the data', holds: 'label', width: 220 }),
    signer: text({ zh: '签名指纹', en: 'Signed with', holds: 'plain', width: 140 }),
    workbook: text({ zh: '工作簿', en: 'Workbook', holds: 'plain', width: 120 }),
    replica: text({ zh: '电脑', en: 'Computer', holds: 'plain', width: 120 }),
    vector: long({
      zh: '进度',
      en: 'Progress',
      holds: 'plain',
      hint: { zh: '学校各台电脑做到哪里；比较新旧用。', en: "How far the school's computers had come." },
    }),
    via: reference('schools', {
      zh: '经哪所学校报来',
      en: 'Sent through',
      hint: {
        zh: '中心校的文件里带来的；由中心校签名的清单认定。',
        en: "Brought in a central school's file, by the list that it has signed.",
      },
      width: 150,
    }),
    passes: long({
      zh: '带来的报告',
      en: 'Sends along',
      holds: 'plain',
      hint: { zh: '中心校一并报来的各份，按 SHA-256。', en: 'The reports it sends along, by their SHA-256.' },
    }),
    corrects: text({ zh: '更正的文件', en: 'Corrects', holds: 'plain', width: 120 }),
    saved: text({ zh: '保存时间', en: 'Saved at', holds: 'plain', width: 120 }),
    tells: text({
      zh: '含哪些表',
      en: 'Tables told of',
      holds: 'plain',
      hint: { zh: '学校自制的表格才填。', en: "Filled in for a school's own spreadsheet only." },
      width: 120,
    }),
    monthly: yesno({
      zh: '只含当月',
      en: 'The month alone',
      hint: {
        zh: '自制表格只有当月的行，以前月份的照旧。',
        en: 'Its rows are of the month; those of others go on standing.',
      },
      width: 90,
    }),
    reading: long({
      zh: '认表方式',
      en: 'How it was read',
      holds: 'plain',
      hint: {
        zh: '哪一列是什么；下个月照此认。',
        en: 'Which column is what; the next file of its kind is read alike.',
      },
    }),
    hash: text({ zh: 'SHA-256', en: 'SHA-256', holds: 'plain', required: true, width: 160 }),
  },
})
