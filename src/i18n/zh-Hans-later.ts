import { zh as assessment } from './messages/assessment.zh.ts'
import { zh as countyPapers } from './messages/county-papers.zh.ts'
import { zh as attendance } from './messages/attendance.zh.ts'
import { zh as audiences } from './messages/audiences.zh.ts'
import { zh as backup } from './messages/backup.zh.ts'
import { zh as bureau } from './messages/bureau.zh.ts'
import { zh as attachments } from './messages/attachments.zh.ts'
import { zh as county } from './messages/county.zh.ts'
import { zh as dashboard } from './messages/dashboard.zh.ts'
import { zh as duty } from './messages/duty.zh.ts'
import { zh as clipboard } from './messages/clipboard.zh.ts'
import { zh as exchange } from './messages/exchange.zh.ts'
import { zh as find } from './messages/find.zh.ts'
import { zh as formats } from './messages/formats.zh.ts'
import { zh as hazards } from './messages/hazards.zh.ts'
import { zh as hand } from './messages/hand.zh.ts'
import { zh as files } from './messages/files.zh.ts'
import { zh as importing } from './messages/import.zh.ts'
import { zh as conflicts } from './messages/conflicts.zh.ts'
import { zh as history } from './messages/history.zh.ts'
import { zh as ledgers } from './messages/ledgers.zh.ts'
import { zh as merge } from './messages/merge.zh.ts'
import { zh as obligations } from './messages/obligations.zh.ts'
import { zh as orders } from './messages/orders.zh.ts'
import { zh as own } from './messages/own.zh.ts'
import { zh as papers } from './messages/papers.zh.ts'
import { zh as quickEntry } from './messages/quick-entry.zh.ts'
import { zh as plainReports } from './messages/plain-reports.zh.ts'
import { zh as receive } from './messages/receive.zh.ts'
import { zh as reception } from './messages/reception.zh.ts'
import { zh as rota } from './messages/rota.zh.ts'
import { zh as rules } from './messages/rules.zh.ts'
import { zh as scores } from './messages/scores.zh.ts'
import { zh as scoring } from './messages/scoring.zh.ts'
import { zh as termEnd } from './messages/term-end.zh.ts'
import { zh as village } from './messages/village.zh.ts'
import { zh as settings } from './messages/settings.zh.ts'

/** What screens, dialogs and explanations say: loaded beside the first of them, to keep the start small. */
export const zhLater = {
  ...assessment,
  ...countyPapers,
  ...attendance,
  ...audiences,
  ...backup,
  ...bureau,
  ...attachments,
  ...clipboard,
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
  ...conflicts,
  ...history,
  ...ledgers,
  ...merge,
  ...obligations,
  ...orders,
  ...own,
  ...papers,
  ...quickEntry,
  ...plainReports,
  ...receive,
  ...reception,
  ...rota,
  ...rules,
  ...scores,
  ...scoring,
  ...settings,
  ...termEnd,
  ...village,
} as const
