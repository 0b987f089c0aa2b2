import { choice, date, reference, text, yesno } from '../column.ts'
import { defineTable } from '../table.ts'

export const departments = defineTable({
  name: 'departments',
  zh: '部门与条线',
  en: 'Departments and lines',
  group: 'organisation',
  key: ['dept'],
  shownBy: ['dept'],
  columns: {
    dept: text({
      zh: '部门名称',
      en: 'Department',
      holds: 'department',
      required: true,
      synonyms: ['部门', '处室', '科室', '处室名称'],
      width: 120,
    }),
    kind: choice(
      [
        { zh: '处室', en: 'Office' },
        { zh: '年级', en: 'Grade group', also: ['年级组'] },
        { zh: '教研组', en: 'Teaching group' },
        { zh: '后勤班组', en: 'Logistics team' },
      ],
      { zh: '类别', en: 'Kind', required: true, initial: '处室', synonyms: ['部门类别'], width: 100 },
    ),
    line: choice(
      [
        { zh: '教育教学', en: 'Teaching' },
        { zh: '德育', en: 'Pupil conduct' },
        { zh: '总务后勤', en: 'Logistics', also: ['总务', '后勤'] },
        { zh: '安全保卫', en: 'Security', also: ['安保'] },
        { zh: '其他', en: 'Other' },
      ],
      { zh: '条线', en: 'Line', required: true, synonyms: ['工作条线'], width: 100 },
    ),
    director: reference('staff', {
      zh: '负责主任',
      en: 'Director',
      required: true,
      privacy: 'P',
      synonyms: ['部门负责人', '处室负责人', '主任', '负责人'],
      hint: {
        zh: '本条线的管理责任扣分记在主任名下。',
        en: "The line's management deductions go to the director.",
      },
    }),
    vp: reference('staff', {
      zh: '分管副校长',
      en: 'Vice principal in charge',
      required: true,
      privacy: 'P',
      synonyms: ['分管领导', '分管校长', '副校长'],
    }),
    sub_leader: reference('staff', {
      zh: '部门安全小组组长',
      en: 'Leader of its safety group',
      privacy: 'P',
      synonyms: ['安全小组组长'],
      hint: { zh: '不填就是负责主任。', en: 'The director when left empty.' },
    }),
    receives_reports: yesno({
      zh: '接收事故报告',
      en: 'Receives incident reports',
      required: true,
      initial: false,
      hint: {
        zh: '教导处、总务处、少先队一般填“是”。',
        en: 'Usually yes for the teaching, logistics and Young Pioneers offices.',
      },
    }),
    valid: date({ zh: '启用日', en: 'In use from', synonyms: ['启用日/停用日', '启用日期'] }),
    valid_to: date({ zh: '停用日', en: 'In use to', synonyms: ['停用日期'] }),
    director_since: date({
      zh: '现任主任任职起日',
      en: 'Director since',
      synonyms: ['任职起日', '任职日期'],
      hint: { zh: '学期中换过主任才需要填。', en: 'Only needed when the director changed within a term.' },
    }),
    prior_director: reference('staff', {
      zh: '前任主任',
      en: 'Director before',
      privacy: 'P',
      hint: { zh: '学期中换过主任才需要填。', en: 'Only needed when the director changed within a term.' },
    }),
  },
  checks: [
    {
      column: 'valid_to',
      problem: (row) =>
        row.valid && row.valid_to && row.valid_to < row.valid ? 'dates.to-before-from' : null,
    },
  ],
  requiredWhen: {
    director_since: (row) => row.prior_director !== null,
  },
})
