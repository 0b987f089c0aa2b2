import { choice, computed, date, integer, long, reference, references, yesno } from '../column.ts'
import { defineTable } from '../table.ts'

export const bureauMeetings = defineTable({
  name: 'bureauMeetings',
  zh: '会议与专题研究',
  en: 'Meetings and studies',
  group: 'supervision',
  key: ['date', 'kind', 'dept'],
  shownBy: ['date', 'kind', 'dept'],
  columns: {
    date: date({ zh: '日期', en: 'Date', required: true, synonyms: ['会议日期', '时间'] }),
    kind: choice(
      [
        { zh: '季度调度会', en: 'Quarterly dispatch meeting', also: ['调度会', '季度例会', '例会'] },
        { zh: '领导小组会', en: 'Leading group' },
        { zh: '科室专题研究', en: 'Study by a section', also: ['专题研究'] },
        { zh: '年度总结表彰会', en: 'Yearly commendation', also: ['总结表彰会'] },
        { zh: '应急会', en: 'Emergency meeting' },
        { zh: '风险评估会', en: 'Risk assessment' },
      ],
      { zh: '类型', en: 'Kind', required: true, synonyms: ['会议类型'], width: 120 },
    ),
    dept: reference('sections', {
      zh: '召集科室',
      en: 'Called by',
      required: true,
      synonyms: ['组织科室', '科室'],
      width: 130,
    }),
    chair: reference('bureauStaff', {
      zh: '主持',
      en: 'Chair',
      required: true,
      privacy: 'P',
      synonyms: ['主持人'],
    }),
    attend: references('bureauStaff', {
      zh: '参会',
      en: 'Present',
      required: true,
      privacy: 'P',
      synonyms: ['参会人员', '参加人员'],
    }),
    analysis: long({
      zh: '形势分析',
      en: 'Analysis',
      required: true,
      synonyms: ['安全形势分析'],
    }),
    tasks: long({
      zh: '部署事项',
      en: 'Tasks',
      required: true,
      synonyms: ['议定事项', '工作部署'],
      hint: { zh: '每行一项，写明责任科室和时限。', en: 'One a line, with its section and its day.' },
    }),
    nth: computed(
      integer({
        zh: '本季第几次',
        en: 'Which of the quarter',
        hint: { zh: '同类会议；专题研究按科室分别数。', en: 'Of its kind; studies are counted by section.' },
        width: 90,
      }),
    ),
    counts: computed(
      yesno({
        zh: '季度达标',
        en: 'Quarter fulfilled',
        hint: {
          zh: '这个季度的次数够了没有：调度会一次，各科室专题研究按局参数。',
          en: 'Whether the quarter has enough: one dispatch meeting, and studies as set for each section.',
        },
        width: 90,
      }),
    ),
  },
})
