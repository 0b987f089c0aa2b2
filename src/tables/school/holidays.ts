import { choice, date, text, yesno } from '../column.ts'
import { sentStamp } from '../order-kinds.ts'
import { defineTable } from '../table.ts'

export const holidays = defineTable({
  name: 'holidays',
  zh: '节假日与调休',
  en: 'Holidays and make-up days',
  group: 'settings',
  tier: 'more',
  key: ['date'],
  shownBy: ['date', 'name'],
  columns: {
    date: date({ zh: '日期', en: 'Date', holds: 'public', required: true, synonyms: ['放假日期', '日子'] }),
    name: text({
      zh: '名称',
      en: 'Name',
      holds: 'label',
      required: true,
      synonyms: ['节日', '假日名称', '节假日名称'],
      width: 130,
    }),
    kind: choice(
      [
        { zh: '法定休', en: 'Public holiday', also: ['休', '放假', '法定节假日'] },
        { zh: '调休上班', en: 'Make-up working day', also: ['班', '上班', '调休', '补班'] },
        { zh: '寒假', en: 'Winter vacation' },
        { zh: '暑假', en: 'Summer vacation' },
        { zh: '校定假', en: 'School holiday' },
        { zh: '停课', en: 'Classes suspended' },
        { zh: '少数民族假', en: 'Ethnic minority holiday' },
        { zh: '儿童节放假', en: "Children's Day" },
      ],
      { zh: '类型', en: 'Kind', required: true, synonyms: ['假日类型'], width: 110 },
    ),
    major: yesno({
      zh: '是否重大节假日',
      en: 'Major holiday',
      required: true,
      initial: false,
      synonyms: ['重大节假日'],
      hint: { zh: '重大节假日前要做节前检查。', en: 'Major holidays call for an inspection beforehand.' },
    }),
    // The shipped rows say 内置 themselves, so a row somebody adds starts as their own.
    source: choice(
      [
        { zh: '内置', en: 'Built in' },
        { zh: '手工', en: 'By hand' },
        { zh: '导入', en: 'Imported' },
      ],
      { zh: '数据来源', en: 'Source', required: true, initial: '手工', synonyms: ['来源'], width: 90 },
    ),
    verified: yesno({
      zh: '生效年份核对',
      en: 'Year checked',
      synonyms: ['已核对'],
      hint: { zh: '已与当年国务院放假通知核对。', en: "Checked against that year's official notice." },
    }),
    sent: text(sentStamp),
  },
})
