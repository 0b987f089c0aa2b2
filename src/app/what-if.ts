import type { Result } from '../shared/result.ts'
import { isSettingKey, settingKeys, settingOf, type SettingKey } from '../rules/policy.ts'
import type { SettingGroup, SettingKind } from '../rules/settings/setting.ts'
import { policyRows, type PolicyTexts } from '../engine/trial.ts'
import type { Differences, ScoreDifference } from '../engine/standing.ts'
import type { Workbook } from '../engine/workbook.ts'
import type { Batch, Outcome, Session } from './session.ts'

export type { Differences, PolicyTexts, ScoreDifference, SettingGroup, SettingKind }

/** A setting as the screen offers it: every value as the text the policy table holds. */
export interface SettingEntry {
  readonly key: SettingKey
  readonly group: SettingGroup
  readonly kind: SettingKind
  readonly basis: string
  readonly current: string
  readonly default: string
}

/** All settings of the rules, in the order of their groups, with the values in force. */
export function settingEntries(book: Workbook): SettingEntry[] {
  const { policy } = book.environment()
  return settingKeys.map((key) => {
    const { group, kind, basis, format, default: fallback } = settingOf(key)
    return { key, group, kind, basis, current: format(policy[key]), default: format(fallback) }
  })
}

/** The text as the policy table would hold it, or why it cannot be a value of this setting. */
export function readSetting(key: string, text: string): Result<string> {
  if (!isSettingKey(key)) return { ok: false, problem: { code: 'policy.unknown-setting' } }
  const setting = settingOf(key)
  const read = setting.parse(text)
  return read.ok ? { ok: true, value: setting.format(read.value) } : read
}

export interface WhatIfSummary {
  /** Persons with a difference in any term. */
  readonly persons: number
  readonly higher: number
  readonly lower: number
  readonly vetoesGained: number
  readonly vetoesLost: number
  /** Yuan more or less, over all terms. */
  readonly allowance: number
  readonly classes: number
}

/** What a change of settings comes to, in a few numbers. */
export function summaryOf({ scores, classes }: Differences): WhatIfSummary {
  const count = (fits: (difference: ScoreDifference) => boolean) => scores.filter(fits).length
  const cents = scores.reduce((sum, { from, to }) => sum + centsOf(to?.amount) - centsOf(from?.amount), 0)
  return {
    persons: new Set(scores.map(({ person }) => person)).size,
    higher: count(({ from, to }) => (to?.final ?? 0) > (from?.final ?? 0)),
    lower: count(({ from, to }) => (to?.final ?? 0) < (from?.final ?? 0)),
    vetoesGained: count(({ from, to }) => !from?.veto && to?.veto === true),
    vetoesLost: count(({ from, to }) => from?.veto === true && !to?.veto),
    allowance: cents / 100,
    classes: classes.length,
  }
}

const centsOf = (yuan: number | undefined) => Math.round((yuan ?? 0) * 100)

/** The settings that were tried become the rules: one change, one step to undo. */
export function applySettings(
  session: Session,
  texts: PolicyTexts,
  by: { readonly person: string; readonly now: string },
): Outcome {
  const rows = policyRows(session.book)
  const edits: NonNullable<Batch['edits']>[number][] = []
  const added: NonNullable<Batch['rows']>[number][] = []
  for (const [key, value] of Object.entries(texts)) {
    if (!isSettingKey(key)) continue
    const cells: Record<string, string> = { value, changed_at: by.now }
    if (by.person !== '') cells['changed'] = by.person
    const row = rows.get(key)
    if (row === undefined) {
      const { group, basis } = settingOf(key)
      added.push({ table: 'policy', cells: { group, key, basis, ...cells } })
    } else
      for (const [column, input] of Object.entries(cells)) edits.push({ table: 'policy', row, column, input })
  }
  return session.batch(
    { edits, rows: added },
    { source: 'user', label: { code: 'policy.set', params: { count: Object.keys(texts).length } } },
  )
}
