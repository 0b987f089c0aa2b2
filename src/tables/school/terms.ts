import { choice, computed, date, integer, reference, text, time } from '../column.ts'
import { defineTable } from '../table.ts'

export const terms = defineTable({
  name: 'terms',
  zh: '学期与周次',
  en: 'Terms and weeks',
  group: 'settings',
  key: ['school_year', 'term'],
  shownBy: ['school_year', 'term'],
  columns: {
    school_year: text({
      zh: '学年',
      en: 'School year',
      holds: 'label',
      required: true,
      synonyms: ['学年度'],
      hint: { zh: '写成 2026-2027。', en: 'Written 2026-2027.' },
      width: 110,
    }),
    term: choice(
      [
        { zh: '第一学期', en: 'First term', also: ['上学期', '秋季学期', '一', '1'] },
        { zh: '第二学期', en: 'Second term', also: ['下学期', '春季学期', '二', '2'] },
      ],
      { zh: '学期', en: 'Term', required: true, synonyms: ['学期别'], width: 100 },
    ),
    name: computed(text({ zh: '学期名称', en: 'Term name', holds: 'label', width: 160 })),
    score_from: date({
      zh: '计分起日',
      en: 'Scored from',
      holds: 'public',
      required: true,
      synonyms: ['计分开始日期', '考核起日'],
      hint: {
        zh: '不填时从上学期计分止日的次日起。',
        en: 'The day after the last term stopped scoring, unless you say otherwise.',
      },
    }),
    start_date: date({
      zh: '开学日',
      en: 'First day',
      holds: 'public',
      required: true,
      synonyms: ['开学日期', '开始日期'],
    }),
    end_date: date({
      zh: '结束日',
      en: 'Last day',
      holds: 'public',
      required: true,
      synonyms: ['放假日', '放假日期', '结束日期', '学期结束日'],
    }),
    score_to: date({
      zh: '计分止日',
      en: 'Scored to',
      holds: 'public',
      required: true,
      synonyms: ['计分结束日期', '考核止日'],
      hint: { zh: '假期默认算在前一个学期。', en: 'The vacation belongs to the term before it by default.' },
    }),
    weeks: computed(integer({ zh: '教学周数', en: 'Teaching weeks', width: 90 })),
    week_no: computed(integer({ zh: '周次', en: 'Current week', width: 80 })),
    week_from: computed(date({ zh: '周起日', en: 'Week from', holds: 'public' })),
    week_to: computed(date({ zh: '周止日', en: 'Week to', holds: 'public' })),
    status: choice(
      [
        { zh: '进行中', en: 'Running' },
        { zh: '考核中', en: 'In assessment' },
        { zh: '已封账', en: 'Sealed' },
      ],
      { zh: '状态', en: 'Status', required: true, initial: '进行中', synonyms: ['学期状态'], width: 90 },
    ),
    closed_by: text({ zh: '封账人', en: 'Sealed by', holds: 'staff-name', synonyms: ['封账人/时间'] }),
    closed_at: time({ zh: '封账时间', en: 'Sealed at' }),
    score_meeting: reference('meetings', {
      zh: '得分确认会议',
      en: 'Scores confirmed at',
      hint: { zh: '确认本学期得分的会议。', en: 'The meeting that confirmed the scores of the term.' },
      width: 180,
    }),
    posted_from: date({ zh: '公示起日', en: 'Posted from', holds: 'public', synonyms: ['公示开始日期'] }),
    posted_to: date({
      zh: '公示止日',
      en: 'Posted to',
      holds: 'public',
      synonyms: ['公示结束日期'],
      hint: { zh: '到这一天为止可以提异议。', en: 'Until this day anybody may object.' },
    }),
    sealed_rules: text({
      zh: '封账规则版本',
      en: 'Ruleset when sealed',
      holds: 'label',
      fixed: true,
      hint: { zh: '由程序在封账时写入。', en: 'Written by the program when the term is sealed.' },
    }),
    sealed_hash: text({
      zh: '封账校验码',
      en: 'Check code of the seal',
      holds: 'label',
      fixed: true,
      hint: {
        zh: '由程序在封账时写入：封账数据变了，它就对不上。',
        en: 'Written by the program when the term is sealed: it fits only the scores as they were sealed.',
      },
    }),
  },
  checks: [
    {
      column: 'end_date',
      problem: (row) =>
        row.end_date && row.start_date && row.end_date < row.start_date ? 'term.ends-before-start' : null,
    },
    {
      column: 'score_to',
      problem: (row) =>
        row.score_to && row.score_from && row.score_to < row.score_from ? 'term.scored-to-before-from' : null,
    },
    {
      column: 'posted_to',
      problem: (row) =>
        row.posted_to && row.posted_from && row.posted_to < row.posted_from
          ? 'term.posted-to-before-from'
          : null,
    },
    {
      column: 'school_year',
      problem: (row) => {
        const years = /^(\d{4})-(\d{4})$/.exec(row.school_year ?? '')
        if (row.school_year && !(years && +years[2]! === +years[1]! + 1)) return 'term.school-year'
        return null
      },
    },
  ],
  requiredWhen: {
    closed_by: (row) => row.status === '已封账',
    closed_at: (row) => row.status === '已封账',
  },
})
