import { choice, file, integer, long, reference, references, text, time } from '../column.ts'
import { defineTable } from '../table.ts'

export const bureauActivities = defineTable({
  name: 'bureauActivities',
  zh: '活动审批',
  en: 'Activity approval',
  group: 'supervision',
  tier: 'more',
  key: ['title', 'info'],
  shownBy: ['title'],
  columns: {
    title: text({
      zh: '活动',
      en: 'Activity',
      holds: 'label',
      required: true,
      synonyms: ['活动名称'],
      width: 180,
    }),
    host: text({
      zh: '主办',
      en: 'Held by',
      holds: 'department',
      required: true,
      synonyms: ['主办单位', '主办科室'],
      hint: { zh: '谁主办谁负责。', en: 'Whoever holds it answers for it.' },
      width: 130,
    }),
    schools: references('schools', {
      zh: '学校/范围',
      en: 'Schools',
      required: true,
      synonyms: ['参加学校', '学校'],
      width: 200,
    }),
    info: time({ zh: '时间', en: 'When', required: true, synonyms: ['时间地点人数', '活动时间'] }),
    place: text({
      zh: '地点',
      en: 'Where',
      holds: 'place',
      required: true,
      synonyms: ['活动地点'],
      width: 140,
    }),
    people: integer({ zh: '人数', en: 'People', holds: 'count', min: 0, synonyms: ['参加人数'], width: 70 }),
    plan: file({ zh: '预案', en: 'Safety plan', required: true, synonyms: ['安全预案'] }),
    risk: long({ zh: '风险评估', en: 'Risk', holds: 'label', required: true }),
    approve: reference('sections', {
      zh: '审批科室',
      en: 'Approved by section',
      required: true,
      synonyms: ['审批科室/意见'],
      width: 130,
    }),
    opinion: choice(
      [
        { zh: '同意', en: 'Approved' },
        { zh: '修改后再报', en: 'To be changed' },
        { zh: '不同意', en: 'Refused', alarm: true },
      ],
      { zh: '审批意见', en: 'Decision', synonyms: ['意见'], width: 100 },
    ),
    super: reference('bureauStaff', {
      zh: '现场监管人',
      en: 'Overseen by',
      privacy: 'P',
      synonyms: ['监管人'],
    }),
  },
})
