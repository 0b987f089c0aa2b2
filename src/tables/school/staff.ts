import { choice, choices, computed, date, integer, long, reference, text, yesno } from '../column.ts'
import { defineTable } from '../table.ts'
import { posts } from './posts.ts'

export const staff = defineTable({
  name: 'staff',
  zh: '教职工名册',
  en: 'Staff',
  group: 'organisation',
  key: ['staff_no'],
  alternateKey: ['name'],
  shownBy: ['name'],
  columns: {
    staff_no: text({
      zh: '工号',
      en: 'Staff no.',
      holds: 'staff-number',
      required: true,
      synonyms: ['教工号', '职工号', '教师编号', '人员编号', '编号', '工作证号'],
      hint: { zh: '不填时自动编号。', en: 'Numbered by itself when left empty.' },
      width: 90,
    }),
    name: text({
      zh: '姓名',
      en: 'Name',
      required: true,
      privacy: 'P',
      holds: 'staff-name',
      synonyms: ['教师姓名', '教职工姓名', '职工姓名', '教职工', '教师', '名字', '人员姓名', '员工姓名'],
      width: 100,
    }),
    sex: choice(
      [
        { zh: '男', en: 'Male', also: ['M'] },
        { zh: '女', en: 'Female', also: ['F'] },
      ],
      { zh: '性别', en: 'Sex', privacy: 'P', holds: 'sex', width: 64 },
    ),
    dept: reference('departments', {
      zh: '部门',
      en: 'Department',
      required: true,
      synonyms: ['所在部门', '所属部门', '处室', '科室', '所属处室', '所在处室', '部门名称'],
      width: 110,
    }),
    posts: choices(posts, {
      zh: '岗位',
      en: 'Posts',
      holds: 'post',
      required: true,
      open: true,
      synonyms: ['职务', '现任职务', '担任职务', '工作岗位', '岗位名称', '职务岗位'],
      hint: { zh: '可以有几个岗位，用顿号隔开。', en: 'Several posts are parted by commas.' },
      width: 160,
    }),
    teaching: text({
      zh: '任教年级学科',
      en: 'Teaches',
      holds: 'label',
      synonyms: ['任教学科', '学科', '任课', '所教学科', '任教班级', '任教科目'],
      width: 130,
    }),
    homeroom: computed(text({ zh: '班主任班级', en: 'Homeroom of', holds: 'class', width: 110 })),
    phone: text({
      zh: '手机',
      en: 'Mobile',
      privacy: 'P',
      holds: 'phone',
      synonyms: ['手机号', '手机号码', '联系电话', '电话', '联系方式', '移动电话', '电话号码'],
      width: 120,
    }),
    employment: choice(
      [
        { zh: '在编', en: 'Established', also: ['事业编', '编制内', '正式'] },
        { zh: '合同', en: 'Contract', also: ['合同制', '聘用'] },
        { zh: '外包', en: 'Outsourced', also: ['劳务外包', '派遣', '劳务派遣'] },
        { zh: '临聘', en: 'Temporary', also: ['临时', '临时聘用', '代课'] },
      ],
      {
        zh: '编制性质',
        en: 'Employment',
        synonyms: ['编制', '用工性质', '人员性质', '编制类别', '用工形式'],
        width: 90,
      },
    ),
    status: choice(
      [
        { zh: '在岗', en: 'At work', also: ['在职'] },
        { zh: '请假', en: 'On leave', also: ['病假', '产假', '事假'] },
        { zh: '借调', en: 'Seconded' },
        { zh: '支教', en: 'Teaching elsewhere' },
        { zh: '退休', en: 'Retired' },
        { zh: '离职', en: 'Left', also: ['调出', '辞职'] },
      ],
      {
        zh: '在岗状态',
        en: 'Status',
        required: true,
        initial: '在岗',
        synonyms: ['在职状态', '人员状态', '状态', '在岗情况'],
        width: 90,
      },
    ),
    valid: date({
      zh: '入职日',
      en: 'Joined',
      synonyms: ['入职日/离职日', '入职日期', '入校时间', '到校时间', '参加工作时间', '入职时间', '到岗日期'],
    }),
    valid_to: date({
      zh: '离职日',
      en: 'Left on',
      synonyms: ['离职日期', '离校时间', '离职时间', '离岗日期'],
    }),
    scored: yesno({
      zh: '纳入考核',
      en: 'Scored',
      required: true,
      initial: true,
      synonyms: ['是否考核', '参与考核', '是否纳入考核', '考核对象'],
      hint: { zh: '外包人员一般填“否”。', en: 'Usually no for outsourced staff.' },
      width: 90,
    }),
    on_roster: yesno({
      zh: '参与值周',
      en: 'On duty roster',
      required: true,
      initial: true,
      synonyms: ['是否值周', '值周'],
      width: 90,
    }),
    roster_exempt: text({
      zh: '值周豁免原因',
      en: 'Why not on roster',
      privacy: 'S',
      holds: 'health',
      synonyms: ['不值周原因', '豁免原因'],
      width: 120,
    }),
    roster_cap: integer({
      zh: '每学期值周上限',
      en: 'Most duty weeks a term',
      min: 0,
      synonyms: ['值周上限'],
      width: 110,
    }),
    certs: long({
      zh: '资质证书与到期日',
      en: 'Certificates and expiry',
      synonyms: ['资质证书', '证书'],
      hint: {
        zh: '保安证、健康证、特种设备、急救等，每行一个并写到期日。',
        en: 'One a line with its expiry date.',
      },
    }),
    background_check: date({
      zh: '从业禁止查询日期',
      en: 'Background check',
      synonyms: ['从业查询日期', '入职查询日期'],
    }),
    note: text({ zh: '备注', en: 'Note', holds: 'narrative', synonyms: ['说明', '附注'], width: 140 }),
  },
  checks: [
    {
      column: 'valid_to',
      problem: (row) =>
        row.valid && row.valid_to && row.valid_to < row.valid ? 'dates.to-before-from' : null,
    },
  ],
  requiredWhen: {
    roster_exempt: (row) => row.on_roster === false,
    valid_to: (row) => row.status === '离职',
  },
})
