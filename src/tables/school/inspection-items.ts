import { choice, computed, file, long, reference, text, yesno } from '../column.ts'
import { defineTable } from '../table.ts'

export const inspectionItems = defineTable({
  name: 'inspectionItems',
  zh: '检查明细',
  en: 'Inspection items',
  group: 'hazard',
  tier: 'more',
  key: ['insp', 'item', 'area'],
  shownBy: ['insp', 'item'],
  columns: {
    insp: reference('inspections', {
      zh: '检查记录',
      en: 'Inspection',
      required: true,
      synonyms: ['检查编号'],
      width: 150,
    }),
    item: reference('checklists', {
      zh: '项目',
      en: 'Item',
      required: true,
      synonyms: ['检查项目', '检查内容'],
      width: 220,
    }),
    area: reference('areas', { zh: '部位', en: 'Place', synonyms: ['检查部位'] }),
    result: choice(
      [
        { zh: '合格', en: 'In order', also: ['√', '正常'] },
        { zh: '不合格', en: 'Failed', also: ['×', '异常'], alarm: true },
        { zh: '不适用', en: 'Does not apply' },
        { zh: '未查', en: 'Not looked at' },
      ],
      { zh: '结果', en: 'Result', required: true, initial: '未查', synonyms: ['检查结果'], width: 90 },
    ),
    issue: long({
      zh: '问题描述',
      en: 'What is wrong',
      holds: 'label',
      synonyms: ['存在问题', '问题'],
    }),
    photo: file({ zh: '照片', en: 'Photo' }),
    fixed_now: yesno({ zh: '当场整改', en: 'Put right at once', initial: false, width: 90 }),
    joined: reference('hazards', {
      zh: '对应隐患',
      en: 'Belongs to hazard',
      hint: {
        zh: '填“不合格”时自动登记；已有同样的隐患就并入。',
        en: 'Made by itself when an item fails, or joined to the one that is open already.',
      },
      width: 150,
    }),
    hazard: computed(text({ zh: '转隐患编号', en: 'Became hazard', holds: 'incident-number', width: 180 })),
  },
  requiredWhen: {
    issue: ({ result }) => result === '不合格',
  },
})
