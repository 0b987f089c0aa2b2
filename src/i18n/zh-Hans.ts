import { zh as settings } from './messages/settings.zh.ts'
import { zh as rules } from './messages/rules.zh.ts'
import { zh as cells } from './messages/cells.zh.ts'
import { zh as exchange } from './messages/exchange.zh.ts'
import { zh as grid } from './messages/grid.zh.ts'
import { zh as shell } from './messages/shell.zh.ts'
import { zh as store } from './messages/store.zh.ts'
import { zh as scoring } from './messages/scoring.zh.ts'

/** Every sentence, in the source language. The start carries this one; the others are loaded when asked for. */
export const zhHans = {
  ...cells,
  ...exchange,
  ...grid,
  ...settings,
  ...rules,
  ...scoring,
  ...shell,
  ...store,
} as const
