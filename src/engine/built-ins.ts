import { readKind } from '../tables/kinds.ts'
import { schoolBuiltIn, type BuiltIn } from './built-in.ts'
import { bureauBuiltIn } from './bureau-built-in.ts'

/** Of any kind at once: for workers, which read whatever file comes. A kind nobody knows yet has no tables of ours. */
export function builtInOf(kind: string): BuiltIn {
  switch (readKind(kind)) {
    case 'school':
      return schoolBuiltIn
    case 'bureau':
      return bureauBuiltIn
    case null:
      return { tables: {}, rules: {} }
  }
}
