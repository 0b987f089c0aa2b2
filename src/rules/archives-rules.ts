import { tables } from '../tables/index.ts'
import type { Table } from '../tables/table.ts'
import type { Tables } from '../tables/index.ts'
import { rulesOf, type Environment } from './rule.ts'

const { rule, all } = rulesOf<Tables['archives']>()

/** A register that a box of the archive is filled from. */
interface Source {
  readonly table: string
  /** The column that says which year a row belongs to; null when the whole register does. */
  readonly dated: string | null
  /** A year without a single row is complete all the same: nothing happened. */
  readonly mayBeEmpty?: true
}

type Kind = NonNullable<Tables['archives']['columns']['kind']['value']>

/** A register that this version does not have yet is passed over. */
const SOURCES: Readonly<Record<Kind, readonly Source[]>> = {
  基本情况: [{ table: 'profile', dated: null }],
  组织管理: [
    { table: 'leadership', dated: null },
    { table: 'departments', dated: null },
  ],
  责任状: [{ table: 'pledges', dated: 'signed_on' }],
  安全制度: [{ table: 'plans', dated: null }],
  上级来文: [{ table: 'directives', dated: 'date' }],
  计划总结: [{ table: 'programmes', dated: 'date' }],
  安全教育: [
    { table: 'safetyLessons', dated: 'date' },
    { table: 'training', dated: 'date' },
  ],
  应急预案演练: [{ table: 'drills', dated: 'at' }],
  值班值周: [
    { table: 'dutyLog', dated: 'date' },
    { table: 'holidayDuty', dated: 'date' },
  ],
  检查与隐患: [
    { table: 'inspections', dated: 'date' },
    { table: 'hazards', dated: 'found_on', mayBeEmpty: true },
  ],
  专项整治: [],
  事故: [{ table: 'incidents', dated: 'occurred_at', mayBeEmpty: true }],
  会议: [{ table: 'meetings', dated: 'at' }],
  月报通报: [{ table: 'monthlyReports', dated: 'month' }],
  考核奖惩: [
    { table: 'departmentReviews', dated: null },
    { table: 'rewards', dated: 'date', mayBeEmpty: true },
  ],
  舆情信访: [
    { table: 'opinions', dated: 'found_at', mayBeEmpty: true },
    { table: 'petitions', dated: 'at', mayBeEmpty: true },
  ],
}

/** The registers of a kind that are there, with how many rows each has of the year. */
function counted(kind: Kind, year: string | null, { countIn }: Environment) {
  return SOURCES[kind].flatMap((source) => {
    const rows = countIn(source.table, source.dated, year ?? '')
    return rows === null ? [] : [{ source, rows }]
  })
}

const labelOf = ({ table }: Source): string => (tables as Readonly<Record<string, Table>>)[table]?.zh ?? table

export const archivesRules = all({
  source: rule({ own: ['kind', 'year'] }, ({ kind, year }, environment) => {
    if (kind === null) return null
    return (
      counted(kind, year, environment)
        .map(({ source }) => labelOf(source))
        .join('、') || null
    )
  }),
  source_rows: rule({ own: ['kind', 'year'] }, ({ kind, year }, environment) => {
    if (kind === null || year === null) return null
    return counted(kind, year, environment).reduce((sum, { rows }) => sum + rows, 0)
  }),
  /** What the year still lacks in this kind. Where no register fills the box, the file or its place has to be named. */
  complete: rule({ own: ['kind', 'year', 'file', 'where'] }, ({ kind, year, file, where }, environment) => {
    if (kind === null || year === null) return null
    const sources = counted(kind, year, environment)
    if (sources.length === 0) return file !== null || where !== null ? '齐全' : '缺文件或存放位置'
    const missing = sources.filter(({ source, rows }) => rows === 0 && !source.mayBeEmpty)
    return missing.length === 0 ? '齐全' : `缺${missing.map(({ source }) => labelOf(source)).join('、')}`
  }),
})
