import { choice, long, reference, text, time, yesno } from '../column.ts'
import { defineTable } from '../table.ts'

export const patrols = defineTable({
  name: 'patrols',
  zh: '巡查与外来人员',
  en: 'Patrols and outsiders',
  group: 'duty',
  tier: 'more',
  when: { plan: 'dutyWeek' },
  key: ['at', 'area', 'kind'],
  shownBy: ['at', 'area'],
  columns: {
    at: time({
      zh: '时间',
      en: 'Time',
      required: true,
      synonyms: ['巡查时间', '登记时间', '来访时间', '日期'],
    }),
    area: reference('areas', {
      zh: '部位',
      en: 'Area',
      required: true,
      synonyms: ['地点', '巡查部位', '巡查地点'],
      width: 120,
    }),
    kind: choice(
      [
        { zh: '例行巡查', en: 'Round', also: ['巡查', '日常巡查'] },
        { zh: '外来人员', en: 'Outsider' },
        { zh: '可疑人员', en: 'Suspicious person', alarm: true },
        { zh: '违规入校', en: 'Entered against the rules' },
        { zh: '周边治安', en: 'Around the school', also: ['周边'] },
        { zh: '来访登记', en: 'Visitor', also: ['来访', '访客'] },
      ],
      { zh: '类型', en: 'Kind', required: true, initial: '例行巡查', synonyms: ['巡查类型'], width: 100 },
    ),
    text: long({
      zh: '情况',
      en: 'What was found',
      required: true,
      synonyms: ['巡查情况', '事由', '来访事由'],
    }),
    action: choice(
      [
        { zh: '无需处置', en: 'Nothing needed', also: ['无', '正常'] },
        { zh: '劝离', en: 'Asked to leave' },
        { zh: '登记放行', en: 'Registered and let in', also: ['登记', '放行'] },
        { zh: '报警', en: 'Police called' },
        { zh: '协同保安', en: 'With the guards' },
        { zh: '移交派出所', en: 'Handed to the police' },
      ],
      { zh: '处置', en: 'Action', required: true, synonyms: ['处置情况', '处理', '处理情况'], width: 100 },
    ),
    police: yesno({
      zh: '是否报警',
      en: 'Police called',
      required: true,
      initial: false,
      synonyms: ['报警'],
      width: 80,
    }),
    by: reference('staff', {
      zh: '巡查人',
      en: 'By',
      required: true,
      privacy: 'P',
      synonyms: ['值班人', '登记人', '门卫', '接待人'],
      width: 100,
    }),
    visitor: text({
      zh: '来访人信息',
      en: 'Visitor',
      privacy: 'S',
      holds: 'family',
      synonyms: ['来访人', '访客姓名', '来访人姓名'],
      hint: { zh: '到保存期限后删除。', en: 'Deleted when the time for keeping it is over.' },
      width: 150,
    }),
  },
  checks: [
    { column: 'at', problem: (row, now) => (row.at && row.at > now ? 'time.future' : null) },
    {
      column: 'police',
      problem: (row) =>
        row.police === false && (row.action === '报警' || row.action === '移交派出所')
          ? 'patrol.police-unmarked'
          : null,
    },
  ],
})
