import { choice, date, long, reference, text } from '../column.ts'
import { defineTable } from '../table.ts'

export const investigations = defineTable({
  name: 'investigations',
  zh: '调查与责任追究',
  en: 'Investigations',
  group: 'emergency',
  tier: 'more',
  key: ['incident', 'target'],
  shownBy: ['incident', 'opened'],
  columns: {
    incident: reference('allIncidents', {
      zh: '事故',
      en: 'Incident',
      required: true,
      synonyms: ['事故编号'],
      width: 200,
    }),
    opened: date({ zh: '立案日期', en: 'Opened on', required: true, synonyms: ['立案时间'] }),
    target: text({
      zh: '对象(单位/人)',
      en: 'Against',
      required: true,
      privacy: 'S',
      holds: 'confidential',
      synonyms: ['对象', '被调查人'],
      width: 120,
    }),
    fact: long({
      zh: '违规事实',
      en: 'What was wrong',
      required: true,
      privacy: 'S',
      holds: 'confidential',
      synonyms: ['违纪事实', '失职事实'],
    }),
    decision: choice(
      [
        { zh: '通报', en: 'Named in a bulletin', also: ['通报批评'] },
        { zh: '诫勉', en: 'Admonished', also: ['诫勉谈话'] },
        { zh: '处分', en: 'Disciplined' },
        { zh: '移送司法', en: 'Handed to justice' },
        { zh: '经济', en: 'Paid for', also: ['经济处罚'] },
      ],
      {
        zh: '处理',
        en: 'Decision',
        required: true,
        privacy: 'S',
        holds: 'confidential',
        synonyms: ['处理意见', '处理结果'],
        width: 100,
      },
    ),
    veto: text({
      zh: '一票否决年度',
      en: 'Vetoed for',
      holds: 'plain',
      hint: {
        zh: '写成 2026；这一年学校考核被否决。',
        en: "Written 2026: that year's assessment is vetoed.",
      },
      width: 110,
    }),
    closed: date({ zh: '结案', en: 'Closed on', synonyms: ['结案日期'] }),
  },
  checks: [
    {
      column: 'veto',
      problem: ({ veto }) => (veto !== null && !/^(19|20|21)\d\d$/.test(veto) ? 'archive.year' : null),
    },
    {
      column: 'closed',
      problem: ({ closed, opened }) =>
        closed !== null && opened !== null && closed < opened ? 'dates.to-before-from' : null,
    },
  ],
})
