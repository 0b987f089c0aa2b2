import { choice, computed, steps, text, time } from '../column.ts'
import { sentStamp } from '../order-kinds.ts'
import { defineTable } from '../table.ts'

export const policy = defineTable({
  name: 'policy',
  zh: '规则参数',
  en: 'Rule parameters',
  group: 'settings',
  key: ['key'],
  shownBy: ['key'],
  columns: {
    group: choice(
      [
        { zh: '分类', en: 'Classification' },
        { zh: '期限', en: 'Deadlines' },
        { zh: '扣分', en: 'Points' },
        { zh: '管理责任', en: 'Management liability' },
        { zh: '一票否决', en: 'Veto' },
        { zh: '津贴', en: 'Allowance' },
        { zh: '报送', en: 'Reporting' },
        { zh: '检查', en: 'Inspection' },
        { zh: '隐私', en: 'Privacy' },
        { zh: '值周', en: 'Duty and attendance' },
        { zh: '方案', en: 'Plans taken up' },
      ],
      { zh: '参数组', en: 'Group', required: true, synonyms: ['组别'], width: 100 },
    ),
    name: steps({ zh: '参数名称', en: 'Name', holds: 'public', width: 220 }),
    key: text({
      zh: '参数',
      en: 'Parameter',
      holds: 'label',
      required: true,
      synonyms: ['参数名'],
      width: 150,
    }),
    value: text({
      zh: '取值',
      en: 'Value',
      holds: 'label',
      required: true,
      synonyms: ['当前取值', '值'],
      width: 140,
    }),
    value_words: steps({
      zh: '取值含义',
      en: 'What the value says',
      holds: 'public',
      hint: { zh: '数字和时刻照写，不另外说明。', en: 'Numbers and times stand for themselves.' },
      width: 200,
    }),
    default: computed(text({ zh: '默认值', en: 'Default', holds: 'label', width: 120 })),
    help_zh: steps({ zh: '含义说明', en: 'Meaning', holds: 'public', width: 360 }),
    basis: text({
      zh: '依据',
      en: 'Basis',
      holds: 'label',
      synonyms: ['条款', '依据条款'],
      hint: {
        zh: '例如：方案四条款、校长办公会决定。',
        en: "For example a clause of the plan or a decision of the principal's meeting.",
      },
      width: 180,
    }),
    changed: text({
      zh: '修改人',
      en: 'Changed by',
      holds: 'staff-name',
      required: true,
      synonyms: ['修改人/时间'],
      width: 100,
    }),
    changed_at: time({ zh: '修改时间', en: 'Changed at' }),
    sent: text(sentStamp),
  },
})
