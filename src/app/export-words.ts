import type { Step } from '../tables/column.ts'

/** Who speaks for an export: explanations that go into the file, and what the program is called. */
export interface ExportWords {
  readonly program: string
  readonly say: (steps: readonly Step[]) => string
  readonly settingName: (key: string) => string
  readonly settingValue: (key: string, value: string) => string
}
