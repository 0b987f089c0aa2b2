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
  help_zh: rule({ own: ['key'] }, ({ key }) =>
    key !== null && isSettingKey(key) ? [{ code: `setting.${key}` }] : [],
  ),
})
