import { choice, computed, date, integer, reference, text, yesno } from '../column.ts'
import { defineTable } from '../table.ts'
import { validity, validityCheck } from './validity.ts'

export const contracts = defineTable({
  name: 'contracts',
  zh: '分包责任表',
  en: 'Contracted responsibility',
  group: 'organisation',
  tier: 'more',
  when: { plan: 'contracts' },
  key: ['kind', 'item', 'target', 'owner'],
  shownBy: ['item', 'target', 'owner'],
  columns: {
    kind: choice(
      [
        { zh: '项目', en: 'Matter', also: ['分项', '事项'] },
        { zh: '区域部位', en: 'Area', also: ['区域', '部位', '片区'] },
        { zh: '班级', en: 'Class', also: ['包班'] },
        { zh: '年级', en: 'Grade', also: ['包年级'] },
        { zh: '条线', en: 'Line' },
        { zh: '时段', en: 'Hours' },
      ],
      {
        zh: '分包类型',
        en: 'Kind',
        required: true,
        initial: '项目',
        synonyms: ['类型', '包保类型'],
        width: 90,
      },
    ),
    item: text({
      zh: '分包内容',
      en: 'What',
      holds: 'label',
      required: true,
      synonyms: ['包保内容', '分包项目', '包保项目', '内容', '项目'],
      hint: { zh: '例如 用电、交通、食品、门卫、厕所。', en: 'Electricity, traffic, food, the gate …' },
      width: 130,
    }),
    target: reference('areas', {
      zh: '部位/班级',
      en: 'Area or class',
      alsoTo: ['classes'],
      synonyms: ['部位', '包保部位', '区域', '班级'],
      width: 120,
    }),
    owner: reference('staff', {
      zh: '责任人',
      en: 'Owner',
      required: true,
      privacy: 'P',
      synonyms: ['包保责任人', '分包人', '包保人', '包保领导', '负责人'],
      width: 100,
    }),
    deputy: reference('staff', {
      zh: '协助人',
      en: 'Helped by',
      privacy: 'P',
      synonyms: ['协办人', '配合人', '第二责任人'],
      width: 100,
    }),
    freq: choice(
      [
        { zh: '每日', en: 'Daily', also: ['每天'] },
        { zh: '每周', en: 'Weekly' },
        { zh: '每月', en: 'Monthly' },
        { zh: '每季两次', en: 'Twice a quarter', also: ['每季度两次', '每季度2次'] },
      ],
      {
        zh: '督查频次',
        en: 'Checked',
        required: true,
        initial: '每周',
        synonyms: ['检查频次', '频次'],
        width: 90,
      },
    ),
    last_check: computed(date({ zh: '最近督查', en: 'Last check' })),
    overdue: computed(yesno({ zh: '是否超期未查', en: 'Overdue', width: 100 })),
    open_hazards: computed(integer({ zh: '未销号隐患数', en: 'Open hazards', holds: 'count', width: 100 })),
    ...validity,
  },
  checks: [validityCheck],
  requiredWhen: { target: (row) => row.kind === '区域部位' || row.kind === '班级' },
})
