import { addDays, type LocalDate } from '../../shared/local-date.ts'
import { lastOfMonth } from '../../rules/periods.ts'
import { mondayOf } from '../../rules/weeks.ts'
import { classes, rowsOf, type SampleCell, type SampleRow } from '../sample-school-people.ts'
import { turn, type SampleDays } from './days.ts'
import { EVERYBODY, LEADERS } from './people.ts'

/** Meetings at the end of the month, study, lessons, drills and activities. */

const MEETING = '安全稳定领导小组例会(月底)'
const SITUATION = [
  '楼梯口和课间是本月事故集中的地方，食堂台账齐全。',
  '课堂受伤集中在体育课；隐患整改及时。',
  '门前道路仍是主要风险；新登记的隐患以用电为多。',
] as const
const DECISIONS = [
  '楼梯口值守加一人，余晓岚负责，下周起。\n逾期隐患三天内办结，贺长庚负责。',
  '体育器材全面检查，宋文渊负责，月内。\n护学岗签到，韦立峰负责，即日起。',
  '冬季用电专项检查，贺长庚负责，两周内。',
] as const

/** On the last school day of each month; those of April and October are told with the incidents. */
function monthEnds({ spring, autumn, isLast }: SampleDays): SampleRow[] {
  return [...spring, ...autumn]
    .filter((day) => isLast(day, lastOfMonth(day)) && !['2026-04', '2026-10'].includes(day.slice(0, 7)))
    .filter((day) => day.slice(5, 7) !== '07')
    .map((day, at) => ({
      at: `${day} 15:30`,
      kind: MEETING,
      place: '会议室',
      chair: '程远山',
      scribe: '梁静仪',
      attend: ['程远山', ...LEADERS],
      attended: ['程远山', ...LEADERS],
      agenda: `${+day.slice(5, 7)}月安全形势，下月安排`,
      analysis: turn(SITUATION, at),
      decisions: turn(DECISIONS, at),
    }))
}

function training({ autumn, spring }: SampleDays): SampleRow[] {
  const on = (days: readonly LocalDate[], at: number) => days[Math.min(at, days.length - 1)]!
  return rowsOf(
    ['date', 'topic', 'laws', 'form', 'hours', 'speaker', 'who', 'score'],
    [
      [
        on(spring, 6),
        '学生伤害事故怎样认定责任',
        ['学生伤害事故处理办法'],
        '教师例会',
        1,
        '法治副校长',
        EVERYBODY,
        null,
      ],
      [
        on(spring, 40),
        '体育课的保护与帮助',
        ['其他'],
        '讲座',
        2,
        '县教研员',
        ['任广田', '夏冰', '宋文渊'],
        null,
      ],
      [
        on(autumn, 3),
        '一岗双责实施方案和报告时限',
        ['上级文件', '中小学幼儿园安全管理办法'],
        '教师例会',
        1.5,
        '分管副校长',
        EVERYBODY,
        '测试平均 92 分',
      ],
      [
        on(autumn, 26),
        '防欺凌和未成年人保护',
        ['未成年人保护法', '预防未成年人犯罪法'],
        '行政会',
        1,
        '德育主任',
        LEADERS,
        null,
      ],
      [on(autumn, 45), '冬季用电和取暖', ['上级文件'], '网络', 1, null, EVERYBODY, null],
    ],
  )
}

const WEEKLY = [
  ['交通', '走斑马线，不在车流中穿行'],
  ['防踩踏', '上下楼靠右，不推不挤'],
  ['消防', '认识安全出口，火灾弯腰撤离'],
  ['食品', '不买三无食品，饭前洗手'],
  ['防溺水', '不私自下水，不结伴下水'],
  ['用电', '不摸开关插座，湿手不碰电器'],
  ['防欺凌', '被欺负要告诉老师和家长'],
  ['网络', '不加陌生人，不透露家庭信息'],
  ['自然灾害', '雨雪天路滑慢行'],
] as const
type Topic = (typeof WEEKLY)[number][0] | '心理' | '体育' | '实验' | '假期'

/** A reminder to the whole school at the end of each week, and what the classes did beside. */
function lessons({ autumn, isLast }: SampleDays): SampleRow[] {
  const reminders = autumn
    .filter((day) => isLast(day, addDays(mondayOf(day), 6)))
    .map((date, at): SampleRow => ({
      date,
      kind: '5分钟周提醒',
      whole: true,
      topic: turn(WEEKLY, at)[0],
      content: turn(WEEKLY, at)[1],
      by: '余晓岚',
      count: 500,
    }))
  const holidays = ['2026-09-24', '2026-09-30'].map((date): SampleRow => ({
    date,
    kind: '30分钟节前',
    whole: true,
    topic: '假期',
    content: '假期交通、防溺水、用火用电，家长签收告知书',
    by: '余晓岚',
    count: 500,
    receipt: 99,
  }))
  const on = (back: number) => autumn.at(-back) ?? autumn[0]!
  const row = (back: number, kind: string, at: number, topic: Topic, content: string): SampleRow => ({
    date: on(back),
    kind,
    target: [String(classes[at]!['class_name'])],
    topic,
    content,
    by: String(classes[at]!['homeroom']),
    count: Number(classes[at]!['students']),
  })
  return [
    ...reminders,
    ...holidays,
    row(30, '主题班会', 9, '防踩踏', '课间不追逐：从一次走廊受伤说起'),
    row(24, '安全课', 4, '实验', '观察火焰时怎样站'),
    row(19, '心理健康', 10, '心理', '同学之间的玩笑和边界'),
    row(14, '法制教育', 11, '防欺凌', '什么是欺凌，看见了怎么办'),
    row(10, '主题班会', 2, '交通', '坐电动车要戴头盔'),
    row(7, '安全课', 6, '体育', '热身和保护'),
    row(3, '主题班会', 0, '食品', '校门口的零食能不能买'),
  ]
}

const DRILLS: readonly (readonly [
  month: string,
  kind: string,
  plan: string,
  seconds: number,
  log: string,
  problems: string,
])[] = [
  [
    '2026-03',
    '火灾',
    '火灾应急预案',
    172,
    '第二节课后拉响警报，各班沿两条路线到操场。',
    '三楼一个班走错楼梯',
  ],
  ['2026-04', '地震', '地震应急预案', 158, '先避险一分钟再疏散。', '低年级避险动作不到位'],
  ['2026-05', '防踩踏', '防踩踏应急预案', 185, '模拟楼梯有人摔倒，前停后止。', '转角处传话慢'],
  ['2026-06', '防汛', '防汛应急预案', 190, '暴雨预警后转移一楼班级。', '沙袋取用慢'],
  ['2026-09', '火灾', '火灾应急预案', 149, '新生第一次参加，高年级带队。', '一年级清点慢'],
  ['2026-10', '防暴恐', '防暴恐应急预案', 120, '保安持械处置，班级关门避险。', '北楼一间教室门锁不住'],
  ['2026-11', '地震', '地震应急预案', 141, '课间发生，就近避险后疏散。', '操场集合点要重画线'],
  ['2026-12', '火灾', '火灾应急预案', 138, '午休时段，从食堂疏散。', '食堂后门推开费力'],
]

function drills({ spring, autumn }: SampleDays): SampleRow[] {
  return DRILLS.flatMap(([month, kind, plan, seconds, log, problems]) => {
    const day = [...spring, ...autumn].find((day) => day >= `${month}-17` && day.startsWith(month))
    if (day === undefined) return []
    return [
      {
        at: `${day} 10:10`,
        plan,
        kind,
        form: '实战',
        cmd: '高志勤',
        dept: '安保部',
        scope: '全体师生',
        count: 538,
        seconds,
        ready: '充分',
        log,
        fit: '适宜',
        suff: '满足',
        problems,
        measures: '已在班主任会上说明，下次演练复查。',
      },
    ]
  })
}

/** One is over, one has been approved, one waits for approval. */
function activities({ autumn, today, calendar }: SampleDays, lesson: string): SampleRow[] {
  const ahead = (days: number) => {
    let day = addDays(today, days)
    while (!calendar.isWorkday(day)) day = addDays(day, 1)
    return day
  }
  const rows: readonly (readonly SampleCell[])[] = [
    [
      '秋季运动会',
      '运动会',
      '任广田',
      '教导处',
      `${autumn[30] ?? autumn[0]!} 08:00`,
      '大操场',
      false,
      36,
      500,
      '同意',
      '没有受伤，医务点处理擦伤两人。',
      null,
    ],
    [
      '六年级参观消防站',
      '社会实践',
      '石建业',
      '政教处',
      `${autumn[38] ?? autumn[0]!} 08:30`,
      '镇消防站',
      true,
      5,
      75,
      '已备案',
      '往返步行，两名教师殿后，安全返回。',
      '步行，县道一段由派出所护送',
    ],
    [
      '冬季跳绳比赛',
      '竞赛',
      '夏冰',
      '教导处',
      `${ahead(12)} 15:00`,
      '大操场',
      false,
      14,
      240,
      '同意',
      null,
      null,
    ],
    [
      '元旦迎新演出',
      '演出',
      '苏雨晴',
      '少先队',
      `${ahead(24)} 09:00`,
      '大操场',
      false,
      30,
      500,
      '待批',
      null,
      null,
    ],
  ]
  return rows.map(
    ([
      title,
      kind,
      host,
      host_dept,
      when_where,
      place,
      off_campus,
      count,
      pupils,
      approval,
      after,
      transport,
    ]) => ({
      title: title!,
      kind: kind!,
      host: host!,
      host_dept: host_dept!,
      when_where: when_where!,
      place: place!,
      off_campus: off_campus!,
      count: count!,
      pupils: pupils!,
      plan: '安全预案.docx',
      risk: '拥挤、跌倒、走散；分班划区，点名两次。',
      educated: lesson,
      approval: approval!,
      guards: ['尹秀梅', '韦立峰'],
      ...(after === null ? {} : { after: after! }),
      ...(transport === null ? {} : { transport: transport! }),
    }),
  )
}

export function educationRows(days: SampleDays) {
  const taught = lessons(days)
  const [first] = taught as [SampleRow]
  const named = `${String(first['date'])} ${String(first['kind'])} ${String(first['topic'])}`
  return [
    { table: 'meetings', rows: monthEnds(days) },
    { table: 'training', rows: training(days) },
    { table: 'safetyLessons', rows: taught },
    { table: 'drills', rows: drills(days) },
    { table: 'activities', rows: activities(days, named) },
  ]
}
