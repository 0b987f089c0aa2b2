import type { zh } from '../../../i18n/messages/settings.zh.ts'
import { hasWords, optionLabel, say, t } from '../../../i18n/translate.ts'

/** What a setting is called. */
export const settingName = (key: string): string => t(`setting.${key}` as keyof typeof zh)

/** What it decides, in a sentence or two. */
export const settingHelp = (key: string): string => say([{ code: `setting.${key}` }])

/** A value as people say it; numbers, times and lists stand as they are written. */
export function valueWords(key: string, value: string): string {
  if (value === '是') return optionLabel('是', 'Yes')
  if (value === '否') return optionLabel('否', 'No')
  const words = `setting.${key}.${value}`
  return hasWords(words) ? t(words as keyof typeof zh) : value
}
