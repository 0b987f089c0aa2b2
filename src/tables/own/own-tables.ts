import { text } from '../column.ts'
import { defineTable } from '../table.ts'

/** Tables a school has added. Each row is one; its columns are rows of `ownColumns`. */
export const ownTables = defineTable({
  name: 'ownTables',
  zh: '自建表',
  en: 'Own tables',
  group: 'settings',
  defines: true,
  key: [],
  shownBy: ['label'],
  columns: {
    label: text({ zh: '表名', en: 'Name', holds: 'label', required: true, width: 160 }),
  },
})
