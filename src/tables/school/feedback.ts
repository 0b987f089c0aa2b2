import { choice, date, long, reference } from '../column.ts'
import { defineTable } from '../table.ts'

export const feedback = defineTable({
  name: 'feedback',
  zh: '意见建议与修订',
  en: 'Feedback and revision',
  group: 'ledger',
  tier: 'more',
  key: ['date', 'text'],
  shownBy: ['date', 'text'],
  columns: {
    date: date({ zh: '日期', en: 'Date', required: true, synonyms: ['提出日期', '收集日期'] }),
    by: reference('staff', {
      zh: '提出人',
      en: 'From',
      privacy: 'P',
      synonyms: ['建议人', '意见人'],
      hint: { zh: '匿名的不填。', en: 'Left empty when anonymous.' },
    }),
    text: long({
      zh: '内容',
      en: 'What it says',
      required: true,
      synonyms: ['意见建议', '意见内容', '建议内容'],
    }),
    adopt: choice(
      [
        { zh: '待议', en: 'To be discussed' },
        { zh: '采纳', en: 'Adopted' },
        { zh: '部分', en: 'In part', also: ['部分采纳'] },
        { zh: '不采纳', en: 'Not adopted' },
      ],
      {
        zh: '采纳',
        en: 'Adopted',
        required: true,
        initial: '待议',
        synonyms: ['采纳情况', '是否采纳'],
        width: 90,
      },
    ),
    result: reference('plans', {
      zh: '落实(制度修订)',
      en: 'Rules revised',
      synonyms: ['落实', '修订制度', '落实情况'],
      width: 180,
    }),
  },
})
