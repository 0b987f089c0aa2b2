import { choice, computed, long, reference, text, time } from '../column.ts'
import { defineTable } from '../table.ts'

export const urgentReports = defineTable({
  name: 'urgentReports',
  zh: '突发信息与重大事项报告',
  en: 'Urgent information',
  group: 'emergency',
  key: ['title', 'kind', 'at'],
  shownBy: ['title', 'kind', 'at'],
  columns: {
    title: text({
      zh: '事件',
      en: 'Event',
      holds: 'label',
      required: true,
      synonyms: ['事项', '事件名称'],
      hint: { zh: '一句话写清是什么事，不写人名。', en: 'What it is, in a few words without names.' },
      width: 200,
    }),
    school: reference('schools', { zh: '学校', en: 'School', synonyms: ['涉及学校'], width: 180 }),
    at: time({
      zh: '接报时间',
      en: 'Told at',
      required: true,
      synonyms: ['接报时间/报告人', '接到报告时间'],
    }),
    reporter: text({ zh: '报告人', en: 'Told by', privacy: 'P', holds: 'staff-name', width: 90 }),
    dept: reference('sections', {
      zh: '接报科室',
      en: 'Told to section',
      required: true,
      synonyms: ['接报部门'],
      width: 120,
    }),
    to_leader: time({ zh: '报分管领导时间', en: 'Leader told at', required: true, synonyms: ['报领导时间'] }),
    cc: time({
      zh: '告知党政办/安稳办',
      en: 'Offices told at',
      required: true,
      synonyms: ['告知安稳办时间'],
      hint: {
        zh: '科室报领导的同时告知党政办和安稳办。',
        en: 'The offices are told at the same time as the leader.',
      },
    }),
    up: time({
      zh: '报党委政府/上级',
      en: 'Reported up at',
      synonyms: ['报党委政府时间', '报上级时间'],
    }),
    kind: choice(
      [
        { zh: '首报', en: 'First report' },
        { zh: '续报', en: 'Follow-up' },
        { zh: '终报', en: 'Final report' },
      ],
      {
        zh: '首报/续报/终报',
        en: 'First, follow-up, final',
        required: true,
        synonyms: ['报告类别'],
        width: 110,
      },
    ),
    first: reference('urgentReports', {
      zh: '首报是哪条',
      en: 'Its first report',
      hint: { zh: '续报、终报选它的首报。', en: 'Which first report it follows.' },
      width: 200,
    }),
    followed: computed(
      choice(
        [
          { zh: '待续报', en: 'To be followed up', alarm: true },
          { zh: '已续报', en: 'Followed up' },
          { zh: '已终报', en: 'Closed' },
        ],
        { zh: '跟进', en: 'Followed', width: 90 },
      ),
    ),
    text: long({
      zh: '内容',
      en: 'What it says',
      required: true,
      privacy: 'S',
      holds: 'narrative',
      synonyms: ['报告内容', '情况'],
    }),
    plan: text({
      zh: '启动预案',
      en: 'Plan started',
      holds: 'label',
      synonyms: ['预案', '启动的预案'],
      width: 140,
    }),
  },
  checks: [
    {
      column: 'at',
      problem: ({ at }, now) => (at !== null && at > now ? 'time.future' : null),
    },
    {
      column: 'to_leader',
      problem: ({ at, to_leader }) =>
        at !== null && to_leader !== null && to_leader < at ? 'dates.to-before-from' : null,
    },
    {
      column: 'cc',
      problem: ({ at, cc }) => (at !== null && cc !== null && cc < at ? 'dates.to-before-from' : null),
    },
    {
      column: 'up',
      problem: ({ at, up }) => (at !== null && up !== null && up < at ? 'dates.to-before-from' : null),
    },
  ],
  requiredWhen: {
    // What calls for an emergency plan is never the bureau's alone.
    up: ({ plan }) => plan !== null,
    first: ({ kind }) => kind === '续报' || kind === '终报',
  },
})
