/**
 * The words of which headings in school ledgers are made, each group one idea. `出事时间` and `发生时间` are then the
 * same two ideas, whatever the pen. Ideas that say little (是否, 情况) weigh little.
 */
const IDEAS: Readonly<Record<string, string>> = {
  time: '时间 日期 时刻 日子 年月日 时点 何时',
  day: '日 天',
  from: '起日 起始 开始 起 自',
  to: '止日 结束 截止 止 至',
  occur: '发生 出事 事发 案发 出险 发案',
  know: '知悉 得知 获知 知情 知道 接报 发现',
  report: '报告 上报 汇报 报送',
  tell: '告知 通知 联系家长 知会',
  incident: '事故 事件 案件 意外',
  belongs: '所属 所在 关联 对应',
  number: '编号 序列号 号 工号 编码 代码 代号 学号 学籍号',
  phone: '手机号码 手机号 手机 电话号码 联系电话 联系方式 联系号码 移动电话 办公电话 电话 通讯方式 常用号码',
  name: '姓名 名字 名单 全名',
  title: '名称 名',
  teacher: '教职员工 教职工 教职员 教师 老师 职工 员工 教工 教员 科任 任课',
  person: '人员 人 者 对象 本人',
  pupil: '学生 学员 幼儿 孩子 儿童 同学 生',
  parent: '监护人 家长 家属',
  class: '班级 班别 班',
  grade: '年级 级部 年段 学段',
  homeroom: '班主任',
  deputy: '副 配班',
  place: '地点 部位 位置 场所 地方 处所 区域 何地',
  scene: '场景 情境',
  aspect: '方面 条线',
  injury: '受伤 伤害 伤情 伤势 负伤 受害 伤 伤残',
  level: '程度 等级 级别 轻重',
  kind: '类型 类别 种类 分类 大类 小类 型',
  nature: '性质',
  status: '状态 状况 现状',
  course: '经过 过程 概况 始末 简述 描述 详情 情节',
  cause: '原因 起因 成因 事由',
  lesson: '教训 整改 防范 改进',
  measure: '措施 处置 处理 办法 应对',
  site: '现场 当场',
  result: '结果 结论 结局',
  charge: '责任人员 责任人 负责人员 负责人 负责',
  duty: '责任 职责',
  blame: '认定 判定 定性',
  dept: '部门 处室 科室 组室 单位',
  office: '主任 领导 校长',
  vice: '分管 主管',
  post: '岗位 职务 职位 担任',
  subject: '学科 科目 课程 所教 任教 教的',
  sex: '性别 男女',
  age: '年龄 周岁 岁数 出生',
  identity: '身份证 证件 身份证号 身份证号码',
  capacity: '身份',
  role: '角色',
  sign: '签字 签名 签章 签收 签到 盖章 画押',
  note: '备注 附注 说明 注',
  loss: '损失 损坏 毁损',
  property: '财产 财物 物品',
  money: '金额 费用 花费 款 钱数 费 元',
  treat: '治疗 医疗 医药 诊治',
  hospital: '医院 就诊 就医',
  send: '送医院 送医 送往 送至 送',
  evidence: '证据 佐证 材料',
  claim: '理赔 保险 赔付',
  settle: '协议 调解 和解',
  join: '入职 入校 到校 到岗 参加工作 上岗 来校',
  leave: '离职 离校 离岗 调离',
  holiday: '请假 缺席',
  employ: '编制 用工 聘用',
  score: '考核 得分 评分',
  roster: '值周 值班 值日',
  certificate: '证书 资质 资格 持证',
  count: '人数 数 总数 数量',
  board: '住宿生 寄宿生 住校生 住宿 寄宿 住校',
  bus: '校车 乘车 坐车',
  room: '教室',
  handover: '接送 交接',
  check: '检查 排查 巡查 核查',
  often: '频次 周期 频率',
  above: '上级 上一级',
  meeting: '会议 例会 开会',
  chair: '主持',
  scribe: '记录 纪要',
  expected: '应到 应参加',
  present: '实到 出席 到会 参会 与会 参加',
  agenda: '议题 议程 内容 主题 事项',
  decide: '议定 决议 决定',
  analyse: '分析 研判',
  close: '结案 办结',
  should: '应当 应该 应',
  there: '在场 在岗 到场',
  actual: '实际 确实 真实',
  educate: '教育',
  guide: '指导 管理',
  done: '到位 落实',
  absent: '擅离 脱岗 离岗 缺岗 疏忽 失职',
  correct: '更正 修正',
  share: '比例 占比',
  appeal: '申诉 意见 异议',
  food: '食物中毒 中毒',
  conceal: '隐瞒 瞒报 迟报 漏报',
  figures: '码',
  who: '谁',
  way: '方式 方法 途径',
  state_of: '情况 情形 具体 详细 简要 主要 相关 有关',
  whether: '是否 是不是 有无 可否',
  serial: '序号 序 顺序号 顺序',
  item: '项目 指标 事项名称',
  value: '数值 数据',
  now: '现有 目前 当时 现任 当前 现在 最近 本学期 现',
  office_work: '行政 工作 登记 常用 本人 学校 全体 采取 乘坐 全部 总',
  urgent: '应急 紧急',
  diagnosis: '诊断 确诊',
  blood: '民族 籍贯 政治面貌 学历 职称 毕业',
  address: '住址 地址 家庭',
}

/** Ideas that nearly every heading may carry. */
const LIGHT = new Set(['state_of', 'whether', 'belongs', 'person', 'actual', 'day', 'now', 'office_work'])
const LIGHT_WEIGHT = 0.25
/** A character that no idea explains. */
const UNKNOWN_WEIGHT = 0.5

const words = new Map<string, string>()
let longest = 1
for (const [idea, spelled] of Object.entries(IDEAS))
  for (const word of spelled.split(' ')) {
    words.set(word, idea)
    longest = Math.max(longest, word.length)
  }

/** The ideas a heading is made of, with the weight of each. */
export type Ideas = ReadonlyMap<string, number>

/** Reads a normalised heading from left to right, the longest known word first. */
export function ideasOf(heading: string): Ideas {
  const ideas = new Map<string, number>()
  for (let at = 0; at < heading.length;) {
    let size = Math.min(longest, heading.length - at)
    while (size > 0 && !words.has(heading.slice(at, at + size))) size--
    if (size === 0) {
      // A Latin word is one token: its letters are also those of every other.
      const token = /^(?:[a-z0-9]+|.)/su.exec(heading.slice(at))![0]
      if (!'的及与和之了'.includes(token)) ideas.set(token, UNKNOWN_WEIGHT)
      at += token.length
      continue
    }
    const idea = words.get(heading.slice(at, at + size))!
    ideas.set(idea, LIGHT.has(idea) ? LIGHT_WEIGHT : 1)
    at += size
  }
  return ideas
}

/** Are most of them known? A heading of known ideas is a heading, whether it is ours or not. */
export const isMadeOfIdeas = (ideas: Ideas): boolean => {
  let known = 0
  let all = 0
  for (const [idea, weight] of ideas) {
    all += weight
    if (Object.hasOwn(IDEAS, idea)) known += weight
  }
  return all > 0 && known / all >= 0.6
}

/** What a heading is about stands at its end: 班主任电话 is a telephone, 班主任签字 a signature. */
function headOf(ideas: Ideas): string | null {
  let head: string | null = null
  for (const [idea, weight] of ideas) if (weight > LIGHT_WEIGHT) head = idea
  return head
}

/** Somebody with an office is asked for by the office or by the name: 班主任, 班主任姓名, 班主任老师. */
const OFFICES = new Set(['homeroom', 'charge', 'chair', 'scribe', 'office', 'vice', 'deputy', 'know', 'tell'])

function withoutName(ideas: Ideas): Ideas {
  const rest = new Map([...ideas].filter(([idea]) => idea !== 'name' && idea !== 'teacher'))
  const head = headOf(rest)
  return head !== null && OFFICES.has(head) ? rest : ideas
}

/** Two that are about the same thing are alike, though one of them says more of it. */
const SAME_HEAD = 0.62
const OTHER_HEAD = 0.75

/** 0 … 1: how much of what either says both say. */
export function likeness(one: Ideas, other: Ideas): number {
  const [a, b] = [withoutName(one), withoutName(other)]
  let shared = 0
  let all = 0
  for (const [idea, weight] of a) {
    all += weight
    if (b.has(idea)) shared += weight
  }
  for (const [idea, weight] of b) if (!a.has(idea)) all += weight
  if (all === 0 || shared === 0) return 0
  const alike = shared / all
  if (headOf(a) !== headOf(b)) return alike * OTHER_HEAD
  const contained = [...b.keys()].every((idea) => a.has(idea) || LIGHT.has(idea))
  return contained ? Math.max(alike, SAME_HEAD + 0.1 * alike) : alike
}
