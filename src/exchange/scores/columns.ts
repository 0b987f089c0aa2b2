import type { ExportColumn } from '../xlsx-write.ts'

/** The sheets of a term's scores by what they are called in Excel, and their columns. */
export const NAMES = {
  scores: '学期考核',
  allowances: '津贴发放',
  deductions: '扣分明细',
  incidents: '事故台账',
  findings: '责任认定',
  legs: '报告时间线',
  departments: '部门',
  policy: '规则参数',
} as const

/** Whether a sheet is called as one of these, or as the file calls a second one. */
export const isScoreSheet = (name: string): boolean =>
  Object.values<string>(NAMES).includes(name.replace(/\(\d+\)$/, ''))

export interface Col extends ExportColumn {
  readonly key: string
}

const column = (key: string, heading: string, width: number, more: Partial<ExportColumn> = {}): Col => ({
  key,
  heading,
  width,
  align: 'center',
  ...more,
})
const words = (key: string, heading: string, width: number): Col =>
  column(key, heading, width, { align: 'start', format: '@', wrap: true })
const helper = (key: string, heading: string, width = 9): Col => column(key, heading, width, { helper: true })

export const SCORES = [
  column('rank', '排名', 6),
  words('name', '姓名', 11),
  words('department', '部门', 12),
  words('posts', '岗位', 16),
  column('base', '基础分', 8),
  column('direct', '直接责任扣分', 10),
  column('mgmt', '管理责任扣分', 10),
  column('other', '其他调整', 8),
  column('raw', '原始得分', 9),
  column('zeroed', '是否归零', 8),
  column('final', '最终得分', 9),
  column('veto', '一票否决', 8),
  column('grade', '考核等次', 8),
  column('expected', '预计扣分', 8),
  column('state', '状态', 8),
  words('ack', '本人确认', 12),
  helper('code', '代号', 7),
  helper('vp1', '分管一般责任起数'),
  helper('vp2', '分管较严重责任起数'),
  helper('vp3', '分管严重责任起数'),
  helper('adjustDirect', '直接扣分差额调整'),
  helper('adjustMgmt', '管理扣分差额调整'),
  helper('adjustZero', '归零调整'),
  helper('adjustFinal', '得分差额调整'),
] as const

export const ALLOWANCES = [
  words('name', '姓名', 12),
  words('department', '部门', 14),
  column('standard', '标准(元)', 10, { format: '#,##0.00', align: 'end' }),
  column('months', '在岗月数', 9),
  column('prorata', '在岗系数', 10, { format: '0.0000' }),
  column('score', '得分', 9),
  column('amount', '应发(元)', 11, { format: '#,##0.00', align: 'end' }),
  words('sign', '领取签名', 16),
  helper('code', '代号', 7),
  helper('adjust', '津贴差额调整', 10),
] as const

export const DEDUCTIONS = [
  words('name', '姓名', 12),
  words('source', '来源', 22),
  words('incident', '事故编号', 18),
  words('class6', '小类', 20),
  column('points', '扣分', 8),
  words('explanation', '计算过程', 60),
  column('state', '状态', 9),
] as const

export const INCIDENTS = [
  helper('code', '代号', 7),
  words('no', '编号', 18),
  words('occurredAt', '发生时间', 17),
  words('area', '部位', 12),
  words('scene', '场景', 13),
  words('type', '事件类型', 13),
  column('injury', '伤害程度', 9),
  column('loss', '财产损失(元)', 12, { format: '#,##0.00', align: 'end' }),
  column('severity', '等级', 9),
  words('class6', '六小类', 20),
  column('state', '认定状态', 10),
] as const

export const FINDINGS = [
  helper('incidentCode', '事故代号', 9),
  words('incidentNo', '事故编号', 18),
  words('person', '责任人', 11),
  words('department', '部门', 12),
  words('capacity', '责任身份', 13),
  column('finding', '认定结果', 10),
  words('class6', '该人适用小类', 20),
  column('points', '扣分', 8),
  helper('personCode', '人员代号', 9),
  helper('departmentCode', '部门代号', 9),
  helper('vpCode', '分管代号', 9),
  helper('severity', '等级', 9),
  helper('counts', '已认定', 9),
  helper('departmentFlag', '部门计数', 9),
  helper('vpFlag', '分管计数', 9),
] as const

export const LEGS = [
  words('incidentNo', '事故编号', 18),
  words('leg', '环节', 20),
  words('accountable', '责任人', 11),
  words('dueAt', '应报时间', 17),
  words('doneAt', '实际时间', 17),
  words('result', '结果', 16),
  column('verdict', '认定', 9),
  helper('personCode', '人员代号', 9),
] as const

export const DEPARTMENTS = [
  words('name', '部门', 16),
  words('line', '条线', 12),
  words('director', '负责主任', 12),
  words('vp', '分管副校长', 12),
  column('n1', '一般责任起数', 9),
  column('n2', '较严重责任起数', 9),
  column('n3', '严重责任起数', 9),
  column('points', '主任扣分', 9),
  helper('code', '代号', 7),
  helper('directorCode', '主任代号', 9),
  helper('vpCode', '分管代号', 9),
] as const

export const POLICY = [
  words('name', '参数', 28),
  column('g1', '一般', 12),
  column('g2', '较严重', 12),
  column('g3', '严重', 12),
  words('basis', '说明', 60),
] as const

/** The rows of the sheet 规则参数 that formulas read, in their order. */
export const RULES = [
  'diligent',
  'undiligent',
  'directorThreshold',
  'directorPoints',
  'vpThreshold',
  'vpPoints',
  'base',
  'floor',
  'ceiling',
  'standard',
  'decimals',
  'termMonths',
] as const
