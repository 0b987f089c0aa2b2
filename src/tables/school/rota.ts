import {
  choice,
  choices,
  computed,
  date,
  integer,
  reference,
  references,
  steps,
  text,
  yesno,
} from '../column.ts'
import { defineTable } from '../table.ts'
import { dutyPosts } from './rota-post-choices.ts'
import { weekdays } from './weekday-choices.ts'

export const rota = defineTable({
  name: 'rota',
  zh: '值周排班',
  en: 'Weekly duty rota',
  group: 'duty',
  when: { plan: 'dutyWeek' },
  key: ['term', 'week', 'post', 'weekday'],
  shownBy: ['term', 'week', 'post'],
  columns: {
    term: reference('terms', { zh: '学期', en: 'Term', required: true, synonyms: ['所属学期'], width: 150 }),
    week: integer({
      zh: '周次',
      en: 'Week',
      required: true,
      min: 1,
      max: 30,
      synonyms: ['第几周', '周', '值周周次'],
      width: 70,
    }),
    range: computed(date({ zh: '起始日', en: 'From', synonyms: ['起止日期'] })),
    range_to: computed(date({ zh: '结束日', en: 'To' })),
    leader: reference('staff', {
      zh: '值周领导(行政)',
      en: 'Leader on duty',
      required: true,
      privacy: 'P',
      synonyms: ['值周领导', '值周行政', '带班领导', '值周干部', '行政值周'],
      width: 110,
    }),
    head: reference('staff', {
      zh: '值周组长',
      en: 'Head of the group',
      privacy: 'P',
      synonyms: ['组长'],
      width: 100,
    }),
    duty_class: reference('classes', {
      zh: '值周班级',
      en: 'Class on duty',
      synonyms: ['值周班'],
      width: 100,
    }),
    post: choice(dutyPosts, {
      zh: '岗位',
      en: 'Post',
      required: true,
      synonyms: ['值周岗位', '岗点', '值岗地点', '值守岗位'],
      width: 100,
    }),
    weekday: choices(weekdays, {
      zh: '星期',
      en: 'Days',
      required: true,
      synonyms: ['周几', '值班日'],
      hint: {
        zh: '不填就是这一周所有上课的日子，调休补课的也算。',
        en: 'All school days of the week when left empty.',
      },
      width: 180,
    }),
    teachers: references('staff', {
      zh: '值周教师',
      en: 'Teachers on duty',
      required: true,
      privacy: 'P',
      synonyms: ['值周人员', '值日教师', '值班教师', '教师', '值守教师'],
      width: 180,
    }),
    origin: choice(
      [
        { zh: '自动轮排', en: 'Rotation' },
        { zh: '手工', en: 'By hand' },
        { zh: '调班', en: 'Swapped' },
        { zh: '代班', en: 'Replacement' },
      ],
      {
        zh: '来源',
        en: 'Origin',
        required: true,
        initial: '手工',
        synonyms: ['排班来源'],
        hint: { zh: '调班、代班不计入累计次数。', en: 'Swaps and replacements do not count as load.' },
        width: 90,
      },
    ),
    conflict: steps({ zh: '冲突提示', en: 'Conflicts', privacy: 'P', holds: 'staff-name', width: 240 }),
    load: computed(
      text({ zh: '累计次数(学期)', en: 'Load in the term', privacy: 'P', holds: 'staff-name', width: 160 }),
    ),
    ack: yesno({
      zh: '确认',
      en: 'Confirmed',
      synonyms: ['已确认'],
      hint: { zh: '确认了的行，自动排班不再动它。', en: 'Planning leaves a confirmed row as it is.' },
      width: 70,
    }),
  },
})
