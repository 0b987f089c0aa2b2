import type { CommonPart } from './common-part.ts'
import { dailyLists } from './daily-checklists.ts'
import { placeLists } from './place-checklists.ts'

export const checklistParts = (): CommonPart[] =>
  [...dailyLists, ...placeLists].map(({ list, applies = '全部', category, items }) => ({
    name: list,
    rows: items
      .trim()
      .split('\n')
      .map((line, at) => {
        const [marked = '', standard = '', own = category] = line.trim().split('|')
        const item = marked.replace(/^[!@]+/, '')
        const major = marked.startsWith('!')
        return {
          list,
          applies,
          seq: at + 1,
          item,
          standard,
          hazard_cat: own,
          hazard_level: major ? '重大' : '一般',
          major_rule: major,
          photo: major || marked.startsWith('@'),
        }
      }),
  }))
