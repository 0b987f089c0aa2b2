import {
  choice,
  choices,
  computed,
  date,
  file,
  integer,
  long,
  money,
  reference,
  references,
  steps,
  text,
  time,
  yesno,
} from '../column.ts'
import { defineTable } from '../table.ts'
import { classLabels, severityLabels } from './incident-choices.ts'

export const incidents = defineTable({
  name: 'incidents',
  zh: '事故台账',
  en: 'Incident log',
  group: 'incident',
  key: ['no'],
  shownBy: ['no'],
  columns: {
    no: text({
      zh: '编号',
      en: 'No.',
      holds: 'incident-number',
      required: true,
      synonyms: ['事故编号', '事件编号', '台账编号'],
      hint: {
        zh: '不填时自动编号，如 SG-20260907-01。',
        en: 'Numbered by itself when left empty, such as SG-20260907-01.',
      },
      width: 150,
    }),
    occurred_at: time({
      zh: '发生时间',
      en: 'Occurred at',
      required: true,
      synonyms: ['事故时间', '事发时间', '发生日期', '事故发生时间', '时间'],
      hint: { zh: '写到分钟，例如 2026-9-7 10:25。', en: 'To the minute, such as 2026-9-7 10:25.' },
    }),
    known_at: time({
      zh: '知悉时间',
      en: 'Known at',
      required: true,
      synonyms: ['得知时间', '发现时间', '接报时间'],
      hint: {
        zh: '报告时限从这时起算；不填就是发生时间。',
        en: 'Report deadlines run from here; the time of occurrence when left empty.',
      },
    }),
    known_by: reference('staff', {
      zh: '知悉人',
      en: 'Known by',
      required: true,
      privacy: 'P',
      synonyms: ['发现人', '得知人'],
    }),
    area: reference('areas', {
      zh: '部位',
      en: 'Area',
      required: true,
      synonyms: ['地点', '发生地点', '事故地点', '事发地点'],
      width: 120,
    }),
    scene: choice(
      [
        { zh: '校内(非课堂)', en: 'At school, out of class', also: ['校内', '课间', '非课堂'] },
        { zh: '课堂', en: 'In class', also: ['课堂内', '上课'] },
        { zh: '后勤设施', en: 'Facilities', also: ['设施'] },
        { zh: '财产', en: 'Property' },
        { zh: '食堂', en: 'Canteen' },
        { zh: '宿舍', en: 'Dormitory' },
        { zh: '校外集体活动', en: 'Organised trip', also: ['校外活动'] },
        { zh: '校车', en: 'School bus' },
        { zh: '上下学途中', en: 'On the way to or from school', also: ['上学途中', '放学途中'] },
        { zh: '校外非组织', en: 'Outside, not organised' },
      ],
      {
        zh: '场景',
        en: 'Scene',
        required: true,
        synonyms: ['事故场景', '发生场景'],
        hint: {
          zh: '上下学途中、校外非组织只登记，不计分。',
          en: 'The way to school and what the school did not organise are recorded, not scored.',
        },
        width: 120,
      },
    ),
    aspect: choice(
      [
        { zh: '教育教学', en: 'Teaching' },
        { zh: '总务后勤', en: 'Logistics' },
      ],
      { zh: '方面', en: 'Aspect', required: true, synonyms: ['责任方面'], width: 90 },
    ),
    type: choice(
      [
        { zh: '跌倒碰撞', en: 'Fall or collision', also: ['摔伤', '碰撞', '跌倒'] },
        { zh: '打架', en: 'Fight', also: ['打架斗殴'] },
        { zh: '体育运动', en: 'Sport' },
        { zh: '手工实验', en: 'Craft or experiment', also: ['实验'] },
        { zh: '大扫除劳动', en: 'Cleaning', also: ['大扫除', '劳动'] },
        { zh: '设施损坏致伤', en: 'Injury by broken facilities' },
        { zh: '踩踏', en: 'Stampede', also: ['拥挤踩踏'] },
        { zh: '火灾', en: 'Fire' },
        { zh: '触电', en: 'Electric shock' },
        { zh: '溺水', en: 'Drowning' },
        { zh: '交通', en: 'Traffic', also: ['交通事故'] },
        { zh: '食物中毒', en: 'Food poisoning' },
        { zh: '传染病', en: 'Infectious disease' },
        { zh: '突发疾病', en: 'Sudden illness' },
        { zh: '自伤', en: 'Self-harm' },
        { zh: '欺凌', en: 'Bullying', also: ['校园欺凌'] },
        { zh: '性侵害', en: 'Sexual abuse' },
        { zh: '失踪出走', en: 'Missing', also: ['出走', '失踪'] },
        { zh: '外来侵害', en: 'Attack from outside' },
        { zh: '盗窃', en: 'Theft', also: ['失窃'] },
        { zh: '设施损坏', en: 'Broken facilities' },
        { zh: '网络安全', en: 'Network security' },
        { zh: '自然灾害', en: 'Natural disaster' },
        { zh: '其他', en: 'Other' },
      ],
      {
        zh: '事件类型',
        en: 'Type',
        holds: 'incident-kind',
        required: true,
        synonyms: ['事故类型', '事故类别', '类型', '事件类别'],
        width: 110,
      },
    ),
    lesson: reference('staff', {
      zh: '任课教师',
      en: 'Teacher of the lesson',
      privacy: 'P',
      synonyms: ['关联课程/任课教师', '当堂教师', '科任教师'],
      hint: { zh: '场景是“课堂”时必填。', en: 'Required when the scene is a class.' },
    }),
    lesson_subject: text({
      zh: '关联课程',
      en: 'Subject of the lesson',
      holds: 'label',
      synonyms: ['课程', '学科'],
      width: 100,
    }),
    narrative: long({
      zh: '经过',
      en: 'What happened',
      required: true,
      privacy: 'S',
      holds: 'narrative',
      synonyms: ['事故经过', '简要经过', '事件经过', '情况说明'],
    }),
    casualties: computed(
      text({
        zh: '受伤人数(轻/中/重/亡)',
        en: 'Casualties',
        holds: 'count',
        synonyms: ['受伤人数', '伤亡人数'],
        width: 160,
      }),
    ),
    injury_level: choice(
      [
        { zh: '无', en: 'None', also: ['未受伤'] },
        { zh: '轻微', en: 'Slight', note: '皮外伤', also: ['轻伤'] },
        { zh: '中度', en: 'Medium', note: '骨折等' },
        { zh: '严重', en: 'Severe', alarm: true, note: '重伤、死亡', also: ['重伤'] },
      ],
      {
        zh: '伤害程度',
        en: 'Injury',
        synonyms: ['受伤程度', '伤情', '伤情程度'],
        hint: {
          zh: '登记了受伤人员以后，按其中最重的学生计算。',
          en: 'Once injured persons are recorded, the worst-hurt pupil decides.',
        },
        width: 100,
      },
    ),
    injured: computed(integer({ zh: '计分受伤人数', en: 'Injured, counted', holds: 'count', width: 100 })),
    injury_counted: computed(
      choice(
        [
          { zh: '无', en: 'None' },
          { zh: '不计', en: 'Not scored', note: '受伤的不是学生' },
          { zh: '待定', en: 'Not yet known' },
          { zh: '轻微', en: 'Slight' },
          { zh: '中度', en: 'Medium' },
          { zh: '严重', en: 'Severe', alarm: true },
        ],
        { zh: '计分伤害', en: 'Injury, counted', width: 90 },
      ),
    ),
    loss_yuan: money({
      zh: '财产损失(元)',
      en: 'Loss (yuan)',
      required: true,
      initial: 0,
      min: 0,
      synonyms: ['财产损失', '损失金额', '经济损失', '直接经济损失'],
      width: 110,
    }),
    loss_kind: choice(
      [
        { zh: '失窃', en: 'Theft', also: ['被盗'] },
        { zh: '损坏', en: 'Damage' },
        { zh: '其他', en: 'Other' },
      ],
      { zh: '损失性质', en: 'Kind of loss', width: 90 },
    ),
    loss_owner: choice(
      [
        { zh: '学校', en: 'School' },
        { zh: '个人', en: 'Private' },
      ],
      {
        zh: '财产归属',
        en: 'Owner of the loss',
        hint: { zh: '只有学校财产计分。', en: 'Only school property is scored.' },
        width: 90,
      },
    ),
    food_poisoning: choice(
      [
        { zh: '否', en: 'No' },
        { zh: '疑似', en: 'Suspected' },
        { zh: '确认', en: 'Confirmed' },
      ],
      {
        zh: '食物中毒',
        en: 'Food poisoning',
        required: true,
        initial: '否',
        synonyms: ['是否食物中毒'],
        width: 90,
      },
    ),
    severity: computed(
      choice(severityLabels, { zh: '等级', en: 'Severity', synonyms: ['事故等级', '事故级别'], width: 90 }),
    ),
    liability: computed(
      choice(
        [
          { zh: '否', en: 'No' },
          { zh: '是', en: 'Yes' },
          { zh: '待认定', en: 'Pending' },
        ],
        { zh: '是否责任事故', en: 'With fault', synonyms: ['责任事故'], width: 110 },
      ),
    ),
    class6: computed(
      choice(classLabels, { zh: '六小类', en: 'Class', synonyms: ['事故分类', '事故性质'], width: 160 }),
    ),
    why: steps({ zh: '分类说明', en: 'Why this class', width: 260 }),
    override: choice(classLabels, {
      zh: '人工更正',
      en: 'Class by hand',
      synonyms: ['更正后小类'],
      hint: { zh: '更正要写原因，并填认定会议。', en: 'Needs a reason and the meeting that decided.' },
      width: 160,
    }),
    override_reason: text({ zh: '更正原因', en: 'Reason for correction', holds: 'narrative', width: 160 }),
    state: choice(
      [
        { zh: '初判', en: 'First judgement' },
        { zh: '已认定', en: 'Confirmed', also: ['认定'] },
        { zh: '申诉中', en: 'Under appeal' },
        { zh: '复核', en: 'Under review' },
      ],
      {
        zh: '认定状态',
        en: 'State',
        required: true,
        initial: '初判',
        synonyms: ['状态', '认定情况'],
        hint: {
          zh: '只有“已认定”的事故扣分，其他只算预计。',
          en: 'Only confirmed incidents take points; the others are expected ones.',
        },
        width: 90,
      },
    ),
    decided_at: reference('meetings', { zh: '认定会议', en: 'Decided at', width: 180 }),
    first_aid: long({
      zh: '现场处置',
      en: 'First response',
      required: true,
      synonyms: ['处置情况', '处理情况', '现场处理', '采取措施'],
    }),
    hospital_sent: yesno({ zh: '送医', en: 'Taken to hospital', synonyms: ['是否送医'], width: 80 }),
    hospital: text({
      zh: '就诊医院',
      en: 'Hospital',
      privacy: 'S',
      holds: 'health',
      synonyms: ['送医/医院', '医院', '送往医院'],
      width: 120,
    }),
    evidence: choices(
      [
        { zh: '照片', en: 'Photos' },
        { zh: '监控', en: 'Camera record' },
        { zh: '笔录', en: 'Statements' },
        { zh: '病历', en: 'Medical record' },
        { zh: '教案', en: 'Lesson plan' },
        { zh: '点名表', en: 'Roll call' },
      ],
      { zh: '证据清单', en: 'Evidence', synonyms: ['证据'], width: 140 },
    ),
    cause: long({
      zh: '原因分析',
      en: 'Cause',
      synonyms: ['事故原因', '原因'],
      hint: { zh: '结案前必填。', en: 'Required before closing.' },
    }),
    lessons: long({
      zh: '整改与教训',
      en: 'Lessons',
      synonyms: ['整改措施', '防范措施', '教训'],
      hint: { zh: '结案前必填。', en: 'Required before closing.' },
    }),
    stats: text({
      zh: '学段(统计用)',
      en: 'Stage (statistics)',
      holds: 'label',
      synonyms: ['学段/年级/性别(统计用)', '学段'],
      hint: {
        zh: '报送时不带姓名，只带学段、年级、性别。',
        en: 'Reports carry stage, grade and sex, no names.',
      },
      width: 100,
    }),
    stats_grade: text({ zh: '年级(统计用)', en: 'Grade (statistics)', holds: 'label', width: 100 }),
    stats_sex: choice(
      [
        { zh: '男', en: 'Male' },
        { zh: '女', en: 'Female' },
        { zh: '男女都有', en: 'Both' },
      ],
      { zh: '性别(统计用)', en: 'Sex (statistics)', width: 100 },
    ),
    reports_state: computed(
      choice(
        [
          { zh: '按时', en: 'In time' },
          { zh: '迟报', en: 'Late', alarm: true },
          { zh: '未报', en: 'Missing' },
          { zh: '进行中', en: 'Running' },
        ],
        { zh: '报告完成情况', en: 'Reports', width: 110 },
      ),
    ),
    responsible: computed(references('staff', { zh: '责任人', en: 'Responsible', privacy: 'P', width: 120 })),
    head_told_at: computed(time({ zh: '处室接报时间', en: 'Head of department told at' })),
    vp_told_at: computed(time({ zh: '分管副校长接报时间', en: 'Vice principal told at' })),
    principal_told_at: computed(time({ zh: '校长接报时间', en: 'Principal told at' })),
    bureau_told_at: computed(
      time({
        zh: '报教育局时间',
        en: 'Bureau told at',
        hint: {
          zh: '时间线里“报教育局”的实际时间；报送时一起带上，教育局据此判断是否按时。',
          en: 'When the leg to the bureau was done; it goes along in the file, and by it the bureau tells whether in time.',
        },
      }),
    ),
    conceal: choice(
      [
        { zh: '否', en: 'No' },
        { zh: '疑似', en: 'Suspected' },
        { zh: '认定', en: 'Found' },
      ],
      {
        zh: '是否隐瞒/迟报/漏报',
        en: 'Concealed, late or missing',
        required: true,
        initial: '否',
        synonyms: ['是否瞒报', '是否隐瞒'],
        hint: {
          zh: '“认定”由会议决定，程序只提示疑似。',
          en: 'Only a meeting finds it; the program merely suspects.',
        },
        width: 140,
      },
    ),
    legal_report: choices(
      [
        { zh: '教育局24小时', en: 'Bureau, 24 hours' },
        { zh: '教育局2小时', en: 'Bureau, 2 hours' },
        { zh: '公安', en: 'Police' },
        { zh: '卫健', en: 'Health office' },
        { zh: '市场监管', en: 'Market supervision' },
        { zh: '应急', en: 'Emergency office' },
      ],
      { zh: '法定上报', en: 'Legal reports', synonyms: ['上报部门'], width: 140 },
    ),
    written_report: file({ zh: '书面报告', en: 'Written report' }),
    closed_on: date({ zh: '结案日期', en: 'Closed on', synonyms: ['结案时间'] }),
    term: computed(reference('terms', { zh: '计入学期', en: 'Counted in term', width: 150 })),
    linked_to: reference('incidents', {
      zh: '关联事故',
      en: 'Linked to',
      hint: {
        zh: '同一原因短时间内再次发生时，填第一起的编号。',
        en: 'The first incident, when the same cause struck again soon after.',
      },
      width: 150,
    }),
    same_event: yesno({
      zh: '同一起',
      en: 'Same event',
      hint: { zh: '与关联事故算作一起。', en: 'Counts as one with the linked incident.' },
      width: 80,
    }),
    entered_at: time({
      zh: '录入时间',
      en: 'Entered at',
      hint: { zh: '由程序填写。', en: 'Filled in by the program.' },
    }),
    backfilled: yesno({
      zh: '补录',
      en: 'Entered later',
      initial: false,
      hint: {
        zh: '当时已用电话等报告、事后才登记的，填“是”。',
        en: 'Yes when it was reported in time and only entered afterwards.',
      },
      width: 70,
    }),
  },
  checks: [
    {
      column: 'occurred_at',
      problem: (row, now) => (row.occurred_at && row.occurred_at > now ? 'time.future' : null),
    },
    {
      column: 'known_at',
      problem: (row, now) => {
        if (row.known_at && row.occurred_at && row.known_at < row.occurred_at)
          return 'incident.known-before-occurred'
        return row.known_at && row.known_at > now ? 'time.future' : null
      },
    },
    {
      column: 'closed_on',
      problem: (row) =>
        row.closed_on && row.occurred_at && row.closed_on < row.occurred_at.slice(0, 10)
          ? 'incident.closed-before-occurred'
          : null,
    },
    {
      column: 'linked_to',
      problem: (row) =>
        row.same_event && row.linked_to === null ? 'incident.same-event-without-link' : null,
    },
  ],
  requiredWhen: {
    // The persons involved, or a loss, say how bad it was; where there are neither, somebody has to.
    injury_level: (row) => (row.injured ?? 0) === 0 && (row.loss_yuan ?? 0) === 0 && row.scene !== '财产',
    lesson: (row) => row.scene === '课堂',
    loss_kind: (row) => (row.loss_yuan ?? 0) > 0,
    loss_owner: (row) => (row.loss_yuan ?? 0) > 0,
    override_reason: (row) => row.override !== null,
    // While an incident is only judged at first there has been no meeting yet that could be named.
    decided_at: (row) =>
      row.override !== null ||
      (row.state === '已认定' &&
        row.liability === '是' &&
        (row.severity === '较严重' || row.severity === '严重')),
    cause: (row) => row.closed_on !== null,
    lessons: (row) => row.closed_on !== null,
  },
})
