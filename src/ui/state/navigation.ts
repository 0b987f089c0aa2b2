import type { Concern, Table, TableGroup } from '../../tables/table.ts'

export type NavigationGroup = 'today' | TableGroup

/** An entry leads to a screen or to a table; `id` is its name in the address. */
export interface NavigationEntry {
  readonly id: string
  readonly table: Table | null
}

export interface NavigationSection {
  readonly group: NavigationGroup
  readonly label: `ui.group.${NavigationGroup}`
  /** What is shown at first. */
  readonly entries: readonly NavigationEntry[]
  /** Behind 更多表: the rest of the group, so that no table is out of reach. */
  readonly more: readonly NavigationEntry[]
}

const GROUPS: readonly NavigationGroup[] = [
  'today',
  'duty',
  'hazard',
  'incident',
  'reception',
  'county',
  'supervision',
  'emergency',
  'score',
  'organisation',
  'ledger',
  'settings',
]

/**
 * Where one can go: screens first in each group, then the tables in their own order; `concerns` says whether a school has
 * what a table is for.
 */
export function navigation(
  screens: Readonly<Record<string, { readonly group: NavigationGroup; readonly when?: Concern }>>,
  tables: Readonly<Record<string, Table>>,
  concerns: (when: Concern) => boolean,
): NavigationSection[] {
  const atFirst = ({ tier, when }: Table) => tier !== 'more' && (when === undefined || concerns(when))
  const entryOf = (table: Table): NavigationEntry => ({ id: table.name, table })
  return GROUPS.map((group) => {
    const own = Object.values(tables).filter((table) => table.group === group && !table.defines)
    return {
      group,
      label: `ui.group.${group}` as const,
      entries: [
        ...Object.entries(screens)
          .filter(([, { group: its, when }]) => its === group && (when === undefined || concerns(when)))
          .map(([id]): NavigationEntry => ({ id, table: null })),
        ...own.filter(atFirst).map(entryOf),
      ],
      more: own.filter((table) => !atFirst(table)).map(entryOf),
    }
  }).filter(({ entries, more }) => entries.length + more.length > 0)
}
