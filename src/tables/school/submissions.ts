import { choice, computed, date, file, text, time } from '../column.ts'
import { defineTable } from '../table.ts'

export const submissions = defineTable({
  name: 'submissions',
  zh: '报送登记',
  en: 'Submission register',
  group: 'hazard',
  tier: 'more',
  key: ['item', 'period'],
  shownBy: ['item', 'period'],
  columns: {
    item: choice(
      [
        { zh: '隐患月报', en: 'Monthly hazard report' },
        { zh: '季度总结', en: 'Quarterly summary' },
        { zh: '事故快报', en: 'First report of an incident' },
        { zh: '事故书面报告', en: 'Written report of an incident' },
        { zh: '重大隐患', en: 'Major hazard' },
        { zh: '责任书', en: 'Pledge' },
        { zh: '年度计划', en: 'Plan of the year' },
        { zh: '年度总结', en: 'Summary of the year' },
        { zh: '演练情况', en: 'Drills' },
        { zh: '专项自查', en: 'Special self-inspection' },
        { zh: '突发信息', en: 'Urgent information' },
      ],
      { zh: '报送事项', en: 'What', required: true, synonyms: ['事项', '报送内容'], width: 120 },
    ),
    period: text({
      zh: '期次',
      en: 'For',
      holds: 'label',
      required: true,
      synonyms: ['报告期', '周期'],
      hint: {
        zh: '月报写 2026-09，季度总结写 2026年第3季度，其他写编号或年度。',
        en: 'A month, a quarter, a number or a year.',
      },
      width: 130,
    }),
    due: date({
      zh: '应报日期',
      en: 'Due on',
      required: true,
      synonyms: ['截止日期', '报送时限'],
      hint: {
        zh: '月报、季度总结不填时自动推算。',
        en: 'Worked out for the report of a month or a quarter.',
      },
    }),
    sent_at: time({ zh: '实报时间', en: 'Sent at', synonyms: ['报送时间', '实报日期'] }),
    channel: choice(
      [
        { zh: '文件', en: 'File' },
        { zh: '系统', en: 'System' },
        { zh: '邮箱', en: 'Mail' },
        { zh: '纸质', en: 'Paper' },
      ],
      { zh: '方式', en: 'By', synonyms: ['报送方式'], width: 80 },
    ),
    to: text({
      zh: '接收单位/人',
      en: 'To',
      holds: 'label',
      synonyms: ['接收单位', '接收人', '报送单位'],
      width: 130,
    }),
    state: computed(
      choice(
        [
          { zh: '未到期', en: 'Not yet' },
          { zh: '待报', en: 'Due soon' },
          { zh: '已报', en: 'Sent' },
          { zh: '逾期', en: 'Late', alarm: true },
        ],
        { zh: '状态', en: 'State', width: 80 },
      ),
    ),
    file: file({ zh: '文件', en: 'File name', synonyms: ['附件'] }),
    hash: text({ zh: '校验码', en: 'Check code', holds: 'plain', width: 160 }),
    receipt: text({ zh: '回执', en: 'Receipt', holds: 'label', synonyms: ['回执号'] }),
  },
  checks: [
    {
      column: 'sent_at',
      problem: ({ sent_at }, now) => (sent_at !== null && sent_at > now ? 'time.future' : null),
    },
  ],
})
