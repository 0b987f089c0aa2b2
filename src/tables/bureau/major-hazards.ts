import { choice, date, long, money, reference, text, time } from '../column.ts'
import { defineTable } from '../table.ts'

export const majorHazards = defineTable({
  name: 'majorHazards',
  zh: '重大隐患督办',
  en: 'Major hazards watched',
  group: 'county',
  key: ['hazard'],
  shownBy: ['hazard'],
  columns: {
    hazard: reference('allHazards', {
      zh: '隐患',
      en: 'Hazard',
      required: true,
      synonyms: ['隐患编号'],
      width: 200,
    }),
    reported: time({ zh: '上报时间', en: 'Reported at', required: true, synonyms: ['报告时间'] }),
    basis: text({
      zh: '判定条款',
      en: 'Article',
      holds: 'label',
      required: true,
      synonyms: ['判定依据'],
      hint: { zh: '写判定指南的哪一条。', en: 'The article that makes it major.' },
      width: 160,
    }),
    risk: long({ zh: '风险评估', en: 'Risk', holds: 'label', required: true, synonyms: ['风险评估结论'] }),
    leader: reference('bureauStaff', {
      zh: '挂牌督办领导',
      en: 'Watched by',
      required: true,
      privacy: 'P',
      synonyms: ['督办领导'],
    }),
    plan: long({
      zh: '整改方案',
      en: 'How it is put right',
      holds: 'label',
      required: true,
      synonyms: ['整改方案与资金', '方案'],
    }),
    fund: money({ zh: '整改资金(元)', en: 'Cost (yuan)', min: 0, synonyms: ['资金'] }),
    due: date({ zh: '期限', en: 'Due', required: true, synonyms: ['期限/延期', '整改期限'] }),
    extension: date({ zh: '延期至', en: 'Extended to', synonyms: ['延期'] }),
    upward: text({
      zh: '上报政府/部门',
      en: 'Reported up to',
      holds: 'label',
      synonyms: ['上报部门'],
      hint: {
        zh: '乡镇党委政府、应急、住建等。',
        en: 'Town government, emergency office, housing and so on.',
      },
      width: 160,
    }),
    review: choice(
      [
        { zh: '合格', en: 'In order' },
        { zh: '不合格', en: 'Not in order', alarm: true },
      ],
      { zh: '复查结论', en: 'Outcome', synonyms: ['复查意见'], width: 90 },
    ),
    closed: date({ zh: '摘牌日期', en: 'Taken off on', synonyms: ['销号日期', '摘牌'] }),
  },
  checks: [
    {
      column: 'extension',
      problem: ({ extension, due }) =>
        extension !== null && due !== null && extension <= due ? 'hazard.extended-to-earlier' : null,
    },
    {
      column: 'closed',
      problem: ({ closed, review, reported }) => {
        if (closed === null) return null
        if (review !== '合格') return 'major.closed-before-checked'
        return reported !== null && closed < reported.slice(0, 10) ? 'dates.to-before-from' : null
      },
    },
  ],
  requiredWhen: { review: ({ closed }) => closed !== null },
})
