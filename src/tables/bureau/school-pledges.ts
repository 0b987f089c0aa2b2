import { choice, computed, date, file, number, reference } from '../column.ts'
import { defineTable } from '../table.ts'
import { year, yearCheck } from './year.ts'

export const schoolPledges = defineTable({
  name: 'schoolPledges',
  zh: '责任书签订',
  en: 'Pledges with schools',
  group: 'supervision',
  key: ['year', 'school'],
  shownBy: ['year', 'school'],
  columns: {
    year,
    school: reference('schools', { zh: '学校', en: 'School', required: true, width: 180 }),
    signed: date({ zh: '签订日期', en: 'Signed on', synonyms: ['签订时间'] }),
    file: file({ zh: '扫描件', en: 'Scan', synonyms: ['责任书扫描件'] }),
    inner: computed(
      number({
        zh: '校内签订率',
        en: 'Signed inside (%)',
        hint: {
          zh: '学校最近报来的校内责任状签订百分比。',
          en: "How much of the school's own pledges is signed, by its last file.",
        },
        width: 100,
      }),
    ),
    result: choice(
      [
        { zh: '完成', en: 'Kept' },
        { zh: '基本', en: 'Mostly', also: ['基本完成'] },
        { zh: '未完成', en: 'Not kept', alarm: true },
      ],
      { zh: '年终完成情况', en: 'At year end', synonyms: ['完成情况'], width: 110 },
    ),
  },
  checks: [
    yearCheck,
    {
      column: 'signed',
      problem: ({ signed }, now) => (signed !== null && signed > now.slice(0, 10) ? 'time.future' : null),
    },
  ],
  requiredWhen: {
    signed: ({ file: scan, result }) => scan !== null || result !== null,
    file: ({ result }) => result !== null,
  },
})
