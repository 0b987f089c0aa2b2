import { addDays } from '../../shared/local-date.ts'
import { MEETING, rowsOf, type SampleRow } from '../sample-school-people.ts'
import { type SampleDays } from './days.ts'
import { SPRING, TERM } from './people.ts'

/** What came in from outside and from within, and what was decided about it. Who complained has no name here. */

function opinions({ ago }: SampleDays): SampleRow[] {
  const [first, second, third] = [ago(46), ago(20), ago(5)]
  return rowsOf(
    [
      'found_at',
      'source',
      'evidence',
      'text',
      'cat',
      'level',
      'dept',
      'verify',
      'fed_at',
      'action',
      'plan',
      'closed',
      'impact',
    ],
    [
      [
        `${first} 20:15`,
        '家长群',
        '截图1.png',
        '家长群里说校门口放学太堵。',
        '安全事故',
        '一般',
        '安保部',
        '属实',
        `${first} 21:00`,
        '说明护学岗安排，第二天起错时十分钟放学。',
        null,
        addDays(first, 4),
        '无',
      ],
      [
        `${second} 19:30`,
        '抖音',
        '截图2.png',
        '短视频称食堂菜里有异物。',
        '食品',
        '敏感',
        '总务处',
        '不属实',
        `${second} 20:10`,
        '调取留样和监控，向家长公布核查结果，发布者已删除。',
        '网络舆情应急预案',
        addDays(second, 3),
        '无',
      ],
      [
        `${third} 12:05`,
        '12345',
        '转办单.pdf',
        '反映操场晚间对外开放噪声大。',
        '其他',
        '一般',
        '办公室',
        '部分属实',
        `${third} 15:00`,
        '已约社区商量开放时段。',
        null,
        null,
        null,
      ],
    ],
  )
}

function petitions({ ago }: SampleDays): SampleRow[] {
  let count = 0
  const row = (back: number, rest: SampleRow): SampleRow => ({
    no: `XF-${ago(back).replaceAll('-', '')}-0${++count}`,
    at: `${ago(back)} 10:20`,
    people: 1,
    ...rest,
  })
  return [
    row(75, {
      channel: '来访',
      petitioner: '一名学生家长',
      cat: '校园安全',
      text: '反映孩子课间被推倒，要求加强看护。',
      received_by: '余晓岚',
      owner: '余晓岚',
      dept: '政教处',
      noticed: addDays(ago(75), 3),
      reply: '已调整课间值守并当面答复。',
      closed: addDays(ago(75), 12),
      satisfied: '满意',
    }),
    row(38, {
      channel: '来电',
      petitioner: '一名学生家长',
      cat: '食堂伙食',
      text: '反映午餐偏凉。',
      received_by: '贺长庚',
      owner: '贺长庚',
      dept: '总务处',
      noticed: addDays(ago(38), 2),
      reply: '增加保温餐台，邀请家长陪餐。',
      closed: addDays(ago(38), 9),
      satisfied: '基本满意',
    }),
    row(10, {
      channel: '上级转办',
      petitioner: '匿名',
      people: 6,
      cat: '家校矛盾',
      text: '几名家长对调换座位的办法有意见。',
      received_by: '梁静仪',
      owner: '余晓岚',
      dept: '政教处',
      noticed: addDays(ago(10), 1),
    }),
  ]
}

const disputes = ({ ago }: SampleDays): SampleRow[] =>
  rowsOf(
    ['date', 'kind', 'subject', 'text', 'owner', 'action', 'state', 'acl'],
    [
      [
        ago(60),
        '家校纠纷',
        'XS23061',
        '家长对事故医药费有异议。',
        '余晓岚',
        '两次约谈，按保险流程理赔。',
        '已化解',
        '分管',
      ],
      [
        ago(33),
        '特异体质告知',
        'XS24117',
        '对花生过敏，家长书面告知。',
        '尹秀梅',
        '食堂备案，班级张贴提示，任课教师知晓。',
        '持续关注',
        '班主任',
      ],
      [
        ago(21),
        '心理关注',
        'XS21033',
        '父母外出后情绪低落，不愿与人说话。',
        '阎立春',
        '每周谈话一次，同桌结对，与家人视频。',
        '持续关注',
        '班主任',
      ],
      [
        ago(12),
        '教职工矛盾',
        'QH027 与 QH028',
        '调课安排引起争执。',
        '宋文渊',
        '当面沟通，重排课表。',
        '化解中',
        '校长',
      ],
    ],
  )

const feedback = ({ ago }: SampleDays): SampleRow[] =>
  rowsOf(
    ['date', 'by', 'text', 'adopt', 'result'],
    [
      [ago(70), '潘玉洁', '责任状里补上课后服务时段由谁负责。', '采纳', '一岗双责实施方案'],
      [ago(41), '任广田', '器材检查表增加挂网一项。', '采纳', '隐患排查和销号制度'],
      [ago(9), '白雅琴', '课间值守建议按楼层轮换。', '待议', null],
    ],
  )

const directives = ({ ago, today }: SampleDays): SampleRow[] =>
  rowsOf(
    ['date', 'title', 'doc_no', 'from', 'asks', 'due', 'owner', 'done', 'done_on'],
    [
      [
        '2026-03-09',
        '关于做好春季学校安全工作的通知',
        '丰教安〔2026〕6 号',
        '县教育局',
        '开学检查，报自查表。',
        '2026-03-20',
        '韦立峰',
        '自查表已报。',
        '2026-03-18',
      ],
      [
        '2026-05-11',
        '关于开展防溺水专项行动的通知',
        '丰教安〔2026〕15 号',
        '县教育局',
        '告知书到户，回执率百分之百。',
        '2026-05-25',
        '余晓岚',
        '回执收齐，汇总已报。',
        '2026-05-22',
      ],
      [
        '2026-09-03',
        '关于规范校园来访登记的通知',
        '丰公治〔2026〕22 号',
        '县公安局',
        '登记核验，一键报警测试。',
        '2026-09-18',
        '韦立峰',
        '已测试，联动正常。',
        '2026-09-16',
      ],
      [
        ago(25),
        '关于报送学生意外伤害保险情况的通知',
        '丰教安〔2026〕37 号',
        '县教育局',
        '报送参保和理赔汇总。',
        ago(11),
        '施婉清',
        '汇总已报。',
        ago(12),
      ],
      [
        ago(6),
        '关于开展冬季取暖和用电安全自查的通知',
        '丰教安〔2026〕41 号',
        '县教育局',
        '自查并上报，附照片。',
        addDays(today, 5),
        '贺长庚',
        null,
        null,
      ],
    ],
  )

/** What has been written by now. */
const programmes = ({ today }: SampleDays): SampleRow[] =>
  rowsOf(
    ['kind', 'period', 'body', 'by', 'date'],
    [
      [
        '年度计划',
        '2026年度',
        '一、目标：无责任事故，隐患按期销号。二、措施：每周检查、每月演练、层层签订责任状。三、经费单列。',
        '程远山',
        '2026-03-03',
      ],
      ['学期计划', SPRING, '一、春季防溺水、防汛。二、课间值守。三、食堂管理。', '程远山', '2026-03-06'],
      [
        '学期总结',
        SPRING,
        '一、完成检查和演练。二、事故集中在课间和体育课。三、下学期加强楼梯和器材管理。',
        '程远山',
        '2026-07-02',
      ],
      ['学期计划', TERM, '一、新生养成教育。二、门前道路护学。三、冬季用电和取暖。', '程远山', '2026-09-04'],
      [
        '专项方案',
        '2026年冬季用电专项',
        '检查取暖设备和线路，禁用大功率电器，总务处逐室签字。',
        '高志勤',
        '2026-11-10',
      ],
      [
        '年度总结',
        '2026年度',
        '一、检查、演练、培训按计划完成。二、责任事故的教训。三、明年重点：课间、门前道路、用电。',
        '程远山',
        '2026-12-30',
      ],
      [
        '学期总结',
        TERM,
        '一、逐周检查，隐患按期销号。二、护学岗成为常态。三、下学期补齐体育器材。',
        '程远山',
        '2027-01-21',
      ],
    ],
  ).filter(({ date }) => String(date) < today)

const archives: SampleRow[] = rowsOf(
  ['no', 'year', 'kind', 'title', 'date', 'owner', 'keep', 'where'],
  [
    [
      'DA-2025-01',
      '2025',
      '检查与隐患',
      '2025年检查记录和隐患台账',
      '2026-01-16',
      '施婉清',
      '10年',
      '档案室一柜',
    ],
    ['DA-2025-02', '2025', '月报通报', '2025年隐患月报', '2026-01-16', '施婉清', '10年', '档案室一柜'],
    ['DA-2025-03', '2025', '事故', '2025年事故处理材料', '2026-01-16', '施婉清', '永久', '档案室一柜'],
    ['DA-2026-01', '2026', '组织管理', '领导小组文件和分工', '2026-09-10', '施婉清', '30年', '档案室二柜'],
    ['DA-2026-02', '2026', '责任状', '2026-2027学年责任状', '2026-09-10', '施婉清', '10年', '档案室二柜'],
    ['DA-2026-03', '2026', '安全制度', '预案和制度汇编', '2026-09-10', '施婉清', '30年', '档案室二柜'],
    ['DA-2026-04', '2026', '上级来文', '2026年收文', '2026-09-10', '施婉清', '10年', '档案室二柜'],
    ['DA-2026-05', '2026', '应急预案演练', '演练方案和照片', '2026-09-28', '施婉清', '10年', '档案室二柜'],
    ['DA-2026-06', '2026', '专项整治', '防溺水专项行动', '2026-07-01', '施婉清', '10年', null],
  ],
)

const todos = ({ today, ago }: SampleDays): SampleRow[] =>
  rowsOf(
    ['due', 'what', 'who', 'done_on'],
    [
      [ago(8), '联系镇卫生院安排急救培训', '尹秀梅', ago(9)],
      [addDays(today, 1), '把应急联系卡贴到每间教室', '余晓岚', null],
      [addDays(today, 18), '寒假值班表初稿', '梁静仪', null],
    ],
  )

/** What followed from incidents that meetings had decided on. */
const aftercare: SampleRow[] = rowsOf(
  ['incident', 'kind', 'target', 'text', 'basis', 'date', 'ref', 'done'],
  [
    [
      'SG-20261015-01',
      '行政会追责',
      '金月华',
      '本学期安全考核归零，取消当年评优。',
      '方案四',
      '2026-10-30',
      MEETING.october,
      true,
    ],
    ['SG-20261015-01', '保险', null, '校方责任险报案，材料已齐。', '保险合同', '2026-10-20', null, true],
    ['SG-20261015-01', '心理辅导', null, '对在场学生做了两次团体辅导。', null, '2026-10-22', null, true],
  ],
)

const rewards: SampleRow[] = rowsOf(
  ['date', 'who', 'kind', 'reason', 'meeting', 'amount'],
  [
    ['2026-07-02', '任广田', '表彰', '全学期器材检查无遗漏，及时发现单杠松动。', MEETING.july, null],
    ['2026-07-02', '尹秀梅', '奖励', '两次送医处置得当。', MEETING.july, 200],
    ['2026-09-24', '熊大伟', '谈话', '值周脱岗，书面检查。', MEETING.september, null],
    ['2026-10-30', '金月华', '通报批评', '课间安全教育没有落实。', MEETING.october, null],
  ],
)

export const ledgerRows = (days: SampleDays) => [
  { table: 'opinions', rows: opinions(days) },
  { table: 'petitions', rows: petitions(days) },
  { table: 'disputes', rows: disputes(days) },
  { table: 'feedback', rows: feedback(days) },
  { table: 'directives', rows: directives(days) },
  { table: 'programmes', rows: programmes(days) },
  { table: 'archives', rows: archives },
  { table: 'todos', rows: todos(days) },
  { table: 'aftercare', rows: aftercare },
  { table: 'rewards', rows: rewards },
]
