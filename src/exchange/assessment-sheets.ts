import { columnName } from './sheet-data.ts'
import {
  FIRST_DATA_ROW,
  sheetMark,
  type ExportCell,
  type ExportColumn,
  type ExportSheet,
} from './export-sheet.ts'

/** A year's assessment as it is written into a file: plain numbers and sentences. */
export interface AssessmentExport {
  readonly title: string
  readonly items: readonly string[]
  readonly figures: readonly {
    readonly of: string
    readonly item: string
    readonly value: number
    readonly basis: string
  }[]
  readonly schools: readonly SchoolExport[]
  readonly sections: readonly SectionExport[]
}

export interface SchoolExport {
  readonly name: string
  readonly town: string
  readonly total: number | null
  readonly vetoed: boolean
  readonly rank: number | null
  readonly grade: string
  readonly lines: readonly {
    readonly item: string
    readonly points: number | null
    readonly share: number | null
    readonly auto: number | null
    readonly onsite: number | null
    readonly score: number | null
    readonly lost: string
    readonly why: string
    readonly basis: string
  }[]
}

export interface SectionExport {
  readonly name: string
  /** Visits, studies, reports and hazards in per cent; incidents. */
  readonly parts: readonly [number | null, number | null, number | null, number | null, number | null]
  readonly score: number | null
  readonly grade: string
  readonly why: string
}

const column = (heading: string, width: number, more: Partial<ExportColumn> = {}): ExportColumn => ({
  heading,
  width,
  align: 'center',
  ...more,
})
const words = (heading: string, width: number): ExportColumn =>
  column(heading, width, { align: 'start', format: '@', wrap: true })

const rowAt = (index: number): number => FIRST_DATA_ROW + 1 + index
const [DETAIL, RULES] = [sheetMark('assessment-detail'), sheetMark('assessment-rules')]

/** Results with live formulas: a score given otherwise, or another weight, moves totals, ranks and grades in the file. */
export function assessmentSheets(data: AssessmentExport): ExportSheet[] {
  const rule = (item: string): string =>
    `${RULES}!$C$${rowAt(data.figures.findIndex((figure) => figure.item === item))}`
  return [
    schoolSheet(data, rule),
    detailSheet(data, rule),
    sectionSheet(data, rule),
    {
      name: '考核规则参数',
      id: 'assessment-rules',
      title: `${data.title} 考核规则参数`,
      columns: [words('用于', 12), words('项目', 24), column('数值', 10), words('依据', 60)],
      rows: data.figures.map(({ of, item, value, basis }) => [of, item, value, basis]),
    },
  ]
}

function gradeFormula(score: string, rule: (item: string) => string): string {
  const grade = (name: string, otherwise: string) => `IF(${score}>=${rule(name)},"${name}",${otherwise})`
  return grade('优秀', grade('良好', grade('合格', '"不合格"')))
}

function schoolSheet(data: AssessmentExport, rule: (item: string) => string): ExportSheet {
  const first = 3
  const count = data.items.length
  const [from, to, total, veto, whole] = [
    first,
    first + count - 1,
    first + count,
    first + count + 1,
    first + count + 3,
  ].map(columnName)
  const end = rowAt(Math.max(1, data.schools.length) - 1)
  const all = (letter: string) => `$${letter}$${rowAt(0)}:$${letter}$${end}`
  const lineOf = linePlaces(data)
  return {
    name: '学校考核汇总',
    title: `${data.title} 学校考核汇总`,
    columns: [
      column('排名', 6),
      words('学校', 24),
      words('乡镇', 12),
      ...data.items.map((item) => column(item, 9)),
      column('总分', 8),
      column('一票否决', 9, { alarms: ['是'] }),
      column('等次', 9),
      column('评完', 6, { helper: true }),
    ],
    rows: data.schools.map((school, index): ExportCell[] => {
      const row = rowAt(index)
      const cell = (letter: string) => `$${letter}${row}`
      const scores = data.items.map((item): ExportCell => {
        const place = lineOf.get(`${index} ${item}`)
        const line = school.lines.find((each) => each.item === item)
        if (place === undefined || !line) return null
        const at = `${DETAIL}!$F$${place}`
        return { formula: `IF(${at}="","",${at})`, value: line.score ?? '' }
      })
      const better = `COUNTIFS(${all(total!)},">"&${cell(total!)},${all(veto!)},${cell(veto!)},${all(whole!)},1)`
      const unvetoed = `IF(${cell(veto!)}="是",COUNTIFS(${all(veto!)},"否",${all(whole!)},1),0)`
      return [
        { formula: `IF(${cell(whole!)}=1,${better}+${unvetoed}+1,"")`, value: school.rank ?? '' },
        school.name,
        school.town,
        ...scores,
        { formula: `ROUND(SUM(${cell(from!)}:${cell(to!)}),1)`, value: school.total ?? 0 },
        school.vetoed ? '是' : '否',
        {
          formula: `IF(${cell(veto!)}="是","不合格",IF(${cell(whole!)}=1,${gradeFormula(cell(total!), rule)},""))`,
          value: school.grade,
        },
        {
          formula: `IF(COUNT(${cell(from!)}:${cell(to!)})=${school.lines.length},1,0)`,
          value: school.lines.every(({ score }) => score !== null) ? 1 : 0,
        },
      ]
    }),
    footer: [
      [],
      [
        '',
        '“学校得分明细”里改现场评分、“考核规则参数”里改分值，这里的总分、排名、等次随着重算；程序里的不变。',
      ],
    ],
  }
}

/** Row numbers on the sheet of details, by school and item. */
function linePlaces({ schools }: AssessmentExport): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  let next = 0
  schools.forEach(({ lines }, index) => {
    for (const { item } of lines) places.set(`${index} ${item}`, rowAt(next++))
  })
  return places
}

function detailSheet(data: AssessmentExport, rule: (item: string) => string): ExportSheet {
  const rows: ExportCell[][] = []
  for (const school of data.schools)
    for (const line of school.lines) {
      const row = rowAt(rows.length)
      const known = data.figures.find(({ item }) => item === line.item)
      rows.push([
        school.name,
        line.item,
        // A row that somebody has weighed by hand stays as he did.
        known !== undefined && known.value === line.points
          ? { formula: rule(line.item), value: line.points }
          : line.points,
        line.share === null ? null : { formula: `ROUND($C${row}*$J${row},1)`, value: line.auto ?? 0 },
        line.onsite,
        {
          formula: `IF(COUNT($D${row}:$E${row})=0,"",MAX(0,MIN($C${row},IF(COUNT($E${row})=0,$D${row},$E${row}))))`,
          value: line.score ?? '',
        },
        line.lost || null,
        line.why || null,
        line.basis || null,
        line.share,
      ])
    }
  return {
    name: '学校得分明细',
    id: 'assessment-detail',
    title: `${data.title} 学校得分明细`,
    columns: [
      words('学校', 24),
      words('考核项目', 18),
      column('分值', 7),
      column('系统计分', 9),
      column('现场评分', 9),
      column('得分', 8),
      words('扣分原因', 24),
      words('计分说明', 50),
      words('依据', 40),
      column('得分率', 9, { helper: true }),
    ],
    rows,
  }
}

function sectionSheet(data: AssessmentExport, rule: (item: string) => string): ExportSheet {
  const weights = ['督查完成率', '专题研究完成率', '季度报告按时率', '分包学校隐患整改率'].map(rule)
  const incidents = rule('分包学校责任事故')
  return {
    name: '科室考核',
    title: `${data.title} 科室考核`,
    columns: [
      words('科室', 22),
      column('督查完成率(%)', 11),
      column('专题研究完成率(%)', 11),
      column('季度报告按时率(%)', 11),
      column('分包学校隐患整改率(%)', 12),
      column('分包学校责任事故(起)', 12),
      column('得分', 8),
      column('等次', 9),
      words('计分说明', 70),
    ],
    rows: data.sections.map(({ name, parts, score, grade, why }, index): ExportCell[] => {
      const row = rowAt(index)
      const rates = ['B', 'C', 'D', 'E'].map((letter) => `$${letter}${row}`)
      const most = [...rates.map((rate, at) => `IF(${rate}="",0,${weights[at]!})`), incidents].join('+')
      const got = [
        ...rates.map((rate, at) => `IF(${rate}="",0,${rate}*${weights[at]!}/100)`),
        `MAX(0,${incidents}-${rule('每起责任事故扣分')}*$F${row})`,
      ].join('+')
      return [
        name,
        ...parts,
        {
          formula: `IF(COUNT($B${row}:$E${row})=0,"",IF(${most}=0,"",ROUND((${got})/(${most})*100,1)))`,
          value: score ?? '',
        },
        {
          formula: `IF($G${row}="","",${gradeFormula(`$G${row}`, rule)})`,
          value: grade,
        },
        why,
      ]
    }),
  }
}
