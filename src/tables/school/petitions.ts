import { choice, computed, date, integer, long, reference, text, time, yesno } from '../column.ts'
import { defineTable } from '../table.ts'

/** What is written down of a petition, at a school and at its bureau; they differ in the tables it points to. */
export const petitionColumns = <P extends string, D extends string, I extends string>(to: {
  readonly people: P
  readonly departments: D
  readonly incidents: I
}) =>
  ({
    no: text({
      zh: '编号',
      en: 'No.',
      holds: 'incident-number',
      required: true,
      synonyms: ['信访编号', '登记编号'],
      hint: { zh: '不填时自动编号。', en: 'Numbered by itself when left empty.' },
      width: 140,
    }),
    at: time({
      zh: '收到时间',
      en: 'Received at',
      required: true,
      synonyms: ['来访时间', '登记时间', '信访时间', '来信时间'],
    }),
    channel: choice(
      [
        { zh: '来访', en: 'Visit', also: ['走访'] },
        { zh: '来信', en: 'Letter' },
        { zh: '来电', en: 'Telephone', also: ['电话'] },
        { zh: '网上', en: 'Online', also: ['网络'] },
        { zh: '上级转办', en: 'Passed on from above', also: ['转办'] },
      ],
      { zh: '方式', en: 'Channel', required: true, synonyms: ['信访方式', '来访方式'], width: 90 },
    ),
    petitioner: text({
      zh: '信访人',
      en: 'Petitioner',
      privacy: 'S',
      holds: 'pupil-name',
      synonyms: ['来访人', '上访人', '信访人姓名'],
      hint: { zh: '匿名的不填。', en: 'Left empty when anonymous.' },
      width: 100,
    }),
    contact: text({
      zh: '联系方式',
      en: 'Contact',
      privacy: 'S',
      holds: 'phone',
      synonyms: ['联系电话', '电话'],
      width: 120,
    }),
    people: integer({
      zh: '人数',
      en: 'People',
      holds: 'count',
      required: true,
      initial: 1,
      min: 1,
      synonyms: ['来访人数', '信访人数'],
      width: 70,
    }),
    group_visit: computed(yesno({ zh: '集体访', en: 'Group visit', synonyms: ['是否集体访'], width: 80 })),
    cat: choice(
      [
        { zh: '教育教学', en: 'Teaching' },
        { zh: '师德师风', en: 'Conduct of teachers', also: ['师德'] },
        { zh: '校园安全', en: 'Safety', also: ['安全'] },
        { zh: '招生入学', en: 'Admission', also: ['招生'] },
        { zh: '收费', en: 'Fees' },
        { zh: '食堂伙食', en: 'Canteen', also: ['食堂', '伙食'] },
        { zh: '家校矛盾', en: 'Families and school' },
        { zh: '待遇编制', en: 'Pay and posts', also: ['待遇', '编制'] },
        { zh: '基建财务', en: 'Building and money' },
        { zh: '其他', en: 'Other' },
      ],
      { zh: '事项类别', en: 'About', required: true, synonyms: ['信访类别', '类别'], width: 100 },
    ),
    text: long({
      zh: '内容',
      en: 'What it says',
      required: true,
      privacy: 'S',
      holds: 'narrative',
      synonyms: ['反映情况', '信访内容', '反映问题', '主要诉求'],
    }),
    received_by: reference(to.people, {
      zh: '接访人',
      en: 'Received by',
      required: true,
      privacy: 'P',
      synonyms: ['接待人', '接待人员'],
    }),
    owner: reference(to.people, {
      zh: '承办人',
      en: 'Handled by',
      required: true,
      privacy: 'P',
      synonyms: ['承办部门/人', '办理人'],
    }),
    dept: reference(to.departments, {
      zh: '承办部门',
      en: 'Department',
      synonyms: ['办理部门'],
      width: 100,
    }),
    notice_due: computed(
      date({ zh: '告知受理期限', en: 'Notice due', synonyms: ['受理告知期限'], width: 110 }),
    ),
    noticed: date({
      zh: '告知时间',
      en: 'Notice given on',
      synonyms: ['受理告知日期', '受理日期'],
      hint: { zh: '告知信访人是否受理的日期。', en: 'When the petitioner was told it is accepted, or not.' },
    }),
    extended: yesno({
      zh: '延期',
      en: 'Extended',
      initial: false,
      synonyms: ['是否延期'],
      hint: { zh: '情况复杂、经负责人批准的，办结期限顺延。', en: 'Complex cases, when the leader agrees.' },
      width: 70,
    }),
    due: computed(date({ zh: '办结期限', en: 'Answer due', synonyms: ['办理期限'], width: 110 })),
    reply: long({ zh: '处理意见与答复', en: 'Answer', synonyms: ['处理意见', '答复意见', '处理结果'] }),
    closed: date({ zh: '办结时间', en: 'Closed on', synonyms: ['办结日期', '答复日期'] }),
    satisfied: choice(
      [
        { zh: '满意', en: 'Satisfied' },
        { zh: '基本满意', en: 'Mostly' },
        { zh: '不满意', en: 'Not satisfied' },
        { zh: '未评价', en: 'Not said' },
      ],
      { zh: '满意度', en: 'Satisfied', synonyms: ['满意情况', '评价'], width: 90 },
    ),
    incident: reference(to.incidents, {
      zh: '关联事故',
      en: 'Incident',
      synonyms: ['涉及事故'],
      width: 140,
    }),
  }) as const

/** As far as the checks read a row: plainly said, so that they fit the table of either. */
interface PetitionFacts {
  readonly at: string | null
  readonly noticed: string | null
  readonly satisfied: string | null
  readonly closed: string | null
}

export const petitionChecks = [
  {
    column: 'at',
    problem: (row: PetitionFacts, now: string) => (row.at && row.at > now ? 'time.future' : null),
  },
  {
    column: 'noticed',
    problem: (row: PetitionFacts) =>
      row.noticed && row.at && row.noticed < row.at.slice(0, 10) ? 'dates.to-before-from' : null,
  },
  {
    column: 'closed',
    problem: (row: PetitionFacts) =>
      row.closed && row.at && row.closed < row.at.slice(0, 10) ? 'dates.to-before-from' : null,
  },
] as const

export const petitionRequired = {
  noticed: (row: PetitionFacts) => row.closed !== null,
  reply: (row: PetitionFacts) => row.closed !== null,
  closed: (row: PetitionFacts) => row.satisfied !== null && row.satisfied !== '未评价',
}

export const petitions = defineTable({
  name: 'petitions',
  zh: '信访来访登记',
  en: 'Petitions and visits',
  group: 'ledger',
  tier: 'more',
  key: ['no'],
  shownBy: ['no'],
  columns: petitionColumns({ people: 'staff', departments: 'departments', incidents: 'incidents' }),
  checks: petitionChecks,
  requiredWhen: petitionRequired,
})
