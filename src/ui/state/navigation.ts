import type { Table, TableGroup } from '../../tables/table.ts'

export type NavigationGroup = 'today' | 'incident' | 'score' | 'organisation' | 'ledger' | 'settings'

/** An entry leads to a screen or to a table; `id` is its name in the address. */
export interface NavigationEntry {
  readonly id: string
  readonly table: Table | null
}

export interface NavigationSection {
  readonly group: NavigationGroup
  readonly label: `ui.group.${NavigationGroup}`
  readonly entries: readonly NavigationEntry[]
}

const SECTIONS: readonly { group: NavigationGroup; holds: readonly TableGroup[] }[] = [
  { group: 'today', holds: ['duty', 'hazard'] },
  { group: 'incident', holds: ['incident'] },
  { group: 'score', holds: ['score'] },
  { group: 'organisation', holds: ['organisation'] },
  { group: 'ledger', holds: ['ledger'] },
  { group: 'settings', holds: ['settings'] },
]

/** Where one can go: screens first in each group, then the tables in their own order. */
export function navigation(
  screens: Readonly<Record<string, { readonly group: NavigationGroup }>>,
  tables: Readonly<Record<string, Table>>,
): NavigationSection[] {
  return SECTIONS.map(({ group, holds }) => ({
    group,
    label: `ui.group.${group}` as const,
    entries: [
      ...Object.entries(screens)
        .filter(([, screen]) => screen.group === group)
        .map(([id]): NavigationEntry => ({ id, table: null })),
      ...Object.values(tables)
        .filter(({ group, defines }) => holds.includes(group) && !defines)
        .map((table): NavigationEntry => ({ id: table.name, table })),
    ],
  })).filter(({ entries }) => entries.length > 0)
}
