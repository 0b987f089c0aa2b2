import { choice, computed, date, long, reference, references, text, time, yesno } from '../column.ts'
import { defineTable } from '../table.ts'

export const holidayDuty = defineTable({
  name: 'holidayDuty',
  zh: '值班安排',
  en: 'Holiday and night duty',
  group: 'duty',
  tier: 'more',
  key: ['date', 'kind', 'shift'],
  shownBy: ['date', 'kind', 'shift'],
  columns: {
    date: date({ zh: '日期', en: 'Date', required: true, synonyms: ['值班日期', '时间'] }),
    kind: choice(
      [
        { zh: '节假日', en: 'Holiday', also: ['节日', '假期'] },
        { zh: '寒暑假', en: 'Vacation', also: ['寒假', '暑假'] },
        { zh: '夜间', en: 'Night', also: ['夜班', '夜值'] },
        { zh: '周末', en: 'Weekend', also: ['双休日'] },
        { zh: '护学岗(早)', en: 'School guard, morning', also: ['护学岗', '早护学岗'] },
        { zh: '护学岗(晚)', en: 'School guard, afternoon', also: ['晚护学岗'] },
        { zh: '防汛防灾', en: 'Flood and disaster', also: ['防汛'] },
      ],
      { zh: '类型', en: 'Kind', required: true, synonyms: ['值班类型', '班次类型'], width: 110 },
    ),
    shift: text({
      zh: '时段',
      en: 'Hours',
      holds: 'label',
      required: true,
      initial: '08:00-20:00',
      synonyms: ['值班时段', '班次', '值班时间'],
      width: 120,
    }),
    leader: reference('staff', {
      zh: '带班领导',
      en: 'Leader',
      required: true,
      privacy: 'P',
      synonyms: ['带班人', '值班领导', '带班干部'],
      width: 100,
    }),
    staff: references('staff', {
      zh: '值班人员',
      en: 'On duty',
      required: true,
      privacy: 'P',
      synonyms: ['值班教师', '值班员', '值班人'],
      width: 160,
    }),
    phones: computed(text({ zh: '电话', en: 'Telephone', privacy: 'P', holds: 'phone', width: 160 })),
    signin: time({ zh: '签到', en: 'Signed in', synonyms: ['签到/签退', '签到时间', '到岗时间'] }),
    signout: time({ zh: '签退', en: 'Signed out', synonyms: ['签退时间', '离岗时间'] }),
    log: long({ zh: '值班记录', en: 'Log', synonyms: ['值班情况', '记录', '情况记录'] }),
    abnormal: yesno({
      zh: '异常',
      en: 'Abnormal',
      required: true,
      initial: false,
      synonyms: ['是否异常', '有无异常'],
      hint: {
        zh: '有异常的写进值班记录，并登记隐患或事故。',
        en: 'Say what in the log, and enter the hazard or incident.',
      },
      width: 80,
    }),
    handover_to: reference('staff', {
      zh: '交接给',
      en: 'Handed over to',
      privacy: 'P',
      synonyms: ['接班人', '交接人'],
      width: 100,
    }),
  },
  checks: [
    {
      column: 'signout',
      problem: (row) => (row.signin && row.signout && row.signout < row.signin ? 'duty.out-before-in' : null),
    },
  ],
  requiredWhen: { log: (row) => row.abnormal === true },
})
