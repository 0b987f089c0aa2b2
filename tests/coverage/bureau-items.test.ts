import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bureauTables } from '../../src/tables/bureau/all-tables.ts'
import type { Table } from '../../src/tables/table.ts'

/**
 * Where every item of the three bureau plans is in a bureau's workbook: the tables or columns that hold it and, where a
 * rule works something out, the test that proves it, one of whose titles begins with the item's number. Items of the
 * same plans that are for schools stand with the schools'.
 */
const ITEMS: Readonly<Record<string, readonly [columns: string, test?: string]>> = {
  'P1-01': ['bureauStaff.level sections.safety'],
  'P1-02': ['bureauLeadership.role bureauProfile.office'],
  'P1-03': ['bureauLeadership.duty bureauPlans.kind'],
  'P1-04': ['urgentReports.plan investigations'],
  'P1-05': [
    'bureauMeetings.kind schoolPledges.result schoolAssessment awards.basis',
    'app/bureau/bureau-due-work',
  ],
  'P1-06': ['bureauLeadership.role schoolContracts.leader'],
  'P1-07': ['sections.studies_owed bureauMeetings.counts', 'rules/bureau/supervision'],
  'P1-08': ['sections.head schoolContracts.dept'],
  'P1-09': ['sectionAssessment bureauPlans'],
  'P1-10': ['bureauActivities.plan bureauActivities.approve bureauActivities.super sections.hosts'],
  'P1-11': ['allIncidents.handler investigations'],
  'P1-12': ['bureauTraining.dept'],
  'P1-13': ['bureauPlans.kind visits.form', 'app/new-bureau'],
  'P1-14': ['urgentReports investigations', 'tables/bureau/preset-sections'],
  'P1-15': ['urgentReports.followed', 'rules/bureau/reception'],
  'P1-16': ['sections.safety', 'tables/bureau/preset-sections'],
  'P1-17': ['investigations.decision', 'tables/bureau/preset-sections'],
  'P1-18': ['urgentReports.up bureauOpinions.media_line', 'tables/bureau/preset-sections'],
  'P1-19': ['sections examSafety bureauActivities', 'tables/bureau/preset-sections'],
  'P1-20': ['sections examSafety', 'tables/bureau/preset-sections'],
  'P1-21': ['privateSchools.act schools.state', 'tables/bureau/preset-sections'],
  'P1-22': ['bureauTraining.kind', 'tables/bureau/preset-sections'],
  'P1-23': ['examSafety', 'tables/bureau/preset-sections'],
  'P1-24': ['sections bureauActivities examSafety', 'tables/bureau/preset-sections'],
  'P1-25': ['sections bureauPetitions', 'tables/bureau/preset-sections'],
  'P1-26': ['buildingSafety.check_due buildingSafety.warn buildingSafety.certs', 'rules/bureau/reception'],
  'P1-27': ['sections', 'tables/bureau/preset-sections'],
  'P1-28': ['sections bureauActivities', 'tables/bureau/preset-sections'],
  'P1-29': ['sections', 'tables/bureau/preset-sections'],
  'P1-30': ['sections schoolAssessment', 'tables/bureau/preset-sections'],
  'P1-31': ['examSafety.secrecy', 'tables/bureau/preset-sections'],
  'P1-32': ['sections examSafety', 'tables/bureau/preset-sections'],
  'P1-33': ['sections examSafety', 'tables/bureau/preset-sections'],
  'P1-34': ['sections bureauPetitions bureauDuty', 'tables/bureau/preset-sections'],
  'P1-35': ['schoolContracts schools.leader', 'rules/bureau/supervision'],
  'P1-36': [
    'visits.counts schoolContracts.due schoolContracts.done schoolContracts.missing',
    'rules/bureau/supervision',
  ],
  'P1-37': ['sectionReports.state', 'app/bureau/bureau-due-work'],
  'P1-38': ['visits.urgent majorHazards.reported', 'rules/bureau/supervision'],
  'P1-39': ['bureauMeetings.counts', 'rules/bureau/supervision'],
  'P1-40': ['sectionAssessment.score sectionAssessment.award', 'rules/bureau/assessment'],
  'P5-01': ['bureauProfile.party_sec bureauLeadership'],
  'P5-02': ['schoolContracts.leader bureauStaff.scope'],
  'P5-03': ['bureauProfile.director bureauProfile.party_sec'],
  'P5-04': ['bureauMeetings.chair schoolPledges.signed schoolPledges.inner', 'rules/bureau/supervision'],
  'P5-05': ['bureauStaff.level bureauProfile.deputy'],
  'P5-06': ['bureauStaff.scope schoolContracts'],
  'P5-07': ['bureauDuty bureauArchive.complete', 'rules/bureau/bulletins'],
  'P5-08': ['bulletins.inc bulletins.rank allIncidents.insurance awards', 'rules/bureau/bulletins'],
  'P5-09': ['investigations bureauPetitions', 'tables/bureau/preset-sections'],
  'P5-10': ['sections bureauTraining', 'tables/bureau/preset-sections'],
  'P5-11': ['sections buildingSafety.fund', 'tables/bureau/preset-sections'],
  'P5-12': ['sections', 'tables/bureau/preset-sections'],
  'P5-13': ['bureauOpinions.reply sections', 'tables/bureau/preset-sections'],
  'P5-14': ['sections examSafety schoolAssessment', 'tables/bureau/preset-sections'],
  'P5-15': ['schoolAssessment.auto', 'rules/bureau/assessment'],
  'P5-19': ['schoolContracts.hazards schoolContracts.incidents', 'rules/bureau/supervision'],
  'P5-20': ['visits.hazards', 'rules/bureau/supervision'],
  'P5-21': ['bureauMeetings.kind majorHazards.risk'],
  'P5-22': ['sections.cross sections.cross_by'],
  'P5-23': ['schoolAssessment.veto investigations.veto', 'rules/bureau/assessment'],
  'P5-24': ['allHazards.overdue majorHazards', 'rules/bureau/reception'],
  'P5-25': ['receipts.due receipts.on_time receipts.state bulletins.sub', 'app/bureau/report-facts'],
  'P5-26': ['receipts.quarterly_state', 'app/bureau/report-facts'],
  'P5-27': ['urgentReports.up'],
  'P5-28': ['schools.parent receipts.via bureauPlans.unreplied', 'app/central/two-levels'],
  'P5-29': ['bureauPlans.date'],
  'P6-01': ['bureauStaff.level bureauLeadership'],
  'P6-02': ['bureauOpinions bureauPetitions bureauPlans', 'tables/bureau/preset-sections'],
  'P6-03': ['urgentReports sections', 'tables/bureau/preset-sections'],
  'P6-04': ['buildingSafety', 'tables/bureau/preset-sections'],
  'P6-05': ['bureauActivities examSafety', 'tables/bureau/preset-sections'],
  'P6-06': ['bureauPetitions.group', 'tables/bureau/preset-sections'],
  'P6-07': ['sections schoolAssessment', 'tables/bureau/preset-sections'],
  'P6-20': ['schoolAssessment.rank bureauMeetings', 'rules/bureau/assessment'],
  'P6-21': ['bulletins.haz schools.risk', 'rules/bureau/bulletins'],
  'P6-22': ['urgentReports.to_leader urgentReports.cc', 'tables/bureau/row-checks'],
  'P6-23': [
    'bureauOpinions.feed_by bureauOpinions.told_offices bureauOpinions.plan',
    'rules/bureau/reception',
  ],
  'P6-24': ['bureauPetitions.due', 'rules/bureau/reception'],
  'P6-26': ['bureauLeadership.role'],
  'P6-27': ['stabilityRisks.level stabilityRisks.result stabilityRisks.meeting', 'tables/bureau/row-checks'],
  'P6-28': ['sections.cross investigations'],
}

const numbers = (plan: string, from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, n) => `${plan}-${String(from + n).padStart(2, '0')}`)

/** P5-16 to P5-18 and P6-08 to P6-19 are duties of schools; P6-25 is whatever else is asked for. */
const asked = [
  ...numbers('P1', 1, 40),
  ...numbers('P5', 1, 15),
  ...numbers('P5', 19, 29),
  ...numbers('P6', 1, 7),
  ...numbers('P6', 20, 24),
  ...numbers('P6', 26, 28),
]

describe('every item of the bureaus’ plans', () => {
  it('has its place', () => {
    expect(Object.keys(ITEMS)).toEqual(asked)
  })

  it.each(Object.entries(ITEMS))('%s is held by columns that are there', (_item, [columns]) => {
    const all = bureauTables as Readonly<Record<string, Table>>
    const missing = columns.split(' ').filter((path) => {
      const [table, column] = path.split('.')
      return column === undefined ? !all[table!] : !all[table!]?.columns[column]
    })
    expect(missing).toEqual([])
  })

  it.each(Object.entries(ITEMS).filter(([, [, test]]) => test !== undefined))(
    '%s is proved by a test that names it',
    (item, [, test]) => {
      const source = readFileSync(new URL(`../${test!}.test.ts`, import.meta.url), 'utf8')
      expect(source).toMatch(new RegExp(`['"\`]${item}\\b`))
    },
  )
})
