import type { KnownTables } from '../../tables/known-tables.ts'
import { bureauTables } from '../../tables/bureau/all-tables.ts'
import type { Table } from '../../tables/table.ts'
import { countedIn, stateOfBox, type Source } from '../archive-boxes.ts'
import { rulesOf } from '../rule.ts'

const { rule, all } = rulesOf<KnownTables['bureauArchive']>()

type Kind = NonNullable<KnownTables['bureauArchive']['columns']['kind']['value']>

const SOURCES: Readonly<Record<Kind, readonly Source<keyof typeof rows>[]>> = {
  组织机构: [
    { table: 'bureauLeadership', dated: null },
    { table: 'sections', dated: null },
    { table: 'schoolContracts', dated: null },
  ],
  责任书: [{ table: 'schoolPledges', dated: 'year' }],
  文件计划: [{ table: 'bureauPlans', dated: 'date' }],
  分包督查: [
    { table: 'visits', dated: 'date' },
    { table: 'sectionReports', dated: 'quarter' },
  ],
  会议研究: [{ table: 'bureauMeetings', dated: 'date' }],
  报送通报: [
    { table: 'receipts', dated: 'month' },
    { table: 'bulletins', dated: 'period' },
  ],
  隐患督办: [
    { table: 'allHazards', dated: 'found_on', mayBeEmpty: true },
    { table: 'majorHazards', dated: 'reported', mayBeEmpty: true },
  ],
  事故调查: [
    { table: 'allIncidents', dated: 'times', mayBeEmpty: true },
    { table: 'investigations', dated: 'opened', mayBeEmpty: true },
  ],
  突发信息: [{ table: 'urgentReports', dated: 'at', mayBeEmpty: true }],
  舆情信访: [
    { table: 'bureauOpinions', dated: 'found_at', mayBeEmpty: true },
    { table: 'bureauPetitions', dated: 'at', mayBeEmpty: true },
  ],
  活动考试: [
    { table: 'bureauActivities', dated: 'info', mayBeEmpty: true },
    { table: 'examSafety', dated: 'date' },
  ],
  校舍民办: [
    { table: 'buildingSafety', dated: 'checked' },
    { table: 'privateSchools', dated: null, mayBeEmpty: true },
  ],
  值班: [{ table: 'bureauDuty', dated: 'date' }],
  宣传培训: [{ table: 'bureauTraining', dated: 'date' }],
  考核奖惩: [
    { table: 'schoolAssessment', dated: 'year' },
    { table: 'sectionAssessment', dated: 'year' },
    { table: 'awards', dated: 'year', mayBeEmpty: true },
  ],
  其他: [],
}

/** The columns the registers are dated by; of the others it is enough that a row is there. */
const rows = {
  bureauLeadership: { columns: [] },
  sections: { columns: [] },
  schoolContracts: { columns: [] },
  schoolPledges: { columns: ['year'] },
  bureauPlans: { columns: ['date'] },
  visits: { columns: ['date'] },
  sectionReports: { columns: ['quarter'] },
  bureauMeetings: { columns: ['date'] },
  receipts: { columns: ['month'] },
  bulletins: { columns: ['period'] },
  allHazards: { columns: ['found_on'] },
  majorHazards: { columns: ['reported'] },
  allIncidents: { columns: ['times'] },
  investigations: { columns: ['opened'] },
  urgentReports: { columns: ['at'] },
  bureauOpinions: { columns: ['found_at'] },
  bureauPetitions: { columns: ['at'] },
  bureauActivities: { columns: ['info'] },
  examSafety: { columns: ['date'] },
  buildingSafety: { columns: ['checked'] },
  privateSchools: { columns: [] },
  bureauDuty: { columns: ['date'] },
  bureauTraining: { columns: ['date'] },
  schoolAssessment: { columns: ['year'] },
  sectionAssessment: { columns: ['year'] },
  awards: { columns: ['year'] },
} as const

const labelOf = ({ table }: Source<string>): string =>
  (bureauTables as Readonly<Record<string, Table>>)[table]?.zh ?? table

export const bureauArchiveRules = all({
  source: rule({ own: ['kind'] }, ({ kind }) =>
    kind === null ? null : SOURCES[kind].map(labelOf).join('、') || null,
  ),
  source_rows: rule({ own: ['kind', 'year'], rows }, ({ kind, year, rows: registers }) => {
    if (kind === null || year === null) return null
    return countedIn(SOURCES[kind], year, registers).reduce((sum, each) => sum + each.rows, 0)
  }),
  complete: rule(
    { own: ['kind', 'year', 'file', 'where'], rows },
    ({ kind, year, file, where, rows: registers }) =>
      kind === null || year === null
        ? null
        : stateOfBox(countedIn(SOURCES[kind], year, registers), labelOf, file !== null || where !== null),
  ),
})
