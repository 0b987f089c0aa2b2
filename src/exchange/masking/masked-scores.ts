import type { ScoreExportData, ScorePerson } from '../score-data.ts'
import type { Mask } from './mask.ts'
import type { Place } from './passages.ts'

/**
 * A term's scores as an audience may read them. Persons go by codes in the formulas, so the sheet comes to the same
 * numbers whatever stands in the column of names.
 */
export function maskedScores(data: ScoreExportData, mask: Mask, hidesOrder: boolean): ScoreExportData {
  const place = (table: string, column: string, row = '', line = 0): Place => ({ table, row, column, line })
  const named = (id: string | null, typed: string): string =>
    id === null ? mask.typedPerson(typed) : (mask.person(id) ?? '')
  const persons = data.persons.map((person) => ({
    ...person,
    name: mask.person(person.id) ?? '',
    posts: mask.ofPerson(person.id, 'post', person.posts),
  }))
  const deductions = data.deductions.map((deduction) => ({
    ...deduction,
    personName: named(deduction.person, deduction.personName),
    incidentNo: mask.text('incident-number', deduction.incidentNo, place('deductions', 'incident')),
    explanation: mask.text('explanation', deduction.explanation, place('deductions', 'explain')),
  }))
  return {
    ...data,
    persons: hidesOrder ? persons.sort(byWhatIsShown) : persons,
    departments: data.departments.map((department) => ({
      ...department,
      name: mask.text('department', department.name, place('departments', 'dept', department.id)),
    })),
    incidents: data.incidents.map((incident) => ({
      ...incident,
      no: mask.text('incident-number', incident.no, place('incidents', 'no', incident.id)),
      area: mask.text('place', incident.area, place('incidents', 'area', incident.id)),
    })),
    findings: data.findings.map((finding) => ({
      ...finding,
      personName: named(finding.person, finding.personName),
    })),
    legs: data.legs.map((leg) => ({ ...leg, accountableName: named(leg.accountable, leg.accountableName) })),
    deductions: hidesOrder
      ? deductions.sort((a, b) => compare(a.personName, b.personName) || compare(a.incidentNo, b.incidentNo))
      : deductions,
  }
}

/** One colleague's own row, with the facts behind it and nobody else's. */
export function ownScores(data: ScoreExportData, person: string): ScoreExportData {
  const findings = data.findings.filter((finding) => finding.person === person)
  const legs = data.legs.filter((leg) => leg.accountable === person)
  const incidents = new Set([...findings, ...legs].map(({ incident }) => incident))
  return {
    ...data,
    excerpt: true,
    persons: data.persons.filter(({ id }) => id === person),
    departments: data.departments.map((department) => ({
      ...department,
      director: department.director === person ? person : null,
      vp: department.vp === person ? person : null,
    })),
    incidents: data.incidents.filter(({ id }) => incidents.has(id)),
    findings,
    legs,
    deductions: data.deductions.filter((deduction) => deduction.person === person),
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The order of the staff list would tell who is who; this order tells nothing that the row itself does not. */
const byWhatIsShown = (a: ScorePerson, b: ScorePerson): number =>
  compare(a.department, b.department) || b.final - a.final || b.months - a.months || compare(a.name, b.name)
