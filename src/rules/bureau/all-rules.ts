import type { BureauTables } from '../../tables/bureau/index.ts'
import { todosRules } from '../todos-rules.ts'
import type { RulesByTable } from '../rule.ts'

/** The rules of every table of a bureau that has computed columns. */
export const bureauRules: RulesByTable<keyof BureauTables> = {
  todos: todosRules,
}
