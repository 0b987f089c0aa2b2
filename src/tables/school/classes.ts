import { choice, integer, reference, text, yesno } from '../column.ts'
import { defineTable } from '../table.ts'

export const classes = defineTable({
  name: 'classes',
  zh: '班级名册',
  en: 'Classes',
  group: 'organisation',
  key: ['class_name'],
  shownBy: ['class_name'],
  columns: {
    class_name: text({
      zh: '班级',
      en: 'Class',
      holds: 'class',
      required: true,
      synonyms: ['班级名称', '班别', '班名'],
      width: 110,
    }),
    grade: choice(
      [
        { zh: '托', en: 'Nursery', also: ['托班'] },
        { zh: '小', en: 'Kindergarten, first year', also: ['小班'] },
        { zh: '中', en: 'Kindergarten, second year', also: ['中班'] },
        { zh: '大', en: 'Kindergarten, third year', also: ['大班'] },
        { zh: '1', en: 'Grade 1', also: ['一年级', '一'] },
        { zh: '2', en: 'Grade 2', also: ['二年级', '二'] },
        { zh: '3', en: 'Grade 3', also: ['三年级', '三'] },
        { zh: '4', en: 'Grade 4', also: ['四年级', '四'] },
        { zh: '5', en: 'Grade 5', also: ['五年级', '五'] },
        { zh: '6', en: 'Grade 6', also: ['六年级', '六'] },
        { zh: '7', en: 'Grade 7', also: ['七年级', '初一', '七'] },
        { zh: '8', en: 'Grade 8', also: ['八年级', '初二', '八'] },
        { zh: '9', en: 'Grade 9', also: ['九年级', '初三', '九'] },
        { zh: '高1', en: 'Senior 1', also: ['高一'] },
        { zh: '高2', en: 'Senior 2', also: ['高二'] },
        { zh: '高3', en: 'Senior 3', also: ['高三'] },
      ],
      { zh: '年级', en: 'Grade', holds: 'grade', required: true, synonyms: ['所在年级'], width: 80 },
    ),
    homeroom: reference('staff', {
      zh: '班主任',
      en: 'Homeroom teacher',
      required: true,
      privacy: 'P',
      synonyms: ['班主任姓名', '正班主任'],
      width: 100,
    }),
    deputy: reference('staff', {
      zh: '副班主任',
      en: 'Deputy',
      privacy: 'P',
      synonyms: ['副班主任姓名', '配班教师'],
      width: 100,
    }),
    students: integer({
      zh: '学生数',
      en: 'Pupils',
      holds: 'count',
      required: true,
      min: 0,
      synonyms: ['班级人数', '人数', '学生人数', '在籍人数', '应到人数'],
      width: 80,
    }),
    boarders: integer({
      zh: '其中住宿',
      en: 'Boarders',
      holds: 'count',
      min: 0,
      synonyms: ['住宿生', '住宿人数', '寄宿人数'],
      width: 80,
    }),
    bus: integer({
      zh: '校车人数',
      en: 'By school bus',
      holds: 'count',
      min: 0,
      synonyms: ['乘车人数', '乘校车人数'],
      width: 80,
    }),
    room: reference('areas', { zh: '教室部位', en: 'Classroom', synonyms: ['教室', '教室位置'], width: 110 }),
    handover: yesno({
      zh: '是否低年级接送交接',
      en: 'Handed over to parents',
      synonyms: ['接送交接'],
      hint: { zh: '一、二年级和幼儿园填“是”。', en: 'Yes for grades 1 and 2 and kindergarten.' },
      width: 130,
    }),
  },
  checks: [
    {
      column: 'boarders',
      problem: (row) =>
        row.boarders !== null && row.students !== null && row.boarders > row.students
          ? 'class.more-boarders-than-pupils'
          : null,
    },
    {
      column: 'bus',
      problem: (row) =>
        row.bus !== null && row.students !== null && row.bus > row.students
          ? 'class.more-bus-riders-than-pupils'
          : null,
    },
  ],
})
