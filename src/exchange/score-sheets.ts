import { columnName } from './sheet-data.ts'
import {
  adjustmentsOf,
  CONCEALED,
  modelFormulas,
  SEVERITIES,
  type FormulaModel,
} from './score-formula-model.ts'
import type { ScoreExportData } from './score-data.ts'
import { FIRST_DATA_ROW, quoteSheet } from './xlsx-write.ts'
import type { ExportCell, ExportColumn, ExportSheet } from './xlsx-write.ts'

/**
 * A term's scores as a workbook whose numbers can be followed by anybody: scores and allowances are formulas over the
 * sheets of findings, report legs and departments, and read every number from the sheet 规则参数. Only functions that
 * Excel 2010, WPS and LibreOffice share; every range ends where the data end. Persons, departments and incidents go
 * by a code of their own (P1, D1, S1): names may repeat, and a name with `*` would match others in a formula.
 */
const NAMES = {
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

export function scoreSheets(data: ScoreExportData): ExportSheet[] {
  const book = new ScoreBook(data)
  return [
    book.scores(),
    book.allowances(),
    book.deductions(),
    book.incidents(),
    book.findings(),
    book.legs(),
    book.departments(),
    book.policy(),
  ]
}

interface Col extends ExportColumn {
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

const SCORES = [
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

const ALLOWANCES = [
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

const DEDUCTIONS = [
  words('name', '姓名', 12),
  words('source', '来源', 22),
  words('incident', '事故编号', 18),
  words('class6', '小类', 20),
  column('points', '扣分', 8),
  words('explanation', '计算过程', 60),
  column('state', '状态', 9),
] as const

const INCIDENTS = [
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

const FINDINGS = [
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

const LEGS = [
  words('incidentNo', '事故编号', 18),
  words('leg', '环节', 20),
  words('accountable', '责任人', 11),
  words('dueAt', '应报时间', 17),
  words('doneAt', '实际时间', 17),
  words('result', '结果', 16),
  column('verdict', '认定', 9),
  helper('personCode', '人员代号', 9),
] as const

const DEPARTMENTS = [
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

const POLICY = [
  words('name', '参数', 28),
  column('g1', '一般', 12),
  column('g2', '较严重', 12),
  column('g3', '严重', 12),
  words('basis', '说明', 60),
] as const

/** The rows of the sheet 规则参数 that formulas read, in their order. */
const RULES = [
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

/** "No limit" as a number, which MIN and MAX can read. */
const UNLIMITED = 999_999

class ScoreBook {
  readonly #data: ScoreExportData
  readonly #model: FormulaModel
  readonly #personCode: ReadonlyMap<string, string>
  readonly #departmentCode: ReadonlyMap<string, string>
  readonly #incidentCode: ReadonlyMap<string, string>
  readonly #personName: ReadonlyMap<string, string>

  constructor(data: ScoreExportData) {
    this.#data = data
    this.#model = modelFormulas(data)
    const codes = (rows: readonly { readonly id: string }[], letter: string) =>
      new Map(rows.map((row, at) => [row.id, `${letter}${at + 1}`]))
    this.#personCode = codes(data.persons, 'P')
    this.#departmentCode = codes(data.departments, 'D')
    this.#incidentCode = codes(data.incidents, 'S')
    this.#personName = new Map(data.persons.map((person) => [person.id, person.name]))
  }

  #title(name: string) {
    const { school, term } = this.#data
    return `${school}${term} ${name}`.trim()
  }

  #sheet<C extends Col>(
    name: keyof typeof NAMES,
    columns: readonly C[],
    rows: readonly Record<C['key'], ExportCell>[],
    footer?: readonly (readonly ExportCell[])[],
  ): ExportSheet {
    return {
      name: NAMES[name],
      title: this.#title(NAMES[name]),
      columns,
      rows: rows.map((row) =>
        columns.map((found) => {
          const cell = row[found.key as C['key']]
          return cell === '' ? null : cell
        }),
      ),
      footer,
    }
  }

  /** The address of a policy number: by severity (0, 1, 2), or the first column for single ones. */
  #rule(name: (typeof RULES)[number], severity = 0): string {
    return `${quoteSheet(NAMES.policy)}!$${columnName(1 + severity)}$${FIRST_DATA_ROW + 1 + RULES.indexOf(name)}`
  }

  scores(): ExportSheet {
    const at = addresses(SCORES)
    const findings = ranges(NAMES.findings, FINDINGS, this.#data.findings.length)
    const legs = ranges(NAMES.legs, LEGS, this.#data.legs.length)
    const departments = ranges(NAMES.departments, DEPARTMENTS, this.#data.departments.length)
    const own = ranges(NAMES.scores, SCORES, this.#data.persons.length)
    const rows = this.#data.persons.map((person, index) => {
      const cell = at(index)
      const result = this.#model.persons.get(person.id)!
      const adjust = adjustmentsOf(person, result, this.#data)
      const code = cell('code')
      const vp = SEVERITIES.map((severity, grade): ExportCell => ({
        formula: sumIfs(findings('vpFlag'), [
          [findings('vpCode'), code],
          [findings('severity'), `"${severity}"`],
        ]),
        value: result.vpCounts[grade]!,
      }))
      const zeroes = CONCEALED.map((verdict) =>
        countIfs([
          [legs('personCode'), code],
          [legs('verdict'), `"${verdict}"`],
        ]),
      ).join('+')
      const vpPoints = [0, 1, 2].map(
        (grade) =>
          `INT(${cell(`vp${grade + 1}` as 'vp1')}/${this.#rule('vpThreshold', grade)})*${this.#rule('vpPoints', grade)}`,
      )
      return {
        rank: this.#data.excerpt
          ? person.rank
          : { formula: `RANK(${cell('final')},${own('final')},0)`, value: person.rank },
        name: person.name,
        department: person.department,
        posts: person.posts,
        base: { formula: this.#rule('base'), value: person.base },
        direct: {
          formula: `${sumIfs(findings('points'), [[findings('personCode'), code]])}+${cell('adjustDirect')}`,
          value: person.direct,
        },
        mgmt: {
          formula: [
            sumIfs(departments('points'), [[departments('directorCode'), code]]),
            ...vpPoints,
            cell('adjustMgmt'),
          ].join('+'),
          value: person.mgmt,
        },
        other: person.other,
        raw: {
          formula: `${cell('base')}-${cell('direct')}-${cell('mgmt')}+${cell('other')}`,
          value: person.raw,
        },
        zeroed: {
          formula: `IF(${cell('adjustZero')}="归零","是",IF(${cell('adjustZero')}="不归零","否",IF(${zeroes}>0,"是","否")))`,
          value: person.zeroed ? '是' : '否',
        },
        final: {
          formula: `IF(${cell('zeroed')}="是",0,MIN(${this.#rule('ceiling')},MAX(${this.#rule('floor')},${cell('raw')})))+${cell('adjustFinal')}`,
          value: person.final,
        },
        veto: person.veto ? '是' : '否',
        grade: person.grade,
        expected: person.expected,
        state: person.state,
        ack: null,
        code: this.#personCode.get(person.id)!,
        vp1: vp[0]!,
        vp2: vp[1]!,
        vp3: vp[2]!,
        adjustDirect: adjust.direct,
        adjustMgmt: adjust.mgmt,
        adjustZero: adjust.zeroed || null,
        adjustFinal: adjust.final,
      }
    })
    return this.#sheet('scores', SCORES, rows, [
      [],
      [
        `计分期间：${this.#data.from} 至 ${this.#data.to}；规则版本：${this.#data.policyVersion}；导出时间：${this.#data.madeAt}`,
      ],
      [
        this.#data.excerpt
          ? '这是一个人的成绩。“差额调整”是由别人的记录得出的部分，那些记录不在这个文件里。'
          : '“差额调整”是规则设置中公式没有写到的部分，一般为 0。',
      ],
    ])
  }

  allowances(): ExportSheet {
    const at = addresses(ALLOWANCES)
    const scores = ranges(NAMES.scores, SCORES, this.#data.persons.length)
    const own = ranges(NAMES.allowances, ALLOWANCES, this.#data.persons.length)
    const { policy } = this.#data
    const rows = this.#data.persons.map((person, index) => {
      const cell = at(index)
      const adjust = adjustmentsOf(person, this.#model.persons.get(person.id)!, this.#data)
      const byMonths =
        policy.termMonths > 0 && Math.abs(person.months / policy.termMonths - person.prorata) < 1e-9
      return {
        name: person.name,
        department: person.department,
        standard: { formula: this.#rule('standard'), value: policy.standard },
        months: person.months,
        prorata: byMonths
          ? { formula: `${cell('months')}/${this.#rule('termMonths')}`, value: person.prorata }
          : person.prorata,
        score: {
          formula: `INDEX(${scores('final')},MATCH(${cell('code')},${scores('code')},0))`,
          value: person.final,
        },
        amount: {
          formula: `ROUND(${cell('standard')}*${cell('prorata')}*${cell('score')}/100,${this.#rule('decimals')})+${cell('adjust')}`,
          value: person.amount,
        },
        sign: null,
        code: this.#personCode.get(person.id)!,
        adjust: adjust.amount,
      }
    })
    const total = this.#data.persons.reduce((sum, person) => sum + Math.round(person.amount * 100), 0) / 100
    return this.#sheet('allowances', ALLOWANCES, rows, [
      ['合计', null, null, null, null, null, { formula: `SUM(${own('amount')})`, value: total }],
      [],
      ['制表人：', null, '审核：', null, null, '校长：'],
    ])
  }

  deductions(): ExportSheet {
    const rows = this.#data.deductions.map((deduction) => ({
      name: deduction.personName,
      source: deduction.source,
      incident: deduction.incidentNo,
      class6: deduction.class6,
      points: deduction.points,
      explanation: deduction.explanation,
      state: deduction.state,
    }))
    return this.#sheet('deductions', DEDUCTIONS, rows)
  }

  incidents(): ExportSheet {
    const rows = this.#data.incidents.map((incident) => ({
      ...incident,
      code: this.#incidentCode.get(incident.id)!,
    }))
    return this.#sheet('incidents', INCIDENTS, rows)
  }

  findings(): ExportSheet {
    const at = addresses(FINDINGS)
    const incidents = ranges(NAMES.incidents, INCIDENTS, this.#data.incidents.length)
    const byId = new Map(this.#data.incidents.map((incident) => [incident.id, incident]))
    const departments = new Map(this.#data.departments.map((department) => [department.id, department]))
    const first = at(0)
    const rows = this.#data.findings.map((finding, index) => {
      const cell = at(index)
      const incident = byId.get(finding.incident)
      const department = finding.department === null ? undefined : departments.get(finding.department)
      const lookUp = (key: 'severity' | 'state') =>
        `INDEX(${incidents(key)},MATCH(${cell('incidentCode')},${incidents('code')},0))`
      const grades = SEVERITIES.map(
        (severity, grade) =>
          `IF(${cell('severity')}="${severity}",IF(${cell('finding')}="未尽责",${this.#rule('undiligent', grade)},IF(${cell('finding')}="尽责",${this.#rule('diligent', grade)},0)),0)`,
      )
      // The first undiligent finding of its incident under the same chief counts, the others do not count again.
      const flag = (who: 'departmentCode' | 'vpCode') => {
        const range = (key: 'incidentCode' | 'finding' | typeof who) => `${first(key)}:${cell(key)}`
        const before = countIfs([
          [fixedStart(range('incidentCode')), cell('incidentCode')],
          [fixedStart(range(who)), cell(who)],
          [fixedStart(range('finding')), '"未尽责"'],
        ])
        return `IF(AND(${cell('finding')}="未尽责",${cell('counts')}=1,${cell('severity')}<>"",${cell(who)}<>""),IF(${before}=1,1,0),0)`
      }
      const counts = incident?.state === '已认定' ? 1 : 0
      return {
        incidentCode: this.#incidentCode.get(finding.incident) ?? null,
        incidentNo: incident?.no ?? null,
        person: finding.personName,
        department: department?.name ?? null,
        capacity: finding.capacity,
        finding: finding.finding,
        class6: finding.class6,
        points: {
          formula: `IF(${cell('counts')}=1,${grades.join('+')},0)`,
          value: this.#model.findingPoints[index]!,
        },
        personCode: this.#codeOf(this.#personCode, finding.person),
        departmentCode: this.#codeOf(this.#departmentCode, finding.department),
        vpCode: this.#codeOf(this.#personCode, department?.vp ?? null),
        severity: { formula: `IFERROR(${lookUp('severity')}&"","")`, value: incident?.severity ?? '' },
        counts: { formula: `IF(IFERROR(${lookUp('state')},"")="已认定",1,0)`, value: counts },
        departmentFlag: { formula: flag('departmentCode'), value: this.#model.departmentFlags[index]! },
        vpFlag: { formula: flag('vpCode'), value: this.#model.vpFlags[index]! },
      }
    })
    return this.#sheet('findings', FINDINGS, rows)
  }

  legs(): ExportSheet {
    const byId = new Map(this.#data.incidents.map((incident) => [incident.id, incident]))
    const rows = this.#data.legs.map((leg) => ({
      incidentNo: byId.get(leg.incident)?.no ?? null,
      leg: leg.leg,
      accountable: leg.accountableName,
      dueAt: leg.dueAt,
      doneAt: leg.doneAt,
      result: leg.result,
      verdict: leg.verdict,
      personCode: this.#codeOf(this.#personCode, leg.accountable),
    }))
    return this.#sheet('legs', LEGS, rows)
  }

  departments(): ExportSheet {
    const at = addresses(DEPARTMENTS)
    const findings = ranges(NAMES.findings, FINDINGS, this.#data.findings.length)
    const rows = this.#data.departments.map((department, index) => {
      const cell = at(index)
      const counts = this.#model.departmentCounts.get(department.id) ?? [0, 0, 0]
      const n = SEVERITIES.map((severity, grade): ExportCell => ({
        formula: sumIfs(findings('departmentFlag'), [
          [findings('departmentCode'), cell('code')],
          [findings('severity'), `"${severity}"`],
        ]),
        value: counts[grade]!,
      }))
      const points = [0, 1, 2].map(
        (grade) =>
          `INT(${cell(`n${grade + 1}` as 'n1')}/${this.#rule('directorThreshold', grade)})*${this.#rule('directorPoints', grade)}`,
      )
      const nameOf = (id: string | null) => (id === null ? null : (this.#personName.get(id) ?? null))
      return {
        name: department.name,
        line: department.line,
        director: nameOf(department.director),
        vp: nameOf(department.vp),
        n1: n[0]!,
        n2: n[1]!,
        n3: n[2]!,
        points: { formula: points.join('+'), value: this.#model.directorPoints.get(department.id) ?? 0 },
        code: this.#departmentCode.get(department.id)!,
        directorCode: this.#codeOf(this.#personCode, department.director),
        vpCode: this.#codeOf(this.#personCode, department.vp),
      }
    })
    return this.#sheet('departments', DEPARTMENTS, rows)
  }

  policy(): ExportSheet {
    const { policy } = this.#data
    const three = (name: string, [g1, g2, g3]: readonly number[], basis: string) => ({
      name,
      g1: g1!,
      g2: g2!,
      g3: g3!,
      basis,
    })
    const one = (name: string, value: ExportCell, basis: string) => ({
      name,
      g1: value,
      g2: null,
      g3: null,
      basis,
    })
    const rules: Record<(typeof RULES)[number], ReturnType<typeof three> | ReturnType<typeof one>> = {
      diligent: three('尽责时扣分', policy.diligent, '安全事故：已尽责仍按等级扣分'),
      undiligent: three('未尽责时扣分', policy.undiligent, '安全责任事故：按等级扣分'),
      directorThreshold: three(
        '主任：每满几起',
        policy.directorThreshold,
        '本部门每学期责任事故起数，逐级分别计',
      ),
      directorPoints: three('主任：扣分', policy.directorPoints, '每满一次扣的分数'),
      vpThreshold: three('分管副校长：每满几起', policy.vpThreshold, '所管部门合计起数，一起事故只计一次'),
      vpPoints: three('分管副校长：扣分', policy.vpPoints, '每满一次扣的分数'),
      base: one('基础分', policy.base, '每学期每人'),
      floor: one('最低分', policy.floor ?? -UNLIMITED, '低于此分按此分计'),
      ceiling: one('最高分', policy.ceiling ?? UNLIMITED, '高于此分按此分计'),
      standard: one('津贴标准(元)', policy.standard, '100 分对应的金额'),
      decimals: one('金额保留小数位', policy.decimals, '四舍五入'),
      termMonths: one('学期月数', policy.termMonths, '在岗系数 = 在岗月数 ÷ 学期月数'),
    }
    const others = (this.#data.otherSettings ?? []).map((setting) =>
      one(setting.name, setting.value, setting.basis),
    )
    return this.#sheet(
      'policy',
      POLICY,
      [...RULES.map((name) => rules[name]), ...others],
      [[], ['改动上面的数字，学期考核和津贴发放会随着重算；程序里的成绩不变。']],
    )
  }

  #codeOf(codes: ReadonlyMap<string, string>, id: string | null): string | null {
    return id === null ? null : (codes.get(id) ?? null)
  }
}

/** Cell addresses of a row by column key: `addresses(SCORES)(0)('final')` is `K3`. */
function addresses<C extends Col>(columns: readonly C[]) {
  const letters = new Map(columns.map((found, at) => [found.key, columnName(at)]))
  return (index: number) => (key: C['key']) => `$${letters.get(key)!}${FIRST_DATA_ROW + 1 + index}`
}

/** Whole columns of data by key, as absolute ranges; one row at least, so that an empty sheet still adds up to 0. */
function ranges<C extends Col>(sheet: string, columns: readonly C[], count: number) {
  const letters = new Map(columns.map((found, at) => [found.key, columnName(at)]))
  const end = FIRST_DATA_ROW + Math.max(1, count)
  return (key: C['key']) => {
    const letter = letters.get(key)!
    return `${quoteSheet(sheet)}!$${letter}$${FIRST_DATA_ROW + 1}:$${letter}$${end}`
  }
}

/** `$A3:$A7` → `$A$3:$A7`: the range grows with the rows it is copied to. */
const fixedStart = (range: string) => range.replace(/^\$([A-Z]+)(\d+):/, '$$$1$$$2:')

const pairs = (conditions: readonly (readonly [string, string])[]) =>
  conditions.map(([range, wanted]) => `${range},${wanted}`).join(',')

const sumIfs = (sum: string, conditions: readonly (readonly [string, string])[]) =>
  `SUMIFS(${sum},${pairs(conditions)})`

const countIfs = (conditions: readonly (readonly [string, string])[]) => `COUNTIFS(${pairs(conditions)})`
