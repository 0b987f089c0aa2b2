import type { Step } from '../tables/column.ts'
import type { ExportSummary } from './export-summary.ts'

/** Who speaks for an export: explanations that go into the file, and what the program is called. */
export interface ExportWords {
  readonly program: string
  /** The language of `say`: whoever reads the file later must hear the same explanations. */
  readonly locale: string
  readonly say: (steps: readonly Step[]) => string
  readonly settingName: (key: string) => string
  readonly settingValue: (key: string, value: string) => string
  /** Title and lines of the sheet that says what the file holds; without it there is no such sheet. */
  readonly about?: (summary: ExportSummary) => {
    readonly title: string
    readonly lines: readonly (readonly [item: string, content: string])[]
  }
  /** Ends the name of a file with one colleague's own scores. */
  readonly own?: string
}
