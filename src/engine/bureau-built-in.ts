import { bureauRules } from '../rules/bureau/all-rules.ts'
import { bureauTables } from '../tables/bureau/all-tables.ts'
import type { BuiltIn } from './built-in.ts'

/** Apart from the school's, which alone is loaded when a school starts. */
export const bureauBuiltIn: BuiltIn = { tables: bureauTables, rules: bureauRules }
