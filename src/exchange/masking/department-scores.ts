import { modelFormulas } from '../score-formula-model.ts'
import type { ScoreExportData } from '../score-data.ts'
import type { ExportSheet } from '../xlsx-write.ts'
import { few } from './bands.ts'

/** Below this many people an average would be somebody's own score. */
const ENOUGH = 3

export interface DepartmentScore {
  readonly name: string
  readonly people: number
  /** Null where it would be the score of one or two people. */
  readonly mean: number | null
  /** Incidents with fault. */
  readonly incidents: number
}

/** A term's scores by department, without anybody's own. */
export function departmentScores(data: ScoreExportData): DepartmentScore[] {
  const counts = modelFormulas(data).departmentCounts
  return data.departments.map(({ id, name }) => {
    const finals = data.persons.filter(({ department }) => department === name).map(({ final }) => final)
    const mean = finals.reduce((sum, final) => sum + final, 0) / finals.length
    return {
      name,
      people: finals.length,
      mean: finals.length < ENOUGH ? null : Math.round(mean * 10) / 10,
      incidents: (counts.get(id) ?? [0, 0, 0]).reduce((sum, count) => sum + count, 0),
    }
  })
}

/**
 * What a notice board may say of a term's scores. Plain numbers, for the rows that formulas would read stay in the
 * school.
 */
export function departmentScoreSheet(data: ScoreExportData): ExportSheet {
  const column = (heading: string, width: number) => ({ heading, width, align: 'center' as const })
  return {
    name: '部门考核',
    title: `${data.school}${data.term} 部门考核`,
    columns: [
      { heading: '部门', width: 20, align: 'start', format: '@' },
      column('参加考核人数', 14),
      column('平均得分', 12),
      column('责任事故起数', 14),
    ],
    rows: departmentScores(data).map(({ name, people, mean, incidents }) => [
      name,
      few(people),
      mean,
      few(incidents),
    ]),
    footer: [[], ['不足 3 人的部门不列平均得分；1、2 写作“少于3”。']],
  }
}
