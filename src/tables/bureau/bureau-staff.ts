import { choice, long, reference, text, yesno } from '../column.ts'
import { defineTable } from '../table.ts'

export const bureauStaff = defineTable({
  name: 'bureauStaff',
  zh: '局机关人员',
  en: 'Bureau staff',
  group: 'organisation',
  key: ['name'],
  shownBy: ['name'],
  columns: {
    name: text({
      zh: '姓名',
      en: 'Name',
      required: true,
      privacy: 'P',
      holds: 'staff-name',
      synonyms: ['人员姓名', '名字'],
      hint: { zh: '同名的加科室区分，如“王强(基教)”。', en: 'Add the section where two bear one name.' },
      width: 100,
    }),
    dept: reference('sections', {
      zh: '科室(股室)',
      en: 'Section',
      required: true,
      synonyms: ['科室', '股室', '部门', '所在科室'],
      width: 130,
    }),
    title: text({
      zh: '职务',
      en: 'Post',
      holds: 'post',
      required: true,
      synonyms: ['岗位', '现任职务'],
      width: 110,
    }),
    scope: long({
      zh: '分管业务',
      en: 'In charge of',
      holds: 'label',
      synonyms: ['分管工作', '分工'],
      hint: {
        zh: '管业务必须管安全：这些业务的安全由他负责。',
        en: 'Whoever runs it answers for its safety.',
      },
    }),
    level: choice(
      [
        { zh: '第一责任人', en: 'First responsible' },
        {
          zh: '具体(直接)责任人·综合监管',
          en: 'Directly responsible, general oversight',
          also: ['具体责任人', '直接责任人', '综合监管'],
        },
        { zh: '直接领导责任', en: 'Leads his own scope' },
        { zh: '科室负总责', en: 'Answers for a section', also: ['负总责'] },
        { zh: '成员', en: 'Member' },
      ],
      {
        zh: '安全责任层级',
        en: 'Level of responsibility',
        required: true,
        synonyms: ['责任层级'],
        width: 170,
      },
    ),
    phone: text({
      zh: '电话',
      en: 'Telephone',
      required: true,
      privacy: 'P',
      holds: 'phone',
      synonyms: ['手机', '联系电话', '手机号'],
      width: 120,
    }),
    active: yesno({
      zh: '在岗',
      en: 'At work',
      required: true,
      initial: true,
      synonyms: ['是否在岗'],
      width: 70,
    }),
  },
})
