import { choice, date, file, money, reference, text } from '../column.ts'
import { defineTable } from '../table.ts'

export const funds = defineTable({
  name: 'funds',
  zh: '安全经费',
  en: 'Safety funds',
  group: 'ledger',
  tier: 'more',
  key: [],
  shownBy: ['date', 'use'],
  columns: {
    date: date({ zh: '日期', en: 'Date', required: true, synonyms: ['支出日期'] }),
    use: choice(
      [
        { zh: '设施', en: 'Equipment' },
        { zh: '培训', en: 'Training' },
        { zh: '演练', en: 'Drills' },
        { zh: '保险', en: 'Insurance' },
        { zh: '安保', en: 'Guards' },
        { zh: '整改', en: 'Putting right' },
        { zh: '津贴', en: 'Allowance' },
        { zh: '其他', en: 'Other' },
      ],
      { zh: '用途', en: 'For', required: true, synonyms: ['支出用途', '项目'], width: 80 },
    ),
    amount: money({ zh: '金额', en: 'Amount', required: true, min: 0, synonyms: ['金额(元)'] }),
    source: text({ zh: '来源', en: 'Paid from', holds: 'label', synonyms: ['经费来源', '资金来源'] }),
    hazard: reference('hazards', { zh: '关联隐患', en: 'Hazard', synonyms: ['隐患编号'], width: 150 }),
    file: file({ zh: '凭证', en: 'Voucher', synonyms: ['凭证号'] }),
  },
})
