import { computed, integer, long, reference, steps, text, time } from '../column.ts'
import { defineTable } from '../table.ts'

export const weeklySummaries = defineTable({
  name: 'weeklySummaries',
  zh: '值周小结与交接',
  en: 'Weekly summary and hand-over',
  group: 'duty',
  tier: 'more',
  when: { plan: 'dutyWeek' },
  key: ['term', 'week'],
  shownBy: ['term', 'week'],
  columns: {
    term: reference('terms', { zh: '学期', en: 'Term', required: true, synonyms: ['所属学期'], width: 150 }),
    week: integer({
      zh: '周次',
      en: 'Week',
      required: true,
      min: 1,
      max: 30,
      synonyms: ['第几周', '周'],
      width: 70,
    }),
    leader: computed(
      text({ zh: '值周领导', en: 'Leader on duty', privacy: 'P', holds: 'staff-name', width: 100 }),
    ),
    stats: steps({ zh: '本周异常统计', en: 'The week in numbers', width: 260 }),
    class_review: long({
      zh: '各班出勤检查',
      en: 'Attendance of each class',
      required: true,
      synonyms: ['班级出勤检查', '出勤检查'],
    }),
    summary: long({
      zh: '值周情况总结',
      en: 'Summary',
      required: true,
      synonyms: ['值周小结', '总结', '值周总结', '工作小结'],
    }),
    problems: long({ zh: '存在问题', en: 'Problems', synonyms: ['问题', '主要问题'] }),
    advice: long({ zh: '建议', en: 'Advice', synonyms: ['意见建议', '改进建议'] }),
    open_items: steps({ zh: '未结事项移交', en: 'Open matters', width: 220 }),
    handover: reference('staff', {
      zh: '移交人',
      en: 'Handed over by',
      required: true,
      privacy: 'P',
      synonyms: ['移交人/接收人', '交班人'],
      width: 100,
    }),
    receiver: reference('staff', {
      zh: '接收人',
      en: 'Taken over by',
      required: true,
      privacy: 'P',
      synonyms: ['接班人'],
      hint: { zh: '不填就是下一周的值周领导。', en: "Next week's leader when left empty." },
      width: 100,
    }),
    handed_at: time({ zh: '交接时间', en: 'Handed over at', required: true, synonyms: ['移交时间'] }),
  },
  checks: [
    {
      column: 'receiver',
      problem: (row) => (row.receiver && row.receiver === row.handover ? 'handover.one-person' : null),
    },
  ],
})
