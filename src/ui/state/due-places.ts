import type { Obligation } from '../../app/due-work.ts'
import { dutyLogOf } from '../../app/duty-log-of.ts'
import { weeklySummaryOf } from '../../app/weekly-summary.ts'
import { tell } from '../../i18n/translate.ts'
import type { Desk } from './desk.svelte.ts'
import { wantScores } from './score-place.ts'

/** To the log of a day, begun from what is known already. */
export function writeLog(desk: Desk, date: string): void {
  desk.goTo('dutyLog', dutyLogOf(desk.session, date), 'recess_check')
}

/** To the summary of the week in which the day lies. */
export function writeWeek(desk: Desk, day: string): void {
  const summary = weeklySummaryOf(desk.session, day)
  if (summary.ok) desk.goTo('weeklySummaries', summary.value.row, 'class_review')
  else desk.say(tell(summary.problem), 'attention')
}

/** What has a place of its own to be done in; false where a table is that place. */
export function settleInPlace(desk: Desk, { obligation, period, due, row }: Obligation): boolean {
  // The whole school at once, where the table would ask for each class.
  if (obligation === 'duty.attendance') desk.show('attendance')
  else if (obligation === 'duty.log' && period !== null) writeLog(desk, period)
  else if (obligation === 'duty.summary') writeWeek(desk, due)
  else if (obligation === 'score.seal') {
    wantScores({ mode: 'term-end', term: row })
    desk.show('scores')
  } else return false
  return true
}
