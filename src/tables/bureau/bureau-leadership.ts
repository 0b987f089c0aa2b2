import { choice, long, reference, text } from '../column.ts'
import { validity, validityCheck } from '../school/validity.ts'
import { defineTable } from '../table.ts'

export const bureauLeadership = defineTable({
  name: 'bureauLeadership',
  zh: '领导小组',
  en: 'Leading group',
  group: 'organisation',
  key: ['role', 'person'],
  shownBy: ['role', 'person'],
  columns: {
    role: choice(
      [
        { zh: '组长', en: 'Leader' },
        { zh: '副组长', en: 'Deputy leader' },
        { zh: '成员', en: 'Member', also: ['组员'] },
        { zh: '办公室主任', en: 'Head of its office' },
      ],
      { zh: '职务', en: 'Role', required: true, synonyms: ['组内职务'], width: 110 },
    ),
    person: reference('bureauStaff', {
      zh: '人员',
      en: 'Person',
      required: true,
      privacy: 'P',
      synonyms: ['姓名'],
    }),
    duty: long({
      zh: '分工',
      en: 'Task',
      holds: 'label',
      required: true,
      synonyms: ['职责', '工作分工'],
      hint: {
        zh: '组长负总责；副组长协调并督办分管科室和分包学校；成员督办自己的一块。',
        en: 'The leader answers for all, deputies coordinate and oversee, members oversee their own part.',
      },
    }),
    ...validity,
    doc_no: text({ zh: '文号', en: 'Document', holds: 'label', synonyms: ['成立文号'], width: 150 }),
  },
  checks: [validityCheck],
})
