import { computed, date, integer, long, money, number, references, text, time, yesno } from '../column.ts'
import { defineTable } from '../table.ts'
import { monthOf } from './report-periods.ts'

/**
 * The month's hazards in figures. Until it is sent they follow the ledger; from then on they are worked out from the
 * rows as they were sent (`snapshot`), whatever becomes of the ledger.
 */
export const monthlyReports = defineTable({
  name: 'monthlyReports',
  zh: '隐患月报表',
  en: 'Monthly hazard report',
  group: 'hazard',
  when: { plan: 'county' },
  key: ['month'],
  shownBy: ['month'],
  columns: {
    month: text({
      zh: '月份',
      en: 'Month',
      holds: 'plain',
      required: true,
      synonyms: ['报告月份', '统计月份'],
      hint: { zh: '写成 2026-09。', en: 'Such as 2026-09.' },
      width: 90,
    }),
    from_to: computed(date({ zh: '统计起', en: 'From', synonyms: ['统计起/止'] })),
    to: computed(date({ zh: '统计止', en: 'To' })),
    new: computed(integer({ zh: '本月新增', en: 'New', width: 80 })),
    new_major: computed(integer({ zh: '其中重大', en: 'Of these major', width: 80 })),
    carried: computed(integer({ zh: '上月结转', en: 'Opening balance', width: 80 })),
    closed: computed(integer({ zh: '本月销号', en: 'Closed', width: 80 })),
    open: computed(
      integer({
        zh: '月末未销号',
        en: 'Closing balance',
        hint: { zh: '等于 上月结转＋本月新增－本月销号。', en: 'Opening balance + new − closed.' },
        width: 90,
      }),
    ),
    overdue: computed(integer({ zh: '逾期未整改', en: 'Overdue', width: 90 })),
    rate: computed(number({ zh: '整改率', en: 'Closed (%)', synonyms: ['整改率(%)'], width: 80 })),
    fund: computed(money({ zh: '投入资金', en: 'Cost' })),
    by_cat: computed(text({ zh: '分类统计', en: 'By category', holds: 'plain', width: 200 })),
    zero_note: text({
      zh: '零隐患说明',
      en: 'Why none',
      holds: 'label',
      hint: { zh: '本月没有新增时必须填写。', en: 'Required when none was found.' },
      width: 180,
    }),
    rows: computed(
      long({ zh: '明细快照', en: 'Rows', holds: 'label', hint: { zh: '报送时的各行。', en: 'As sent.' } }),
    ),
    signers: references('staff', {
      zh: '填表人/审核人(校长)',
      en: 'Signed by',
      required: true,
      privacy: 'P',
      synonyms: ['填表人', '审核人'],
      width: 140,
    }),
    due_on: computed(date({ zh: '应报日期', en: 'Due on' })),
    sent_at: time({ zh: '实报时间', en: 'Sent at', synonyms: ['报送时间'] }),
    on_time: computed(yesno({ zh: '是否按时', en: 'In time', width: 80 })),
    hash: computed(text({ zh: '报送文件校验码', en: 'Check code', holds: 'plain', width: 160 })),
    changed: computed(
      yesno({
        zh: '报后台账有变',
        en: 'Ledger changed since',
        hint: {
          zh: '报送以后台账里这一期的数又变了；报表仍是报送时的数。',
          en: 'The ledger says otherwise now; the report stays as it was sent.',
        },
        width: 110,
      }),
    ),
    snapshot: long({
      zh: '报送时的数据',
      en: 'As sent',
      holds: 'label',
      fixed: true,
      hint: { zh: '由程序在报送时写入。', en: 'Written by the program when the report is sent.' },
    }),
  },
  checks: [
    {
      column: 'month',
      problem: ({ month }) => (month !== null && monthOf(month) === null ? 'report.month' : null),
    },
    {
      column: 'sent_at',
      problem: ({ sent_at }, now) => (sent_at !== null && sent_at > now ? 'time.future' : null),
    },
  ],
  requiredWhen: {
    zero_note: (row) => row.new === 0,
  },
})
