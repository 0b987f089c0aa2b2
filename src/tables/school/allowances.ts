import { computed, integer, money, number, reference, signature } from '../column.ts'
import { defineTable } from '../table.ts'

export const allowances = defineTable({
  name: 'allowances',
  zh: '津贴发放表',
  en: 'Allowance',
  group: 'score',
  when: { plan: 'scoring' },
  generated: true,
  key: ['term', 'person'],
  shownBy: ['term', 'person'],
  columns: {
    term: reference('terms', { zh: '学期', en: 'Term', required: true, width: 150 }),
    person: computed(
      reference('staff', { zh: '教职工', en: 'Person', privacy: 'P', synonyms: ['姓名'], width: 100 }),
    ),
    standard: computed(money({ zh: '标准(元)', en: 'Standard (yuan)', width: 100 })),
    months: computed(integer({ zh: '在岗月数', en: 'Months in post', width: 90 })),
    prorata: computed(number({ zh: '在岗系数', en: 'Share of the term', width: 90 })),
    score: computed(number({ zh: '得分', en: 'Score', width: 80 })),
    amount: computed(money({ zh: '应发(元)', en: 'Amount (yuan)', width: 100 })),
    sign: signature({ zh: '领取签名', en: 'Received', width: 110 }),
    total: computed(money({ zh: '合计', en: 'Total', width: 100 })),
  },
})
