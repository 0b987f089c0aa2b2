import { choice, computed, date, file, long, reference, text } from '../column.ts'
import { defineTable } from '../table.ts'

export const pledges = defineTable({
  name: 'pledges',
  zh: '责任状',
  en: 'Responsibility pledges',
  group: 'organisation',
  when: { plan: 'pledges' },
  key: ['no'],
  shownBy: ['no'],
  columns: {
    no: text({
      zh: '编号',
      en: 'No.',
      holds: 'label',
      required: true,
      synonyms: ['责任状编号', '责任书编号'],
      hint: { zh: '不填时自动编号。', en: 'Numbered by itself when left empty.' },
      width: 170,
    }),
    year: text({
      zh: '学年',
      en: 'School year',
      holds: 'label',
      required: true,
      synonyms: ['学年度', '年度'],
      hint: { zh: '写成 2026-2027。', en: 'Written 2026-2027.' },
      width: 100,
    }),
    tier: choice(
      [
        { zh: '局-学校', en: 'Bureau – school', also: ['教育局-学校'] },
        { zh: '校长-副校长', en: 'Principal – vice principal' },
        { zh: '分管副校长-主任', en: 'Vice principal – head of office', also: ['副校长-主任'] },
        {
          zh: '教导主任-班主任科任',
          en: 'Head of teaching – teachers',
          also: ['教导主任-班主任', '教导主任-科任教师'],
        },
        { zh: '总务主任-后勤', en: 'Head of logistics – logistics staff', also: ['总务主任-后勤教职工'] },
        { zh: '安保部-分管部门', en: 'Security – departments', also: ['安保部-部门'] },
        { zh: '部门-级部(年级组长)', en: 'Department – grade leader', also: ['部门-级部', '部门-年级组长'] },
        { zh: '班主任-家长(可选)', en: 'Homeroom teacher – parents (optional)', also: ['班主任-家长'] },
      ],
      { zh: '层级', en: 'Layer', required: true, synonyms: ['签订层级', '责任层级'], width: 170 },
    ),
    party_a: reference('staff', {
      zh: '甲方(发包)',
      en: 'Issued by',
      required: true,
      privacy: 'P',
      synonyms: ['甲方', '发包人', '上级责任人'],
      width: 100,
    }),
    party_b: reference('staff', {
      zh: '乙方',
      en: 'Signed by',
      required: true,
      privacy: 'P',
      synonyms: ['责任人', '签订人', '承诺人', '姓名'],
      width: 100,
    }),
    report_dept: reference('departments', {
      zh: '接收事故报告部门',
      en: 'Reports incidents to',
      required: true,
      synonyms: ['报告部门', '接报部门'],
      hint: {
        zh: '乙方出了事故先报这个部门；不填就是甲方所在部门。',
        en: 'Where the signer reports incidents; the department of the issuer when left empty.',
      },
      width: 130,
    }),
    template: reference('plans', {
      zh: '模板',
      en: 'Template',
      required: true,
      synonyms: ['责任状模板', '责任书模板'],
      width: 150,
    }),
    goals: long({
      zh: '责任目标',
      en: 'Goals',
      holds: 'label',
      synonyms: ['目标', '责任内容'],
    }),
    signed_on: date({ zh: '签订日期', en: 'Signed on', synonyms: ['签字日期', '签订时间', '签状日期'] }),
    valid_to: date({
      zh: '有效期至',
      en: 'Valid to',
      required: true,
      synonyms: ['有效期', '截止日期', '到期日'],
      hint: { zh: '不填就是学年结束。', en: 'The end of the school year when left empty.' },
    }),
    signed_file: file({ zh: '签名/盖章件', en: 'Signed copy', synonyms: ['盖章件', '扫描件', '签字件'] }),
    status: computed(
      choice(
        [
          { zh: '未签', en: 'Not signed', alarm: true },
          { zh: '已签', en: 'Signed' },
          { zh: '过期', en: 'Expired', alarm: true },
        ],
        { zh: '签订状态', en: 'Status', width: 90 },
      ),
    ),
    result: choice(
      [
        { zh: '完成', en: 'Fulfilled' },
        { zh: '基本完成', en: 'Mostly fulfilled' },
        { zh: '未完成', en: 'Not fulfilled' },
      ],
      { zh: '完成情况(年终)', en: 'Result', synonyms: ['完成情况', '年终完成情况'], width: 120 },
    ),
  },
  checks: [
    {
      column: 'year',
      problem: (row) => {
        const years = /^(\d{4})-(\d{4})$/.exec(row.year ?? '')
        if (row.year && !(years && +years[2]! === +years[1]! + 1)) return 'term.school-year'
        return null
      },
    },
    {
      column: 'party_b',
      problem: (row) => (row.party_b && row.party_b === row.party_a ? 'pledge.one-person' : null),
    },
    {
      column: 'signed_on',
      problem: (row, now) => (row.signed_on && row.signed_on > now.slice(0, 10) ? 'time.future' : null),
    },
    {
      column: 'valid_to',
      problem: (row) =>
        row.valid_to && row.signed_on && row.valid_to < row.signed_on ? 'pledge.ends-before-signed' : null,
    },
  ],
})
