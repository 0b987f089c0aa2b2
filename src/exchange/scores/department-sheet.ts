import { SEVERITIES } from '../score-formula-model.ts'
import type { ExportCell, ExportSheet } from '../xlsx-write.ts'
import { DEPARTMENTS, FINDINGS, NAMES } from './columns.ts'
import { addresses, ranges, sumIfs } from './formulas.ts'
import type { ScoreBook } from './score-book.ts'

/** How many incidents of each severity count against a department, and what that costs its director. */
export function departmentsSheet(book: ScoreBook): ExportSheet {
  const at = addresses(DEPARTMENTS)
  const findings = ranges(NAMES.findings, FINDINGS, book.data.findings.length)
  const rows = book.data.departments.map((department, index) => {
    const cell = at(index)
    const counts = book.model.departmentCounts.get(department.id) ?? [0, 0, 0]
    const n = SEVERITIES.map((severity, grade): ExportCell => ({
      formula: sumIfs(findings('departmentFlag'), [
        [findings('departmentCode'), cell('code')],
        [findings('severity'), `"${severity}"`],
      ]),
      value: counts[grade]!,
    }))
    const points = [0, 1, 2].map(
      (grade) =>
        `INT(${cell(`n${grade + 1}` as 'n1')}/${book.rule('directorThreshold', grade)})*${book.rule('directorPoints', grade)}`,
    )
    return {
      name: department.name,
      line: department.line,
      director: book.personName(department.director),
      vp: book.personName(department.vp),
      n1: n[0]!,
      n2: n[1]!,
      n3: n[2]!,
      points: { formula: points.join('+'), value: book.model.directorPoints.get(department.id) ?? 0 },
      code: book.departmentCode(department.id),
      directorCode: book.personCode(department.director),
      vpCode: book.personCode(department.vp),
    }
  })
  return book.sheet('departments', DEPARTMENTS, rows)
}
