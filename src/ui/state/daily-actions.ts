import { t } from '../../i18n/translate.ts'
import type { Action } from './actions.ts'
import type { Desk } from './desk.svelte.ts'

/** What is written nearly every day, by its name from wherever one is; the incident has its own screen. */
export function dailyActions(desk: Desk): Action[] {
  const action = (label: string, run: () => void): Action => ({ group: 'places', label, run })
  if (desk.kind !== 'school') return []
  const { policy, now } = desk.session.book.environment()
  return [
    ...(policy['plan.dutyWeek']
      ? [
          action(t('ui.duty.write-log'), () => {
            void import('./due-places.ts').then(({ writeLog }) => writeLog(desk, now.slice(0, 10)))
          }),
        ]
      : []),
    action(t('ui.duty.new-hazard'), () => {
      const { ids } = desk.session.add('hazards', [{}], {
        source: 'user',
        label: { code: 'row.add', params: { count: 1 } },
      })
      desk.goTo('hazards', ids[0]!, 'source')
    }),
  ]
}
