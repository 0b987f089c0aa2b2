import { choice, computed, long, reference, signature, text } from '../column.ts'
import { defineTable } from '../table.ts'
import { validity, validityCheck } from './validity.ts'

export const leadership = defineTable({
  name: 'leadership',
  zh: '领导小组',
  en: 'Leadership groups',
  group: 'organisation',
  tier: 'more',
  key: ['group', 'person'],
  shownBy: ['group', 'person'],
  columns: {
    group: choice(
      [
        { zh: '一岗双责领导小组', en: 'Dual-duty group', also: ['领导小组', '一岗双责工作领导小组'] },
        {
          zh: '安全稳定领导小组',
          en: 'Safety and stability group',
          also: ['安全领导小组', '安全工作领导小组'],
        },
        { zh: '部门安全小组', en: "A department's safety group", also: ['部门小组'] },
        { zh: '应急指挥组', en: 'Emergency command', also: ['应急领导小组', '指挥组'] },
        { zh: '保卫组', en: 'Security', also: ['警戒保卫组'] },
        { zh: '现场处置组', en: 'On the scene', also: ['疏散引导组', '抢险组'] },
        { zh: '救护组', en: 'First aid', also: ['医疗救护组'] },
        { zh: '通讯联络组', en: 'Communication', also: ['通信联络组', '联络组'] },
        { zh: '后勤保障组', en: 'Logistics', also: ['保障组'] },
        { zh: '事故调查组', en: 'Investigation', also: ['调查组'] },
      ],
      {
        zh: '组别',
        en: 'Group',
        required: true,
        initial: '一岗双责领导小组',
        synonyms: ['小组', '小组名称', '机构', '工作组'],
        width: 150,
      },
    ),
    role: choice(
      [
        { zh: '组长', en: 'Leader', also: ['总指挥'] },
        { zh: '副组长', en: 'Deputy leader', also: ['副总指挥'] },
        { zh: '成员', en: 'Member', also: ['组员'] },
        { zh: '办公室主任', en: 'Head of the office' },
      ],
      {
        zh: '职务',
        en: 'Role',
        required: true,
        synonyms: ['组内职务', '小组职务', '担任'],
        hint: { zh: '每个组一名组长。', en: 'One leader for each group.' },
        width: 90,
      },
    ),
    person: reference('staff', {
      zh: '姓名',
      en: 'Person',
      required: true,
      privacy: 'P',
      synonyms: ['人员', '人员姓名', '教师姓名', '成员姓名'],
      width: 100,
    }),
    title: computed(text({ zh: '校内职务', en: 'Posts', holds: 'post', width: 130 })),
    responsibility: choice(
      [
        { zh: '第一责任人(总责)', en: 'First responsible', also: ['第一责任人', '总责'] },
        { zh: '具体责任人(分管责任)', en: 'Directly in charge', also: ['具体责任人', '直接责任人'] },
        { zh: '分管责任', en: 'In charge of a line', also: ['分管责任人', '分管'] },
        { zh: '直接责任', en: 'Directly responsible' },
      ],
      { zh: '责任层级', en: 'Level', required: true, synonyms: ['责任', '责任级别'], width: 150 },
    ),
    duty: long({
      zh: '分工内容',
      en: 'Tasks',
      holds: 'label',
      required: true,
      synonyms: ['分工', '职责', '工作分工', '主要职责', '工作职责'],
    }),
    appointed: text({
      zh: '任命文号/日期',
      en: 'Appointed by',
      holds: 'label',
      synonyms: ['任命文号', '文号', '任命文件', '任命日期'],
      width: 130,
    }),
    ...validity,
    signature: signature({ zh: '签名', en: 'Signature', synonyms: ['签字'] }),
  },
  checks: [validityCheck],
})
