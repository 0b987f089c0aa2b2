import { choice, choices, computed, date, file, number, references, text } from '../column.ts'
import { defineTable } from '../table.ts'

export const training = defineTable({
  name: 'training',
  zh: '学习培训',
  en: 'Staff training',
  group: 'ledger',
  tier: 'more',
  key: ['date', 'topic'],
  shownBy: ['date', 'topic'],
  columns: {
    date: date({ zh: '日期', en: 'Date', required: true, synonyms: ['培训日期', '学习日期', '学习时间'] }),
    topic: text({
      zh: '主题',
      en: 'Topic',
      holds: 'label',
      required: true,
      synonyms: ['培训主题', '学习主题', '培训内容', '学习内容'],
      width: 180,
    }),
    laws: choices(
      [
        { zh: '未成年人保护法', en: 'Law on the Protection of Minors' },
        { zh: '预防未成年人犯罪法', en: 'Law on the Prevention of Juvenile Delinquency' },
        { zh: '教育法', en: 'Education Law' },
        { zh: '教师法', en: 'Teachers Law' },
        { zh: '中小学幼儿园安全管理办法', en: 'Rules on safety in schools and kindergartens' },
        { zh: '学生伤害事故处理办法', en: 'Rules on injuries of pupils' },
        { zh: '职业道德规范', en: 'Professional ethics' },
        { zh: '省条例', en: 'Regulations of the province' },
        { zh: '上级文件', en: 'Directives from above' },
        { zh: '其他', en: 'Other' },
      ],
      { zh: '学习文件', en: 'Texts studied', required: true, synonyms: ['学习法规', '法律法规'], width: 200 },
    ),
    form: choice(
      [
        { zh: '行政会', en: 'Administrative meeting' },
        { zh: '教师例会', en: "Teachers' meeting", also: ['教职工例会', '例会'] },
        { zh: '讲座', en: 'Lecture', also: ['集中培训'] },
        { zh: '网络', en: 'Online', also: ['网络学习', '线上'] },
        { zh: '自学', en: 'Self-study' },
        { zh: '考试', en: 'Examination', also: ['测试'] },
      ],
      { zh: '形式', en: 'Form', required: true, synonyms: ['培训形式', '学习形式'], width: 100 },
    ),
    hours: number({ zh: '学时', en: 'Hours', min: 0, max: 999, synonyms: ['课时', '培训学时'], width: 70 }),
    speaker: text({
      zh: '主讲',
      en: 'Speaker',
      holds: 'staff-name',
      synonyms: ['主讲人', '授课人', '培训教师'],
      width: 100,
    }),
    who: references('staff', {
      zh: '参加人员',
      en: 'Attended by',
      required: true,
      privacy: 'P',
      synonyms: ['参训人员', '培训人员', '学习人员'],
      width: 200,
    }),
    coverage: computed(number({ zh: '覆盖率%', en: 'Coverage %', synonyms: ['覆盖率'], width: 80 })),
    score: text({
      zh: '考核结果',
      en: 'Result',
      holds: 'narrative',
      synonyms: ['考试结果', '测试结果'],
      width: 120,
    }),
    file: file({ zh: '资料', en: 'Material', synonyms: ['培训资料', '附件'] }),
  },
})
