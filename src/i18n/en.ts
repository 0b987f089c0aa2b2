import { en as cells } from './messages/cells.en.ts'
import { en as store } from './messages/store.en.ts'
import { en as scoring } from './messages/scoring.en.ts'
import type { zhHans } from './zh-Hans.ts'

export const en: Record<keyof typeof zhHans, string> = {
  ...cells,
  ...scoring,
  ...store,
}
