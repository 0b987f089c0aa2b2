import { fixedId } from '../shared/id.ts'
import type { Cell } from '../tables/cell.ts'
import { schoolPresets } from '../tables/school/presets.ts'
import { formatSetting, settingKeys, settingOf } from '../rules/policy.ts'
import type { RowBlock } from '../engine/change.ts'

export interface Founding {
  readonly name: string
  readonly person: string
  readonly now: string
  /** Leaves out what the sample brings along in its own words. */
  readonly sample: boolean
}

interface GivenRow {
  readonly id: string
  readonly cells: Readonly<Record<string, Cell>>
}

/** The rows a school's workbook starts with. Their ids are fixed, so two computers of one school start alike. */
export function newSchoolRows(founding: Founding): RowBlock[] {
  const presets = schoolPresets().filter(({ table }) => !founding.sample || SHARED.has(table))
  const blocks = presets.map(({ table, rows }) => blockOf(table, rows))
  blocks.push(blockOf('policy', policyRows(founding)))
  if (!founding.sample)
    blocks.push(
      blockOf('profile', [
        { id: fixedId('profile'), cells: { school_name: founding.name, ownership: '公办' } },
      ]),
    )
  return blocks
}

/** Presets that no school says in its own words: days off and lists of choices. */
const SHARED: ReadonlySet<string> = new Set(['holidays', 'options'])

/** Every setting of the plan, as read when nobody says otherwise. */
export function policyRows({ person, now }: Pick<Founding, 'person' | 'now'>): GivenRow[] {
  return settingKeys.map((key) => {
    const { group, basis, default: value } = settingOf(key)
    return {
      id: fixedId('policy', key),
      cells: {
        group,
        key,
        value: formatSetting(key, value as never),
        basis,
        changed: person || '内置',
        changed_at: now,
      },
    }
  })
}

export function blockOf(table: string, rows: readonly GivenRow[]): RowBlock {
  const keys = [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))]
  return {
    table,
    ids: rows.map(({ id }) => id),
    columns: Object.fromEntries(keys.map((key) => [key, rows.map(({ cells }) => cells[key] ?? null)])),
  }
}
