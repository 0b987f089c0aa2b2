import { choice, date, long, money, reference } from '../column.ts'
import { defineTable } from '../table.ts'

export const rewards = defineTable({
  name: 'rewards',
  zh: '奖惩记录',
  en: 'Rewards and sanctions',
  group: 'score',
  tier: 'more',
  key: ['date', 'who', 'kind'],
  shownBy: ['date', 'who'],
  columns: {
    date: date({ zh: '日期', en: 'Date', required: true, synonyms: ['奖惩日期', '决定日期'] }),
    who: reference('staff', {
      zh: '对象',
      en: 'Who',
      required: true,
      privacy: 'P',
      synonyms: ['奖惩对象', '姓名', '教职工'],
    }),
    kind: choice(
      [
        { zh: '表彰', en: 'Commendation' },
        { zh: '奖励', en: 'Reward' },
        { zh: '通报批评', en: 'Public criticism', also: ['通报'] },
        { zh: '处罚', en: 'Penalty' },
        { zh: '谈话', en: 'Talk', also: ['约谈', '诫勉谈话'] },
        { zh: '处分', en: 'Disciplinary action' },
      ],
      {
        zh: '类型',
        en: 'Kind',
        required: true,
        privacy: 'S',
        holds: 'confidential',
        synonyms: ['奖惩类型', '奖惩类别'],
        width: 90,
      },
    ),
    reason: long({
      zh: '事由',
      en: 'For what',
      required: true,
      privacy: 'S',
      holds: 'confidential',
      synonyms: ['奖惩事由', '原因'],
    }),
    meeting: reference('meetings', {
      zh: '依据会议',
      en: 'Decided at',
      required: true,
      synonyms: ['决定会议', '会议'],
      width: 180,
    }),
    amount: money({ zh: '金额', en: 'Amount', min: 0, synonyms: ['奖惩金额', '金额(元)'], width: 90 }),
  },
})
