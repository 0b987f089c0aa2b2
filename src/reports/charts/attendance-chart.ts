import { t } from '../../i18n/translate.ts'
import type { ChartFacts } from './chart-facts.ts'
import type { Chart } from './chart.ts'

const REASONS = ['sick', 'leave', 'unknown'] as const
type Absences = { due: number; present: number } & Record<(typeof REASONS)[number], number>

/** Who was missing, class by class. One roll call counts once: of a morning and a noon call both do, as both were taken. */
export function attendanceCharts(facts: ChartFacts): Chart[] {
  const table = 'classAttendance'
  const classes = new Map<string, Absences>()
  for (const row of facts.rows(table)) {
    if (!facts.within(facts.day(table, row, 'date'))) continue
    const name = facts.book.text(table, row, 'class')
    let sums = classes.get(name)
    if (!sums) classes.set(name, (sums = { due: 0, present: 0, sick: 0, leave: 0, unknown: 0 }))
    for (const key of ['due', 'present', ...REASONS] as const) sums[key] += facts.number(table, row, key)
  }
  if (classes.size === 0) return []
  const sorted = [...classes].sort(([a], [b]) => a.localeCompare(b, 'zh-CN', { numeric: true }))
  const total = (key: keyof Absences) => sorted.reduce((sum, [, sums]) => sum + sums[key], 0)
  const values = (key: (typeof REASONS)[number]) => sorted.map(([, sums]) => sums[key])
  const [due, present] = [total('due'), total('present')]
  return [
    {
      id: 'attendance',
      title: t('chart.attendance'),
      summary: t('chart.attendance-count', {
        due,
        present,
        rate: due === 0 ? 0 : Math.round((1000 * present) / due) / 10,
      }),
      is: 'rows',
      by: t('chart.school-class'),
      categories: sorted.map(([name]) => name || t('chart.no-class')),
      series: [
        { name: t('chart.sick'), values: values('sick'), look: 'plain' },
        { name: t('chart.leave'), values: values('leave'), look: 'dotted' },
        { name: t('chart.unknown'), values: values('unknown'), look: 'striped' },
      ],
    },
  ]
}
