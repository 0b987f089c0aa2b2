import { choice, computed, long, reference, text, time, yesno } from '../column.ts'
import { defineTable } from '../table.ts'

export const reportLegs = defineTable({
  name: 'reportLegs',
  zh: '事故报告时间线',
  en: 'Report legs',
  group: 'incident',
  key: ['incident', 'leg', 'accountable'],
  shownBy: ['incident', 'leg'],
  columns: {
    incident: reference('incidents', {
      zh: '事故',
      en: 'Incident',
      required: true,
      synonyms: ['事故编号', '所属事故'],
      width: 150,
    }),
    leg: choice(
      [
        { zh: '救治', en: 'First aid' },
        { zh: '责任人→处室负责人', en: 'Responsible person → head of department' },
        { zh: '通知家长', en: 'Parents told' },
        { zh: '主任→分管副校长', en: 'Director → vice principal' },
        { zh: '主任到场', en: 'Director on the spot' },
        { zh: '副校长记录在案', en: 'Vice principal records it' },
        { zh: '副校长→校长', en: 'Vice principal → principal' },
        { zh: '责任人→副校长或校长', en: 'Responsible person → vice principal or principal' },
        { zh: '校长到场', en: 'Principal on the spot' },
        { zh: '报教育局', en: 'Bureau told' },
        { zh: '报当地政府', en: 'Local government told' },
        { zh: '报公安', en: 'Police told' },
        { zh: '报卫生', en: 'Health office told' },
        { zh: '书面报告', en: 'Written report' },
        { zh: '处理结果报告', en: 'Report of the outcome' },
      ],
      { zh: '环节', en: 'Leg', required: true, synonyms: ['报告环节'], width: 150 },
    ),
    accountable: reference('staff', {
      zh: '责任人',
      en: 'Accountable',
      required: true,
      privacy: 'P',
      synonyms: ['报告人'],
      width: 100,
    }),
    receiver: text({
      zh: '接报人',
      en: 'Received by',
      required: true,
      privacy: 'P',
      holds: 'staff-name',
      synonyms: ['接收人'],
      width: 100,
    }),
    severity_then: choice(
      [
        { zh: '一般', en: 'Ordinary' },
        { zh: '较严重', en: 'Serious' },
        { zh: '严重', en: 'Grave', alarm: true },
      ],
      {
        zh: '报告时等级',
        en: 'Severity at the time',
        hint: {
          zh: '当时掌握的等级，时限按它算；以后伤情变化不改时限。',
          en: 'What was known when it had to be reported; limits follow it whatever comes out later.',
        },
        width: 90,
      },
    ),
    follows: reference('reportLegs', {
      zh: '上一环节',
      en: 'Follows',
      hint: { zh: '从上一环节的实际时间起算。', en: 'The clock starts when the leg before it was done.' },
      width: 150,
    }),
    base_at: computed(time({ zh: '起算时间', en: 'Clock starts' })),
    limit: computed(text({ zh: '时限', en: 'Limit', holds: 'label', width: 90 })),
    due_at: computed(time({ zh: '应报时间', en: 'Due at' })),
    binding: computed(
      yesno({
        zh: '时限有规定',
        en: 'Limit is binding',
        hint: {
          zh: '“立即”没有规定分钟数，只给建议时限，不判迟报。',
          en: '“At once” names no number: the limit is advice and never makes a leg late.',
        },
        width: 90,
      }),
    ),
    done_at: time({ zh: '实际时间', en: 'Done at', synonyms: ['报告时间', '上报时间', '实际报告时间'] }),
    channel: choice(
      [
        { zh: '当面', en: 'In person' },
        { zh: '电话', en: 'By telephone' },
        { zh: '微信', en: 'By WeChat' },
        { zh: '书面', en: 'In writing' },
        { zh: '系统', en: 'By system' },
      ],
      { zh: '方式', en: 'Channel', required: true, initial: '电话', synonyms: ['报告方式'], width: 80 },
    ),
    result: computed(text({ zh: '结果', en: 'Result', holds: 'label', width: 120 })),
    suspicion: computed(
      choice(
        [
          { zh: '疑似迟报', en: 'Suspected late', alarm: true },
          { zh: '疑似漏报', en: 'Suspected missed', alarm: true },
        ],
        {
          zh: '疑似',
          en: 'Suspected',
          hint: { zh: '只是提示，由会议认定。', en: 'A hint only; a meeting decides.' },
          width: 90,
        },
      ),
    ),
    reason: long({ zh: '超时说明', en: 'Why late', synonyms: ['超时原因'] }),
    accepted: yesno({
      zh: '超时理由采纳',
      en: 'Reason accepted',
      hint: { zh: '采纳后不再提示疑似迟报。', en: 'Once accepted, the leg is no longer suspected late.' },
      width: 110,
    }),
    verdict: choice(
      [
        { zh: '不追究', en: 'Not pursued' },
        { zh: '迟报', en: 'Late', alarm: true },
        { zh: '漏报', en: 'Missed', alarm: true },
        { zh: '隐瞒', en: 'Concealed', alarm: true, also: ['瞒报'] },
      ],
      {
        zh: '认定',
        en: 'Verdict',
        synonyms: ['认定结果'],
        hint: {
          zh: '由会议认定；迟报、漏报、隐瞒会使学期得分归零。',
          en: 'Set by a meeting; late, missed or concealed makes the term score zero.',
        },
        width: 90,
      },
    ),
    meeting: reference('meetings', { zh: '认定会议', en: 'Decided at', width: 180 }),
    department: reference('departments', {
      zh: '被追究处室',
      en: 'Department pursued',
      hint: { zh: '追究处室而不是个人时填写。', en: 'When a department is pursued and not a person.' },
      width: 110,
    }),
  },
  checks: [
    { column: 'done_at', problem: (row, now) => (row.done_at && row.done_at > now ? 'time.future' : null) },
  ],
  requiredWhen: {
    reason: (row) => row.result?.startsWith('超时') ?? false,
    meeting: (row) => row.verdict === '迟报' || row.verdict === '漏报' || row.verdict === '隐瞒',
  },
})
