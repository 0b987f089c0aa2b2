import { choice, choices, text, yesno } from '../column.ts'
import { defineTable } from '../table.ts'

/** What a column of one's own can hold, as people choose it. */
export const OWN_TYPES = [
  { zh: '文字', en: 'Text' },
  { zh: '长文字', en: 'Long text' },
  { zh: '数字', en: 'Number' },
  { zh: '金额', en: 'Money' },
  { zh: '日期', en: 'Date' },
  { zh: '时刻', en: 'Time' },
  { zh: '是否', en: 'Yes or no' },
  { zh: '单选', en: 'One of a list' },
  { zh: '多选', en: 'Several of a list' },
  { zh: '引用', en: 'A row of another table' },
] as const

/** What the column tells about people; who may see it follows from it. */
export const OWN_CONTENTS = [
  { zh: '不涉及个人', en: 'Nothing about persons' },
  { zh: '可能涉及个人', en: 'Perhaps about persons' },
  { zh: '敏感', en: 'Sensitive' },
] as const

/**
 * Columns a school has added, to its own tables or to ours. The column's key is made from the row's id, so that it is the
 * same on every computer and never another's; label, order and formula may change.
 * Those columns of an own table that tell its rows apart are its key: a file that comes again brings rows up to date.
 */
export const ownColumns = defineTable({
  name: 'ownColumns',
  zh: '自建列',
  en: 'Own columns',
  group: 'settings',
  defines: true,
  key: [],
  shownBy: ['label'],
  columns: {
    table: text({ zh: '所在表', en: 'Table', holds: 'label', required: true }),
    label: text({ zh: '列名', en: 'Heading', holds: 'label', required: true, width: 160 }),
    type: choice(OWN_TYPES, { zh: '类型', en: 'Type', required: true }),
    formula: text({ zh: '公式', en: 'Formula', holds: 'label', width: 320 }),
    options: choices([], { zh: '选项', en: 'Options', width: 200 }),
    to: text({ zh: '引用哪张表', en: 'Refers to', holds: 'label' }),
    content: choice(OWN_CONTENTS, { zh: '内容', en: 'Content' }),
    tells: yesno({ zh: '区分每一行', en: 'Tells rows apart' }),
    after: text({ zh: '排在哪列之后', en: 'After', holds: 'label' }),
  },
})
