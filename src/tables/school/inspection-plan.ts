import { choice, choices, computed, date, long, reference, text } from '../column.ts'
import { defineTable } from '../table.ts'
import { checklistNames, inspectionKinds } from './hazard-choices.ts'

/**
 * What has to be inspected and when. The rows of a term are put here from its weeks and holidays in one go
 * (`app/plan-inspections.ts`); whether they were kept is worked out from the inspections themselves.
 */
export const inspectionPlan = defineTable({
  name: 'inspectionPlan',
  zh: '检查计划',
  en: 'Inspection schedule',
  group: 'hazard',
  tier: 'more',
  key: ['kind', 'day'],
  shownBy: ['kind', 'occasion'],
  columns: {
    kind: choice(inspectionKinds, { zh: '类型', en: 'Kind', required: true, synonyms: ['检查类型'] }),
    occasion: text({
      zh: '周次/节日',
      en: 'Occasion',
      holds: 'label',
      synonyms: ['周次', '节日', '事由'],
      width: 120,
    }),
    day: date({
      zh: '所属日期',
      en: 'Day',
      required: true,
      synonyms: ['计划日期', '日期'],
      hint: {
        zh: '每周必查填当周任一天；节前、放假前填放假第一天；其他填最后一天。',
        en: 'Any day of the week; the first free day of a holiday; else the last day.',
      },
    }),
    list: choices(checklistNames, {
      zh: '清单',
      en: 'Lists',
      open: true,
      required: true,
      synonyms: ['检查清单', '检查表'],
      width: 120,
    }),
    window: computed(date({ zh: '应查日期起', en: 'From' })),
    window_to: computed(date({ zh: '应查日期止', en: 'To' })),
    owner: reference('staff', { zh: '责任人', en: 'Person in charge', required: true, privacy: 'P' }),
    record: computed(text({ zh: '完成记录', en: 'Done by', holds: 'incident-number', width: 160 })),
    state: computed(
      choice(
        [
          { zh: '未到', en: 'Not yet' },
          { zh: '待查', en: 'Due' },
          { zh: '已查', en: 'Done' },
          { zh: '漏查', en: 'Missed', alarm: true },
          { zh: '不用查', en: 'Not due' },
        ],
        { zh: '状态', en: 'State', width: 80 },
      ),
    ),
    reason: long({ zh: '漏查说明', en: 'Why missed', holds: 'label' }),
  },
  requiredWhen: {
    reason: ({ state }) => state === '漏查',
  },
})
