import { choice, choices, text, yesno } from '../column.ts'
import { defineTable } from '../table.ts'

/** What a cell is asked. What each means for which column stands in `engine/formats/condition.ts`. */
export const FORMAT_KINDS = [
  { zh: '等于', en: 'Equal to' },
  { zh: '不等于', en: 'Not equal to' },
  { zh: '大于', en: 'Greater than' },
  { zh: '大于等于', en: 'At least' },
  { zh: '小于', en: 'Less than' },
  { zh: '小于等于', en: 'At most' },
  { zh: '介于', en: 'Between' },
  { zh: '早于今天', en: 'Before today' },
  { zh: '今后几天内', en: 'Within the next days' },
  { zh: '过去几天内', en: 'Within the last days' },
  { zh: '包含', en: 'Contains' },
  { zh: '不包含', en: 'Does not contain' },
  { zh: '开头是', en: 'Begins with' },
  { zh: '是其中之一', en: 'One of' },
  { zh: '为空', en: 'Empty' },
  { zh: '不为空', en: 'Not empty' },
  { zh: '重复', en: 'Duplicate' },
  { zh: '最大的几个', en: 'Largest' },
  { zh: '最小的几个', en: 'Smallest' },
] as const

export type FormatKind = (typeof FORMAT_KINDS)[number]['zh']

/**
 * How a cell stands out: a colour by its name in `ui/theme.css`, and a sign, for nobody should need to see colours. The
 * sign is said there too, where style sheets read it; a test holds the two together.
 */
export const LOOKS = [
  { zh: '红色', en: 'Red', name: 'red', sign: '▲' },
  { zh: '橙色', en: 'Amber', name: 'amber', sign: '●' },
  { zh: '绿色', en: 'Green', name: 'green', sign: '✓' },
  { zh: '蓝色', en: 'Blue', name: 'blue', sign: '◆' },
  { zh: '灰色', en: 'Grey', name: 'grey', sign: '–' },
] as const

export type Look = (typeof LOOKS)[number]

/**
 * Conditional formats: each row colours the cells of one column that meet a condition, or their whole rows. The first
 * one that a cell meets, in the order of the rows, gives it its look. Columns by key, so that other names change nothing;
 * a rule whose column is gone sleeps until it comes back.
 */
export const formats = defineTable({
  name: 'formats',
  zh: '条件格式',
  en: 'Conditional formats',
  group: 'settings',
  defines: true,
  key: [],
  shownBy: ['kind'],
  columns: {
    table: text({ zh: '所在表', en: 'Table', holds: 'label', required: true }),
    column: text({ zh: '看哪一列', en: 'Column', holds: 'label', required: true }),
    kind: choice(FORMAT_KINDS, { zh: '条件', en: 'Condition', required: true }),
    value: text({ zh: '值', en: 'Value', holds: 'label' }),
    value_to: text({ zh: '到', en: 'Up to', holds: 'label' }),
    list: choices([], { zh: '其中之一', en: 'List', holds: 'label' }),
    look: choice(LOOKS, { zh: '样子', en: 'Look', required: true }),
    whole_row: yesno({ zh: '整行', en: 'Whole row' }),
  },
})
