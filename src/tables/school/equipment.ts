import { choice, computed, date, integer, reference, text, yesno } from '../column.ts'
import { defineTable } from '../table.ts'
import { expiryStates } from './hazard-choices.ts'

export const equipment = defineTable({
  name: 'equipment',
  zh: '三防与设施设备',
  en: 'Safety equipment',
  group: 'ledger',
  tier: 'more',
  key: ['code'],
  shownBy: ['name', 'code'],
  columns: {
    name: text({
      zh: '名称',
      en: 'Name',
      holds: 'label',
      required: true,
      synonyms: ['设备名称', '器材名称'],
    }),
    kind: choice(
      [
        { zh: '灭火器', en: 'Extinguisher' },
        { zh: '消火栓', en: 'Hydrant', also: ['消防栓'] },
        { zh: '应急灯', en: 'Emergency light' },
        { zh: '疏散标志', en: 'Exit sign', also: ['疏散指示'] },
        { zh: '监控', en: 'Camera', also: ['摄像头'] },
        { zh: '一键报警', en: 'Alarm button' },
        { zh: '防护器材', en: 'Guards’ gear' },
        { zh: '防撞设施', en: 'Bollards' },
        { zh: '特种设备', en: 'Special equipment', also: ['电梯'] },
        { zh: '锅炉', en: 'Boiler' },
        { zh: '校车', en: 'School bus' },
        { zh: '饮水', en: 'Drinking water', also: ['饮水机'] },
        { zh: '体育器械', en: 'Sports equipment', also: ['体育器材'] },
        { zh: '电器', en: 'Electric appliance' },
      ],
      { zh: '类别', en: 'Kind', required: true, synonyms: ['设备类别'], width: 100 },
    ),
    code: text({
      zh: '编号',
      en: 'Code',
      holds: 'label',
      required: true,
      synonyms: ['设备编号'],
      width: 110,
    }),
    area: reference('areas', { zh: '部位', en: 'Place', required: true, synonyms: ['存放位置', '位置'] }),
    qty: integer({ zh: '数量', en: 'Number', required: true, initial: 1, min: 0, width: 70 }),
    checked: date({
      zh: '购置/检验日期',
      en: 'Bought or checked on',
      required: true,
      synonyms: ['购置日期', '检验日期'],
    }),
    expires: date({
      zh: '有效期至/下次检验',
      en: 'Valid to',
      required: true,
      synonyms: ['有效期至', '有效期', '下次检验', '到期日期'],
      hint: { zh: '到期前 30 天起提醒。', en: 'You are told from 30 days before.' },
    }),
    keeper: reference('staff', {
      zh: '保管人',
      en: 'Kept by',
      required: true,
      privacy: 'P',
      synonyms: ['责任人'],
    }),
    damaged: yesno({ zh: '损坏', en: 'Damaged', synonyms: ['是否损坏'], width: 70 }),
    state: computed(
      choice([...expiryStates, { zh: '损坏', en: 'Damaged', alarm: true }], {
        zh: '状态',
        en: 'State',
        width: 80,
      }),
    ),
    last: computed(date({ zh: '最近检查', en: 'Last looked at' })),
  },
  checks: [
    {
      column: 'expires',
      problem: ({ checked, expires }) =>
        checked !== null && expires !== null && expires < checked ? 'dates.to-before-from' : null,
    },
  ],
})
