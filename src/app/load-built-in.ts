import { schoolBuiltIn, type BuiltIn } from '../engine/built-in.ts'
import type { WorkbookKind } from '../tables/kinds.ts'

/** A school's computer never loads the bureau's tables. */
export const loadBuiltIn = async (kind: WorkbookKind): Promise<BuiltIn> =>
  kind === 'school' ? schoolBuiltIn : (await import('../engine/bureau-built-in.ts')).bureauBuiltIn
