import { choice, long, reference, text } from '../column.ts'
import { defineTable } from '../table.ts'

export const stabilityRisks = defineTable({
  name: 'stabilityRisks',
  zh: '社会稳定风险评估',
  en: 'Stability risks',
  group: 'emergency',
  tier: 'more',
  key: ['title'],
  shownBy: ['title'],
  columns: {
    title: text({
      zh: '事项',
      en: 'Matter',
      holds: 'label',
      required: true,
      synonyms: ['重大事项'],
      hint: {
        zh: '撤并学校、收费、招生、编制等要动很多人利益的事项，决定以前先评估。',
        en: 'Mergers, fees, admission, posts: assessed before they are decided.',
      },
      width: 200,
    }),
    dept: reference('sections', {
      zh: '提出科室',
      en: 'Put forward by',
      required: true,
      synonyms: ['责任科室', '科室'],
      width: 130,
    }),
    risk: long({ zh: '风险点', en: 'Risks', holds: 'label', required: true }),
    level: choice(
      [
        { zh: '高', en: 'High', alarm: true },
        { zh: '中', en: 'Medium' },
        { zh: '低', en: 'Low' },
      ],
      { zh: '等级', en: 'Level', required: true, synonyms: ['风险等级'], width: 70 },
    ),
    measure: long({ zh: '防范措施', en: 'Measures', holds: 'label', required: true, synonyms: ['措施'] }),
    result: choice(
      [
        { zh: '可实施', en: 'May go ahead' },
        { zh: '暂缓', en: 'Put off' },
        { zh: '不实施', en: 'Dropped', alarm: true },
      ],
      { zh: '结论', en: 'Conclusion', required: true, synonyms: ['评估结论'], width: 90 },
    ),
    meeting: reference('bureauMeetings', {
      zh: '会议',
      en: 'Meeting',
      required: true,
      synonyms: ['评估会议'],
      width: 200,
    }),
  },
  checks: [
    {
      column: 'result',
      problem: ({ level, result }) =>
        level === '高' && result === '可实施' ? 'stability.high-goes-ahead' : null,
    },
  ],
})
