import { choice, computed, date, long, money, reference, text } from '../column.ts'
import { expiryStates } from '../school/hazard-choices.ts'
import { defineTable } from '../table.ts'

export const buildingSafety = defineTable({
  name: 'buildingSafety',
  zh: '校舍安全年检',
  en: 'Building safety',
  group: 'ledger',
  tier: 'more',
  key: ['school', 'bldg'],
  shownBy: ['school', 'bldg'],
  columns: {
    school: reference('schools', { zh: '学校', en: 'School', required: true, width: 180 }),
    bldg: text({
      zh: '楼栋',
      en: 'Building',
      holds: 'place',
      required: true,
      synonyms: ['学校/楼', '楼', '校舍名称'],
      width: 120,
    }),
    grade: choice(
      [
        { zh: 'A', en: 'A', also: ['A级'] },
        { zh: 'B', en: 'B', also: ['B级'] },
        { zh: 'C', en: 'C', also: ['C级'], alarm: true },
        { zh: 'D', en: 'D', also: ['D级'], alarm: true },
      ],
      {
        zh: '等级',
        en: 'Grade',
        required: true,
        synonyms: ['鉴定等级', '安全等级'],
        hint: { zh: 'C、D 级停用并预警。', en: 'C and D are closed and warned of.' },
        width: 70,
      },
    ),
    checked: date({ zh: '年检日期', en: 'Checked on', synonyms: ['年检时间', '检查日期'] }),
    check_due: computed(date({ zh: '下次年检', en: 'Next check' })),
    check_state: computed(choice(expiryStates, { zh: '年检状态', en: 'State of the check', width: 80 })),
    warn: long({ zh: '隐患与预警', en: 'Warning', holds: 'label', synonyms: ['隐患', '预警'] }),
    project: text({
      zh: '工程',
      en: 'Works',
      holds: 'label',
      synonyms: ['工程/资金', '加固改造'],
      width: 140,
    }),
    fund: money({ zh: '资金(元)', en: 'Cost (yuan)', min: 0, synonyms: ['资金', '投入资金'] }),
    certs: choice(
      [
        { zh: '齐', en: 'All there' },
        { zh: '缺', en: 'Missing', alarm: true },
      ],
      {
        zh: '验收证(建设/消防)',
        en: 'Certificates (building, fire)',
        required: true,
        synonyms: ['验收证'],
        width: 110,
      },
    ),
  },
  checks: [
    {
      column: 'checked',
      problem: ({ checked }, now) => (checked !== null && checked > now.slice(0, 10) ? 'time.future' : null),
    },
  ],
  requiredWhen: { warn: ({ grade }) => grade === 'C' || grade === 'D' },
})
