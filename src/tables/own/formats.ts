import { choice, text } from '../column.ts'
import { defineTable } from '../table.ts'

export const FORMAT_CONDITIONS = [
  { zh: '等于', en: 'Equals' },
  { zh: '不等于', en: 'Is not' },
  { zh: '大于', en: 'Greater than' },
  { zh: '小于', en: 'Less than' },
  { zh: '不小于', en: 'At least' },
  { zh: '不大于', en: 'At most' },
  { zh: '包含', en: 'Contains' },
  { zh: '为空', en: 'Is empty' },
  { zh: '公式', en: 'Formula' },
] as const

/** A colour never stands alone: each comes with a sign for whoever does not see it, or prints in black. */
export const FORMAT_LOOKS = [
  { zh: '红 ▲', en: 'Red ▲' },
  { zh: '黄 ●', en: 'Yellow ●' },
  { zh: '绿 ✓', en: 'Green ✓' },
  { zh: '蓝 ◆', en: 'Blue ◆' },
] as const

/** When a cell of a column catches the eye, and how. The first row that holds counts. */
export const formats = defineTable({
  name: 'formats',
  zh: '条件格式',
  en: 'Conditional formats',
  group: 'settings',
  defines: true,
  key: [],
  shownBy: ['column', 'when'],
  columns: {
    table: text({ zh: '所在表', en: 'Table', holds: 'label', required: true }),
    column: text({ zh: '列', en: 'Column', holds: 'label', required: true }),
    when: choice(FORMAT_CONDITIONS, { zh: '条件', en: 'Condition', required: true }),
    value: text({ zh: '值', en: 'Value', holds: 'label' }),
    look: choice(FORMAT_LOOKS, { zh: '样子', en: 'Look', required: true }),
  },
})
