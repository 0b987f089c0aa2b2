import type { Result } from '../../shared/result.ts'
import {
  basisOf,
  figuresIn,
  receiptOfResult,
  SCHOOL_ITEMS,
  schoolResults,
  sectionReceipt,
  sectionResults,
  type AssessmentLine,
} from '../../engine/assessment.ts'
import { assessmentSheets, type AssessmentExport } from '../../exchange/assessment-sheets.ts'
import { FIGURES } from '../../rules/bureau/assessment-figures.ts'
import type { Workbook } from '../../engine/workbook.ts'
import type { writeXlsxFile } from '../../workers/bridge.ts'
import type { ExportWords } from '../export-words.ts'
import type { Session } from '../session.ts'

/** A year's assessment as it goes into a file. */
export function assessmentExport(
  book: Workbook,
  year: string,
  title: string,
  say: ExportWords['say'],
): AssessmentExport {
  const figures = figuresIn(book)
  const why = ({ steps }: AssessmentLine) => say(steps)
  return {
    title,
    items: SCHOOL_ITEMS,
    figures: FIGURES.map(({ of, item }) => ({ of, item, value: figures[item], basis: basisOf(book, item) })),
    schools: schoolResults(book, year).map((result) => ({
      name: result.name,
      town: result.town,
      total: result.total,
      vetoed: result.veto,
      rank: result.rank,
      grade: result.grade,
      lines: receiptOfResult(book, year, result).lines.map((line) => ({
        item: line.what,
        points: line.most,
        share: line.share,
        auto: line.item!.auto,
        onsite: line.item!.onsite,
        score: line.score,
        lost: line.item!.why,
        why: why(line),
        basis: line.basis,
      })),
    })),
    sections: sectionResults(book, year).map(({ row, name, parts, score, grade }) => ({
      name,
      parts: [parts.visits, parts.studies, parts.reports, parts.fix, parts.inc],
      score,
      grade,
      why: (sectionReceipt(book, year, row)?.lines ?? []).map(why).join(''),
    })),
  }
}

/** 导出考核结果: an .xlsx with live formulas and the reasons of every point. */
export async function exportAssessment(
  session: Session,
  year: string,
  title: string,
  say: ExportWords['say'],
  writer?: typeof writeXlsxFile,
): Promise<Result<Uint8Array>> {
  const write = writer ?? (await import('../../workers/bridge.ts')).writeXlsxFile
  const sheets = assessmentSheets(assessmentExport(session.book, year, title, say))
  const written = await write({ sheets }, { title })
  return written.ok ? { ok: true, value: written.value.bytes } : written
}
