import { choice, choices, integer, text, yesno } from '../column.ts'
import { defineTable } from '../table.ts'
import { dutyPosts } from './rota-post-choices.ts'
import { weekdays } from './weekday-choices.ts'

/** What a rota is made of: which posts there are, on which days, and for how many people. */
export const rotaPosts = defineTable({
  name: 'rotaPosts',
  zh: '值周岗位',
  en: 'Posts of the duty week',
  group: 'duty',
  tier: 'more',
  when: { plan: 'dutyWeek' },
  key: ['post', 'weekday'],
  shownBy: ['post'],
  columns: {
    post: choice(dutyPosts, {
      zh: '岗位',
      en: 'Post',
      required: true,
      synonyms: ['值周岗位', '岗点', '值岗地点', '值守岗位'],
      width: 110,
    }),
    weekday: choices(weekdays, {
      zh: '星期',
      en: 'Days',
      synonyms: ['周几', '值班日'],
      hint: {
        zh: '哪几天要有人。不填就是每个上课日，调休补课的也算。',
        en: 'On which days it is manned; all school days when left empty.',
      },
      width: 180,
    }),
    count: integer({
      zh: '人数',
      en: 'People',
      holds: 'count',
      required: true,
      initial: 1,
      min: 1,
      max: 50,
      synonyms: ['每岗人数', '所需人数'],
      width: 70,
    }),
    hours: text({
      zh: '时间',
      en: 'Hours',
      holds: 'label',
      synonyms: ['时段', '值守时间'],
      hint: {
        zh: '写成 07:40-08:05，导出的日历就带钟点。',
        en: 'Written 07:40-08:05, so that a calendar has the hours.',
      },
      width: 120,
    }),
    with_class: yesno({
      zh: '班主任跟班',
      en: 'With their class',
      initial: false,
      synonyms: ['班主任要跟班', '班主任不排'],
      hint: {
        zh: '这时班主任要带自己的班（如大间操、放学路队），选“是”就不排班主任。',
        en: 'Homeroom teachers are with their classes then, and are not put on this post.',
      },
      width: 110,
    }),
  },
})
