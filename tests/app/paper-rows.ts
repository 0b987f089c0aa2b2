/** Rows for what is printed, beside the sample school: as somebody would type them, references by their shown names. */
export type PlainRows = readonly (readonly [
  table: string,
  rows: readonly Record<string, string | number | boolean>[],
])[]

const TERM = '2026-2027 第一学期'

const posts = [
  ['校门', '苏雨晴'],
  ['楼层', '韦立峰、梁静仪'],
  ['课间', '叶春荣'],
  ['食堂', '丁佩兰'],
  ['放学路队', '曹慧敏、田素芬'],
] as const

/** More than a page of items. */
export const LONG_LIST = Array.from({ length: 40 }, (_, at) => `灭火器材第 ${at + 1} 处`)

export const paperRows: PlainRows = [
  [
    'rota',
    [3, 4].flatMap((week) =>
      posts.map(([post, teachers]) => ({
        term: TERM,
        week,
        post,
        teachers,
        leader: week === 3 ? '陆秋平' : '高志勤',
        head: '贺长庚',
        duty_class: '五(1)班',
        weekday: post === '食堂' ? '周一、周三、周五' : '',
      })),
    ),
  ],
  [
    'swaps',
    [
      {
        date: '2026-09-14',
        from_row: `${TERM} 3 校门`,
        to_person: '邱海波',
        on: '2026-09-16',
        kind: '代班',
        reason: '公出',
        approved_by: '陆秋平',
        status: '同意',
      },
    ],
  ],
  [
    'hazards',
    [
      ['2026-09-07', '食堂', '食品饮水', '冷藏柜温度记录缺三天', '一般'],
      ['2026-09-21', '配电房', '用电', '配电箱门锁损坏，线头外露', '重大'],
      ['2026-10-12', '东围墙', '周边环境', '围墙裂缝约两米', '一般'],
      ['2026-11-02', '北楼西楼梯', '校舍建筑', '扶手松动', '一般'],
      ['2026-12-28', '科学实验室', '实验室危化', '酒精未入专柜', '一般'],
    ].map(([found_on, area, category, content, level]) => ({
      found_on: found_on!,
      source: '每周检查',
      found_by: '余晓岚',
      area: area!,
      category: category!,
      content: content!,
      level: level!,
      dept: '总务处',
      owner: '任广田',
      measure: '一周内维修更换，并复查',
    })),
  ],
  [
    'monthlyReports',
    [
      { month: '2026-09', signers: '余晓岚、程远山' },
      { month: '2026-10', signers: '余晓岚、程远山' },
      { month: '2027-02', signers: '余晓岚、程远山', zero_note: '放假期间校园封闭，未发现隐患。' },
    ],
  ],
  [
    'quarterlySummaries',
    [
      {
        quarter: '2026年第4季度',
        done: '开展每周检查和节前检查，组织消防演练一次。',
        problems: '围墙裂缝等待维修。',
        next: '寒假前完成全部整改。',
        signed: '程远山',
      },
    ],
  ],
  [
    'pledges',
    ['苏雨晴', '韦立峰', '梁静仪'].map((party_b, at) => ({
      no: `ZRZ-9${at}`,
      year: '2026-2027',
      tier: '教导主任-班主任科任',
      party_a: '贺长庚',
      party_b,
      report_dept: '教导处',
      valid_to: '2027-08-31',
    })),
  ],
  [
    'checklists',
    LONG_LIST.map((item, at) => ({
      list: '消防月查',
      seq: at + 1,
      item,
      standard: '压力表指针在绿区，箱体完好，周围一米内没有杂物，检查卡填写到本月',
      hazard_cat: '消防',
    })),
  ],
  [
    'inspections',
    ['2026-09-04', '2026-09-11', '2026-10-16'].map((date, at) => ({
      no: `JC-9${at}`,
      date,
      kind: '每周必查',
      lists: '消防月查',
      inspectors: '余晓岚、任广田',
      leader: '陆秋平',
      areas: '食堂、配电房',
      summary: '总体良好，个别灭火器压力不足。',
    })),
  ],
  [
    'inspectionItems',
    LONG_LIST.slice(0, 6).map((item, at) => ({
      insp: 'JC-90',
      item: `消防月查 ${item}`,
      area: '食堂',
      result: at === 2 ? '不合格' : '合格',
      ...(at === 2 ? { issue: '压力不足' } : {}),
    })),
  ],
  [
    'classAttendance',
    ['2026-09-08', '2026-09-09'].flatMap((date) =>
      ['一(1)班', '二(1)班', '六(2)班'].map((name, at) => ({
        date,
        class: name,
        session: '晨检',
        present: 38 - at,
        sick: at,
        leave: 0,
      })),
    ),
  ],
]
