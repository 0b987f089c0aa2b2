import { fail, ok, type Problem, type Result } from '../shared/result.ts'
import { classificationSettings } from './settings/classification.ts'
import { dutySettings, planSettings } from './settings/duty.ts'
import { hazardSettings } from './settings/hazards.ts'
import { honourSettings } from './settings/honours.ts'
import { ledgerSettings } from './settings/ledgers.ts'
import { managementSettings } from './settings/management.ts'
import { allowanceSettings, pointSettings } from './settings/points.ts'
import { reportingSettings } from './settings/reporting.ts'
import { rotaSettings } from './settings/rota.ts'
import type { Setting, SettingValue } from './settings/setting.ts'

/** Every ambiguity of the plans that changes a class, a point, a deadline or an honour, with its default reading. */
export const settings = {
  ...classificationSettings,
  ...reportingSettings,
  ...pointSettings,
  ...managementSettings,
  ...honourSettings,
  ...allowanceSettings,
  ...ledgerSettings,
  ...dutySettings,
  ...rotaSettings,
  ...planSettings,
  ...hazardSettings,
} as const

export type Settings = typeof settings
export type SettingKey = keyof Settings
export const settingKeys = Object.keys(settings) as readonly SettingKey[]

/** The settings in force: what every rule reads instead of a constant. */
export type Policy = { readonly [K in SettingKey]: SettingValue<Settings[K]> }

export const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(settings, key)

/** A setting seen without its own value type, for screens and files that treat all alike. */
export const settingOf = (key: SettingKey): Setting => settings[key] as Setting

export const defaultPolicy: Policy = Object.freeze(
  Object.fromEntries(settingKeys.map((key) => [key, settings[key].default])),
) as Policy

/** The text of the policy table's 取值 → the value, or why it cannot be one. */
export function parseSetting<K extends SettingKey>(key: K, text: string): Result<Policy[K]> {
  return settingOf(key).parse(text) as Result<Policy[K]>
}

export function formatSetting<K extends SettingKey>(key: K, value: Policy[K]): string {
  return settingOf(key).format(value)
}

export interface SettingProblem {
  readonly key: string
  readonly problem: Problem
}

/**
 * The policy that the rows of the policy table say. A value that cannot be read, or a key this version does not know,
 * is a problem and leaves the default in force: a slip in one setting must not stop the scores.
 */
export function policyFrom(rows: Iterable<{ readonly key: string | null; readonly value: string | null }>): {
  readonly policy: Policy
  readonly problems: readonly SettingProblem[]
} {
  const values: Record<string, unknown> = { ...defaultPolicy }
  const problems: SettingProblem[] = []
  const seen = new Set<string>()
  for (const { key, value } of rows) {
    if (key === null) continue
    const read = readRow(key, value, seen)
    if (read.ok) values[key] = read.value
    else problems.push({ key, problem: read.problem })
  }
  return { policy: Object.freeze(values) as Policy, problems }
}

function readRow(key: string, value: string | null, seen: Set<string>): Result<unknown> {
  if (!isSettingKey(key)) return fail('policy.unknown-setting')
  if (seen.has(key)) return fail('policy.setting-twice')
  seen.add(key)
  return value === null ? ok(settingOf(key).default) : settingOf(key).parse(value)
}

/** Short, the same everywhere for the same values: printed beside a score so that it can be worked out again. */
export function policyVersionOf(policy: Policy): string {
  const text = settingKeys.map((key) => `${key}:${settingOf(key).format(policy[key])}`).join('\n')
  // FNV-1a, twice from different starts: no security, only "was it worked out by the same settings?".
  let [low, high] = [0x811c9dc5, 0x01000193]
  for (let i = 0; i < text.length; i++) {
    low = Math.imul(low ^ text.charCodeAt(i), 0x01000193)
    high = Math.imul(high ^ text.charCodeAt(i), 0x85ebca6b)
  }
  const hex = (part: number) => (part >>> 0).toString(16).padStart(8, '0')
  return `${hex(low).slice(0, 4)}-${hex(high).slice(0, 4)}`
}
