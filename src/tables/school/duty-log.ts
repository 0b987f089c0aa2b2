import {
  choice,
  computed,
  date,
  integer,
  long,
  reference,
  references,
  signature,
  text,
  time,
} from '../column.ts'
import { defineTable } from '../table.ts'
import { dutyChecks, normality, presence } from './duty-checks.ts'

const PRESENCE = ['outsiders', 'perimeter_event'] as const

/** Something that day calls for words: what it was, and what was done. */
const isAbnormal = (row: Readonly<Record<string, unknown>>): boolean =>
  dutyChecks.some((key) => row[key] === '异常') || PRESENCE.some((key) => row[key] === '有')

export const dutyLog = defineTable({
  name: 'dutyLog',
  zh: '值周日志',
  en: 'Daily duty log',
  group: 'duty',
  when: { plan: 'dutyWeek' },
  key: ['date'],
  shownBy: ['date'],
  columns: {
    date: date({ zh: '日期', en: 'Date', required: true, synonyms: ['值周日期', '值日日期', '时间'] }),
    week: computed(integer({ zh: '周次', en: 'Week', width: 70 })),
    weather: text({ zh: '天气', en: 'Weather', holds: 'label', width: 80 }),
    leader: reference('staff', {
      zh: '值周领导',
      en: 'Leader on duty',
      required: true,
      privacy: 'P',
      synonyms: ['值周行政', '带班领导', '值周干部'],
      width: 100,
    }),
    teachers: references('staff', {
      zh: '值周教师',
      en: 'Teachers on duty',
      required: true,
      privacy: 'P',
      synonyms: ['值日教师', '值班教师', '值周人员'],
      width: 170,
    }),
    staff_due: computed(integer({ zh: '教师应到', en: 'Staff due', holds: 'count', width: 90 })),
    staff_present: computed(
      integer({
        zh: '教师实到',
        en: 'Staff present',
        holds: 'count',
        synonyms: ['教师应到/实到'],
        width: 90,
      }),
    ),
    students_due: computed(integer({ zh: '学生应到', en: 'Pupils due', holds: 'count', width: 90 })),
    students_present: computed(
      integer({
        zh: '学生实到',
        en: 'Pupils present',
        holds: 'count',
        synonyms: ['学生应到/实到/缺勤'],
        width: 90,
      }),
    ),
    students_absent: computed(integer({ zh: '学生缺勤', en: 'Pupils absent', holds: 'count', width: 90 })),
    absence_confirmed: choice(
      [
        { zh: '已全部确认', en: 'All confirmed', also: ['已确认'] },
        { zh: '未完', en: 'Not all', also: ['未完成'] },
      ],
      {
        zh: '缺勤已追查确认',
        en: 'Absences followed up',
        required: true,
        synonyms: ['缺勤追查', '缺勤确认'],
        width: 120,
      },
    ),
    recess_check: choice(normality, {
      zh: '课间抽查',
      en: 'Recess',
      required: true,
      initial: '未查',
      synonyms: ['课间巡查', '课间'],
      width: 90,
    }),
    exercise_check: choice(normality, {
      zh: '大课间间操出席',
      en: 'Exercises',
      required: true,
      initial: '未查',
      synonyms: ['大课间', '课间操', '间操'],
      width: 110,
    }),
    rollcall_check: choice(normality, {
      zh: '任课教师课前点名督查',
      en: 'Roll call before lessons',
      required: true,
      initial: '未查',
      synonyms: ['课前点名', '点名督查'],
      width: 140,
    }),
    clearing_check: choice(normality, {
      zh: '放学后清校(滞留学生/校外人员)',
      en: 'School cleared',
      required: true,
      initial: '未查',
      synonyms: ['放学后清校', '清校', '放学清校'],
      width: 140,
    }),
    clearing_at: time({ zh: '清校时间', en: 'Cleared at' }),
    patrol_check: choice(normality, {
      zh: '校园及周边四防巡查',
      en: 'Patrol of the grounds',
      required: true,
      initial: '未查',
      synonyms: ['四防巡查', '周边巡查', '校园巡查'],
      hint: { zh: '防火、防盗、防毒、防事故。', en: 'Fire, theft, poison, accidents.' },
      width: 130,
    }),
    patrol_rounds: integer({ zh: '巡查次数', en: 'Rounds', min: 0, max: 50, width: 80 }),
    outsiders: choice(presence, {
      zh: '社会闲散/可疑人员',
      en: 'Stray or suspicious persons',
      required: true,
      initial: '无',
      synonyms: ['可疑人员', '闲散人员', '外来人员'],
      hint: { zh: '有的请填“巡查与外来人员”。', en: 'Enter them under patrols and outsiders.' },
      width: 120,
    }),
    perimeter_event: choice(presence, {
      zh: '周边危及师生事件协同保安处理',
      en: 'Event around the school',
      required: true,
      initial: '无',
      synonyms: ['周边事件', '周边危及师生事件'],
      width: 130,
    }),
    other_checks: choice(normality, {
      zh: '午休/食堂/宿舍',
      en: 'Noon, canteen, dormitory',
      synonyms: ['午休', '食堂', '宿舍'],
      width: 110,
    }),
    issues: long({ zh: '发现问题', en: 'Problems found', synonyms: ['存在问题', '问题', '异常情况'] }),
    handled: long({ zh: '处理情况', en: 'What was done', synonyms: ['处理', '处置情况'] }),
    links: references('hazards', {
      zh: '新建隐患/事故编号',
      en: 'Hazards and incidents',
      alsoTo: ['incidents'],
      synonyms: ['隐患编号', '关联隐患', '关联事故'],
      width: 160,
    }),
    sign: signature({ zh: '签名', en: 'Signature', synonyms: ['签字', '值周领导签名'] }),
    filled_at: time({ zh: '填报时间', en: 'Filled in at', synonyms: ['登记时间'] }),
    status: computed(
      choice(
        [
          { zh: '未填', en: 'Not filled in', alarm: true },
          { zh: '已填', en: 'Filled in' },
          { zh: '补填', en: 'Filled in late' },
        ],
        { zh: '填报状态', en: 'Status', width: 90 },
      ),
    ),
  },
  checks: [
    {
      column: 'date',
      problem: (row, now) => (row.date && row.date > now.slice(0, 10) ? 'time.future' : null),
    },
  ],
  requiredWhen: { issues: isAbnormal, handled: isAbnormal },
})
