import { tables } from '../tables/index.ts'
import type { Table } from '../tables/table.ts'
import type { Tables } from '../tables/index.ts'
import { countedIn, stateOfBox, type Source } from './archive-boxes.ts'
import { rulesOf } from './rule.ts'

const { rule, all } = rulesOf<Tables['archives']>()

type Kind = NonNullable<Tables['archives']['columns']['kind']['value']>

const SOURCES: Readonly<Record<Kind, readonly Source<keyof typeof rows>[]>> = {
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

/** The columns the registers are dated by; of the others it is enough that a row is there. */
const rows = {
  profile: { columns: [] },
  leadership: { columns: [] },
  departments: { columns: [] },
  pledges: { columns: ['signed_on'] },
  plans: { columns: [] },
  directives: { columns: ['date'] },
  programmes: { columns: ['date'] },
  safetyLessons: { columns: ['date'] },
  training: { columns: ['date'] },
  drills: { columns: ['at'] },
  dutyLog: { columns: ['date'] },
  holidayDuty: { columns: ['date'] },
  inspections: { columns: ['date'] },
  hazards: { columns: ['found_on'] },
  incidents: { columns: ['occurred_at'] },
  meetings: { columns: ['at'] },
  monthlyReports: { columns: ['month'] },
  departmentReviews: { columns: [] },
  rewards: { columns: ['date'] },
  opinions: { columns: ['found_at'] },
  petitions: { columns: ['at'] },
} as const

const labelOf = ({ table }: Source<string>): string =>
  (tables as Readonly<Record<string, Table>>)[table]?.zh ?? table

export const archivesRules = all({
  source: rule({ own: ['kind'] }, ({ kind }) =>
    kind === null ? null : SOURCES[kind].map(labelOf).join('、') || null,
  ),
  source_rows: rule({ own: ['kind', 'year'], rows }, ({ kind, year, rows: registers }) => {
    if (kind === null || year === null) return null
    return countedIn(SOURCES[kind], year, registers).reduce((sum, each) => sum + each.rows, 0)
  }),
  /** What the year still lacks in this kind. Where no register fills the box, the file or its place has to be named. */
  complete: rule(
    { own: ['kind', 'year', 'file', 'where'], rows },
    ({ kind, year, file, where, rows: registers }) =>
      kind === null || year === null
        ? null
        : stateOfBox(countedIn(SOURCES[kind], year, registers), labelOf, file !== null || where !== null),
  ),
})
