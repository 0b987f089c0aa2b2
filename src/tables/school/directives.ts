import { choice, computed, date, file, long, reference, text } from '../column.ts'
import { sentStamp } from '../order-kinds.ts'
import { defineTable } from '../table.ts'

export const directives = defineTable({
  name: 'directives',
  zh: '上级文件',
  en: 'Incoming directives',
  group: 'ledger',
  tier: 'more',
  key: ['title', 'date'],
  shownBy: ['title'],
  columns: {
    date: date({ zh: '收文日期', en: 'Received on', required: true, synonyms: ['收到日期', '来文日期'] }),
    title: text({
      zh: '标题',
      en: 'Title',
      holds: 'label',
      required: true,
      synonyms: ['文号/标题', '文件标题', '文件名称', '来文标题'],
      width: 240,
    }),
    doc_no: text({
      zh: '文号',
      en: 'Reference',
      holds: 'label',
      synonyms: ['文件编号', '来文文号'],
      width: 130,
    }),
    from: text({
      zh: '来文单位',
      en: 'From',
      holds: 'label',
      required: true,
      synonyms: ['来文机关', '发文单位'],
      width: 130,
    }),
    asks: long({ zh: '要求', en: 'What it asks', synonyms: ['办理要求', '工作要求'] }),
    due: date({ zh: '办理时限', en: 'Due on', synonyms: ['要求与时限', '时限', '截止日期', '办结时限'] }),
    owner: reference('staff', {
      zh: '承办人',
      en: 'Handled by',
      required: true,
      privacy: 'P',
      synonyms: ['承办', '经办人'],
    }),
    // An answer to whoever sent it: it goes back whole, once names were looked for.
    done: long({
      zh: '办理情况',
      en: 'What was done',
      holds: 'label',
      synonyms: ['办理结果', '落实情况'],
      hint: { zh: '办完填写。', en: 'Filled in when it is done.' },
    }),
    done_on: date({ zh: '办结日期', en: 'Done on', synonyms: ['办结时间', '完成日期'] }),
    state: computed(
      choice(
        [
          { zh: '无时限', en: 'No date' },
          { zh: '办理中', en: 'Being handled' },
          { zh: '已逾期', en: 'Overdue', alarm: true },
          { zh: '按时办结', en: 'Done in time' },
          { zh: '逾期办结', en: 'Done late' },
        ],
        { zh: '办理状态', en: 'State', synonyms: ['状态'], width: 90 },
      ),
    ),
    hazard: reference('hazards', {
      zh: '所涉隐患',
      en: 'About hazard',
      hint: {
        zh: '上级的整改通知说的是哪条隐患；这条隐患销号了，通知才算办结。',
        en: 'The hazard that a rectification order is about; done once that is closed.',
      },
      width: 150,
    }),
    file: file({ zh: '文件', en: 'File', synonyms: ['附件'] }),
    sent: text(sentStamp),
  },
  checks: [
    {
      column: 'due',
      problem: (row) => (row.due && row.date && row.due < row.date ? 'dates.to-before-from' : null),
    },
    {
      column: 'done_on',
      problem: (row) => (row.done_on && row.date && row.done_on < row.date ? 'dates.to-before-from' : null),
    },
  ],
  requiredWhen: {
    done: (row) => row.done_on !== null,
    done_on: (row) => row.done !== null && row.due !== null,
  },
})
