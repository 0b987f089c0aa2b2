import { zh as today } from './messages/today.zh.ts'
import { zh as quickEntry } from './messages/quick-entry.zh.ts'
import { zh as scores } from './messages/scores.zh.ts'
import { zh as settings } from './messages/settings.zh.ts'
import { zh as rules } from './messages/rules.zh.ts'
import { zh as cells } from './messages/cells.zh.ts'
import { zh as exchange } from './messages/exchange.zh.ts'
import { zh as files } from './messages/files.zh.ts'
import { zh as grid } from './messages/grid.zh.ts'
import { zh as shell } from './messages/shell.zh.ts'
import { zh as store } from './messages/store.zh.ts'
import { zh as scoring } from './messages/scoring.zh.ts'

/** Every sentence, in the source language. The start carries this one; the others are loaded when asked for. */
export const zhHans = {
  ...cells,
  ...exchange,
  ...files,
  ...grid,
  ...settings,
  ...rules,
  ...scoring,
  ...shell,
  ...store,
  ...scores,
  ...quickEntry,
  ...today,
} as const
