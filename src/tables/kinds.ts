/** Whose workbook it is: a school's, or the education bureau's that gathers those of its schools. */
export const WORKBOOK_KINDS = ['school', 'bureau'] as const
export type WorkbookKind = (typeof WORKBOOK_KINDS)[number]

/** A kind as a file or a store says it; null for one of a newer version. */
export const readKind = (kind: string): WorkbookKind | null =>
  WORKBOOK_KINDS.find((known) => known === kind) ?? null
