import { describe, expect, it } from 'vitest'
import { planImport, rowName, withoutRows } from '../../src/exchange/import-plan.ts'
import { placeOf, type SheetData, type SheetValue } from '../../src/exchange/sheet-data.ts'
import { workbook } from './plain-workbook.ts'

const sheet = (name: string, rows: SheetValue[][], hidden = false): SheetData => ({
  name,
  hidden,
  rows,
  warnings: [],
})

const school = workbook({
  departments: { '#jd': { dept: '教导处' }, '#zw': { dept: '总务处' } },
  staff: {
    '#zhang': { staff_no: '001', name: '张三', dept: '#jd', phone: '13900000001' },
    '#li': { staff_no: '002', name: '李四', dept: '#zw' },
    '#wang1': { staff_no: '003', name: '王伟' },
    '#wang2': { staff_no: '004', name: '王伟' },
  },
})

const codes = (list: readonly { code: string }[]) => list.map((problem) => problem.code).sort()

describe('finding the table', () => {
  it('under title rows, by heading, synonym, width and parentheses', () => {
    const plan = planImport(
      [
        sheet('Sheet1', [
          ['阳光小学教职工一览表', null, null, null],
          ['填报单位：办公室', null, null, null],
          ['职工号', ' 姓　名 ', '所属处室', '爱好'],
          ['009', '赵六', '教导处', '下棋'],
        ]),
      ],
      school,
    )
    expect(plan.sheets[0]).toMatchObject({
      table: 'staff',
      headerRow: 3,
      columns: ['staff_no', 'name', 'dept', null],
      added: [{ row: 4, cells: { staff_no: '009', name: '赵六', dept: '#jd' } }],
    })
    expect(plan.warnings).toContainEqual({
      code: 'import.columns-left-out',
      params: { sheet: 'Sheet1', headings: '爱好' },
    })
  })

  it('two of one sheet, each as a sheet of its own, in one import', () => {
    const both = sheet('Sheet1', [
      ['部门名称', '负责人'],
      ['政教处', '孙敏'],
      ['安保部', '钱进'],
      [null, null],
      [null, null],
      ['教师通讯录', null],
      ['姓名', '所在部门'],
      ['赵六', '政教处'],
      ['钱七', '安保部'],
    ])
    const alone = planImport([both], school)
    expect(alone.sheets).toHaveLength(1)
    const { header } = alone.sheets[0]!.others[0]!
    expect(codes(alone.warnings)).toContain('import.other-tables')
    const plan = planImport([both, both], school, { bySheet: [undefined, { header }] })
    expect(plan.sheets.map(({ table }) => table).sort()).toEqual(['departments', 'staff'])
    expect(plan.sheets.flatMap(({ others }) => others)).toEqual([])
    expect(codes(plan.warnings)).not.toContain('import.other-tables')
    expect(plan.counts).toMatchObject({ added: 4, rejected: 0 })
    // A department of one table is no unknown name in the other.
    expect(plan.sheets.flatMap(({ unknownNames }) => unknownNames).map(({ name }) => name)).not.toContain(
      '政教处',
    )
    const names = plan.sheets.map((each) => each.added.map(({ row }) => rowName(each, row)))
    expect(new Set(names.flat()).size).toBe(4)
  })

  it('each sheet for itself, names of one sheet known to the next', () => {
    const plan = planImport(
      [
        sheet('部门', [
          ['部门名称', '类别', '条线'],
          ['安保部', '处室', '安全保卫'],
        ]),
        sheet('教师', [
          ['姓名', '部门', '手机'],
          ['钱七', '安保部', '139'],
          ['孙八', '校医室', '138'],
        ]),
        sheet('别的', [
          ['苹果', '梨'],
          [1, 2],
        ]),
        sheet(
          '旧表',
          [
            ['姓名', '手机'],
            ['周九', '1'],
          ],
          true,
        ),
      ],
      school,
    )
    expect(plan.sheets.map((found) => found.table)).toEqual(['departments', 'staff'])
    expect(plan.sheets[1]!.unknownNames.map((unknown) => unknown.name)).toEqual(['校医室'])
    expect(plan.warnings).toContainEqual({ code: 'import.sheet-not-recognised', params: { sheet: '别的' } })
  })

  it('is told when nothing is ours, and when nothing is in it', () => {
    expect(
      planImport(
        [
          sheet('a', [
            ['x', 'y'],
            [1, 2],
          ]),
        ],
        school,
      ).problem,
    ).toEqual({ code: 'import.no-table' })
    expect(planImport([sheet('a', [['姓名', '手机']])], school).problem).toEqual({ code: 'import.no-rows' })
  })
})

describe('each row', () => {
  it('is new, changed cell by cell, or the same', () => {
    const plan = planImport(
      [
        sheet('教职工名册', [
          ['工号', '姓名', '部门', '手机'],
          ['001', '张三', '总务处', ''],
          ['００２', '李四', '总务处', null],
          ['005', '钱七', '教导处', '137'],
        ]),
      ],
      school,
    )
    expect(plan.counts).toEqual({ added: 1, changed: 1, same: 1, rejected: 0 })
    expect(plan.sheets[0]!.changed).toEqual([
      { row: 2, id: '#zhang', edits: [{ column: 'dept', from: '#jd', to: '#zw' }] },
    ])
    expect(codes(plan.warnings)).toContain('import.empty-left-alone')
    expect(plan.sheets[0]!.added).toEqual([
      { row: 4, cells: { staff_no: '005', name: '钱七', dept: '#jd', phone: '137' } },
    ])
  })

  it('is found by name where there is no number, and refused where two bear it', () => {
    const plan = planImport(
      [
        sheet('x', [
          ['姓名', '手机'],
          ['张三', '111'],
          ['王伟', '222'],
        ]),
      ],
      school,
    )
    expect(plan.sheets[0]!.changed.map((row) => row.id)).toEqual(['#zhang'])
    expect(plan.sheets[0]!.rejected).toEqual([
      { row: 3, column: '姓名', problem: { code: 'import.many-rows', params: { value: '王伟' } } },
    ])
  })

  it('with a key used twice in the file is refused, both rows named', () => {
    const plan = planImport(
      [
        sheet('x', [
          ['工号', '姓名'],
          ['A001', '甲'],
          ['B2', '乙'],
          ['Ａ００１', '丙'],
          [' a001 ', '丁'],
        ]),
      ],
      school,
    )
    expect(
      plan.sheets[0]!.rejected.map((cell) => [cell.row, cell.column, cell.problem.params!['rows']]),
    ).toEqual([
      [2, '工号', '2、4、5'],
      [4, '工号', '2、4、5'],
      [5, '工号', '2、4、5'],
    ])
    expect(plan.counts.added).toBe(1)
  })

  it('with a cell of the wrong type is refused with row, column and reason, or kept when asked', () => {
    const file = [
      sheet('事故台账', [
        ['编号', '发生时间', '场景', '财产损失(元)'],
        ['SG-1', '2026-11-02 10:20', '课堂', 0],
        ['SG-2', '上周', '课堂', 0],
        ['SG-3', '2026-11-02 10:20', '月球', 0],
        ['SG-4', '2027-01-01 08:00', '课堂', 0],
        ['SG-5', '2026-11-02 10:20', '课堂', '#N/A'],
      ]),
    ]
    const plan = planImport(file, school)
    expect(plan.sheets[0]!.rejected.map((cell) => [cell.row, cell.column])).toEqual([
      [3, '发生时间'],
      [4, '场景'],
      [5, '发生时间'],
      [6, '财产损失(元)'],
    ])
    expect(plan.sheets[0]!.rejected[2]!.problem).toEqual({ code: 'time.future' })
    expect(plan.counts).toMatchObject({ added: 1, rejected: 4 })
    const kept = planImport(file, school, { keepInvalid: true })
    expect(kept.counts).toMatchObject({ added: 5, rejected: 0 })
    expect(kept.sheets[0]!.added[1]!.cells['occurred_at']).toBe('上周')
  })

  it('with an unknown person is kept as typed and told once per name', () => {
    const plan = planImport(
      [
        sheet('事故责任认定', [
          ['事故', '责任人', '责任身份'],
          ['SG-1', '无名氏', '班主任'],
          ['SG-2', '无名氏', '班主任'],
          ['SG-3', '张 三', '班主任'],
        ]),
      ],
      school,
    )
    expect(plan.sheets[0]!.added.map((row) => row.cells['person'])).toEqual(['无名氏', '无名氏', '#zhang'])
    expect(plan.warnings.filter((note) => note.params?.['name'] === '无名氏')).toEqual([
      {
        code: 'import.unknown-name',
        params: { sheet: '事故责任认定', name: '无名氏', count: 2, row: 2, column: '责任人' },
      },
    ])
  })

  it('without anything to know it by is the same when all its cells are', () => {
    const people = workbook({
      incidentPeople: { '#a': { incident: 'SG-1', role: '受伤者', who: '学生', level: '轻微' } },
    })
    const row: SheetValue[] = ['SG-1', '受伤者', '学生', '轻微']
    const plan = planImport([sheet('x', [['事故', '角色', '身份', '程度'], row, row])], people)
    expect(plan.counts).toMatchObject({ same: 1, added: 1 })
  })
})

it('passes over blank, footer and repeated heading rows, and columns the program computes', () => {
  const plan = planImport(
    [
      sheet('事故台账', [
        ['编号', '发生时间', '场景', '六小类', '财产损失(元)'],
        ['SG-1', '2026-11-02 10:20', '课堂', '一般安全事故', 5],
        [null, null, null, null, null],
        ['编号', '发生时间', '场景', '六小类', '财产损失(元)'],
        ['SG-2', '2026-11-03 10:20', '课堂', '一般安全事故', 7],
        ['合计', null, null, null, 12],
        ['填表人：张三', null, '审核：李四', null, null],
      ]),
    ],
    school,
  )
  expect(plan.counts).toEqual({ added: 2, changed: 0, same: 0, rejected: 0 })
  expect(plan.sheets[0]!.added[0]!.cells).not.toHaveProperty('class6')
  expect(codes(plan.warnings)).toEqual(
    expect.arrayContaining(['import.footer-skipped', 'import.repeated-header', 'import.computed-column']),
  )
})

it('takes no new row into a table the program makes', () => {
  const plan = planImport(
    [
      sheet('学期考核汇总', [
        ['学期', '教职工', '状态'],
        ['2026-2027 第一学期', '张三', '确认'],
      ]),
    ],
    school,
  )
  expect(plan.problem?.code).toBe('import.all-rejected')
  expect(plan.sheets[0]!.rejected[0]!.problem.code).toBe('import.made-by-program')
})

it('lets a person give each sheet its table, or leave it out', () => {
  const people: SheetValue[][] = [
    ['姓名', '部门'],
    ['赵六', '教导处'],
  ]
  const sheets = [
    sheet('甲', people),
    sheet('乙', people),
    sheet('丙', people, true),
    sheet('丁', people, true),
  ]
  const plan = planImport(sheets, school, { bySheet: [{ table: 'staff' }, null, { table: 'staff' }] })
  expect(plan.sheets.map(({ sheet, table }) => [sheet, table])).toEqual([
    ['甲', 'staff'],
    ['丙', 'staff'],
  ])
})

it('knows a row again whose references are names kept as typed', () => {
  const here = workbook({
    staff: { '#zhang': { name: '张三', dept: '教导处' } },
    departments: { '#jd': { dept: '教导处' } },
    incidents: { '#s1': { no: 'SG-1' } },
    findings: { '#f': { incident: 'SG-1', person: '张三', capacity: '班主任', educated: '是' } },
  })
  const rows: SheetValue[][] = [
    ['事故', '责任人', '责任身份', '教育到位'],
    ['SG-1', '张三', '班主任', '否'],
  ]
  const plan = planImport([sheet('事故责任认定', rows)], here)
  expect(plan.sheets[0]!.changed).toEqual([
    { row: 2, id: '#f', edits: [{ column: 'educated', from: '是', to: '否' }] },
  ])
})

describe('what somebody decides', () => {
  const staff: SheetValue[][] = [
    ['工号', '姓名', '手机'],
    ['001', '张三', '13900000009'],
    ['A1', '甲', '13900000010'],
    ['Ａ１', '甲的另一行', '13900000011'],
  ]

  it('is which rows are touched', () => {
    const plan = (strategy: 'add-only' | 'update-only') =>
      planImport([sheet('教职工名册', staff.slice(0, 3))], school, { strategy })
    expect(plan('add-only').counts).toMatchObject({ added: 1, changed: 0 })
    expect(plan('add-only').sheets[0]!.leftOut).toMatchObject([{ row: 2, reason: 'already-here' }])
    expect(plan('update-only').counts).toMatchObject({ added: 0, changed: 1 })
    expect(plan('update-only').sheets[0]!.leftOut).toMatchObject([{ row: 3, reason: 'not-here' }])
  })

  it('is which of the rows with one key is right', () => {
    const refused = planImport([sheet('教职工名册', staff)], school)
    expect(refused.counts).toMatchObject({ added: 0, rejected: 2 })
    const [group] = refused.sheets[0]!.duplicates
    const settled = planImport([sheet('教职工名册', staff)], school, {
      bySheet: [{ duplicates: new Map([[group!.id, 4]]) }],
    })
    expect(settled.counts).toMatchObject({ added: 1, rejected: 0 })
    expect(settled.sheets[0]!.added[0]!.cells['name']).toBe('甲的另一行')
    expect(settled.sheets[0]!.leftOut).toMatchObject([{ row: 3, reason: 'duplicate' }])
  })

  it('is by what a row is known', () => {
    const rows: SheetValue[][] = [
      ['工号', '姓名', '手机'],
      ['新号', '张三', '13900000001'],
    ]
    const byNumber = planImport([sheet('教职工名册', rows)], school)
    expect(byNumber.counts).toMatchObject({ added: 1, changed: 0 })
    const byName = planImport([sheet('教职工名册', rows)], school, { bySheet: [{ key: ['name'] }] })
    expect(byName.sheets[0]!.changed[0]!.edits).toEqual([{ column: 'staff_no', from: '001', to: '新号' }])
  })

  it('is what a column is, the others finding their places around it', () => {
    const rows: SheetValue[][] = [
      ['姓名', '联系方式', '说明'],
      ['钱七', '139', '美术'],
    ]
    const plan = planImport([sheet('教职工名册', rows)], school, {
      bySheet: [{ columns: new Map([[2, 'teaching']]) }],
    })
    expect(plan.sheets[0]!.columns).toEqual(['name', 'phone', 'teaching'])
    expect(plan.sheets[0]!.mapping[2]).toMatchObject({ reason: 'chosen' })
  })

  it('is which rows are unticked', () => {
    const plan = planImport([sheet('教职工名册', staff.slice(0, 3))], school)
    const part = withoutRows(plan, new Set([rowName(plan.sheets[0]!, 3)]))
    expect(part.counts).toMatchObject({ added: 0, changed: 1 })
  })
})

it('writes down every value that is not as it was shown', () => {
  const plan = planImport(
    [
      {
        ...sheet('教职工名册', [
          ['工号', '姓名', '部门', '性别', '入职日', '纳入考核', '手机'],
          [101, '甲　乙', '教导处 ', 'M', '2020年9月1日', '√', 13900000001],
          ['A2', '丙', null, '女', '2021-09-01', '是', '139-0000-0002'],
        ]),
        shown: new Map([[placeOf(1, 0), '00101']]),
        merges: [{ top: 1, left: 2, bottom: 2, right: 2 }],
      },
    ],
    school,
  )
  expect(plan.sheets[0]!.added.map(({ cells }) => [cells['staff_no'], cells['dept']])).toEqual([
    ['00101', '#jd'],
    ['A2', '#jd'],
  ])
  expect(
    plan.sheets[0]!.ledger.map(({ row, key, shown, taken, kind }) => [row, key, shown, taken, kind]),
  ).toEqual([
    [2, 'dept', '教导处 ', '教导处', 'width'],
    [2, 'sex', 'M', '男', 'option'],
    [2, 'valid', '2020年9月1日', '2020-09-01', 'date'],
    [2, 'scored', '√', '是', 'yes-no'],
    [3, 'dept', '教导处 ', '教导处', 'merged'],
  ])
})
