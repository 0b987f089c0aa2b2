import type { RulesByTable } from '../rules/rule.ts'
import { CompiledRule, type RuleWorld } from './compiled-rule.ts'

/** The rules of all tables that are there, by `table.column`. They run once they are bound. */
export function compileRules(
  all: RulesByTable,
  world: RuleWorld,
  has: (table: string) => boolean,
): Map<string, CompiledRule> {
  const compiled = new Map<string, CompiledRule>()
  for (const [table, rules] of Object.entries(all)) {
    if (!rules || !has(table)) continue
    for (const [column, rule] of Object.entries(rules))
      compiled.set(`${table}.${column}`, new CompiledRule(table, column, rule, world))
  }
  return compiled
}

/** Binds the rules, when the world knows them all, and gives those whose results are kept and followed. */
export function bindRules(rules: ReadonlyMap<string, CompiledRule>): readonly CompiledRule[] {
  for (const rule of rules.values()) rule.bind()
  const eager = [...rules.values()].filter((rule) => rule.rule.eager)
  for (const { table, column, rule } of eager)
    if (rule.reads.rows)
      throw new Error(`eager rule ${table}.${column} looks rows up, whose coming it is not told of`)
  for (const rule of eager)
    for (const input of rule.inputs()) {
      const read = rules.get(input)
      // Nobody would tell the rule that such a value has moved.
      if (read && !read.rule.eager)
        throw new Error(
          `eager rule ${rule.table}.${rule.column} reads ${input}, which is computed only when looked at`,
        )
    }
  return eager
}
