import { choice, computed, date, file, integer, reference, references, text } from '../column.ts'
import { defineTable } from '../table.ts'

export const plans = defineTable({
  name: 'plans',
  zh: '应急预案与制度',
  en: 'Plans, rules, templates',
  group: 'ledger',
  tier: 'more',
  key: ['title', 'ver'],
  shownBy: ['title'],
  columns: {
    title: text({
      zh: '名称',
      en: 'Title',
      holds: 'label',
      required: true,
      synonyms: ['预案名称', '制度名称', '文件名称'],
      width: 220,
    }),
    kind: choice(
      [
        { zh: '应急预案', en: 'Emergency plan', also: ['预案'] },
        { zh: '管理制度', en: 'Rules', also: ['制度'] },
        { zh: '操作规程', en: 'Operating instructions', also: ['规程'] },
        { zh: '责任状模板', en: 'Template of a pledge' },
        { zh: '通知书模板', en: 'Template of a notice' },
        { zh: '实施方案', en: 'Scheme', also: ['方案'] },
      ],
      { zh: '类别', en: 'Kind', required: true, synonyms: ['文件类别', '预案类别'], width: 110 },
    ),
    ver: text({
      zh: '版本',
      en: 'Version',
      holds: 'label',
      required: true,
      initial: '1',
      synonyms: ['版本号', '版次'],
      width: 70,
    }),
    issued: date({
      zh: '发布日期',
      en: 'Issued on',
      required: true,
      synonyms: ['印发日期', '发布时间', '实施日期'],
    }),
    dept: references('departments', {
      zh: '适用部门',
      en: 'Departments',
      synonyms: ['适用范围'],
      width: 140,
    }),
    owner: reference('staff', {
      zh: '责任人',
      en: 'Kept by',
      required: true,
      privacy: 'P',
      synonyms: ['编制人', '负责人'],
    }),
    cycle: integer({
      zh: '复审周期(月)',
      en: 'Reviewed every (months)',
      required: true,
      initial: 12,
      min: 1,
      max: 120,
      synonyms: ['复审周期', '修订周期'],
      width: 100,
    }),
    reviewed: date({
      zh: '最近复审',
      en: 'Last reviewed',
      synonyms: ['复审日期', '修订日期'],
      hint: { zh: '复审后内容不变，也填一下日期。', en: 'Also when the review changed nothing.' },
    }),
    next: computed(date({ zh: '下次复审', en: 'Next review', holds: 'moment', synonyms: ['复审到期日'] })),
    file: file({ zh: '文件', en: 'File', synonyms: ['附件'] }),
    state: choice(
      [
        { zh: '有效', en: 'In force', also: ['执行中'] },
        { zh: '修订中', en: 'Being revised' },
        { zh: '废止', en: 'Withdrawn', also: ['作废'] },
      ],
      { zh: '状态', en: 'State', required: true, initial: '有效', width: 80 },
    ),
  },
  checks: [
    {
      column: 'reviewed',
      problem: (row) =>
        row.reviewed && row.issued && row.reviewed < row.issued ? 'plan.reviewed-before-issued' : null,
    },
  ],
})
