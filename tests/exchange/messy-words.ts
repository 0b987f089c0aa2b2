/**
 * How schools write: headings as they were heard in offices, not as our tables know them, and values the way people
 * type them. `key` null is a column that no table of ours has.
 */
export interface MessyColumn {
  readonly key: string | null
  readonly headings: readonly string[]
  readonly values: ValueKind
  /** In so many of ten ledgers. */
  readonly often: number
  /** Said over it and its neighbours when headings have two rows. */
  readonly group?: string
  readonly unit?: string
}

export type ValueKind =
  | 'staff-number'
  | 'person'
  | 'sex'
  | 'department'
  | 'posts'
  | 'subject'
  | 'phone'
  | 'employment'
  | 'status'
  | 'date'
  | 'moment'
  | 'yes-no'
  | 'counted'
  | 'identity'
  | 'nation'
  | 'degree'
  | 'address'
  | 'blank'
  | 'class'
  | 'grade'
  | 'small-count'
  | 'pupil-count'
  | 'moment-after'
  | 'date-after'
  | 'place'
  | 'incident-number'
  | 'scene'
  | 'incident-type'
  | 'story'
  | 'injury-level'
  | 'money'
  | 'measure'
  | 'cause'
  | 'hospital'
  | 'pupil'
  | 'pupil-code'
  | 'injury'
  | 'role'
  | 'who'
  | 'capacity'
  | 'checked'
  | 'place-kind'
  | 'often'
  | 'department-kind'
  | 'line'
  | 'meeting-kind'
  | 'agenda'
  | 'people'
  | 'remark'
  | 'weather'

const staffPerson = [
  '姓名',
  '教师姓名',
  '教职工姓名',
  '姓  名',
  '教工姓名',
  '老师姓名',
  '员工姓名',
  '教师',
  '教职员姓名',
]

export const messyTables: Readonly<
  Record<string, { titles: readonly string[]; columns: readonly MessyColumn[] }>
> = {
  staff: {
    titles: ['教职工花名册', '教师基本情况一览表', '在职教职工信息登记表', '教职工通讯录', '教师名单'],
    columns: [
      { key: null, headings: ['序号', '序 号', 'No', '顺序'], values: 'counted', often: 8 },
      {
        key: 'staff_no',
        headings: ['工号', '教师编号', '职工编号', '教工号', '人事编号', '考勤号', '教职工代码'],
        values: 'staff-number',
        often: 7,
        group: '基本信息',
      },
      { key: 'name', headings: staffPerson, values: 'person', often: 10, group: '基本信息' },
      {
        key: 'sex',
        headings: ['性别', '性 别', '性别（男/女）'],
        values: 'sex',
        often: 6,
        group: '基本信息',
      },
      {
        key: null,
        headings: ['身份证号', '身份证号码', '公民身份号码', '证件号码'],
        values: 'identity',
        often: 4,
        group: '基本信息',
      },
      { key: null, headings: ['民族', '政治面貌'], values: 'nation', often: 2, group: '基本信息' },
      {
        key: 'dept',
        headings: ['部门', '所在科室', '所属部门', '处室', '年级组/处室', '工作部门', '归属处室'],
        values: 'department',
        often: 9,
        group: '任职情况',
      },
      {
        key: 'posts',
        headings: [
          '职务',
          '岗位',
          '担任职务',
          '现任岗位',
          '工作岗位',
          '行政职务',
          '承担岗位',
          '职务（岗位）',
        ],
        values: 'posts',
        often: 7,
        group: '任职情况',
      },
      {
        key: 'teaching',
        headings: ['任教学科', '任教科目', '所教学科', '任教班级学科', '教何学科', '任课情况', '所带学科'],
        values: 'subject',
        often: 5,
        group: '任职情况',
      },
      { key: null, headings: ['学历', '最高学历', '职称'], values: 'degree', often: 3 },
      {
        key: 'phone',
        headings: [
          '联系方式',
          '手机号码',
          '联系电话',
          '电话',
          '手机',
          '移动电话',
          '本人电话',
          '联系方式（手机）',
          '手机号',
          '联系电话（长号）',
        ],
        values: 'phone',
        often: 8,
      },
      {
        key: 'employment',
        headings: [
          '编制',
          '用工性质',
          '是否在编',
          '人员性质',
          '编制情况',
          '聘用形式',
          '聘用性质',
          '用工类别',
        ],
        values: 'employment',
        often: 4,
      },
      {
        key: 'status',
        headings: ['在岗状态', '目前状态', '在岗情况', '人员状态', '是否在岗', '现在状态'],
        values: 'status',
        often: 3,
      },
      {
        key: 'valid',
        headings: ['入职日期', '到校时间', '入校时间', '来校工作时间', '到岗日期', '参加工作时间'],
        values: 'date',
        often: 5,
      },
      {
        key: 'scored',
        headings: ['是否参加考核', '参与考核', '纳入考核', '是否考核'],
        values: 'yes-no',
        often: 3,
      },
      { key: null, headings: ['家庭住址', '现住址', '通讯地址'], values: 'address', often: 2 },
      { key: null, headings: ['签字', '本人签名', '签名确认'], values: 'blank', often: 2 },
      { key: 'note', headings: ['备注', '备 注', '说明', '附注'], values: 'remark', often: 6 },
    ],
  },
  classes: {
    titles: ['班级情况统计表', '各班基本情况', '班主任安排表', '班级人数统计表'],
    columns: [
      { key: null, headings: ['序号'], values: 'counted', often: 6 },
      { key: 'grade', headings: ['年级', '所在年级', '所属年级'], values: 'grade', often: 6 },
      { key: 'class_name', headings: ['班级', '班级名称', '班别', '班次'], values: 'class', often: 10 },
      {
        key: 'homeroom',
        headings: ['班主任', '班主任姓名', '正班主任', '班主任老师', '现任班主任'],
        values: 'person',
        often: 9,
        group: '管理人员',
      },
      {
        key: 'deputy',
        headings: ['副班主任', '副班主任姓名', '配班老师'],
        values: 'person',
        often: 4,
        group: '管理人员',
      },
      { key: null, headings: ['班主任电话', '班主任联系电话'], values: 'phone', often: 3, group: '管理人员' },
      {
        key: 'students',
        headings: [
          '学生数',
          '学生人数',
          '班级人数',
          '在校人数',
          '总人数',
          '现有人数',
          '学生总数',
          '全班人数',
        ],
        values: 'pupil-count',
        often: 9,
        group: '学生情况',
        unit: '人',
      },
      {
        key: 'boarders',
        headings: ['住宿生', '其中住宿', '住校人数', '寄宿生人数', '住宿生数', '寄宿人数', '内宿生人数'],
        values: 'small-count',
        often: 5,
        group: '学生情况',
        unit: '人',
      },
      {
        key: 'bus',
        headings: ['校车人数', '乘车人数', '坐校车人数', '乘坐校车人数'],
        values: 'small-count',
        often: 4,
        group: '学生情况',
        unit: '人',
      },
      { key: 'room', headings: ['教室', '教室位置', '教室部位', '所在教室'], values: 'place', often: 4 },
      { key: null, headings: ['班主任签字', '签字'], values: 'blank', often: 3 },
    ],
  },
  incidents: {
    titles: [
      '学生安全事故登记台账',
      '校园安全事故台账',
      '安全事故记录表',
      '学生意外伤害事故登记表',
      '安全事件登记簿',
    ],
    columns: [
      { key: null, headings: ['序号', '序'], values: 'counted', often: 7 },
      {
        key: 'no',
        headings: ['编号', '事故编号', '登记编号', '台账编号', '事件编号'],
        values: 'incident-number',
        often: 7,
        group: '事故基本情况',
      },
      {
        key: 'occurred_at',
        headings: [
          '发生时间',
          '出事时间',
          '事发时间',
          '事故时间',
          '事故发生时间',
          '时间',
          '案发时间',
          '出事日期时间',
          '何时发生',
        ],
        values: 'moment',
        often: 10,
        group: '事故基本情况',
      },
      {
        key: 'known_at',
        headings: ['知悉时间', '得知时间', '接报时间', '发现时间'],
        values: 'moment-after',
        often: 2,
        group: '事故基本情况',
      },
      {
        key: 'area',
        headings: [
          '地点',
          '发生地点',
          '事发地点',
          '出事地点',
          '何地发生',
          '事故发生地',
          '事故部位',
          '事故地点',
        ],
        values: 'place',
        often: 8,
        group: '事故基本情况',
      },
      {
        key: 'scene',
        headings: ['场景', '事故场景', '发生场景', '发生场合'],
        values: 'scene',
        often: 5,
        group: '事故基本情况',
      },
      {
        key: 'type',
        headings: ['事故类型', '事故类别', '事件类型', '类别', '事故种类', '事故类型（大类）', '伤害类型'],
        values: 'incident-type',
        often: 7,
        group: '事故基本情况',
      },
      {
        key: 'narrative',
        headings: [
          '事故经过',
          '简要经过',
          '事情经过',
          '事故简要经过',
          '经过简述',
          '事件经过描述',
          '事故情况简述',
          '详细经过',
        ],
        values: 'story',
        often: 9,
      },
      {
        key: 'injury_level',
        headings: ['受伤程度', '伤害程度', '伤情程度', '受伤部位/程度', '伤势轻重', '伤情等级', '伤害等级'],
        values: 'injury-level',
        often: 6,
      },
      {
        key: 'loss_yuan',
        headings: [
          '财产损失（元）',
          '损失金额',
          '财产损失',
          '经济损失(元)',
          '财物损失',
          '造成损失（元）',
          '损失估价',
        ],
        values: 'money',
        often: 5,
        unit: '元',
      },
      {
        key: 'first_aid',
        headings: [
          '处理情况',
          '现场处置',
          '处置情况',
          '采取的措施',
          '现场处理情况',
          '应急处置措施',
          '处理经过',
          '学校处理情况',
        ],
        values: 'measure',
        often: 7,
        group: '处理情况',
      },
      {
        key: 'hospital_sent',
        headings: ['是否送医', '送医', '有无送医', '是否送医院'],
        values: 'yes-no',
        often: 4,
        group: '处理情况',
      },
      {
        key: 'hospital',
        headings: ['就诊医院', '送往医院', '医院', '就医医院'],
        values: 'hospital',
        often: 3,
        group: '处理情况',
      },
      {
        key: 'cause',
        headings: ['原因分析', '事故原因', '原因', '事故起因', '发生原因', '原因及责任分析'],
        values: 'cause',
        often: 5,
        group: '处理情况',
      },
      {
        key: 'closed_on',
        headings: ['结案日期', '结案时间', '办结日期'],
        values: 'date-after',
        often: 3,
        group: '处理情况',
      },
      { key: null, headings: ['班主任签字', '家长签字', '校长签字'], values: 'blank', often: 3 },
      { key: null, headings: ['天气', '天气情况'], values: 'weather', often: 2 },
    ],
  },
  incidentPeople: {
    titles: ['受伤学生登记表', '事故涉及学生情况表', '受伤学生情况一览', '事故人员明细'],
    columns: [
      { key: null, headings: ['序号'], values: 'counted', often: 6 },
      {
        key: 'incident',
        headings: ['事故编号', '所属事故', '对应事故编号', '事故'],
        values: 'incident-number',
        often: 10,
      },
      {
        key: 'role',
        headings: ['角色', '人员角色', '在事故中的角色'],
        values: 'role',
        often: 7,
        group: '涉及人员',
      },
      { key: 'who', headings: ['身份', '人员身份', '人员类别'], values: 'who', often: 7, group: '涉及人员' },
      {
        key: 'name',
        headings: ['学生姓名', '姓名', '受伤学生姓名', '受伤者姓名', '伤者姓名', '伤者', '学生'],
        values: 'pupil',
        often: 10,
        group: '涉及人员',
      },
      {
        key: 'class',
        headings: ['班级', '所在班级', '学生班级', '所属班级'],
        values: 'class',
        often: 8,
        group: '涉及人员',
      },
      {
        key: 'pupil_code',
        headings: ['学号', '学籍号', '学生编号', '学生学号'],
        values: 'pupil-code',
        often: 5,
        group: '涉及人员',
      },
      {
        key: 'injury',
        headings: ['伤情', '受伤情况', '伤情描述', '伤情诊断', '受伤部位及情况'],
        values: 'injury',
        often: 8,
        group: '伤情',
      },
      {
        key: 'level',
        headings: ['程度', '受伤程度', '伤害程度', '伤情程度'],
        values: 'injury-level',
        often: 8,
        group: '伤情',
      },
      {
        key: 'guardian_told',
        headings: ['通知家长时间', '告知家长时间', '家长知情时间', '何时通知家长', '告知监护人时间'],
        values: 'moment',
        often: 5,
        group: '家长告知',
      },
      {
        key: 'told_by',
        headings: ['告知人', '通知人', '告知家长的人'],
        values: 'person',
        often: 4,
        group: '家长告知',
      },
      {
        key: 'cost',
        headings: ['医疗费用', '治疗费用(元)', '医药费', '治疗花费', '就医费用', '费用'],
        values: 'money',
        often: 5,
        unit: '元',
      },
      { key: null, headings: ['家长签字', '监护人签字'], values: 'blank', often: 3 },
    ],
  },
  findings: {
    titles: ['事故责任认定表', '安全事故责任认定汇总', '责任认定情况表'],
    columns: [
      { key: null, headings: ['序号'], values: 'counted', often: 6 },
      { key: 'incident', headings: ['事故编号', '所属事故', '事故'], values: 'incident-number', often: 10 },
      {
        key: 'person',
        headings: ['责任人', '责任人姓名', '责任教师', '相关责任人', '责任人员姓名'],
        values: 'person',
        often: 10,
        group: '责任人',
      },
      {
        key: 'capacity',
        headings: ['责任身份', '责任人身份', '身份'],
        values: 'capacity',
        often: 8,
        group: '责任人',
      },
      {
        key: 'department',
        headings: ['责任部门', '责任处室', '责任科室'],
        values: 'department',
        often: 4,
        group: '责任人',
      },
      {
        key: 'should_be_there',
        headings: ['应当在场', '是否应当在场', '应否在场', '是否应在场'],
        values: 'yes-no',
        often: 7,
        group: '认定情况',
      },
      {
        key: 'was_there',
        headings: ['实际在场', '是否在场', '是否实际在场', '当时是否在场'],
        values: 'yes-no',
        often: 7,
        group: '认定情况',
      },
      {
        key: 'educated',
        headings: ['教育到位', '教育是否到位', '是否教育到位', '教育到位情况'],
        values: 'checked',
        often: 8,
        group: '认定情况',
      },
      {
        key: 'guided',
        headings: ['指导到位', '指导是否到位', '指导(检查、管理)到位', '管理是否到位'],
        values: 'checked',
        often: 8,
        group: '认定情况',
      },
      { key: 'appeal', headings: ['本人意见', '申诉', '本人申诉意见'], values: 'remark', often: 3 },
      { key: null, headings: ['责任人签字', '签字'], values: 'blank', often: 3 },
    ],
  },
  departments: {
    titles: ['部门设置及分管领导一览', '处室分工表', '部门与负责人'],
    columns: [
      { key: null, headings: ['序号'], values: 'counted', often: 6 },
      {
        key: 'dept',
        headings: ['部门名称', '处室名称', '部门', '处室', '科室名称'],
        values: 'department',
        often: 10,
      },
      { key: 'kind', headings: ['类别', '部门类别', '部门类型'], values: 'department-kind', often: 5 },
      { key: 'line', headings: ['条线', '工作条线', '所属条线'], values: 'line', often: 6 },
      {
        key: 'director',
        headings: ['负责主任', '部门负责人', '负责人', '处室主任', '部门主任', '处室负责人', '主任'],
        values: 'person',
        often: 10,
        group: '负责人员',
      },
      {
        key: 'vp',
        headings: ['分管副校长', '分管领导', '分管校长', '分管校领导'],
        values: 'person',
        often: 8,
        group: '负责人员',
      },
      {
        key: 'director_since',
        headings: ['任职起日', '任职日期', '现任主任任职起日'],
        values: 'date',
        often: 3,
      },
    ],
  },
  areas: {
    titles: ['校园区域部位清单', '安全检查部位一览', '重点部位清单'],
    columns: [
      { key: null, headings: ['序号'], values: 'counted', often: 7 },
      {
        key: 'area',
        headings: ['部位名称', '部位', '区域名称', '场所名称', '部位（场所）', '检查部位'],
        values: 'place',
        often: 10,
      },
      { key: 'kind', headings: ['类别', '部位类别', '场所类别', '部位类型'], values: 'place-kind', often: 9 },
      { key: 'freq', headings: ['检查频次', '排查频次', '巡查频率', '检查周期'], values: 'often', often: 8 },
      { key: 'parent', headings: ['上级部位', '所属楼栋', '所属区域'], values: 'place', often: 3 },
      { key: null, headings: ['签字', '检查人签字'], values: 'blank', often: 2 },
    ],
  },
  meetings: {
    titles: ['安全工作会议记录汇总', '会议记录台账', '安全例会记录'],
    columns: [
      { key: null, headings: ['序号'], values: 'counted', often: 6 },
      {
        key: 'at',
        headings: ['会议时间', '召开时间', '开会时间', '日期时间', '会议日期时间'],
        values: 'moment',
        often: 10,
      },
      { key: 'kind', headings: ['会议类型', '会议名称', '会议类别'], values: 'meeting-kind', often: 9 },
      { key: 'place', headings: ['地点', '会议地点', '开会地点'], values: 'place', often: 6 },
      { key: 'chair', headings: ['主持人', '会议主持人', '主持领导', '主持'], values: 'person', often: 9 },
      { key: 'scribe', headings: ['记录人', '会议记录人', '记录'], values: 'person', often: 7 },
      {
        key: 'attend',
        headings: ['参会人员', '应到人员', '参加人员', '与会人员'],
        values: 'people',
        often: 5,
      },
      {
        key: 'agenda',
        headings: ['会议内容', '议题', '会议议题', '会议主要内容', '主要议题'],
        values: 'agenda',
        often: 9,
      },
      {
        key: 'decisions',
        headings: ['议定事项', '会议决议', '会议决定', '决定事项'],
        values: 'agenda',
        often: 7,
      },
    ],
  },
}
