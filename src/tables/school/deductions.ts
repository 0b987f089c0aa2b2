import { choice, computed, number, reference, steps, text } from '../column.ts'
import { defineTable } from '../table.ts'
import { classLabels } from './incident-choices.ts'

export const deductions = defineTable({
  name: 'deductions',
  zh: '扣分明细',
  en: 'Deductions',
  group: 'score',
  tier: 'more',
  when: { plan: 'scoring' },
  generated: true,
  key: ['term', 'person', 'source', 'incident'],
  shownBy: ['term', 'person', 'source'],
  columns: {
    term: reference('terms', { zh: '学期', en: 'Term', required: true, width: 150 }),
    person: reference('staff', {
      zh: '教职工',
      en: 'Person',
      required: true,
      privacy: 'P',
      synonyms: ['姓名'],
      width: 100,
    }),
    source: choice(
      [
        { zh: '事故(直接)', en: 'Incident (direct)' },
        { zh: '事故(管理责任-主任)', en: 'Incident (management, director)' },
        { zh: '事故(管理责任-副校长)', en: 'Incident (management, vice principal)' },
        { zh: '隐瞒迟报漏报', en: 'Concealed, late or missing' },
        { zh: '其他(手工)', en: 'Other (by hand)' },
      ],
      { zh: '来源', en: 'Source', required: true, initial: '其他(手工)', width: 170 },
    ),
    incident: reference('incidents', { zh: '事故', en: 'Incident', synonyms: ['事故编号'], width: 150 }),
    class6: computed(choice(classLabels, { zh: '小类', en: 'Class', width: 160 })),
    points: computed(
      number({
        zh: '扣分',
        en: 'Points',
        hint: { zh: '扣分写成负数。', en: 'Negative numbers take points off.' },
        width: 70,
      }),
    ),
    explain: steps({ zh: '计算过程', en: 'How it was worked out', width: 280 }),
    manual_points: number({
      zh: '手工扣分',
      en: 'Points by hand',
      hint: {
        zh: '只在“其他(手工)”时填；扣分写负数，加分写正数。',
        en: 'Only for deductions by hand: negative takes off, positive adds.',
      },
      width: 90,
    }),
    reason: text({
      zh: '手工扣分原因',
      en: 'Reason',
      holds: 'narrative',
      synonyms: ['扣分原因', '原因'],
      width: 180,
    }),
    adjusts: reference('terms', {
      zh: '调整哪个学期',
      en: 'Adjusts the term',
      hint: {
        zh: '封账以后才定下来的，记在以后的学期，这里写被调整的学期；加分减分都足额计入。',
        en: 'What was decided after a term was sealed counts in a later one, in full, up or down; name the sealed term here.',
      },
      width: 150,
    }),
    state: choice(
      [
        { zh: '预计', en: 'Expected' },
        { zh: '已确认', en: 'Confirmed' },
        { zh: '撤销', en: 'Withdrawn' },
      ],
      { zh: '状态', en: 'State', required: true, initial: '预计', width: 80 },
    ),
    meeting: reference('meetings', { zh: '确认会议', en: 'Confirmed at', width: 180 }),
    rules: computed(text({ zh: '规则版本', en: 'Ruleset', holds: 'label', width: 110 })),
  },
  checks: [
    {
      column: 'adjusts',
      problem: (row) =>
        row.adjusts !== null && row.adjusts === row.term ? 'deduction.adjusts-itself' : null,
    },
  ],
  requiredWhen: {
    incident: (row) => row.source === '事故(直接)' || row.source === '隐瞒迟报漏报',
    manual_points: (row) => row.source === '其他(手工)',
    reason: (row) => row.source === '其他(手工)',
    meeting: (row) => row.source === '其他(手工)' && row.state === '已确认',
  },
})
