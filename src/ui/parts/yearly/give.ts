import type { ItemScore } from '../../../app/bureau/assessment.ts'
import { t } from '../../../i18n/translate.ts'
import { spokenItem } from './yearly-words.ts'
import type { Desk } from '../../state/desk.svelte.ts'

/** Points given on the spot, as somebody typed them; nothing typed goes back to what was computed. */
export function give(desk: Desk, { row, item, points, onsite }: ItemScore, text: string): void {
  const input = text.trim()
  if (input === String(onsite ?? '')) return
  desk.session.edit([{ table: 'schoolAssessment', row, column: 'onsite', input }], {
    source: 'user',
    label: { code: 'assessment.give', params: { item } },
  })
  const given = Number(input)
  if (points !== null && given > points) {
    const params = { item: spokenItem(item), points, given: input }
    desk.say(t('ui.yearly.too-many', params), 'attention')
  }
}

/** Why points were lost. */
export function explain(desk: Desk, { row, item, why }: ItemScore, text: string): void {
  if (text.trim() === why) return
  desk.session.edit([{ table: 'schoolAssessment', row, column: 'why', input: text.trim() }], {
    source: 'user',
    label: { code: 'assessment.give', params: { item } },
  })
}
