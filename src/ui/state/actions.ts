import { localeNames } from '../../i18n/locale-names.ts'
import { labelOf, LOCALES, t } from '../../i18n/translate.ts'
import type { MenuItem } from '../../grid/grid-actions.ts'
import { prints } from '../../reports/prints.ts'
import { screens, screensOf } from '../screens/registry.ts'
import { concernsOf } from './concerns.ts'
import { dailyActions } from './daily-actions.ts'
import type { Desk } from './desk.svelte.ts'
import { navigation } from './navigation.ts'
import { isScreenId } from './screen-ids.ts'
import type { Shell } from './shell.svelte.ts'
import type { Theme } from './theme.ts'

export const ACTION_GROUPS = ['workbook', 'grid', 'column', 'places', 'look'] as const
export type ActionGroup = (typeof ACTION_GROUPS)[number]

/** Something one can do now, by its name in the reader's language. */
export interface Action {
  readonly group: ActionGroup
  readonly label: string
  readonly shortcut?: string
  readonly run: () => void
}

/** What is done by keys of the whole program. The keys themselves are heard in `Workspace.svelte`. */
export function programActions(shell: Shell, desk: Desk): Action[] {
  const action = (label: string, run: () => void, shortcut?: string): Action => ({
    group: 'workbook',
    label,
    run,
    ...(shortcut === undefined ? {} : { shortcut }),
  })
  return [
    action(t('ui.undo'), () => void desk.undo(), 'Ctrl+Z'),
    action(t('ui.redo'), () => void desk.redo(), 'Ctrl+Y'),
    action(t('ui.action.find'), () => (desk.finding = 'find'), 'Ctrl+F'),
    action(t('ui.action.replace'), () => (desk.finding = 'replace'), 'Ctrl+H'),
    action(t('ui.action.palette'), () => (desk.commanding = 'palette'), 'Ctrl+K'),
    action(t('ui.action.shortcuts'), () => (desk.commanding = 'shortcuts'), 'F1'),
    action(t('ui.action.save'), () => desk.saySaved(), 'Ctrl+S'),
    action(t('ui.import'), () => desk.openDialog('import')),
    action(t('ui.export'), () => desk.openDialog('export')),
    action(t('ui.storage.backup'), () => desk.openDialog('backup')),
    action(t('ui.switch-workbook'), () => void shell.choose()),
    action(t('ui.action.panel'), () => desk.setPanel(!desk.panelOpen)),
    action(t('ui.action.reveal'), () => (desk.revealed = !desk.revealed)),
  ]
}

const THEMES: readonly Theme[] = ['system', 'light', 'dark', 'contrast']

/** Everything that can be done from here, for the palette. What cannot be done now is left out. */
export function allActions(shell: Shell, desk: Desk): Action[] {
  const { table, cells, column } = desk.tableActions()
  return [
    ...programActions(shell, desk),
    ...prints
      .filter(({ table }) => Object.hasOwn(desk.session.book.tables, table))
      .map(({ id, name }): Action => ({
        group: 'workbook',
        label: t('ui.print.kind', { name: t(name) }),
        run: () => desk.openPrint(id),
      })),
    ...ofMenu('grid', [...table, ...cells]),
    ...ofMenu('column', column),
    ...ofMenu('places', dailyActions(desk)),
    ...navigation(screensOf(desk.kind), desk.session.book.tables, concernsOf(desk.session.book))
      .flatMap(({ entries, more }) => [...entries, ...more])
      .map(({ id, table }): Action => ({
        group: 'places',
        label: t('ui.palette.go', {
          name: table ? labelOf(table) : isScreenId(id) ? t(screens[id].label) : id,
        }),
        run: () => desk.show(id),
      })),
    ...THEMES.map((theme): Action => ({
      group: 'look',
      label: t('ui.action.theme', { name: t(`ui.theme.${theme}`) }),
      run: () => shell.setTheme(theme),
    })),
    ...LOCALES.map((locale): Action => ({
      group: 'look',
      label: t('ui.action.language', { name: localeNames[locale] }),
      run: () => void shell.setLanguage(locale),
    })),
  ]
}

const ofMenu = (group: ActionGroup, items: readonly MenuItem[]): Action[] =>
  items
    .filter(({ disabled }) => !disabled)
    .map(({ label, run, shortcut }) => ({
      group,
      label,
      run,
      ...(shortcut === undefined ? {} : { shortcut }),
    }))
