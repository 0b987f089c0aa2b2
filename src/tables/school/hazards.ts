import {
  choice,
  computed,
  date,
  file,
  integer,
  long,
  money,
  reference,
  row,
  text,
  time,
  yesno,
} from '../column.ts'
import { defineTable } from '../table.ts'
import { hazardCategories, hazardLevels } from './hazard-choices.ts'
import { closedOn, isClosedWithoutSteps, needsInterim } from './hazard-steps.ts'

export const hazards = defineTable({
  name: 'hazards',
  zh: '隐患排查整治台账',
  en: 'Hazard ledger',
  group: 'hazard',
  key: ['no'],
  shownBy: ['no'],
  columns: {
    seq: computed(integer({ zh: '序号', en: 'Seq.', width: 60 })),
    no: text({
      zh: '隐患编号',
      en: 'Hazard no.',
      holds: 'incident-number',
      required: true,
      synonyms: ['编号', '台账编号'],
      hint: {
        zh: '不填时自动编号，如 YH-20260907-01。',
        en: 'Numbered by itself when left empty, such as YH-20260907-01.',
      },
      width: 150,
    }),
    found_on: date({
      zh: '排查时间',
      en: 'Found on',
      required: true,
      synonyms: ['排查日期', '发现时间', '发现日期', '检查时间', '检查日期'],
    }),
    source: choice(
      [
        { zh: '每周检查', en: 'Weekly inspection', also: ['每周必查', '周查'] },
        { zh: '节前检查', en: 'Before a holiday', also: ['节前必查'] },
        { zh: '值周', en: 'Duty week', also: ['值周检查', '日常检查'] },
        { zh: '分包督查', en: 'By the person in charge' },
        { zh: '上级检查', en: 'Higher office', also: ['监督检查'] },
        { zh: '师生举报', en: 'Told by staff or pupils', also: ['举报'] },
        { zh: '事故反查', en: 'After an incident' },
        { zh: '专项', en: 'Special inspection', also: ['专项检查'] },
      ],
      { zh: '排查类型', en: 'Source', required: true, synonyms: ['隐患来源', '来源'], width: 100 },
    ),
    found_by: reference('staff', {
      zh: '排查人',
      en: 'Found by',
      required: true,
      privacy: 'P',
      synonyms: ['发现人', '检查人'],
    }),
    area: reference('areas', {
      zh: '隐患部位',
      en: 'Place',
      required: true,
      synonyms: ['隐患地点', '检查部位', '部位', '地点', '隐患位置'],
      width: 120,
    }),
    category: choice(hazardCategories, {
      zh: '隐患类别',
      en: 'Category',
      required: true,
      synonyms: ['类别', '隐患类型'],
      width: 110,
    }),
    // About things, not people: it is what the bureau needs to read, whole, once names were looked for.
    content: long({
      zh: '隐患内容',
      en: 'What is wrong',
      required: true,
      holds: 'label',
      synonyms: ['隐患描述', '存在问题', '隐患情况', '问题描述', '安全隐患'],
      width: 260,
    }),
    level: choice(hazardLevels, {
      zh: '隐患等级',
      en: 'Level',
      required: true,
      initial: '一般',
      synonyms: ['等级', '隐患级别'],
      width: 80,
    }),
    major_basis: text({
      zh: '重大判定依据',
      en: 'Why major',
      holds: 'label',
      hint: { zh: '写判定指南的哪一条。', en: 'The article that makes it major.' },
      width: 160,
    }),
    impact: long({
      zh: '可能后果/影响范围',
      en: 'What it may do',
      holds: 'label',
      synonyms: ['可能后果', '影响范围', '危害'],
    }),
    interim: long({
      zh: '临时防护措施',
      en: 'Held off by',
      holds: 'label',
      synonyms: ['防护措施', '临时措施', '防范措施'],
      hint: {
        zh: '重大隐患，或整改要 7 天以上的，必须填写。',
        en: 'Required for a major hazard, or one that takes more than 7 days.',
      },
    }),
    measure: long({
      zh: '整改措施',
      en: 'Measure',
      holds: 'label',
      synonyms: ['治理措施', '整改方案', '整改意见'],
    }),
    fund: money({
      zh: '整改资金(元)',
      en: 'Cost (yuan)',
      initial: 0,
      min: 0,
      synonyms: ['整改资金', '投入资金', '资金'],
    }),
    dept: reference('departments', {
      zh: '责任部门',
      en: 'Department',
      required: true,
      synonyms: ['整改部门', '责任单位'],
      width: 100,
    }),
    owner: reference('staff', {
      zh: '整改责任人',
      en: 'Put right by',
      required: true,
      privacy: 'P',
      synonyms: ['责任人', '整改人', '治理责任人'],
      hint: { zh: '不填时取这个部位的责任人。', en: 'The person in charge of the place when left empty.' },
      width: 100,
    }),
    supervisor: reference('staff', {
      zh: '督办领导',
      en: 'Supervised by',
      privacy: 'P',
      synonyms: ['督办人', '督办责任人'],
      width: 100,
    }),
    due: date({
      zh: '整改时限',
      en: 'Due',
      required: true,
      synonyms: ['整改期限', '计划完成日期', '治理时限', '完成时限'],
      hint: {
        zh: '不填时按制度参数的天数推算。',
        en: 'So many days after it was found, by the policy, when left empty.',
      },
    }),
    extension: date({
      zh: '延期至',
      en: 'Extended to',
      synonyms: ['延期至/原因', '延期'],
      hint: { zh: '原时限保留，不改。', en: 'The first day set stays as it is.' },
    }),
    extension_reason: text({ zh: '延期原因', en: 'Why extended', holds: 'label', width: 140 }),
    done_text: long({
      zh: '整改情况',
      en: 'What was done',
      holds: 'label',
      synonyms: ['整改结果', '落实情况'],
    }),
    done_on: date({
      zh: '整改完成时间',
      en: 'Put right on',
      synonyms: ['完成时间', '整改时间', '实际完成', '整改完成日期'],
    }),
    photo_before: file({ zh: '整改前照片', en: 'Photo before' }),
    photo_after: file({ zh: '整改后照片', en: 'Photo after' }),
    reviewer: reference('staff', {
      zh: '复查人',
      en: 'Checked by',
      privacy: 'P',
      synonyms: ['验收人', '复核人'],
      hint: { zh: '不能是整改责任人自己。', en: 'Never the person who put it right.' },
    }),
    reviewed_on: date({ zh: '复查时间', en: 'Checked on', synonyms: ['复查日期', '验收时间'] }),
    review: choice(
      [
        { zh: '合格', en: 'In order' },
        { zh: '不合格退回', en: 'Sent back', also: ['不合格', '退回'], alarm: true },
      ],
      { zh: '复查意见', en: 'Outcome', synonyms: ['复查结果', '验收意见'], width: 100 },
    ),
    returns: integer({ zh: '退回次数', en: 'Times sent back', min: 0, width: 80 }),
    closed_on: date({
      zh: '销号时间',
      en: 'Closed on',
      synonyms: ['销号日期', '闭环时间'],
      hint: { zh: '复查合格以后才能销号。', en: 'Only after it was found in order.' },
    }),
    closed_by: reference('staff', { zh: '销号人', en: 'Closed by', privacy: 'P' }),
    taken_over: yesno({
      zh: '旧台账已销号',
      en: 'Closed in an old ledger',
      fixed: true,
      hint: {
        zh: '导入时只有销号时间，没有整改和复查的记录。',
        en: 'Imported with the day it was closed, and nothing about how.',
      },
      width: 110,
    }),
    shelved: yesno({
      zh: '挂账',
      en: 'Beyond the school',
      hint: {
        zh: '学校无力整改、已上报的填“是”。',
        en: 'Yes when the school cannot put it right and has said so to the bureau.',
      },
      width: 70,
    }),
    state: computed(
      choice(
        [
          { zh: '待整改', en: 'To be put right' },
          { zh: '整改中', en: 'Being put right' },
          { zh: '待复查', en: 'To be checked' },
          { zh: '待销号', en: 'To be closed' },
          { zh: '已销号', en: 'Closed' },
          { zh: '挂账(学校无力整改已上报)', en: 'Beyond the school, reported' },
        ],
        { zh: '状态', en: 'State', synonyms: ['整改状态'], width: 90 },
      ),
    ),
    overdue: computed(yesno({ zh: '是否逾期', en: 'Overdue', width: 80 })),
    overdue_days: computed(integer({ zh: '逾期天数', en: 'Days overdue', width: 80 })),
    repeat: computed(
      integer({
        zh: '反复出现',
        en: 'Seen again',
        hint: {
          zh: '本学期同一部位、同一类别此前出现过几次。',
          en: 'How often the same place had the same kind of hazard before in this term.',
        },
        width: 80,
      }),
    ),
    photo_asked: computed(yesno({ zh: '须有整改后照片', en: 'Photo required', width: 110 })),
    reported: choice(
      [
        { zh: '否', en: 'No' },
        { zh: '月报', en: 'Monthly report' },
        { zh: '立即上报', en: 'At once' },
      ],
      { zh: '是否上报', en: 'Reported', required: true, initial: '否', width: 90 },
    ),
    reported_on: time({ zh: '上报时间', en: 'Reported at' }),
    month: computed(text({ zh: '首次入月报', en: 'First reported for', holds: 'plain', width: 100 })),
    links: reference('incidents', { zh: '关联事故', en: 'Incident', synonyms: ['关联'], width: 150 }),
    inspection: reference('inspections', { zh: '检查记录', en: 'Inspection', width: 150 }),
    came_from: row({
      zh: '登记来源',
      en: 'Entered from',
      fixed: true,
      holds: 'label',
      width: 160,
    }),
    carried: computed(yesno({ zh: '上年结转', en: 'From last year', width: 80 })),
  },
  imported: (cells) =>
    isClosedWithoutSteps(cells)
      ? { cells: { taken_over: true }, column: 'closed_on', note: 'import.closed-in-old-ledger' }
      : null,
  checks: [
    {
      column: 'found_on',
      problem: ({ found_on }, now) =>
        found_on !== null && found_on > now.slice(0, 10) ? 'time.future' : null,
    },
    {
      column: 'due',
      problem: ({ due, found_on }) =>
        due !== null && found_on !== null && due < found_on ? 'hazard.due-before-found' : null,
    },
    {
      column: 'extension',
      problem: ({ extension, due }) =>
        extension !== null && due !== null && extension <= due ? 'hazard.extended-to-earlier' : null,
    },
    {
      column: 'done_on',
      problem: ({ done_on, found_on }, now) => {
        if (done_on === null) return null
        if (found_on !== null && done_on < found_on) return 'hazard.done-before-found'
        return done_on > now.slice(0, 10) ? 'time.future' : null
      },
    },
    {
      column: 'reviewer',
      problem: ({ reviewer, owner }) =>
        reviewer !== null && reviewer === owner ? 'hazard.checked-by-owner' : null,
    },
    {
      column: 'reviewed_on',
      problem: ({ reviewed_on, done_on }, now) => {
        if (reviewed_on === null) return null
        if (done_on === null) return 'hazard.checked-before-done'
        if (reviewed_on < done_on) return 'hazard.checked-before-done'
        return reviewed_on > now.slice(0, 10) ? 'time.future' : null
      },
    },
    {
      column: 'review',
      problem: ({ review, done_on }) =>
        review !== null && done_on === null ? 'hazard.checked-before-done' : null,
    },
    {
      column: 'closed_on',
      problem: (hazard, now) => {
        if (hazard.closed_on === null) return null
        if (closedOn(hazard) === null) return 'hazard.closed-before-checked'
        return hazard.closed_on > now.slice(0, 10) ? 'time.future' : null
      },
    },
    {
      column: 'shelved',
      problem: ({ shelved, reported }) =>
        shelved === true && (reported === null || reported === '否') ? 'hazard.shelved-unreported' : null,
    },
    {
      column: 'reported',
      problem: ({ level, reported }) =>
        level === '重大' && reported !== '立即上报' ? 'hazard.major-not-reported' : null,
    },
    {
      column: 'reported_on',
      problem: ({ level, found_on, reported_on }) =>
        level === '重大' && found_on !== null && reported_on !== null && reported_on.slice(0, 10) > found_on
          ? 'hazard.major-reported-late'
          : null,
    },
  ],
  requiredWhen: {
    major_basis: ({ level }) => level === '重大',
    supervisor: ({ level }) => level === '重大',
    interim: needsInterim,
    measure: ({ done_on }) => done_on !== null,
    extension_reason: ({ extension }) => extension !== null,
    done_text: ({ done_on }) => done_on !== null,
    done_on: ({ done_text }) => done_text !== null,
    photo_after: ({ photo_asked }) => photo_asked === true,
    reviewer: ({ review, reviewed_on }) => review !== null || reviewed_on !== null,
    reviewed_on: ({ review }) => review !== null,
    review: ({ reviewed_on }) => reviewed_on !== null,
    closed_by: ({ closed_on, taken_over }) => closed_on !== null && taken_over !== true,
    reported_on: ({ reported }) => reported !== null && reported !== '否',
  },
})
