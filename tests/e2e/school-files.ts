import { writeWorkbook, type ExportSheet } from '../../src/exchange/xlsx-write.ts'

export interface TestFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The rows of a sheet, headings first; in the file they stand under a title, so the first of them is row 3. */
export type Lines = readonly (readonly (string | number | null)[])[]

/** A workbook as a school keeps it: a title in row 1, headings in row 2. */
export async function excel(
  name: string,
  sheets: Readonly<Record<string, Lines>>,
  password?: string,
): Promise<TestFile> {
  const content = Object.entries(sheets).map(([title, [headings = [], ...rows]]): ExportSheet => ({
    name: title,
    title: `实验小学${title}`,
    columns: headings.map((heading) => ({ heading: String(heading), width: 16, align: 'start' })),
    rows,
  }))
  const { bytes } = await writeWorkbook(content, { password })
  return { name, mimeType: XLSX, buffer: Buffer.from(bytes) }
}

/** A school's own list: its columns in its own order, under its own words. */
export const staffList: Lines = [
  ['联系电话', '所在处室', '教师姓名', '职工号', '担任职务', '备注说明'],
  ['13900000001', '教导处', '周明', 'T001', '任课教师', '新调入'],
  ['13900000002', '教导处', '吴芳', 'T002', '班主任、任课教师', null],
  ['13900000003', '教导处', '郑　强', 'T003', '教导主任', null],
  ['13900000004', '总务处', '王丽', 'T004', '总务主任', null],
  ['13900000005', '办公室', '陈涛', 'T005', '分管副校长', null],
]

const terms: Lines = [
  ['学年度', '学期别', '考核起日', '考核止日', '开学日期', '放假日期'],
  ['2026-2027', '上学期', '2026年9月1日', '2027-2-28', '2026/9/1', '2027.1.22'],
]

const departments: Lines = [
  ['处室', '主任', '分管领导'],
  ['教导处', '郑强', '陈涛'],
  ['总务处', '王丽', '陈涛'],
]

export const ledgerHeadings = [
  '事发时间',
  '事故编号',
  '事故类型',
  '事故场景',
  '责任方面',
  '认定情况',
  '事故经过',
]

/** Two ordinary incidents with fault, one serious one without. */
export const ledger: Lines = [
  ledgerHeadings,
  ['2026-9-7 10:25', 'SG-01', '跌倒碰撞', '课堂', '教育教学', '已认定', '追逐时摔倒'],
  ['2026年10月12日 上午10:05', 'SG-02', '打架', '校内', '教育教学', '已认定', '课间推搡'],
  ['2026-11-03 15:40', 'SG-03', '体育运动', '课堂', '教育教学', '已认定', '跳马落地不稳'],
]

const people: Lines = [
  ['所属事故', '人员角色', '人员身份', '学号', '学生姓名', '伤情描述', '受伤程度'],
  ['SG-01', '受伤者', '学生', 'X101', '小甲', '擦伤', '轻微'],
  ['SG-02', '受伤者', '学生', 'X102', '小乙', '淤青', '轻微'],
  ['SG-03', '受伤者', '学生', 'X103', '小丙', '骨折', '中度'],
]

const findings: Lines = [
  ['责任人姓名', '所属事故', '身份', '教育是否到位', '指导是否到位', '是否应当在场', '是否在场'],
  ['周明', 'SG-01', '科任教师', '否', '是', '是', '是'],
  ['吴芳', 'SG-02', '班主任', '是', '否', '否', '不适用'],
  ['周明', 'SG-03', '科任教师', '是', '是', '是', '是'],
]

export const staffFile = () => excel('教职工一览表.xlsx', { 教职工一览表: staffList })

export const ledgerFile = () =>
  excel('事故台账.xlsx', {
    学期安排: terms,
    处室负责人: departments,
    事故登记: ledger,
    受伤学生: people,
    责任认定: findings,
  })
