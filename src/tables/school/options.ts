import { integer, text, yesno } from '../column.ts'
import { defineTable } from '../table.ts'

export const options = defineTable({
  name: 'options',
  zh: '选项字典',
  en: 'Option lists',
  group: 'settings',
  tier: 'more',
  key: ['list', 'code'],
  shownBy: ['list', 'label_zh'],
  columns: {
    list: text({
      zh: '字典',
      en: 'List',
      holds: 'label',
      required: true,
      synonyms: ['字典名称'],
      width: 160,
    }),
    code: text({
      zh: '代码',
      en: 'Code',
      holds: 'label',
      required: true,
      synonyms: ['选项代码'],
      hint: { zh: '代码不要改，改显示名即可。', en: 'Leave the code; change the shown name.' },
      width: 160,
    }),
    label_zh: text({
      zh: '显示名',
      en: 'Shown name',
      holds: 'label',
      required: true,
      synonyms: ['名称', '选项'],
      width: 160,
    }),
    label_en: text({ zh: '英文名', en: 'English name', holds: 'label', width: 160 }),
    order: integer({ zh: '排序', en: 'Order', synonyms: ['排序/停用', '顺序'], width: 70 }),
    disabled: yesno({ zh: '停用', en: 'Out of use', initial: false, width: 70 }),
  },
})
