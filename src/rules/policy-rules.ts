import type { Tables } from '../tables/index.ts'
import { isSettingKey, settingOf } from './policy.ts'
import { rulesOf } from './rule.ts'

const { rule, all } = rulesOf<Tables['policy']>()

export const policyRules = all({
  default: rule({ own: ['key'] }, ({ key }) => {
    if (key === null || !isSettingKey(key)) return null
    const setting = settingOf(key)
    return setting.format(setting.default)
  }),
  /** What the key is called; the key itself stays what files and copies go by. */
  name: rule({ own: ['key'] }, ({ key }) =>
    key !== null && isSettingKey(key) ? [{ code: `name:setting.${key}` }] : [],
  ),
  /** A choice in words; a number says what it says. */
  value_words: rule({ own: ['key', 'value'] }, ({ key, value }) => {
    if (key === null || value === null || !isSettingKey(key)) return []
    const { kind, parse, format } = settingOf(key)
    const read = kind.is === 'choice' ? parse(value) : null
    return read?.ok ? [{ code: `name:setting.${key}.${format(read.value)}` }] : []
  }),
  help_zh: rule({ own: ['key'] }, ({ key }) =>
    key !== null && isSettingKey(key) ? [{ code: `setting.${key}` }] : [],
  ),
})
