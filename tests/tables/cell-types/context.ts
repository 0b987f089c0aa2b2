import { say } from '../../../src/i18n/translate.ts'
import type { CellContext } from '../../../src/tables/cell-types/cell-type.ts'

const NAMES: Readonly<Record<string, string>> = {
  '#wang': '王伟',
  '#li': '李 娜',
  '#anna': 'Anna Li',
  '#class': '一年级(1)班',
  '#twin1': '张敏',
  '#twin2': '张敏',
}

/** A small world for cells: Monday 2 March 2026, five names, two of them the same. */
export const context: CellContext = {
  now: '2026-03-02 09:30',
  find: (_tables, name) => {
    const found = Object.keys(NAMES).filter((id) => NAMES[id] === name)
    return found.length > 1 ? 'many' : (found[0] ?? null)
  },
  nameOf: (id) => NAMES[id] ?? null,
  say,
}

export const ids = Object.keys(NAMES).filter((id) => NAMES[id] !== '张敏')
