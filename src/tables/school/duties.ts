import { choice, computed, date, long, reference, signature, text, yesno } from '../column.ts'
import { defineTable } from '../table.ts'
import { validity, validityCheck } from './validity.ts'

export const duties = defineTable({
  name: 'duties',
  zh: '一岗双责责任清单',
  en: 'Dual-responsibility list',
  group: 'organisation',
  tier: 'more',
  key: ['person', 'post'],
  shownBy: ['person', 'post'],
  columns: {
    person: reference('staff', {
      zh: '教职工',
      en: 'Person',
      required: true,
      privacy: 'P',
      synonyms: ['姓名', '责任人', '教师', '责任人姓名'],
      width: 100,
    }),
    post: reference('dutyLibrary', {
      zh: '岗位',
      en: 'Post',
      required: true,
      synonyms: ['岗位名称', '职务'],
      width: 120,
    }),
    job: computed(long({ zh: '本职工作', en: 'Own work', holds: 'label', width: 240 })),
    safety: computed(long({ zh: '安全职责', en: 'Safety duty', holds: 'label', width: 300 })),
    job_own: long({
      zh: '本职工作(另定)',
      en: 'Own work, as agreed',
      holds: 'label',
      synonyms: ['另定本职工作'],
      hint: { zh: '与职责库不同才填，填了就以这里为准。', en: 'Only where it differs from the library.' },
    }),
    safety_own: long({
      zh: '安全职责(另定)',
      en: 'Safety duty, as agreed',
      holds: 'label',
      synonyms: ['另定安全职责'],
      hint: { zh: '与职责库不同才填，填了就以这里为准。', en: 'Only where it differs from the library.' },
    }),
    level: choice(
      [
        { zh: '第一责任', en: 'First', also: ['第一责任人'] },
        { zh: '综合监管', en: 'Overall supervision', also: ['综合监管责任'] },
        { zh: '直接领导', en: 'Direct leadership', also: ['直接领导责任'] },
        { zh: '分管', en: 'In charge of a line', also: ['分管责任'] },
        { zh: '直接', en: 'Direct', also: ['直接责任'] },
      ],
      { zh: '责任层级', en: 'Level', required: true, initial: '直接', synonyms: ['责任级别'], width: 90 },
    ),
    reports_to: reference('staff', {
      zh: '上级责任人',
      en: 'Reports to',
      required: true,
      privacy: 'P',
      synonyms: ['上级', '直接上级', '主管领导'],
      width: 100,
    }),
    cross: yesno({
      zh: '交叉事项',
      en: 'Shared work',
      initial: false,
      synonyms: ['交叉或不明确事项'],
      hint: {
        zh: '几个部门都沾边的事，由第一责任人指定专人负责。',
        en: 'Work between departments: the first responsible names who does it.',
      },
      width: 90,
    }),
    assigned_by: reference('staff', {
      zh: '交叉事项指定人',
      en: 'Assigned by',
      privacy: 'P',
      synonyms: ['指定人'],
      width: 110,
    }),
    pledge: computed(text({ zh: '责任状编号', en: 'Pledges', holds: 'label', width: 150 })),
    ack: signature({ zh: '知晓签名', en: 'Acknowledged', synonyms: ['公示/知晓确认', '知晓确认'] }),
    ack_on: date({ zh: '知晓日期', en: 'Acknowledged on', synonyms: ['确认日期', '公示日期'] }),
    ...validity,
  },
  checks: [validityCheck],
  requiredWhen: { assigned_by: (row) => row.cross === true },
})
