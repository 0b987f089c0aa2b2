import { choice, date, long, reference, references } from '../column.ts'
import { defineTable } from '../table.ts'

export const bureauDuty = defineTable({
  name: 'bureauDuty',
  zh: '值班安排',
  en: 'Duty of the bureau',
  group: 'organisation',
  tier: 'more',
  key: ['date', 'kind'],
  shownBy: ['date', 'kind'],
  columns: {
    date: date({ zh: '日期', en: 'Date', required: true, synonyms: ['值班日期'] }),
    kind: choice(
      [
        { zh: '日常', en: 'Ordinary' },
        { zh: '节假日', en: 'Holiday', also: ['节日', '假期'] },
        { zh: '防汛防灾', en: 'Flood and disaster', also: ['防汛'] },
      ],
      { zh: '类型', en: 'Kind', initial: '日常', synonyms: ['值班类型'], width: 90 },
    ),
    who: reference('bureauStaff', {
      zh: '带班领导',
      en: 'Leader',
      required: true,
      privacy: 'P',
      synonyms: ['带班领导/值班员', '带班人'],
    }),
    staff: references('bureauStaff', {
      zh: '值班员',
      en: 'On duty',
      privacy: 'P',
      synonyms: ['值班人员'],
    }),
    log: long({ zh: '记录/接报', en: 'Log', synonyms: ['值班记录', '接报情况'] }),
  },
})
