import { t } from '../../i18n/translate.ts'
import type { MenuItem } from '../../grid/grid-actions.ts'
import type { Desk } from './desk.svelte.ts'

/** What is written nearly every day, by its name from wherever one is; the incident has its own screen. */
export function dailyActions(desk: Desk): MenuItem[] {
  if (desk.kind !== 'school') return bureauActions(desk)
  const { policy, now } = desk.session.book.environment()
  return [
    ...(policy['plan.dutyWeek']
      ? [
          {
            label: t('ui.duty.write-log'),
            run: () =>
              void import('./due-places.ts').then(({ writeLog }) => writeLog(desk, now.slice(0, 10))),
          },
        ]
      : []),
    {
      label: t('ui.duty.new-hazard'),
      run: () => {
        const { ids } = desk.session.add('hazards', [{}], {
          source: 'user',
          label: { code: 'row.add', params: { count: 1 } },
        })
        desk.goTo('hazards', ids[0]!, 'source')
      },
    },
  ]
}

function bureauActions(desk: Desk): MenuItem[] {
  const period = desk.session.now.slice(0, 7)
  return [
    {
      label: t('ui.bulletin.begin', { period }),
      run: () =>
        void import('../../app/bureau/draft-bulletin.ts').then(({ bulletinOf }) =>
          desk.goTo('bulletins', bulletinOf(desk.session, period), 'body'),
        ),
    },
  ]
}
