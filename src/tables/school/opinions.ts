import { choice, computed, date, file, long, reference, references, time } from '../column.ts'
import { defineTable } from '../table.ts'

/** What is written down of public opinion, at a school and at its bureau; they differ in the tables it points to. */
export const opinionColumns = <D extends string, L extends string, I extends string, T extends string>(to: {
  readonly departments: D
  readonly plans: L
  readonly incidents: I
  readonly petitions: T
}) =>
  ({
    found_at: time({ zh: '发现时间', en: 'Found at', required: true, synonyms: ['舆情时间', '监测时间'] }),
    source: choice(
      [
        { zh: '微信', en: 'WeChat', also: ['微信群', '公众号'] },
        { zh: '抖音', en: 'Douyin', also: ['短视频', '快手'] },
        { zh: '微博', en: 'Weibo' },
        { zh: '论坛', en: 'Forum', also: ['贴吧'] },
        { zh: '12345', en: '12345 hotline', also: ['市长热线', '政务热线'] },
        { zh: '媒体', en: 'Press', also: ['新闻媒体'] },
        { zh: '家长群', en: "Parents' group" },
        { zh: '其他', en: 'Other' },
      ],
      { zh: '来源平台', en: 'Source', required: true, synonyms: ['来源', '平台'], width: 90 },
    ),
    evidence: file({
      zh: '链接/截图',
      en: 'Link or screenshot',
      required: true,
      synonyms: ['链接', '截图', '网址'],
    }),
    text: long({
      zh: '内容摘要',
      en: 'Summary',
      required: true,
      privacy: 'S',
      holds: 'narrative',
      synonyms: ['舆情内容', '主要内容'],
    }),
    cat: choice(
      [
        { zh: '师德', en: 'Conduct of teachers', also: ['师德师风'] },
        { zh: '安全事故', en: 'Incident' },
        { zh: '收费', en: 'Fees' },
        { zh: '食品', en: 'Food' },
        { zh: '欺凌', en: 'Bullying' },
        { zh: '招生', en: 'Admission' },
        { zh: '其他', en: 'Other' },
      ],
      { zh: '涉及类别', en: 'About', required: true, synonyms: ['舆情类别', '类别'], width: 90 },
    ),
    level: choice(
      [
        { zh: '一般', en: 'Ordinary' },
        { zh: '敏感', en: 'Sensitive', alarm: true },
        { zh: '较大以上', en: 'Large', alarm: true, also: ['较大', '重大'] },
      ],
      { zh: '敏感程度', en: 'Level', required: true, synonyms: ['舆情等级', '等级'], width: 90 },
    ),
    dept: reference(to.departments, {
      zh: '责任部门',
      en: 'Department',
      required: true,
      synonyms: ['承办部门', '处置部门'],
      width: 100,
    }),
    verify: choice(
      [
        { zh: '待核', en: 'To be verified', also: ['待核实'] },
        { zh: '属实', en: 'True' },
        { zh: '部分属实', en: 'Partly true' },
        { zh: '不属实', en: 'Untrue' },
      ],
      { zh: '核实情况', en: 'Verified', required: true, initial: '待核', synonyms: ['核实结果'], width: 90 },
    ),
    feed_by: computed(time({ zh: '反馈期限', en: 'Feedback due', synonyms: ['反馈时限'], width: 140 })),
    fed_at: time({
      zh: '首次反馈时间',
      en: 'First feedback at',
      synonyms: ['反馈时间'],
      hint: { zh: '向党政办、安稳办反馈的时间。', en: 'When the offices above were told.' },
    }),
    action: long({ zh: '应对与处置', en: 'Response', required: true, synonyms: ['处置情况', '处置措施'] }),
    plan: reference(to.plans, {
      zh: '是否启动预案',
      en: 'Plan started',
      synonyms: ['启动预案'],
      hint: {
        zh: '敏感、较大以上的，填启动的预案。',
        en: 'The plan that was started, from sensitive upwards.',
      },
      width: 160,
    }),
    links: references(to.incidents, {
      zh: '关联事故',
      en: 'Incidents',
      synonyms: ['关联事故/信访'],
      width: 130,
    }),
    petitions: references(to.petitions, { zh: '关联信访', en: 'Petitions', width: 130 }),
    closed: date({ zh: '办结时间', en: 'Closed on', synonyms: ['办结日期'] }),
    impact: choice(
      [
        { zh: '无', en: 'None' },
        { zh: '上访', en: 'Petition', alarm: true },
        { zh: '媒体报道', en: 'Press reports', alarm: true },
        { zh: '声誉影响', en: 'Harm to reputation', alarm: true },
      ],
      { zh: '后续影响', en: 'Consequences', synonyms: ['影响'], width: 90 },
    ),
  }) as const

/** As far as the checks read a row: plainly said, so that they fit the table of either. */
interface OpinionFacts {
  readonly found_at: string | null
  readonly fed_at: string | null
  readonly level: string | null
  readonly verify: string | null
  readonly closed: string | null
}

export const opinionChecks = [
  {
    column: 'found_at',
    problem: (row: OpinionFacts, now: string) => (row.found_at && row.found_at > now ? 'time.future' : null),
  },
  {
    column: 'fed_at',
    problem: (row: OpinionFacts) =>
      row.fed_at && row.found_at && row.fed_at < row.found_at ? 'dates.to-before-from' : null,
  },
  {
    column: 'closed',
    problem: (row: OpinionFacts) => {
      if (row.closed === null) return null
      if (row.found_at && row.closed < row.found_at.slice(0, 10)) return 'dates.to-before-from'
      return row.verify === '待核' ? 'opinion.closed-unverified' : null
    },
  },
] as const

export const opinionRequired = {
  fed_at: (row: OpinionFacts) => row.closed !== null && row.level !== '一般',
  plan: (row: OpinionFacts) => row.level === '敏感' || row.level === '较大以上',
}

export const opinions = defineTable({
  name: 'opinions',
  zh: '舆情台账',
  en: 'Public-opinion log',
  group: 'ledger',
  tier: 'more',
  key: ['found_at', 'source'],
  shownBy: ['found_at', 'source'],
  columns: opinionColumns({
    departments: 'departments',
    plans: 'plans',
    incidents: 'incidents',
    petitions: 'petitions',
  }),
  checks: opinionChecks,
  requiredWhen: opinionRequired,
})
