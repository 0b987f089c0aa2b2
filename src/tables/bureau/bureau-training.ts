import { choice, date, integer, reference, text } from '../column.ts'
import { defineTable } from '../table.ts'

export const bureauTraining = defineTable({
  name: 'bureauTraining',
  zh: '宣传培训演练',
  en: 'Training and drills of the bureau',
  group: 'ledger',
  tier: 'more',
  key: ['date', 'kind', 'topic'],
  shownBy: ['date', 'topic'],
  columns: {
    date: date({ zh: '日期', en: 'Date', required: true, synonyms: ['时间'] }),
    kind: choice(
      [
        { zh: '机关学习', en: 'Study in the bureau' },
        { zh: '校长培训', en: 'Training of principals' },
        { zh: '师训', en: 'Training of teachers', also: ['教师培训', '继续教育'] },
        { zh: '安全宣传月', en: 'Safety month' },
        { zh: '演练', en: 'Drill' },
        { zh: '考察', en: 'Visit elsewhere' },
      ],
      { zh: '类型', en: 'Kind', required: true, synonyms: ['形式'], width: 100 },
    ),
    topic: text({
      zh: '内容',
      en: 'Topic',
      holds: 'label',
      required: true,
      synonyms: ['主题', '培训内容'],
      width: 220,
    }),
    dept: reference('sections', {
      zh: '组织科室',
      en: 'Organised by',
      required: true,
      synonyms: ['主办科室', '科室'],
      width: 130,
    }),
    count: integer({
      zh: '参加人数',
      en: 'People',
      holds: 'count',
      required: true,
      min: 0,
      synonyms: ['参加', '人数'],
      width: 80,
    }),
  },
})
