import type { Component } from 'svelte'
import type { IconName } from '../parts/icons/icon-shapes.ts'
import type { NavigationGroup } from '../state/navigation.ts'
import type { Concern } from '../../tables/table.ts'
import type { WorkbookKind } from '../../tables/kinds.ts'
import { isScreenOf, type ScreenId } from '../state/screen-ids.ts'
import type { ScreenProps } from './screen-props.ts'

/** A screen that is not simply a table. Loaded when somebody goes there, so it costs the start nothing. */
export interface Screen {
  readonly label: `ui.screen.${ScreenId}`
  readonly icon: IconName
  readonly group: NavigationGroup
  /** Has an entry only where it concerns; the address leads there in any case. */
  readonly when?: Concern
  readonly load: () => Promise<{ readonly default: Component<ScreenProps> }>
  /** In a bureau's workbook, where that is another one. */
  readonly atBureau?: Screen['load']
}

// A mapped type: a new id does not compile until its screen is named here.
export const screens: { readonly [Id in ScreenId]: Screen } = {
  today: {
    label: 'ui.screen.today',
    icon: 'today',
    group: 'today',
    load: () => import('./TodayScreen.svelte'),
    atBureau: () => import('./BureauTodayScreen.svelte'),
  },
  reception: {
    label: 'ui.screen.reception',
    icon: 'import',
    group: 'reception',
    when: { schoolsBelow: true },
    load: () => import('./ReceptionScreen.svelte'),
  },
  summary: {
    label: 'ui.screen.summary',
    icon: 'chart',
    group: 'county',
    load: () => import('./CountySummaryScreen.svelte'),
  },
  dashboard: {
    label: 'ui.screen.dashboard',
    icon: 'chart',
    group: 'today',
    load: () => import('./DashboardScreen.svelte'),
  },
  entry: {
    label: 'ui.screen.entry',
    icon: 'entry',
    group: 'incident',
    load: () => import('./QuickEntryScreen.svelte'),
  },
  attendance: {
    label: 'ui.screen.attendance',
    icon: 'check',
    group: 'duty',
    load: () => import('./AttendanceScreen.svelte'),
  },
  scores: {
    label: 'ui.screen.scores',
    icon: 'score',
    group: 'score',
    load: () => import('./ScoresScreen.svelte'),
  },
  yearly: {
    label: 'ui.screen.yearly',
    icon: 'score',
    group: 'score',
    load: () => import('./YearlyScreen.svelte'),
  },
  problems: {
    label: 'ui.screen.problems',
    icon: 'problem',
    group: 'today',
    load: () => import('./ProblemsScreen.svelte'),
  },
  conflicts: {
    label: 'ui.screen.conflicts',
    icon: 'differs',
    group: 'today',
    load: () => import('./ConflictsScreen.svelte'),
  },
  history: {
    label: 'ui.screen.history',
    icon: 'history',
    group: 'today',
    load: () => import('./HistoryScreen.svelte'),
  },
}

/** The screens that a workbook of this kind has. */
export const screensOf = (kind: WorkbookKind): Readonly<Record<string, Screen>> =>
  Object.fromEntries(Object.entries(screens).filter(([id]) => isScreenOf(id, kind)))
