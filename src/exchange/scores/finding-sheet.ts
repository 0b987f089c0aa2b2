import { SEVERITIES } from '../score-formula-model.ts'
import type { ExportSheet } from '../xlsx-write.ts'
import { FINDINGS, INCIDENTS, NAMES } from './columns.ts'
import { addresses, countIfs, fixedStart, ranges } from './formulas.ts'
import type { ScoreBook } from './score-book.ts'

/** Who was found to have done his duty or not, what that costs him, and for whom it counts as one incident. */
export function findingsSheet(book: ScoreBook): ExportSheet {
  const at = addresses(FINDINGS)
  const incidents = ranges(NAMES.incidents, INCIDENTS, book.data.incidents.length)
  const byId = new Map(book.data.incidents.map((incident) => [incident.id, incident]))
  const departments = new Map(book.data.departments.map((department) => [department.id, department]))
  const first = at(0)
  const rows = book.data.findings.map((finding, index) => {
    const cell = at(index)
    const incident = byId.get(finding.incident)
    const department = finding.department === null ? undefined : departments.get(finding.department)
    const lookUp = (key: 'severity' | 'state') =>
      `INDEX(${incidents(key)},MATCH(${cell('incidentCode')},${incidents('code')},0))`
    const grades = SEVERITIES.map(
      (severity, grade) =>
        `IF(${cell('severity')}="${severity}",IF(${cell('finding')}="未尽责",${book.rule('undiligent', grade)},IF(${cell('finding')}="尽责",${book.rule('diligent', grade)},0)),0)`,
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
      incidentCode: book.incidentCode(finding.incident),
      incidentNo: incident?.no ?? null,
      person: finding.personName,
      department: department?.name ?? null,
      capacity: finding.capacity,
      finding: finding.finding,
      class6: finding.class6,
      points: {
        formula: `IF(${cell('counts')}=1,${grades.join('+')},0)`,
        value: book.model.findingPoints[index]!,
      },
      personCode: book.personCode(finding.person),
      departmentCode: book.departmentCode(finding.department),
      vpCode: book.personCode(department?.vp ?? null),
      severity: { formula: `IFERROR(${lookUp('severity')}&"","")`, value: incident?.severity ?? '' },
      counts: { formula: `IF(IFERROR(${lookUp('state')},"")="已认定",1,0)`, value: counts },
      departmentFlag: { formula: flag('departmentCode'), value: book.model.departmentFlags[index]! },
      vpFlag: { formula: flag('vpCode'), value: book.model.vpFlags[index]! },
    }
  })
  return book.sheet('findings', FINDINGS, rows)
}
