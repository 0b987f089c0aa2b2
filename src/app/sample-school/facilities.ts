import { addDays } from '../../shared/local-date.ts'
import { rowsOf, type SampleRow } from '../sample-school-people.ts'
import { turn, type SampleDays } from './days.ts'
import type { SampleHazard } from './hazards.ts'
import { LEADERS } from './people.ts'

/** Buildings, equipment, medicines, the canteen, and what safety has cost. */

const CANTEEN_DAYS = 20

const buildings = ({ today }: SampleDays): SampleRow[] =>
  rowsOf(
    ['name', 'built', 'structure', 'grade', 'annual', 'annual_result', 'fire', 'owner', 'rules', 'note'],
    [
      ['南教学楼', 2009, '框架', 'B', addDays(today, -130), '可以使用', '已验收', '贺长庚', true, null],
      ['北教学楼', 2016, '框架', 'A', addDays(today, -130), '可以使用', '已验收', '贺长庚', true, null],
      ['综合楼', 2018, '框架', 'A', addDays(today, -130), '可以使用', '已验收', '贺长庚', true, null],
      [
        '科学实验室',
        2018,
        '框架',
        'A',
        addDays(today, -95),
        '通风和洗眼器正常',
        '已验收',
        '钟毓秀',
        true,
        '危化品双人双锁',
      ],
      ['计算机教室', 2018, '框架', 'A', addDays(today, -95), '线路正常', '已验收', '谭志高', true, null],
      ['美术教室', 2018, '框架', 'A', addDays(today, -95), '可以使用', '已验收', '秦晓燕', true, null],
      ['体育器材室', 2009, '砖混', 'B', addDays(today, -130), '可以使用', '备案', '任广田', true, null],
      ['食堂', 2012, '框架', 'B', addDays(today, -200), '可以使用', '已验收', '罗来顺', true, null],
    ],
  )

function equipment({ today }: SampleDays): SampleRow[] {
  const row = (
    name: string,
    kind: string,
    code: string,
    area: string,
    qty: number,
    checked: number,
    expires: number,
    keeper: string,
    damaged = false,
  ): SampleRow => ({
    name,
    kind,
    code,
    area,
    qty,
    checked: addDays(today, -checked),
    expires: addDays(today, expires),
    keeper,
    damaged,
  })
  return [
    row('干粉灭火器', '灭火器', 'XF-N01', '南楼走廊', 8, 200, 165, '韦立峰'),
    row('干粉灭火器', '灭火器', 'XF-B01', '北楼走廊', 8, 200, 165, '韦立峰'),
    row('干粉灭火器', '灭火器', 'XF-S01', '食堂', 4, 350, 14, '罗来顺'),
    row('室内消火栓', '消火栓', 'XF-X01', '南楼走廊', 4, 120, 245, '韦立峰'),
    row('应急灯', '应急灯', 'YJ-B01', '北楼西楼梯', 6, 90, 275, '常水生'),
    row('疏散标志', '疏散标志', 'YJ-N02', '南楼东楼梯', 10, 90, 275, '常水生'),
    row('监控主机', '监控', 'JK-01', '学校大门', 1, 300, 430, '郝铁成'),
    row('一键报警', '一键报警', 'BJ-01', '学校大门', 1, 70, 295, '郝铁成'),
    row('防暴器械', '防护器材', 'FH-01', '学校大门', 6, 70, 295, '郝铁成'),
    row('防冲撞柱', '防撞设施', 'FC-01', '学校大门', 5, 180, 550, '郝铁成'),
    row('直饮水机', '饮水', 'YS-01', '南楼走廊', 2, 60, 120, '常水生'),
    row('单双杠', '体育器械', 'TY-01', '器械区', 3, 75, 105, '任广田'),
    row('跳马', '体育器械', 'TY-02', '体育器材室', 1, 75, 105, '任广田', true),
    row('蒸饭柜', '电器', 'DQ-01', '食堂', 2, 110, 255, '罗来顺'),
  ]
}

const KEEPERS = ['钟毓秀', '宋文渊']

function chemicals({ ago, today }: SampleDays): SampleRow[] {
  const good = addDays(today, 400)
  return rowsOf(
    ['date', 'name', 'kind', 'act', 'qty', 'unit', 'batch', 'expires', 'taker', 'keepers', 'use'],
    [
      [ago(80), '酒精', '易燃易爆', '入库', 20, '瓶', 'B2607', good, null, KEEPERS, null],
      [ago(52), '酒精', '易燃易爆', '领用', 4, '瓶', 'B2607', good, '钟毓秀', KEEPERS, '五年级科学课'],
      [ago(51), '酒精', '易燃易爆', '归还', 1, '瓶', 'B2607', good, '钟毓秀', KEEPERS, null],
      [ago(80), '稀盐酸', '腐蚀', '入库', 6, '瓶', 'Y118', good, null, KEEPERS, null],
      [ago(24), '稀盐酸', '腐蚀', '领用', 1, '瓶', 'Y118', good, '钟毓秀', KEEPERS, '六年级科学课'],
      [ago(80), '碘伏', '医务药品', '入库', 30, '瓶', 'D55', addDays(today, 25), null, ['尹秀梅'], null],
      [
        ago(16),
        '碘伏',
        '医务药品',
        '领用',
        2,
        '瓶',
        'D55',
        addDays(today, 25),
        '尹秀梅',
        ['尹秀梅'],
        '医务室处置',
      ],
      [ago(62), '84消毒液', '消毒杀虫', '入库', 40, '桶', 'X09', good, null, ['尹秀梅', '贺长庚'], null],
      [
        ago(7),
        '84消毒液',
        '消毒杀虫',
        '领用',
        6,
        '桶',
        'X09',
        good,
        '邹桂英',
        ['尹秀梅', '贺长庚'],
        '教室和厕所消毒',
      ],
    ],
  )
}

const canteenLog = ({ autumn }: SampleDays): SampleRow[] =>
  autumn.slice(-CANTEEN_DAYS).map((date, at) => ({
    date,
    meal: '中',
    staff_ok: '合格',
    purchase: at === 6 ? '不合格' : '合格',
    sample: '合格',
    disinfect: '合格',
    leader: turn(LEADERS, at),
    ...(at === 6 ? { issue: '一筐青菜发黄，当场退货换货。' } : {}),
  }))

/** What each hazard that cost something has cost, and what was spent beside. */
function funds(hazards: readonly SampleHazard[]): SampleRow[] {
  const repairs = hazards
    .filter(({ cells }) => Number(cells['fund'] ?? 0) >= 250 && cells['done_on'] !== undefined)
    .map(({ cells }): SampleRow => ({
      date: cells['done_on']!,
      use: '整改',
      amount: cells['fund']!,
      source: '公用经费',
      hazard: cells['no']!,
      file: '发票.jpg',
    }))
  return [
    ...rowsOf(
      ['date', 'use', 'amount', 'source'],
      [
        ['2026-03-10', '保险', 3600, '公用经费'],
        ['2026-04-16', '设施', 2480, '专项经费'],
        ['2026-05-20', '演练', 360, '公用经费'],
        ['2026-09-10', '培训', 800, '公用经费'],
        ['2026-09-15', '安保', 5400, '财政拨款'],
        ['2026-10-20', '设施', 1260, '专项经费'],
      ],
    ),
    ...repairs,
  ]
}

export const facilityRows = (days: SampleDays, hazards: readonly SampleHazard[]) => [
  { table: 'buildings', rows: buildings(days) },
  { table: 'equipment', rows: equipment(days) },
  { table: 'chemicals', rows: chemicals(days) },
  { table: 'canteenLog', rows: canteenLog(days) },
  { table: 'funds', rows: funds(hazards) },
]
