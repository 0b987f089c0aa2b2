import { choice, computed, date, integer, reference, time, yesno } from '../column.ts'
import { defineTable } from '../table.ts'

export const classAttendance = defineTable({
  name: 'classAttendance',
  zh: '班级出勤日报',
  en: 'Class attendance',
  group: 'duty',
  when: { plan: 'dutyWeek' },
  key: ['date', 'class', 'session'],
  shownBy: ['date', 'class', 'session'],
  columns: {
    date: date({ zh: '日期', en: 'Date', required: true, synonyms: ['时间', '上报日期', '晨检日期'] }),
    class: reference('classes', {
      zh: '班级',
      en: 'Class',
      required: true,
      synonyms: ['班级名称', '班别', '年级班级'],
      width: 110,
    }),
    session: choice(
      [
        { zh: '晨检', en: 'Morning', also: ['早', '上午', '晨午检'] },
        { zh: '午检', en: 'Noon', also: ['中午', '下午'] },
        { zh: '晚检', en: 'Evening', also: ['晚', '晚自习'] },
      ],
      {
        zh: '时段',
        en: 'Session',
        required: true,
        initial: '晨检',
        synonyms: ['检查时段', '检别'],
        width: 80,
      },
    ),
    due: computed(integer({ zh: '应到', en: 'Due', holds: 'count', synonyms: ['应到人数'], width: 70 })),
    present: integer({
      zh: '实到',
      en: 'Present',
      holds: 'count',
      required: true,
      min: 0,
      synonyms: ['实到人数', '到校人数', '出勤人数'],
      width: 70,
    }),
    absent: computed(
      integer({ zh: '缺勤', en: 'Absent', holds: 'count', synonyms: ['缺勤人数', '未到人数'], width: 70 }),
    ),
    sick: integer({
      zh: '其中病假',
      en: 'Ill',
      holds: 'count',
      min: 0,
      synonyms: ['病假', '病假人数', '因病缺勤'],
      width: 80,
    }),
    leave: integer({ zh: '事假', en: 'On leave', holds: 'count', min: 0, synonyms: ['事假人数'], width: 70 }),
    unknown: computed(integer({ zh: '原因待查', en: 'Unknown', holds: 'count', width: 80 })),
    reported_at: time({
      zh: '上报时间',
      en: 'Reported at',
      synonyms: ['填报时间', '登记时间'],
    }),
    by: reference('staff', {
      zh: '上报人',
      en: 'Reported by',
      required: true,
      privacy: 'P',
      synonyms: ['填报人', '班主任', '登记人'],
      hint: { zh: '不填就是班主任。', en: 'The homeroom teacher when left empty.' },
      width: 100,
    }),
    late: computed(yesno({ zh: '是否迟报', en: 'Reported late', width: 80 })),
  },
  checks: [
    {
      column: 'present',
      problem: (row) =>
        row.present !== null && row.due !== null && row.present > row.due ? 'attendance.more-than-due' : null,
    },
    {
      column: 'sick',
      problem: (row) =>
        row.due !== null && row.present !== null && (row.sick ?? 0) + (row.leave ?? 0) > row.due - row.present
          ? 'attendance.more-than-absent'
          : null,
    },
    {
      column: 'date',
      problem: (row, now) => (row.date && row.date > now.slice(0, 10) ? 'time.future' : null),
    },
  ],
})
