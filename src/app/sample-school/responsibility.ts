import { addDays } from '../../shared/local-date.ts'
import { filledIn, pledgeTemplates } from '../../tables/school/presets/pledges.ts'
import { dutyLibraryRows } from '../../tables/school/presets/duty-library.ts'
import { departments, rowsOf, staff, type SampleRow } from '../sample-school-people.ts'
import type { SampleDays } from './days.ts'
import { LEADERS, SPRING } from './people.ts'

/** Who answers for what: groups, posts, contracted matters, pledges, and how departments judged their people. */

const YEAR = '2026-2027'
const SINCE = '2026-09-01'
const UNTIL = '2027-01-22'
const GROUP = '安全稳定领导小组'

const working = staff.filter(({ status }) => status === '在岗')
const name = (row: SampleRow) => String(row['name'])
const departmentOf = (row: SampleRow) => departments.find(({ dept }) => dept === row['dept'])!

const leadership: SampleRow[] = [
  ...['程远山', ...LEADERS].map((person, at): SampleRow => {
    const [role, responsibility, duty] =
      at === 0
        ? ['组长', '第一责任人(总责)', '定制度、保经费，重大隐患亲自督办，考核兑现奖惩。']
        : person === '高志勤' || person === '陆秋平'
          ? ['副组长', '具体责任人(分管责任)', '落实分管线的检查和考核，组织救援和调查，修订预案。']
          : person === '梁静仪'
            ? ['办公室主任', '直接责任', '会议通知和记录，报表，档案。']
            : ['成员', '分管责任', '管好本处室的教育、排查、整改和上报。']
    return {
      group: '一岗双责领导小组',
      role,
      person,
      responsibility,
      duty,
      appointed: '青小〔2026〕12 号',
      valid: SINCE,
    }
  }),
  ...rowsOf(
    ['group', 'role', 'person', 'responsibility', 'duty', 'valid'],
    [
      [GROUP, '组长', '程远山', '第一责任人(总责)', '主持月底例会，分析当月隐患。', SINCE],
      [GROUP, '副组长', '高志勤', '具体责任人(分管责任)', '布置检查，督促销号。', SINCE],
      [GROUP, '成员', '韦立峰', '直接责任', '每周带队检查。', SINCE],
      [GROUP, '成员', '贺长庚', '直接责任', '设施整改。', SINCE],
      ['部门安全小组', '组长', '宋文渊', '分管责任', '教导处安全小组：课堂、实验、体育安全。', SINCE],
      ['部门安全小组', '组长', '余晓岚', '分管责任', '政教处安全小组：班级管理、课间、放学。', SINCE],
      ['部门安全小组', '组长', '贺长庚', '分管责任', '总务处安全小组：食堂、水电、校舍。', SINCE],
      ['应急指挥组', '组长', '程远山', '第一责任人(总责)', '宣布启动和解除预案。', SINCE],
      ['现场处置组', '组长', '高志勤', '具体责任人(分管责任)', '疏散、警戒、清点人数。', SINCE],
      ['救护组', '组长', '尹秀梅', '直接责任', '急救和送医。', SINCE],
      ['通讯联络组', '组长', '梁静仪', '直接责任', '联系家长、医院和上级。', SINCE],
      ['后勤保障组', '组长', '贺长庚', '直接责任', '水电气开关，物资。', SINCE],
      ['事故调查组', '组长', '陆秋平', '分管责任', '查明原因和责任，提交会议。', SINCE],
    ],
  ),
]

const posts = new Set(working.flatMap((row) => row['posts'] as readonly string[]))
const library: SampleRow[] = dutyLibraryRows
  .filter(({ post }) => posts.has(post))
  .map((row) => ({ ...row, version: '1', effective: SINCE }))

const superiorOf = (row: SampleRow): string => {
  const { director, vp } = departmentOf(row)
  if (name(row) === '程远山') return '高志勤'
  return String(director === name(row) ? (vp === name(row) ? '程远山' : vp) : director)
}

const duties: SampleRow[] = [
  ...working.flatMap((row) =>
    (row['posts'] as readonly string[]).map((post): SampleRow => ({
      person: name(row),
      post,
      level:
        post === '校长'
          ? '第一责任'
          : post.endsWith('副校长')
            ? '综合监管'
            : post.endsWith('主任') && post !== '班主任'
              ? '分管'
              : '直接',
      reports_to: superiorOf(row),
      ack: name(row),
      ack_on: '2026-09-04',
      valid: SINCE,
    })),
  ),
]

const contracts = rowsOf(
  ['kind', 'item', 'target', 'owner', 'deputy', 'freq', 'valid', 'valid_to'],
  [
    ['项目', '用电', null, '常水生', '贺长庚', '每月', SINCE, UNTIL],
    ['项目', '消防器材', null, '韦立峰', '郝铁成', '每月', SINCE, UNTIL],
    ['项目', '食品', null, '罗来顺', '尹秀梅', '每月', SINCE, UNTIL],
    ['项目', '疾病预防', null, '尹秀梅', '余晓岚', '每月', SINCE, UNTIL],
    ['项目', '信访稳定', null, '余晓岚', '梁静仪', '每月', SINCE, UNTIL],
    ['区域部位', '教室和走廊', '南教学楼', '余晓岚', '叶春荣', '每月', SINCE, UNTIL],
    ['区域部位', '教室和走廊', '北教学楼', '韦立峰', '石建业', '每月', SINCE, UNTIL],
    ['区域部位', '实验和专用教室', '综合楼', '钟毓秀', '韦立峰', '每月', SINCE, UNTIL],
    ['区域部位', '食堂和仓库', '食堂', '罗来顺', '尹秀梅', '每月', SINCE, UNTIL],
    ['区域部位', '操场和器械', '大操场', '任广田', '贺长庚', '每月', SINCE, UNTIL],
    ['区域部位', '大门和门前道路', '学校大门', '郝铁成', '韦立峰', '每月', SINCE, UNTIL],
    ['区域部位', '配电房', '配电房', '常水生', '贺长庚', '每月', SINCE, UNTIL],
  ],
)

interface Layer {
  readonly tier: string
  readonly from: string
}

/** Who signs with whom, from the principal down. */
function layerOf(row: SampleRow): Layer | null {
  const person = name(row)
  const { director, vp, line } = departmentOf(row)
  if (person === '程远山') return null
  if (person === '高志勤' || person === '陆秋平') return { tier: '校长-副校长', from: '程远山' }
  if (person === director) return { tier: '分管副校长-主任', from: String(vp) }
  const tier = (row['posts'] as readonly string[]).includes('年级组长')
    ? '部门-级部(年级组长)'
    : line === '总务后勤'
      ? '总务主任-后勤'
      : line === '教育教学' || line === '德育'
        ? '教导主任-班主任科任'
        : '安保部-分管部门'
  return { tier, from: String(director) }
}

const pledges: SampleRow[] = working
  .flatMap((row) => {
    const layer = layerOf(row)
    if (layer === null) return []
    const giver = staff.find((one) => name(one) === layer.from)!
    const template = pledgeTemplates[layer.tier]!
    return [{ row, layer, giver, template }]
  })
  .map(({ row, layer, giver, template }, at): SampleRow => ({
    no: `ZRZ-${YEAR}-${String(at + 1).padStart(4, '0')}`,
    year: YEAR,
    tier: layer.tier,
    party_a: layer.from,
    party_b: name(row),
    report_dept: giver['dept']!,
    template: template.title,
    goals: filledIn(template.goals, {
      学年: YEAR,
      甲方: '甲方',
      乙方: '乙方',
      报告部门: String(giver['dept']),
    }),
    signed_on: name(row) === '孟庆祥' ? '2026-10-12' : '2026-09-04',
    valid_to: '2027-08-31',
  }))

/** Rules and plans for emergencies; one falls due for review soon. */
function plans({ today }: SampleDays): SampleRow[] {
  const templates = [...new Set(pledges.map(({ template }) => String(template)))].map((title) => [
    title,
    '责任状模板',
    '高志勤',
    '2026-08-28',
    null,
  ])
  return rowsOf(
    ['title', 'kind', 'owner', 'issued', 'reviewed'],
    [
      ['一岗双责实施方案', '实施方案', '高志勤', '2026-02-28', '2026-08-28'],
      ['火灾应急预案', '应急预案', '韦立峰', '2024-09-02', '2026-08-28'],
      ['地震应急预案', '应急预案', '韦立峰', '2024-09-02', '2026-08-28'],
      ['防踩踏应急预案', '应急预案', '余晓岚', '2025-03-10', '2026-08-28'],
      ['防暴恐应急预案', '应急预案', '韦立峰', '2025-03-10', '2026-08-28'],
      ['食物中毒应急预案', '应急预案', '贺长庚', '2024-09-02', addDays(today, -352)],
      ['网络舆情应急预案', '应急预案', '梁静仪', '2025-09-05', '2026-08-28'],
      ['防汛应急预案', '应急预案', '贺长庚', '2025-05-06', '2026-08-28'],
      ['门卫和来访登记制度', '管理制度', '韦立峰', '2025-02-20', '2026-08-28'],
      ['隐患排查和销号制度', '管理制度', '高志勤', '2025-02-20', '2026-08-28'],
      ['食堂食品安全制度', '管理制度', '贺长庚', '2025-02-20', '2026-08-28'],
      ['实验药品管理制度', '管理制度', '宋文渊', '2025-02-20', '2026-08-28'],
      ['配电房操作规程', '操作规程', '常水生', '2025-02-20', '2026-08-28'],
      ['责令整改通知书', '通知书模板', '韦立峰', '2025-02-20', '2026-08-28'],
      ...templates,
    ],
  )
}

/** Last term's judgement, by each department of its people; nobody had been judged twice. */
const reviews: SampleRow[] = staff
  .filter(
    (row) =>
      row['scored'] !== false && row['status'] === '在岗' && name(row) !== '孟庆祥' && layerOf(row) !== null,
  )
  .map((row, at) => {
    const [rules, records, taught, rectified, duty] = [19, 18, 19, 19, 18].map(
      (least, n) => least - ((at * (n + 3)) % 4),
    )
    const total = rules! + records! + taught! + rectified! + duty!
    return {
      term: SPRING,
      dept: row['dept']!,
      person: name(row),
      rules: rules!,
      records: records!,
      taught: taught!,
      rectified: rectified!,
      duty: duty!,
      grade: total >= 90 ? '优' : '良',
      by: layerOf(row)!.from,
    }
  })

export const responsibilityRows = (days: SampleDays) => [
  { table: 'leadership', rows: leadership },
  { table: 'dutyLibrary', rows: library },
  { table: 'duties', rows: duties },
  { table: 'plans', rows: plans(days) },
  { table: 'contracts', rows: contracts },
  { table: 'pledges', rows: pledges },
  { table: 'departmentReviews', rows: reviews },
]
