import type { Cell } from '../tables/cell.ts'

/** What a school has to have for an item to be looked at there; the profile's switch for it. */
const SWITCHES: Readonly<Record<string, string>> = {
  寄宿: 'boarding',
  有食堂: 'canteen',
  有校车: 'school_bus',
}

/**
 * Is an item of a checklist (`checklists.applies`) for this school? What nobody has answered yet is taken for a yes, so
 * that nothing is missed.
 */
export function isForSchool(applies: Cell | undefined, profile: (column: string) => Cell): boolean {
  if (applies === '幼儿园') return (profile('school_type') ?? '幼儿园') === '幼儿园'
  const column = typeof applies === 'string' ? SWITCHES[applies] : undefined
  return column === undefined || profile(column) !== false
}
