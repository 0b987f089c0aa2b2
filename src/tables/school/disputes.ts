import { choice, date, long, reference, text } from '../column.ts'
import { defineTable } from '../table.ts'

/** Who is at odds, who worries us: what is written here leaves in no file but the school's own keeping. */
export const disputes = defineTable({
  name: 'disputes',
  zh: '矛盾纠纷与关注事项',
  en: 'Disputes and concerns',
  group: 'ledger',
  tier: 'more',
  key: ['date', 'kind', 'subject'],
  shownBy: ['date', 'subject'],
  columns: {
    date: date({ zh: '登记日期', en: 'Recorded on', required: true, synonyms: ['日期', '排查日期'] }),
    kind: choice(
      [
        { zh: '教职工矛盾', en: 'Among staff' },
        { zh: '家校纠纷', en: 'Families and school', also: ['家校矛盾'] },
        { zh: '生生矛盾', en: 'Among pupils', also: ['学生矛盾'] },
        { zh: '异常行为', en: 'Unusual behaviour' },
        { zh: '特异体质告知', en: 'Health condition told', also: ['特异体质'] },
        { zh: '心理关注', en: 'Mental health' },
        { zh: '学校与周边', en: 'School and neighbours', also: ['周边纠纷'] },
      ],
      {
        zh: '类型',
        en: 'Kind',
        required: true,
        privacy: 'S',
        holds: 'confidential',
        synonyms: ['纠纷类型', '关注类型'],
        width: 110,
      },
    ),
    subject: text({
      zh: '对象(编号)',
      en: 'Whom (code)',
      required: true,
      privacy: 'S',
      holds: 'pupil-code',
      synonyms: ['对象', '对象编号'],
      hint: { zh: '只写编号，不写姓名。', en: 'A code, never a name.' },
      width: 120,
    }),
    text: long({
      zh: '情况',
      en: 'Situation',
      required: true,
      privacy: 'S',
      holds: 'confidential',
      synonyms: ['情况说明', '基本情况'],
    }),
    owner: reference('staff', {
      zh: '化解责任人',
      en: 'Looked after by',
      required: true,
      privacy: 'P',
      synonyms: ['责任人', '包保责任人'],
    }),
    action: long({
      zh: '措施',
      en: 'Measures',
      required: true,
      privacy: 'S',
      holds: 'confidential',
      synonyms: ['化解措施', '关注措施'],
    }),
    state: choice(
      [
        { zh: '化解中', en: 'Being resolved' },
        { zh: '已化解', en: 'Resolved' },
        { zh: '持续关注', en: 'Watched' },
      ],
      { zh: '状态', en: 'State', required: true, initial: '化解中', synonyms: ['化解情况'], width: 90 },
    ),
    acl: choice(
      [
        { zh: '校长', en: 'Principal' },
        { zh: '分管', en: 'Vice principal', also: ['分管副校长'] },
        { zh: '班主任', en: 'Homeroom teacher' },
      ],
      {
        zh: '可见范围',
        en: 'Who may see it',
        required: true,
        initial: '分管',
        hint: {
          zh: '打印和口头告知时遵守；这台电脑上能打开工作簿的人都能看到。',
          en: 'Binds whoever prints or tells it; anybody who can open the workbook can read it.',
        },
        width: 90,
      },
    ),
  },
})
