import {
  choice,
  choices,
  computed,
  date,
  file,
  integer,
  long,
  reference,
  references,
  signature,
  text,
} from '../column.ts'
import { defineTable } from '../table.ts'
import { checklistNames, inspectionKinds } from './hazard-choices.ts'

export const inspections = defineTable({
  name: 'inspections',
  zh: '检查记录',
  en: 'Inspections',
  group: 'hazard',
  key: ['no'],
  shownBy: ['no'],
  columns: {
    no: text({
      zh: '编号',
      en: 'No.',
      holds: 'incident-number',
      required: true,
      synonyms: ['检查编号', '记录编号'],
      hint: {
        zh: '不填时自动编号，如 JC-20260907-01。',
        en: 'Numbered by itself when left empty, such as JC-20260907-01.',
      },
      width: 150,
    }),
    date: date({ zh: '日期', en: 'Date', required: true, synonyms: ['检查日期', '检查时间'] }),
    kind: choice(inspectionKinds, {
      zh: '类型',
      en: 'Kind',
      required: true,
      synonyms: ['检查类型', '检查性质'],
    }),
    lists: choices(checklistNames, {
      zh: '所用清单',
      en: 'Lists used',
      open: true,
      synonyms: ['检查表', '检查清单'],
      width: 120,
    }),
    inspectors: references('staff', {
      zh: '检查人',
      en: 'Inspectors',
      required: true,
      privacy: 'P',
      synonyms: ['检查人员', '参加人员'],
      width: 140,
    }),
    leader: reference('staff', {
      zh: '带队',
      en: 'Led by',
      privacy: 'P',
      synonyms: ['带队领导', '带队人', '组长'],
    }),
    external: text({
      zh: '外部人员',
      en: 'From outside',
      privacy: 'P',
      holds: 'staff-name',
      hint: { zh: '教育局、消防、市场监管等来人。', en: 'From the bureau, the fire or market office.' },
    }),
    areas: references('areas', {
      zh: '检查部位',
      en: 'Places',
      required: true,
      synonyms: ['部位', '检查地点', '检查范围'],
      width: 160,
    }),
    summary: long({
      zh: '总体情况',
      en: 'Summary',
      holds: 'label',
      required: true,
      synonyms: ['检查情况', '检查结果'],
    }),
    counts: computed(
      integer({ zh: '检查项数', en: 'Items checked', synonyms: ['检查项数/不合格数'], width: 80 }),
    ),
    failed: computed(integer({ zh: '不合格数', en: 'Failed', width: 80 })),
    unchecked: computed(integer({ zh: '未查项数', en: 'Left open', width: 80 })),
    hazards: computed(integer({ zh: '新增隐患数', en: 'New hazards', width: 90 })),
    notice: file({ zh: '责令整改通知书', en: 'Notice', synonyms: ['整改通知书'] }),
    sign: signature({ zh: '签名(检查人/被查部门)', en: 'Signed', synonyms: ['签名'] }),
  },
  checks: [
    {
      column: 'date',
      problem: ({ date }, now) => (date !== null && date > now.slice(0, 10) ? 'time.future' : null),
    },
  ],
})
