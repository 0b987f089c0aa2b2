import { integer, row, text, time, yesno } from '../column.ts'
import { defineTable } from '../table.ts'

/**
 * Which file belongs to which row. The files themselves are kept apart, by their hash: these rows merge like any other,
 * and a copy of the workbook may have the row without the file.
 */
export const attachments = defineTable({
  name: 'attachments',
  zh: '附件库',
  en: 'Attachments',
  group: 'ledger',
  tier: 'more',
  key: [],
  shownBy: ['name'],
  columns: {
    name: text({
      zh: '文件名',
      en: 'File name',
      required: true,
      privacy: 'P',
      holds: 'document',
      width: 200,
    }),
    refs: row({
      zh: '被引用行',
      en: 'Belongs to',
      required: true,
      fixed: true,
      privacy: 'P',
      // The name of any row: an injured pupil's as well as an incident's.
      holds: 'document',
      width: 220,
    }),
    mime: text({ zh: '类型', en: 'Type', required: true, fixed: true, holds: 'plain', width: 110 }),
    size: integer({ zh: '大小(字节)', en: 'Size (bytes)', required: true, fixed: true, min: 0, width: 100 }),
    sensitive: yesno({
      zh: '含人脸/病历',
      en: 'Faces or health',
      required: true,
      initial: false,
      privacy: 'S',
      holds: 'document',
      hint: {
        zh: '填“是”的附件平时遮住，点“显示”才看得清。',
        en: 'Covered until somebody asks to see it.',
      },
      width: 100,
    }),
    added_at: time({ zh: '添加时间', en: 'Added at', fixed: true, width: 140 }),
    added_by: text({
      zh: '添加人',
      en: 'Added by',
      fixed: true,
      privacy: 'P',
      holds: 'staff-name',
      width: 90,
    }),
    hash: text({ zh: 'SHA-256', en: 'SHA-256', required: true, fixed: true, holds: 'plain', width: 160 }),
  },
})
