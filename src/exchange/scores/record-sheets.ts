import type { ExportSheet } from '../xlsx-write.ts'
import { DEDUCTIONS, INCIDENTS, LEGS } from './columns.ts'
import type { ScoreBook } from './score-book.ts'

/** Records that others add up: no formula of their own. */
export function deductionsSheet(book: ScoreBook): ExportSheet {
  const rows = book.data.deductions.map((deduction) => ({
    name: deduction.personName,
    source: deduction.source,
    incident: deduction.incidentNo,
    class6: deduction.class6,
    points: deduction.points,
    explanation: deduction.explanation,
    state: deduction.state,
  }))
  return book.sheet('deductions', DEDUCTIONS, rows)
}

export function incidentsSheet(book: ScoreBook): ExportSheet {
  const rows = book.data.incidents.map((incident) => ({
    ...incident,
    code: book.incidentCode(incident.id),
  }))
  return book.sheet('incidents', INCIDENTS, rows)
}

export function legsSheet(book: ScoreBook): ExportSheet {
  const byId = new Map(book.data.incidents.map((incident) => [incident.id, incident]))
  const rows = book.data.legs.map((leg) => ({
    incidentNo: byId.get(leg.incident)?.no ?? null,
    leg: leg.leg,
    accountable: leg.accountableName,
    dueAt: leg.dueAt,
    doneAt: leg.doneAt,
    result: leg.result,
    verdict: leg.verdict,
    personCode: book.personCode(leg.accountable),
  }))
  return book.sheet('legs', LEGS, rows)
}
