import type { SheetData } from '../sheet-data.ts'
import type { ExportSheet } from '../xlsx-write.ts'

/** The first sheet of every workbook file: what the file is, for whoever finds it later. */
export const ABOUT_SHEET = '说明'

const HEADINGS = ['项目', '内容'] as const

export const aboutSheet = (
  title: string,
  lines: readonly (readonly [item: string, content: string])[],
): ExportSheet => ({
  name: ABOUT_SHEET,
  title,
  columns: [
    { heading: HEADINGS[0], width: 20, align: 'start', format: '@', wrap: true },
    { heading: HEADINGS[1], width: 100, align: 'start', format: '@', wrap: true },
  ],
  rows: lines,
})

/** Ours, and no table: an import has nothing to look for in it. */
export const isAboutSheet = ({ name, rows }: SheetData): boolean =>
  name === ABOUT_SHEET && HEADINGS.every((heading, at) => rows[1]?.[at] === heading)
