import { choice, computed, date, integer, long, reference, text, time, yesno } from '../column.ts'
import { hazards } from '../school/hazards.ts'
import { defineTable } from '../table.ts'
import { received } from './received-column.ts'

/**
 * How far each task has come at each school. That it went out is written by the export, what became of it by the reception
 * from the school's report; a bureau writes only how often it has rung up.
 */
export const orderAnswers = defineTable({
  name: 'orderAnswers',
  zh: '任务办理',
  en: 'Answers of schools',
  group: 'supervision',
  key: ['order', 'school'],
  shownBy: ['order', 'school'],
  columns: {
    order: reference('orders', { zh: '任务', en: 'Task', required: true, fixed: true, width: 240 }),
    school: reference('schools', { zh: '学校', en: 'School', required: true, fixed: true, width: 180 }),
    due: computed(date({ zh: '办理时限', en: 'Due' })),
    state: computed(
      choice(
        [
          { zh: '已下达', en: 'Sent' },
          { zh: '已接收', en: 'Received' },
          { zh: '已答复', en: 'Answered' },
          { zh: '已办结', en: 'Done' },
          { zh: '逾期', en: 'Overdue', alarm: true },
        ],
        { zh: '办理状态', en: 'State', width: 90 },
      ),
    ),
    sent: time({ zh: '下达时间', en: 'Sent at', fixed: true }),
    version: integer({ zh: '下达版本', en: 'Version sent', fixed: true, min: 1, width: 80 }),
    file: text({ zh: '任务文件校验码', en: 'Hash of file', holds: 'plain', fixed: true, width: 120 }),
    received: yesno({
      zh: '学校已接收',
      en: 'Received by school',
      fixed: true,
      hint: { zh: '学校报来的数据文件里有这项任务。', en: "The school's report has it." },
      width: 90,
    }),
    received_version: integer({ zh: '收到的版本', en: 'Version received', fixed: true, width: 90 }),
    answer: long({ zh: '办理情况', en: 'What was done', holds: 'label', fixed: true, width: 260 }),
    done_on: date({ zh: '办结日期', en: 'Done on', fixed: true }),
    hazard_state: received({ ...hazards.columns.state, zh: '隐患状态', en: 'Hazard is' }),
    as_of: time({
      zh: '依据的报表',
      en: 'As reported at',
      fixed: true,
      hint: { zh: '学校这份数据文件的制作时间。', en: "When the school's file was made." },
    }),
    reminders: integer({ zh: '催办次数', en: 'Reminders', initial: 0, min: 0, width: 80 }),
    remark: text({ zh: '局内备注', en: "Bureau's note", holds: 'label', width: 160 }),
  },
})
