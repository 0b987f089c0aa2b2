import { choice, computed, date, integer, text } from '../column.ts'
import { defineTable } from '../table.ts'

export const bureauPlans = defineTable({
  name: 'bureauPlans',
  zh: '安全工作计划与文件',
  en: 'Plans and directives',
  group: 'ledger',
  key: ['title'],
  shownBy: ['title'],
  columns: {
    title: text({
      zh: '文号/标题',
      en: 'No. and title',
      holds: 'label',
      required: true,
      synonyms: ['标题', '文件名称', '文号'],
      width: 240,
    }),
    kind: choice(
      [
        { zh: '计划', en: 'Plan', also: ['年度计划'] },
        { zh: '方案', en: 'Scheme' },
        { zh: '通知', en: 'Notice' },
        { zh: '通报', en: 'Bulletin' },
        { zh: '预案', en: 'Emergency plan', also: ['应急预案'] },
        { zh: '制度', en: 'Rules' },
      ],
      { zh: '类型', en: 'Kind', required: true, synonyms: ['文件类型'], width: 80 },
    ),
    date: date({ zh: '发布日期', en: 'Issued on', required: true, synonyms: ['发文日期', '印发日期'] }),
    due: date({
      zh: '报送时限',
      en: 'Reply due',
      synonyms: ['回复时限', '上报时限'],
      hint: { zh: '要学校报材料的填写。', en: 'When schools have to reply.' },
    }),
    replies: computed(
      integer({
        zh: '已报学校数',
        en: 'Schools that replied',
        synonyms: ['已报/未报学校', '已报'],
        hint: { zh: '发布以后报来数据文件的学校。', en: 'Schools whose file came after it was issued.' },
        width: 100,
      }),
    ),
    unreplied: computed(
      text({ zh: '未报学校', en: 'Schools that have not', holds: 'organisation', width: 220 }),
    ),
  },
  checks: [
    {
      column: 'due',
      problem: ({ due, date: issued }) =>
        due !== null && issued !== null && due < issued ? 'dates.to-before-from' : null,
    },
  ],
})
