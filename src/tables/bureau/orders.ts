import { choice, computed, date, integer, long, reference, references, text, time } from '../column.ts'
import { orderKinds } from '../order-kinds.ts'
import { defineTable } from '../table.ts'

const counted = (zh: string, en: string) => computed(integer({ zh, en, width: 80 }))

/** What the bureau asks of its schools. It goes to them as a file, and what they did comes back in their reports. */
export const orders = defineTable({
  name: 'orders',
  zh: '任务下达',
  en: 'Tasks for schools',
  group: 'supervision',
  key: ['no'],
  shownBy: ['no', 'title'],
  columns: {
    no: text({
      zh: '任务编号',
      en: 'Task no.',
      holds: 'incident-number',
      required: true,
      synonyms: ['编号', '通知编号', '文号'],
      hint: { zh: '不填时自动编号，如 RW-20260907-01。', en: 'Numbered by itself when left empty.' },
      width: 150,
    }),
    kind: choice(orderKinds, { zh: '类型', en: 'Kind', required: true, synonyms: ['任务类型'], width: 100 }),
    title: text({
      zh: '标题',
      en: 'Title',
      holds: 'label',
      required: true,
      synonyms: ['任务标题', '任务名称', '通知标题'],
      width: 240,
    }),
    text: long({
      zh: '内容和要求',
      en: 'What it asks',
      holds: 'label',
      synonyms: ['内容', '要求', '整改要求', '通知内容'],
      hint: {
        zh: '学校收到的就是这一段。不要写学生姓名。',
        en: 'What schools will read. No names of pupils, please.',
      },
      width: 260,
    }),
    date: date({ zh: '下达日期', en: 'Issued on', required: true, synonyms: ['发文日期', '日期'] }),
    due: date({
      zh: '办理时限',
      en: 'Due',
      synonyms: ['时限', '整改时限', '答复时限', '截止日期'],
      hint: { zh: '到期没有办结的列入催办。', en: 'Those not done by then are to be reminded.' },
    }),
    to: references('schools', {
      zh: '下达学校',
      en: 'To',
      synonyms: ['学校', '承办学校'],
      hint: { zh: '不填就是全部在办学校。', en: 'All open schools when left empty.' },
      width: 180,
    }),
    hazard: reference('allHazards', {
      zh: '所涉隐患',
      en: 'About hazard',
      synonyms: ['隐患'],
      hint: {
        zh: '学校台账里的那条隐患；没有的，学校收下时自动登记一条。',
        en: 'Of the school’s own ledger; where there is none, taking the task in enters one.',
      },
      width: 180,
    }),
    visit: reference('visits', { zh: '督查记录', en: 'From visit', width: 150 }),
    part: text({
      zh: '下发哪一部分',
      en: 'Which part',
      holds: 'label',
      hint: {
        zh: '清单名、年份或参数组；不填就是整张表。',
        en: 'The list, the year or the group of parameters; the whole table when left empty.',
      },
      width: 120,
    }),
    by: reference('bureauStaff', { zh: '签发', en: 'Signed by', privacy: 'P', synonyms: ['签发人'] }),
    version: integer({ zh: '版本', en: 'Version', fixed: true, min: 1, width: 70 }),
    sent_at: time({ zh: '导出时间', en: 'Exported at', fixed: true }),
    sent_hash: text({ zh: '内容校验码', en: 'Hash of content', holds: 'plain', fixed: true, width: 120 }),
    schools: counted('下达学校数', 'Sent to'),
    received: counted('已接收', 'Received'),
    closed: counted('已办结', 'Done'),
    overdue: counted('逾期', 'Overdue'),
    state: computed(
      choice(
        [
          { zh: '草拟', en: 'Draft' },
          { zh: '办理中', en: 'Under way' },
          { zh: '有逾期', en: 'Some overdue', alarm: true },
          { zh: '全部办结', en: 'All done' },
        ],
        { zh: '状态', en: 'State', width: 90 },
      ),
    ),
  },
  checks: [
    {
      column: 'due',
      problem: ({ due, date: issued }) =>
        due !== null && issued !== null && due < issued ? 'dates.to-before-from' : null,
    },
  ],
  requiredWhen: {
    text: ({ kind }) => kind === '整改通知' || kind === '通知',
    to: ({ kind }) => kind === '整改通知',
    due: ({ kind }) => kind === '整改通知',
  },
})
