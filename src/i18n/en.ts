import { en as assessment } from './messages/assessment.en.ts'
import { en as countyPapers } from './messages/county-papers.en.ts'
import { en as attendance } from './messages/attendance.en.ts'
import { en as village } from './messages/village.en.ts'
import { en as termEnd } from './messages/term-end.en.ts'
import { en as audiences } from './messages/audiences.en.ts'
import { en as attachments } from './messages/attachments.en.ts'
import { en as today } from './messages/today.en.ts'
import { en as quickEntry } from './messages/quick-entry.en.ts'
import { en as scores } from './messages/scores.en.ts'
import { en as settings } from './messages/settings.en.ts'
import { en as backup } from './messages/backup.en.ts'
import { en as rota } from './messages/rota.en.ts'
import { en as bureau } from './messages/bureau.en.ts'
import { en as rules } from './messages/rules.en.ts'
import { en as cells } from './messages/cells.en.ts'
import { en as county } from './messages/county.en.ts'
import { en as dashboard } from './messages/dashboard.en.ts'
import { en as duty } from './messages/duty.en.ts'
import { en as clipboard } from './messages/clipboard.en.ts'
import { en as conflicts } from './messages/conflicts.en.ts'
import { en as exchange } from './messages/exchange.en.ts'
import { en as find } from './messages/find.en.ts'
import { en as formats } from './messages/formats.en.ts'
import { en as hazards } from './messages/hazards.en.ts'
import { en as hand } from './messages/hand.en.ts'
import { en as files } from './messages/files.en.ts'
import { en as importing } from './messages/import.en.ts'
import { en as history } from './messages/history.en.ts'
import { en as ledgers } from './messages/ledgers.en.ts'
import { en as merge } from './messages/merge.en.ts'
import { en as obligations } from './messages/obligations.en.ts'
import { en as orders } from './messages/orders.en.ts'
import { en as own } from './messages/own.en.ts'
import { en as papers } from './messages/papers.en.ts'
import { en as printNames } from './messages/print-names.en.ts'
import { en as plainReports } from './messages/plain-reports.en.ts'
import { en as receive } from './messages/receive.en.ts'
import { en as reception } from './messages/reception.en.ts'
import { en as grid } from './messages/grid.en.ts'
import { en as shell } from './messages/shell.en.ts'
import { en as store } from './messages/store.en.ts'
import { en as scoring } from './messages/scoring.en.ts'
import type { zhHans } from './zh-Hans.ts'

export const en: Record<keyof typeof zhHans, string> = {
  ...assessment,
  ...countyPapers,
  ...attendance,
  ...termEnd,
  ...village,
  ...audiences,
  ...backup,
  ...bureau,
  ...attachments,
  ...cells,
  ...clipboard,
  ...conflicts,
  ...county,
  ...dashboard,
  ...duty,
  ...exchange,
  ...find,
  ...files,
  ...formats,
  ...hand,
  ...hazards,
  ...importing,
  ...grid,
  ...history,
  ...ledgers,
  ...merge,
  ...obligations,
  ...orders,
  ...own,
  ...papers,
  ...printNames,
  ...plainReports,
  ...receive,
  ...reception,
  ...settings,
  ...rota,
  ...rules,
  ...scoring,
  ...shell,
  ...store,
  ...scores,
  ...quickEntry,
  ...today,
}
