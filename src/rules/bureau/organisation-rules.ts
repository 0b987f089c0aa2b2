import { dateOf, type LocalTime } from '../../shared/local-date.ts'
import type { KnownTables } from '../../tables/known-tables.ts'
import { rulesOf } from '../rule.ts'
import { currentContract, isInForce, isOpenSchool } from './contracts-in-force.ts'
import { settingColumns, settingsOf } from './bureau-settings.ts'
import {
  count,
  daysOverdue,
  faultsIn,
  isAtFault,
  isOpen,
  isSevereFault,
  specialVisitsIn,
  yearSpan,
} from './county-figures.ts'
import { isIn, quarterAround } from './spans.ts'

const school = rulesOf<KnownTables['schools']>()
const section = rulesOf<KnownTables['sections']>()
const contract = rulesOf<KnownTables['schoolContracts']>()

const contracts = { by: 'school', columns: ['valid', 'valid_to', 'leader', 'dept'] } as const

export const schoolsRules = school.all({
  leader: school.rule(
    { rows: { schoolContracts: contracts } },
    ({ id, rows }, { now }) => currentContract(rows.schoolContracts.where(id), dateOf(now))?.leader ?? null,
  ),
  dept: school.rule(
    { rows: { schoolContracts: contracts } },
    ({ id, rows }, { now }) => currentContract(rows.schoolContracts.where(id), dateOf(now))?.dept ?? null,
  ),
  /** Red for a major hazard or a severe incident at fault, orange for what is overdue or any fault, yellow for anything. */
  risk: school.rule(
    {
      rows: {
        allHazards: { by: 'school', columns: ['level', 'state', 'closed_on', 'due', 'extension'] },
        allIncidents: { by: 'school', columns: ['times', 'class6', 'confirmed'] },
      },
    },
    ({ id, rows }, { now }) => {
      const today = dateOf(now)
      const hazards = rows.allHazards.where(id)
      const incidents = rows.allIncidents.where(id)
      const year = yearSpan(today.slice(0, 4))
      const ofYear = (holds: (incident: { class6: string | null; confirmed: string | null }) => boolean) =>
        count(incidents, (incident) => isIn(incident.times, year) && holds(incident)) > 0
      if (count(hazards, (hazard) => hazard.level === '重大' && isOpen(hazard)) > 0 || ofYear(isSevereFault))
        return '重大(红)'
      if (count(hazards, (hazard) => daysOverdue(hazard, today) > 0) > 0 || ofYear(isAtFault))
        return '较大(橙)'
      return count(hazards, isOpen) > 0 || ofYear(() => true) ? '一般(黄)' : '低(蓝)'
    },
  ),
  last_file: school.rule({ rows: { receipts: { by: 'school', columns: ['received'] } } }, ({ id, rows }) =>
    rows.receipts
      .where(id)
      .fold<LocalTime | null>(null, (last, { received }) =>
        received !== null && (last === null || received > last) ? received : last,
      ),
  ),
})

const studies = { bureauMeetings: { by: 'dept', columns: ['date', 'kind'] } } as const

export const sectionsRules = section.all({
  schools: section.rule(
    {
      rows: {
        schoolContracts: { by: 'dept', columns: ['valid', 'valid_to'] },
      },
    },
    ({ id, rows }, { now }) => count(rows.schoolContracts.where(id), (row) => isInForce(row, dateOf(now))),
  ),
  studies: section.rule({ rows: studies }, ({ id, rows }, { now }) => {
    const quarter = quarterAround(dateOf(now))
    return count(
      rows.bureauMeetings.where(id),
      ({ date, kind }) => kind === '科室专题研究' && isIn(date, quarter),
    )
  }),
  studies_owed: section.rule({ own: ['studies'], rows: { bureauProfile: settingColumns } }, (row) =>
    Math.max(0, settingsOf(row.rows.bureauProfile).studies - (row.studies ?? 0)),
  ),
})

export const schoolContractsRules = contract.all({
  /** Only whoever answers for an open school today owes it visits. */
  due: contract.rule(
    { own: ['valid', 'valid_to'], via: { school: ['state'] }, rows: { bureauProfile: settingColumns } },
    (row, { now }) =>
      isInForce(row, dateOf(now)) && row.via.school !== null && isOpenSchool(row.via.school)
        ? settingsOf(row.rows.bureauProfile).visits
        : 0,
  ),
  done: contract.rule(
    { own: ['school'], rows: { visits: { by: 'school', columns: ['date', 'form'] } } },
    ({ school: at, rows }, { now }) => specialVisitsIn(rows.visits.where(at), quarterAround(dateOf(now))),
  ),
  missing: contract.rule({ own: ['due', 'done'] }, ({ due, done }) => Math.max(0, (due ?? 0) - (done ?? 0))),
  hazards: contract.rule(
    { own: ['school'], rows: { allHazards: { by: 'school', columns: ['state', 'closed_on'] } } },
    ({ school: at, rows }) => count(rows.allHazards.where(at), isOpen),
  ),
  major_hazards: contract.rule(
    { own: ['school'], rows: { allHazards: { by: 'school', columns: ['level', 'state', 'closed_on'] } } },
    ({ school: at, rows }) =>
      count(rows.allHazards.where(at), (hazard) => hazard.level === '重大' && isOpen(hazard)),
  ),
  incidents: contract.rule(
    {
      own: ['school'],
      rows: { allIncidents: { by: 'school', columns: ['times', 'class6', 'confirmed'] } },
    },
    ({ school: at, rows }, { now }) => faultsIn(rows.allIncidents.where(at), yearSpan(now.slice(0, 4))),
  ),
})
