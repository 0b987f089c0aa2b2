import { fixedId } from '../../shared/id.ts'
import { holidayRows } from '../school/presets.ts'
import type { Cells } from '../table.ts'
import type { BureauTables } from './all-tables.ts'
import { presetSections } from './preset-sections.ts'

/** What a new bureau's workbook starts with, table by table. Ids are fixed, so two computers start alike. */
export interface BureauPreset {
  readonly table: keyof BureauTables
  readonly rows: readonly { readonly id: string; readonly cells: Cells }[]
}

export const bureauPresets = (name: string): readonly BureauPreset[] => [
  { table: 'bureauProfile', rows: [{ id: fixedId('bureauProfile'), cells: profileOf(name) }] },
  { table: 'sections', rows: sections() },
  { table: 'holidays', rows: holidayRows() },
]

/** The plan's figures as they stand; the people are entered by the bureau. */
const profileOf = (name: string): Cells => ({
  name,
  office: fixedId('section', presetSections[0]!.dept),
  deadlines: 28,
  quarter_deadline: 28,
  visits: 2,
  studies: 2,
  report_hours: 24,
  severe_hours: 2,
})

const sections = () =>
  presetSections.map(({ dept, job, safety, topics, hosts = false }) => ({
    id: fixedId('section', dept),
    cells: { dept, job, safety: numbered(safety), topics: topics.length > 0 ? [...topics] : null, hosts },
  }))

const numbered = (lines: string): string =>
  lines
    .trim()
    .split('\n')
    .map((line, at) => `${at + 1}. ${line.trim()}`)
    .join('\n')
