import { allRules } from '../rules/all-rules.ts'
import type { RulesByTable } from '../rules/rule.ts'
import { tables } from '../tables/index.ts'
import type { Schema } from '../tables/own/schema.ts'

/** What we give a workbook of one kind: its tables, and the rules of their computed columns. */
export interface BuiltIn {
  readonly tables: Schema
  readonly rules: RulesByTable
}

export const schoolBuiltIn: BuiltIn = { tables, rules: allRules }
