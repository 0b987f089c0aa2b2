import { addDays, weekdayOf, type LocalDate } from '../../shared/local-date.ts'
import { defaultPolicy } from '../../rules/policy.ts'
import { occasionsOf } from '../../rules/inspection-occasions.ts'
import { mondayOf } from '../../rules/weeks.ts'
import { checklistParts } from '../../tables/common/checklists.ts'
import { schoolPresets } from '../../tables/school/presets.ts'
import { rowsOf, type SampleRow } from '../sample-school-people.ts'
import { turn, type SampleDays } from './days.ts'

/** Inspections: what is looked at, when it should be, when it was, and what was found. */

const LISTS = ['每周必查', '消防', '食堂'] as const
const INSPECTORS = ['韦立峰', '贺长庚', '尹秀梅', '余晓岚'] as const
/** The week before the last three: somebody was ill, and nobody went. */
const MISSED_WEEKS_AGO = 3
/** Inspections whose items are written out. */
const WITH_ITEMS = 3

const ROUNDS = [
  ['南教学楼', '北教学楼', '大操场', '学校大门'],
  ['综合楼', '科学实验室', '体育器材室', '器械区'],
  ['食堂', '食品仓库', '配电房', '东围墙'],
] as const
const SUMMARIES = [
  '总体良好，个别教室放学后没有断电，当场整改。',
  '通道畅通，消防器材在有效期内，新增隐患已登记。',
  '食堂台账齐全，留样规范；配电房门口有堆放，已登记。',
  '未发现新的隐患，上周登记的已复查。',
] as const

interface Inspection {
  readonly no: string
  readonly date: LocalDate
  readonly cells: SampleRow
}

/** Each week on its Thursday, or on the last school day before it. */
function weekly({ autumn, spring, today }: SampleDays): LocalDate[] {
  const missed = mondayOf(addDays(today, -7 * MISSED_WEEKS_AGO))
  const byWeek = new Map<LocalDate, LocalDate>()
  for (const day of [...spring, ...autumn]) if (weekdayOf(day) <= 4) byWeek.set(mondayOf(day), day)
  return [...byWeek]
    .filter(([monday, day]) => monday !== missed && (weekdayOf(day) === 4 || addDays(monday, 4) < today))
    .map(([, day]) => day)
}

function inspections(days: SampleDays): Inspection[] {
  const one = (date: LocalDate, kind: string, lists: readonly string[], at: number): Inspection => ({
    no: `JC-${date.replaceAll('-', '')}-01`,
    date,
    cells: {
      no: `JC-${date.replaceAll('-', '')}-01`,
      date,
      kind,
      lists,
      inspectors: INSPECTORS,
      leader: kind === '节前必查' ? '高志勤' : '韦立峰',
      areas: turn(ROUNDS, at),
      summary: turn(SUMMARIES, at),
      sign: '韦立峰',
    },
  })
  const before = ['2026-04-03', '2026-04-30', '2026-06-18', '2026-09-24', '2026-09-30'].map((day, at) =>
    one(days.heldBy(day), '节前必查', ['节前必查'], at),
  )
  const opening = ['2026-02-27', '2026-08-28'].map((day, at) => one(day, '开学前', ['开学检查'], at))
  const { endDate } = days.spans[1]!
  if (days.autumn.at(-1) === endDate) opening.push(one(endDate!, '放假前', ['节前必查'], 0))
  const taken = new Set([...before, ...opening].map(({ date }) => date))
  const each = weekly(days).map((day, at) =>
    // Two on one day would want two numbers; the round before a holiday has gone through the weekly list as well.
    taken.has(day)
      ? one(addDays(day, -1), '每周必查', ['每周必查'], at)
      : one(day, '每周必查', ['每周必查'], at),
  )
  return [...opening, ...before, ...each].sort((a, b) => (a.date < b.date ? -1 : 1))
}

const checklists = () => checklistParts().filter(({ name }) => (LISTS as readonly string[]).includes(name))

function items(made: readonly Inspection[]): SampleRow[] {
  const weekly = checklists().find(({ name }) => name === '每周必查')!
  return made
    .filter(({ cells }) => cells['kind'] === '每周必查')
    .slice(-WITH_ITEMS)
    .flatMap(({ no }, round) =>
      weekly.rows.map(({ item }, at): SampleRow => {
        const fails = at === 7 && round === 1
        return {
          insp: no,
          item: `每周必查 ${String(item)}`,
          result: fails ? '不合格' : '合格',
          ...(fails ? { issue: '一处插座面板松动', fixed_now: true } : {}),
        }
      }),
    )
}

/** What the calendar of the term asks for; the week nobody went has its reason. */
function plan({ spans, calendar, today }: SampleDays): SampleRow[] {
  const holidays = schoolPresets()
    .find(({ table }) => table === 'holidays')!
    .rows.flatMap(({ cells }) =>
      cells['major'] === true ? [{ date: String(cells['date']), name: String(cells['name']) }] : [],
    )
  const missed = mondayOf(addDays(today, -7 * MISSED_WEEKS_AGO))
  return occasionsOf(spans[1]!, holidays, { calendar, terms: spans, policy: defaultPolicy }).map(
    ({ kind, day, occasion, list }) => ({
      kind,
      day,
      occasion,
      list,
      owner: kind === '每周必查' ? '韦立峰' : '高志勤',
      ...(kind === '每周必查' && mondayOf(day) === missed
        ? { reason: '带队的病假，没有另派人；下一周已补查。' }
        : {}),
    }),
  )
}

export function inspectionRows(days: SampleDays) {
  const made = inspections(days)
  return [
    { table: 'checklists', rows: checklists().flatMap(({ rows }) => rows as readonly SampleRow[]) },
    { table: 'inspections', rows: made.map(({ cells }) => cells) },
    { table: 'inspectionItems', rows: items(made) },
    { table: 'inspectionPlan', rows: plan(days) },
    { table: 'riskPoints', rows: riskPoints(days) },
  ]
}

const riskPoints = ({ ago }: SampleDays): SampleRow[] =>
  rowsOf(
    ['point', 'area', 'risk', 'type', 'level', 'method', 'control', 'owner', 'dept', 'freq', 'review'],
    (
      [
        [
          '楼梯集中上下',
          '南楼东楼梯',
          '上下学、课间操时拥挤',
          ['拥挤踩踏', '摔伤碰撞'],
          '较大(橙)',
          '错峰下楼，转角有教师值守',
          '余晓岚',
          '政教处',
          '每日',
        ],
        [
          '食堂燃气',
          '食堂',
          '泄漏、操作不当',
          ['火灾', '爆炸'],
          '重大(红)',
          '报警器联动切断，专人开关阀门并记录',
          '罗来顺',
          '总务处',
          '每日',
        ],
        [
          '实验药品',
          '科学实验室',
          '灼伤、误用',
          ['灼烫', '中毒'],
          '较大(橙)',
          '双人双锁，领用登记',
          '钟毓秀',
          '教导处',
          '每周',
        ],
        [
          '配电房',
          '配电房',
          '触电、短路起火',
          ['触电', '火灾'],
          '较大(橙)',
          '持证操作，门上锁，不堆物',
          '常水生',
          '总务处',
          '每周',
        ],
        [
          '单双杠',
          '器械区',
          '跌落',
          ['坠落', '摔伤碰撞'],
          '一般(黄)',
          '课上保护，课后不许攀爬',
          '任广田',
          '教导处',
          '每周',
        ],
        [
          '门前道路',
          '门前道路',
          '车速快、没有信号灯',
          ['交通事故'],
          '较大(橙)',
          '护学岗疏导，错时放学',
          '韦立峰',
          '安保部',
          '每日',
        ],
        [
          '老围墙',
          '东围墙',
          '暴雨时倒塌',
          ['坍塌', '自然灾害'],
          '一般(黄)',
          '汛期每天看，设围挡',
          '贺长庚',
          '总务处',
          '每月',
        ],
        [
          '食品存放',
          '食品仓库',
          '变质、交叉污染',
          ['中毒'],
          '一般(黄)',
          '先进先出，进货查验',
          '罗来顺',
          '总务处',
          '每日',
        ],
        [
          '校门出入',
          '学校大门',
          '外来人员侵害',
          ['暴力侵害'],
          '较大(橙)',
          '登记核验，防冲撞设施，一键报警',
          '郝铁成',
          '安保部',
          '每日',
        ],
        [
          '教室吊扇',
          '南教学楼',
          '脱落',
          ['摔伤碰撞'],
          '低(蓝)',
          '开学前检查吊钩',
          '常水生',
          '总务处',
          '每学期',
        ],
      ] as const
    ).map(([point, area, risk, type, level, control, owner, dept, freq]) => [
      point,
      area,
      risk,
      type,
      level,
      '经验',
      control,
      owner,
      dept,
      freq,
      ago(30),
    ]),
  )
