import { text } from '../column.ts'
import { defineTable } from '../table.ts'

/** Other names a school has given to our tables and columns. */
export const labels = defineTable({
  name: 'labels',
  zh: '改名',
  en: 'Renamed headings',
  group: 'settings',
  defines: true,
  key: ['table', 'column'],
  shownBy: ['label'],
  columns: {
    table: text({ zh: '所在表', en: 'Table', holds: 'label', required: true }),
    column: text({ zh: '列', en: 'Column', holds: 'label' }),
    label: text({ zh: '名称', en: 'Name', holds: 'label', width: 160 }),
  },
})
