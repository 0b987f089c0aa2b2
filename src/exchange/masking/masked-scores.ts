import type { ScoreExportData, ScorePerson } from '../score-data.ts'
import type { Mask } from './mask.ts'
import type { Place } from './passages.ts'

/**
 * A term's scores as an audience may read them. Persons go by codes in the formulas, so the sheet comes to the same
 * numbers whatever stands in the column of names.
 */
export function maskedScores(data: ScoreExportData, mask: Mask, hidesOrder: boolean): ScoreExportData {
  const place = (table: string, column: string, row = ''): Place => ({ table, row, column, line: 0 })
  const named = (id: string | null, typed: string): string =>
    id === null ? mask.typedPerson(typed, place('findings', 'person')) : (mask.person(id) ?? '')
  // Where a choice belongs anything may have been typed, and it stands in the sheet as it was.
  const looked = <K extends string>(table: string, row: Readonly<Record<K, string>>, keys: readonly K[]) =>
    Object.fromEntries(keys.map((key) => [key, mask.text('label', row[key], place(table, key))])) as Record<
      K,
      string
    >
  const department = (name: string) => mask.text('department', name, place('departments', 'dept'))
  const number = (no: string) => mask.text('incident-number', no, place('incidents', 'no'))
  const persons = data.persons.map((person) => ({
    ...person,
    ...looked('termScores', person, ['grade', 'state']),
    name: mask.person(person.id) ?? '',
    department: department(person.department),
    posts: mask.ofPerson(person.id, 'post', person.posts, place('staff', 'posts', person.id)),
  }))
  const deductions = data.deductions.map((deduction) => ({
    ...deduction,
    ...looked('deductions', deduction, ['source', 'class6', 'state']),
    personName: named(deduction.person, deduction.personName),
    incidentNo: number(deduction.incidentNo),
    explanation: mask.text('explanation', deduction.explanation, place('deductions', 'explain')),
  }))
  return {
    ...data,
    school: mask.text('organisation', data.school, place('profile', 'school_name')),
    term: mask.text('label', data.term, place('terms', 'name')),
    persons: hidesOrder ? persons.sort(byWhatIsShown) : persons,
    departments: data.departments.map((each) => ({
      ...each,
      ...looked('departments', each, ['line']),
      name: department(each.name),
    })),
    incidents: data.incidents.map((incident) => ({
      ...incident,
      ...looked('incidents', incident, [
        'occurredAt',
        'scene',
        'type',
        'injury',
        'severity',
        'class6',
        'state',
      ]),
      no: number(incident.no),
      area: mask.text('place', incident.area, place('incidents', 'area', incident.id)),
    })),
    findings: data.findings.map((finding) => ({
      ...finding,
      ...looked('findings', finding, ['capacity', 'finding', 'class6']),
      personName: named(finding.person, finding.personName),
    })),
    legs: data.legs.map((leg) => ({
      ...leg,
      ...looked('reportLegs', leg, ['leg', 'dueAt', 'doneAt', 'result', 'verdict']),
      accountableName: named(leg.accountable, leg.accountableName),
    })),
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
