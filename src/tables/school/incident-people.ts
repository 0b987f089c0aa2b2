import { choice, file, long, money, reference, text, time } from '../column.ts'
import { defineTable } from '../table.ts'

export const incidentPeople = defineTable({
  name: 'incidentPeople',
  zh: '事故涉及人员',
  en: 'Persons involved',
  group: 'incident',
  key: ['incident', 'role', 'name', 'pupil_code'],
  shownBy: ['incident', 'role'],
  columns: {
    incident: reference('incidents', {
      zh: '事故',
      en: 'Incident',
      required: true,
      synonyms: ['事故编号', '所属事故'],
      width: 150,
    }),
    role: choice(
      [
        { zh: '受伤者', en: 'Injured', also: ['伤者'] },
        { zh: '肇事者', en: 'Caused it' },
        { zh: '目击者', en: 'Witness' },
        { zh: '财产受损方', en: 'Lost property' },
      ],
      { zh: '角色', en: 'Role', required: true, synonyms: ['人员角色'], width: 100 },
    ),
    who: choice(
      [
        { zh: '学生', en: 'Pupil' },
        { zh: '教职工', en: 'Staff', also: ['教师', '老师', '职工'] },
        { zh: '家长', en: 'Parent' },
        { zh: '外来人员', en: 'Visitor' },
      ],
      { zh: '身份', en: 'Who', required: true, synonyms: ['人员身份', '人员类别'], width: 90 },
    ),
    class: reference('classes', { zh: '班级', en: 'Class', synonyms: ['所在班级'], width: 100 }),
    pupil_code: text({
      zh: '学生编号',
      en: 'Pupil code',
      privacy: 'P',
      holds: 'pupil-code',
      synonyms: ['学号', '学籍号'],
      width: 110,
    }),
    name: text({
      zh: '姓名',
      en: 'Name',
      privacy: 'S',
      holds: 'pupil-name',
      synonyms: ['学生姓名', '人员姓名'],
      hint: {
        zh: '平时遮住显示，导出时默认不带。',
        en: 'Masked on screen and left out of exports by default.',
      },
      width: 90,
    }),
    over14: choice(
      [
        { zh: '是', en: 'Yes' },
        { zh: '否', en: 'No' },
      ],
      {
        zh: '年龄是否满14',
        en: 'Aged 14 or over',
        privacy: 'P',
        holds: 'age',
        synonyms: ['是否满14周岁', '满14岁'],
        width: 110,
      },
    ),
    injury: text({
      zh: '伤情',
      en: 'Injury',
      privacy: 'S',
      holds: 'health',
      synonyms: ['受伤情况', '伤情描述', '诊断'],
      width: 140,
    }),
    level: choice(
      [
        { zh: '轻微', en: 'Slight', note: '皮外伤', also: ['轻伤', '轻微伤'] },
        { zh: '中度', en: 'Medium', note: '骨折等' },
        { zh: '严重', en: 'Severe', alarm: true, note: '重伤', also: ['重伤'] },
        { zh: '死亡', en: 'Death', alarm: true },
      ],
      {
        zh: '程度',
        en: 'Level',
        privacy: 'S',
        holds: 'injury-grade',
        synonyms: ['伤害程度', '受伤程度', '伤情程度'],
        hint: {
          zh: '擦伤、扭伤算轻微；骨折、脱臼、掉牙、住院算中度；鉴定为重伤算严重。',
          en: 'Grazes and sprains are slight; fractures, lost teeth and nights in hospital medium; certified grave injury is severe.',
        },
        width: 90,
      },
    ),
    first_level: choice(
      [
        { zh: '轻微', en: 'Slight' },
        { zh: '中度', en: 'Medium' },
        { zh: '严重', en: 'Severe', alarm: true },
        { zh: '死亡', en: 'Death', alarm: true },
      ],
      {
        zh: '最初程度',
        en: 'First level',
        privacy: 'S',
        holds: 'injury-grade',
        hint: { zh: '由程序记下第一次登记的程度。', en: 'The level first recorded, kept by the program.' },
        width: 90,
      },
    ),
    level_log: long({
      zh: '伤情变化记录',
      en: 'Changes of the injury',
      privacy: 'S',
      holds: 'health',
      hint: {
        zh: '伤情变化时写明日期和诊断，并改“程度”。',
        en: 'Date and diagnosis of each change; change the level as well.',
      },
    }),
    guardian_told: time({
      zh: '监护人已告知时间',
      en: 'Guardian told at',
      holds: 'family',
      synonyms: ['通知家长时间', '告知家长时间'],
    }),
    told_by: text({
      zh: '告知人',
      en: 'Told by',
      privacy: 'P',
      holds: 'staff-name',
      synonyms: ['告知方式/告知人'],
      width: 90,
    }),
    told_how: choice(
      [
        { zh: '当面', en: 'In person' },
        { zh: '电话', en: 'By telephone' },
        { zh: '微信', en: 'By WeChat' },
        { zh: '书面', en: 'In writing' },
      ],
      { zh: '告知方式', en: 'Told how', holds: 'family', width: 90 },
    ),
    cost: money({
      zh: '治疗费用(元)',
      en: 'Cost (yuan)',
      privacy: 'S',
      holds: 'cost',
      min: 0,
      synonyms: ['治疗与费用', '医疗费用', '治疗费用', '费用'],
      width: 110,
    }),
    claim: choice(
      [
        { zh: '未报案', en: 'Not claimed' },
        { zh: '已报案', en: 'Claimed' },
        { zh: '已赔付', en: 'Paid' },
      ],
      { zh: '保险理赔', en: 'Insurance claim', holds: 'cost', synonyms: ['理赔情况'], width: 90 },
    ),
    settlement: file({
      zh: '和解/调解协议',
      en: 'Settlement',
      privacy: 'S',
      holds: 'cost',
      synonyms: ['调解协议', '和解协议'],
    }),
  },
  checks: [
    {
      column: 'guardian_told',
      problem: (row, now) => (row.guardian_told && row.guardian_told > now ? 'time.future' : null),
    },
  ],
  requiredWhen: {
    class: (row) => row.who === '学生',
    pupil_code: (row) => row.who === '学生' && row.name === null,
    over14: (row) => row.who === '学生' && row.role === '肇事者',
    injury: (row) => row.role === '受伤者',
    level: (row) => row.role === '受伤者',
    guardian_told: (row) => row.role === '受伤者' && row.who === '学生',
    told_by: (row) => row.guardian_told !== null,
    told_how: (row) => row.guardian_told !== null,
  },
})
