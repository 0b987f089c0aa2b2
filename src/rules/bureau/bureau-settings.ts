import type { RowsOf } from '../rule.ts'

/** What the bureau has set for itself, with the plan's figures where its row does not say. */
export interface BureauSettings {
  readonly monthlyDay: number
  readonly quarterlyDay: number
  readonly visits: number
  readonly studies: number
  readonly hours: number
  readonly severeHours: number
}

/** The read every rule declares that goes by these settings. */
export const settingColumns = {
  columns: ['deadlines', 'quarter_deadline', 'visits', 'studies', 'report_hours', 'severe_hours'],
} as const

type SettingRow = Readonly<Record<(typeof settingColumns.columns)[number], number | null>>

/** P5-25 and P5-26: before the 28th; P1-36 and P1-07: twice a quarter. */
const byPlan: BureauSettings = {
  monthlyDay: 28,
  quarterlyDay: 28,
  visits: 2,
  studies: 2,
  hours: 24,
  severeHours: 2,
}

export const settingsOf = (profile: Pick<RowsOf<SettingRow>, 'all'>): BureauSettings =>
  profile.all.fold(byPlan, (_, row) => ({
    monthlyDay: row.deadlines ?? byPlan.monthlyDay,
    quarterlyDay: row.quarter_deadline ?? byPlan.quarterlyDay,
    visits: row.visits ?? byPlan.visits,
    studies: row.studies ?? byPlan.studies,
    hours: row.report_hours ?? byPlan.hours,
    severeHours: row.severe_hours ?? byPlan.severeHours,
  }))
