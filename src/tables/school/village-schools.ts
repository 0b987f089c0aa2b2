import { choice, computed, text, time } from '../column.ts'
import { defineTable } from '../table.ts'

/** The schools below a central school (村小、教学点) that report through it (P5-28): what came from each, and who is missing. */
export const villageSchools = defineTable({
  name: 'villageSchools',
  zh: '下属学校',
  en: 'Schools below',
  group: 'organisation',
  when: { schoolsBelow: true },
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
      hint: {
        zh: '下属学校报来的文件按它认出是哪所学校，要和它自己“单位信息”里填的一样。',
        en: 'Files of the schools below are told apart by it; the same as in their own profile.',
      },
      width: 120,
    }),
    name: text({
      zh: '名称',
      en: 'Name',
      holds: 'organisation',
      required: true,
      synonyms: ['学校名称', '学校', '校名', '教学点', '村小'],
      width: 180,
    }),
    contact: text({
      zh: '联系人',
      en: 'Contact',
      privacy: 'P',
      holds: 'staff-name',
      synonyms: ['安全员', '负责人'],
      width: 90,
    }),
    phone: text({
      zh: '电话',
      en: 'Phone',
      privacy: 'P',
      holds: 'phone',
      synonyms: ['联系电话'],
      width: 120,
    }),
    state: choice(
      [
        { zh: '在办', en: 'Open' },
        { zh: '停办', en: 'Closed', note: '不再催报，也不再带上它的报告' },
      ],
      { zh: '状态', en: 'State', required: true, initial: '在办', synonyms: ['办学状态'], width: 80 },
    ),
    month_state: computed(
      choice(
        [
          { zh: '已报', en: 'Received' },
          { zh: '未报', en: 'Not yet' },
          { zh: '逾期', en: 'Overdue', alarm: true },
        ],
        {
          zh: '本月报送',
          en: 'This month',
          hint: { zh: '按本校月报的截止日。', en: "By the day this school's own month is due." },
          width: 90,
        },
      ),
    ),
    last_month: computed(text({ zh: '最近报来月份', en: 'Last month sent', holds: 'plain', width: 100 })),
    last_file: computed(time({ zh: '最近一次数据文件', en: 'Last file', width: 140 })),
  },
})
