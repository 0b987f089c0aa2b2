import { en as cells } from './messages/cells.en.ts'
import type { zhHans } from './zh-Hans.ts'

export const en: Record<keyof typeof zhHans, string> = {
  ...cells,
}
