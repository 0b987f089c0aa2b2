import { zh as cells } from './messages/cells.zh.ts'
import { zh as grid } from './messages/grid.zh.ts'
import { zh as printNames } from './messages/print-names.zh.ts'
import { zh as shell } from './messages/shell.zh.ts'
import { zh as store } from './messages/store.zh.ts'
import { zh as today } from './messages/today.zh.ts'

/** What the first screen and the tables say: loaded with the program. */
export const zhStart = {
  ...cells,
  ...grid,
  ...printNames,
  ...shell,
  ...store,
  ...today,
} as const
