import { choice, computed, date, number, reference, references, text } from '../column.ts'
import { defineTable } from '../table.ts'
import { expiryStates } from './hazard-choices.ts'

/** What may be taken out only by two persons together. */
export const DANGEROUS: ReadonlySet<string | null> = new Set<string | null>(['易制毒', '易燃易爆', '腐蚀'])

export const chemicals = defineTable({
  name: 'chemicals',
  zh: '药品与危化品',
  en: 'Medicines and chemicals',
  group: 'ledger',
  tier: 'more',
  key: [],
  shownBy: ['name', 'date'],
  columns: {
    date: date({ zh: '日期', en: 'Date', required: true, synonyms: ['登记日期', '领用日期'] }),
    name: text({ zh: '品名', en: 'Name', holds: 'label', required: true, synonyms: ['药品名称', '名称'] }),
    kind: choice(
      [
        { zh: '医务药品', en: 'Medicine', also: ['药品'] },
        { zh: '实验试剂', en: 'Laboratory reagent', also: ['试剂'] },
        { zh: '易制毒', en: 'Drug precursor' },
        { zh: '易燃易爆', en: 'Flammable or explosive' },
        { zh: '腐蚀', en: 'Corrosive', also: ['腐蚀品'] },
        { zh: '消毒杀虫', en: 'Disinfectant or pesticide', also: ['消毒液'] },
        { zh: '燃料', en: 'Fuel' },
      ],
      { zh: '类别', en: 'Kind', required: true, width: 90 },
    ),
    act: choice(
      [
        { zh: '入库', en: 'In' },
        { zh: '领用', en: 'Out', also: ['出库'] },
        { zh: '归还', en: 'Returned' },
        { zh: '销毁', en: 'Destroyed' },
        { zh: '盘点', en: 'Counted' },
      ],
      { zh: '动作', en: 'What was done', required: true, synonyms: ['出入库'], width: 80 },
    ),
    qty: number({
      zh: '数量',
      en: 'Quantity',
      required: true,
      min: 0,
      synonyms: ['数量/单位'],
      hint: { zh: '盘点填实有数。', en: 'When counted, what is there.' },
      width: 80,
    }),
    unit: text({ zh: '计量单位', en: 'Unit', holds: 'plain', synonyms: ['单位', '规格单位'], width: 60 }),
    stock: computed(number({ zh: '结存', en: 'In stock', width: 80 })),
    batch: text({ zh: '批号', en: 'Batch', holds: 'label', synonyms: ['批号/有效期', '生产批号'] }),
    expires: date({ zh: '有效期至', en: 'Valid to', synonyms: ['有效期', '失效日期'] }),
    expiry: computed(choice(expiryStates, { zh: '效期状态', en: 'State', width: 80 })),
    taker: reference('staff', { zh: '领用人', en: 'Taken by', privacy: 'P' }),
    keepers: references('staff', {
      zh: '保管人(双人)',
      en: 'Kept by (two)',
      required: true,
      privacy: 'P',
      synonyms: ['保管人'],
      hint: { zh: '危化品由两人保管。', en: 'Dangerous goods are kept by two.' },
      width: 130,
    }),
    use: text({ zh: '用途', en: 'For', holds: 'label', synonyms: ['使用用途'] }),
  },
  checks: [
    {
      column: 'qty',
      problem: (row) => (row.stock !== null && row.stock < 0 ? 'chemical.below-zero' : null),
    },
    {
      column: 'keepers',
      problem: ({ kind, keepers }) =>
        DANGEROUS.has(kind) && keepers !== null && keepers.length < 2 ? 'chemical.one-keeper' : null,
    },
  ],
  requiredWhen: {
    taker: ({ act }) => act === '领用' || act === '归还',
    use: ({ act }) => act === '领用',
  },
})
