import { choice, computed, reference, text } from '../column.ts'
import { defineTable } from '../table.ts'

export const vetoes = defineTable({
  name: 'vetoes',
  zh: '一票否决与评优资格',
  en: 'Veto register',
  group: 'score',
  when: { plan: 'scoring' },
  tier: 'more',
  generated: true,
  key: ['year', 'who', 'reason', 'incident'],
  shownBy: ['year', 'who'],
  columns: {
    year: text({ zh: '年度', en: 'Year', holds: 'label', required: true, synonyms: ['年份'], width: 100 }),
    kind: choice(
      [
        { zh: '个人', en: 'Person' },
        { zh: '部门', en: 'Department' },
      ],
      { zh: '对象类型', en: 'Kind', required: true, initial: '个人', width: 90 },
    ),
    who: reference('staff', {
      zh: '对象',
      en: 'Who',
      alsoTo: ['departments'],
      required: true,
      privacy: 'P',
      synonyms: ['姓名', '部门'],
      width: 110,
    }),
    reason: choice(
      [
        { zh: '责任事故', en: 'Incident with fault' },
        { zh: '隐瞒迟报漏报', en: 'Concealed, late or missing' },
        { zh: '上级追责', en: 'Pursued from above' },
        { zh: '其他', en: 'Other' },
      ],
      { zh: '原因', en: 'Reason', required: true, width: 120 },
    ),
    incident: reference('incidents', { zh: '事故', en: 'Incident', synonyms: ['事故编号'], width: 150 }),
    origin: computed(
      choice(
        [
          { zh: '自动', en: 'By rule' },
          { zh: '人工', en: 'By hand' },
        ],
        { zh: '自动/人工', en: 'Origin', width: 90 },
      ),
    ),
    lifted: reference('meetings', {
      zh: '撤销(依据)',
      en: 'Lifted by',
      synonyms: ['撤销依据', '撤销'],
      hint: { zh: '撤销要有会议记录。', en: 'Only a meeting can lift it.' },
      width: 180,
    }),
  },
  requiredWhen: {
    incident: (row) => row.reason === '责任事故' || row.reason === '隐瞒迟报漏报',
  },
})
