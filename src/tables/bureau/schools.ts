import { choice, choices, computed, integer, reference, text, time } from '../column.ts'
import { riskLevels } from '../school/hazard-choices.ts'
import { profile } from '../school/profile.ts'
import { defineTable } from '../table.ts'

/** One of the three people a bureau rings up, and his number. */
const person = (options: {
  readonly zh: string
  readonly en: string
  readonly synonyms: readonly string[]
}) => text({ ...options, required: true, awaited: true, privacy: 'P', holds: 'staff-name', width: 90 })
const phone = (zh: string, en: string) => text({ zh, en, privacy: 'P', holds: 'phone', width: 120 })

export const schools = defineTable({
  name: 'schools',
  zh: '学校名录',
  en: 'Schools',
  group: 'organisation',
  key: ['code'],
  alternateKey: ['name'],
  shownBy: ['name'],
  columns: {
    code: text({
      zh: '学校代码',
      en: 'School code',
      holds: 'organisation',
      required: true,
      synonyms: ['代码', '学校标识码', '单位代码'],
      hint: { zh: '学校报来的文件按它认出是哪所学校。', en: 'Files that schools send are told apart by it.' },
      width: 120,
    }),
    name: text({
      zh: '名称',
      en: 'Name',
      holds: 'organisation',
      required: true,
      synonyms: ['学校名称', '学校', '单位名称', '校名'],
      width: 200,
    }),
    type: choice(
      [...profile.columns.school_type.options!, { zh: '校外培训机构', en: 'Training institution' }],
      {
        zh: '类别',
        en: 'Type',
        required: true,
        awaited: true,
        synonyms: ['学校类别', '办学类型'],
        width: 110,
      },
    ),
    own: choice(
      [
        { zh: '公办', en: 'Public' },
        { zh: '民办', en: 'Private' },
      ],
      { zh: '性质', en: 'Ownership', required: true, initial: '公办', synonyms: ['办学性质'], width: 80 },
    ),
    town: text({
      zh: '乡镇/学区',
      en: 'Town or district',
      holds: 'organisation',
      required: true,
      awaited: true,
      synonyms: ['乡镇', '学区', '街道'],
      width: 110,
    }),
    parent: reference('schools', {
      zh: '上级中心校',
      en: 'Central school above',
      synonyms: ['所属中心校', '中心校'],
      hint: {
        zh: '村小、教学点填写：它们的月报由中心校一并报来。',
        en: 'For village schools: the central school sends their reports along with its own.',
      },
      width: 150,
    }),
    principal: person({ zh: '校长', en: 'Principal', synonyms: ['校长/电话', '园长', '负责人'] }),
    principal_phone: phone('校长电话', "Principal's phone"),
    vp: person({ zh: '分管副校长', en: 'Deputy for safety', synonyms: ['分管副校长/电话'] }),
    vp_phone: phone('分管副校长电话', "Deputy's phone"),
    officer: person({ zh: '安全员', en: 'Safety officer', synonyms: ['安全员/电话', '安全干部'] }),
    officer_phone: phone('安全员电话', "Officer's phone"),
    size: integer({
      zh: '学生数',
      en: 'Pupils',
      holds: 'count',
      required: true,
      awaited: true,
      min: 0,
      synonyms: ['学生/教职工/班级数', '在校生数', '学生人数'],
      width: 80,
    }),
    staff_count: integer({
      zh: '教职工数',
      en: 'Staff',
      holds: 'count',
      min: 0,
      synonyms: ['教职工人数'],
      width: 80,
    }),
    class_count: integer({ zh: '班级数', en: 'Classes', min: 0, synonyms: ['班数'], width: 80 }),
    flags: choices(
      [
        { zh: '寄宿', en: 'Boarding' },
        { zh: '食堂', en: 'Canteen' },
        { zh: '校车', en: 'School bus' },
      ],
      { zh: '寄宿/食堂/校车', en: 'Boarding, canteen, bus', synonyms: ['重点部位'], width: 120 },
    ),
    leader: computed(reference('bureauStaff', { zh: '分包领导', en: 'Leader in charge', privacy: 'P' })),
    dept: computed(reference('sections', { zh: '责任科室', en: 'Section in charge', width: 110 })),
    risk: computed(
      choice(riskLevels, {
        zh: '风险等级',
        en: 'Risk',
        hint: {
          zh: '按未销号隐患和今年的事故：有重大隐患或严重责任事故为红。',
          en: 'From open hazards and incidents of this year; red with a major hazard or a severe one at fault.',
        },
        width: 100,
      }),
    ),
    last_file: computed(time({ zh: '最近一次数据文件', en: 'Last file', width: 140 })),
    state: choice(
      [
        { zh: '在办', en: 'Open' },
        { zh: '停办', en: 'Closed' },
        { zh: '取缔中', en: 'Being closed down', alarm: true },
      ],
      { zh: '状态', en: 'State', required: true, initial: '在办', synonyms: ['办学状态'], width: 80 },
    ),
  },
})
