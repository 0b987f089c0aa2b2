import { choice, computed, date, reference, text } from '../column.ts'
import { defineTable } from '../table.ts'

export const swaps = defineTable({
  name: 'swaps',
  zh: '调班代班',
  en: 'Swaps and replacements',
  group: 'duty',
  tier: 'more',
  when: { plan: 'dutyWeek' },
  key: ['from_row', 'to_person', 'on'],
  shownBy: ['date', 'to_person'],
  columns: {
    date: date({ zh: '申请日期', en: 'Asked on', required: true, synonyms: ['日期', '申请时间'] }),
    from_row: reference('rota', {
      zh: '原值班记录',
      en: 'Original duty',
      required: true,
      alsoTo: ['holidayDuty'],
      synonyms: ['原班次', '原值班', '原值周'],
      width: 200,
    }),
    absent: reference('staff', {
      zh: '换下的人',
      en: 'Who is replaced',
      privacy: 'P',
      synonyms: ['被替换人', '申请人'],
      hint: {
        zh: '一个岗位有几个人值班时，写明换下哪一个。',
        en: 'Where several are on that duty, say who.',
      },
      width: 100,
    }),
    from_person: computed(
      text({ zh: '原值班人', en: 'Was on duty', privacy: 'P', holds: 'staff-name', width: 120 }),
    ),
    on: date({
      zh: '调整日期',
      en: 'On',
      synonyms: ['代班日期', '调班日期'],
      hint: { zh: '只换其中一天时填；不填就是整班。', en: 'Only where a single day is taken over.' },
    }),
    kind: choice(
      [
        { zh: '互换', en: 'Swap', also: ['调班', '换班'] },
        { zh: '代班', en: 'Replacement', also: ['代值', '替班'] },
        { zh: '临时顶岗', en: 'Stand-in', also: ['顶岗'] },
      ],
      { zh: '类型', en: 'Kind', required: true, synonyms: ['调整类型'], width: 90 },
    ),
    to_person: reference('staff', {
      zh: '替换人',
      en: 'Taken over by',
      required: true,
      privacy: 'P',
      synonyms: ['代班人', '顶岗人', '接班人'],
      width: 100,
    }),
    counter_row: reference('rota', {
      zh: '互换的另一班',
      en: 'Taken in exchange',
      alsoTo: ['holidayDuty'],
      synonyms: ['对换班次', '互换班次'],
      width: 200,
    }),
    reason: choice(
      [
        { zh: '请假', en: 'Leave', also: ['事假'] },
        { zh: '公出', en: 'Official business', also: ['出差', '学习'] },
        { zh: '病假', en: 'Ill', also: ['生病'] },
        { zh: '其他', en: 'Other' },
      ],
      {
        zh: '原因',
        en: 'Reason',
        required: true,
        privacy: 'S',
        holds: 'health',
        synonyms: ['调班原因', '事由'],
        width: 80,
      },
    ),
    approved_by: reference('staff', {
      zh: '批准人',
      en: 'Approved by',
      privacy: 'P',
      synonyms: ['审批人'],
      width: 100,
    }),
    status: choice(
      [
        { zh: '待批', en: 'Waiting', also: ['待审批'] },
        { zh: '同意', en: 'Approved', also: ['批准', '已批'] },
        { zh: '不同意', en: 'Refused', also: ['不批准'] },
      ],
      {
        zh: '结果',
        en: 'Result',
        required: true,
        initial: '待批',
        synonyms: ['审批结果', '状态'],
        width: 80,
      },
    ),
  },
  requiredWhen: {
    counter_row: (row) => row.kind === '互换',
    approved_by: (row) => row.status === '同意' || row.status === '不同意',
  },
  checks: [
    {
      column: 'to_person',
      problem: (row) => (row.to_person && row.to_person === row.absent ? 'swap.same-person' : null),
    },
  ],
})
