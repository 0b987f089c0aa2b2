import { choice, computed, date, integer, reference, text, yesno } from '../column.ts'
import { defineTable } from '../table.ts'

export const buildings = defineTable({
  name: 'buildings',
  zh: '校舍与专用教室',
  en: 'Buildings and special rooms',
  group: 'ledger',
  tier: 'more',
  key: ['name'],
  shownBy: ['name'],
  columns: {
    name: reference('areas', {
      zh: '名称',
      en: 'Name',
      required: true,
      synonyms: ['校舍名称', '建筑名称', '部位'],
      width: 130,
    }),
    built: integer({
      zh: '建成年份',
      en: 'Built in',
      required: true,
      min: 1900,
      max: 2199,
      synonyms: ['建成年份/结构', '建成时间', '建设年份'],
      width: 90,
    }),
    structure: choice(
      [
        { zh: '框架', en: 'Frame', also: ['钢筋混凝土', '框架结构'] },
        { zh: '砖混', en: 'Brick and concrete', also: ['砖混结构'] },
        { zh: '砖木', en: 'Brick and timber', also: ['砖木结构'] },
        { zh: '钢结构', en: 'Steel' },
        { zh: '土木', en: 'Earth and timber' },
        { zh: '其他', en: 'Other' },
      ],
      { zh: '结构', en: 'Structure', synonyms: ['结构类型'], width: 80 },
    ),
    grade: choice(
      [
        { zh: 'A', en: 'A', also: ['A级'] },
        { zh: 'B', en: 'B', also: ['B级'] },
        { zh: 'C', en: 'C', also: ['C级'], alarm: true },
        { zh: 'D', en: 'D', also: ['D级'], alarm: true },
        { zh: '未鉴定', en: 'Not graded' },
      ],
      {
        zh: '鉴定等级',
        en: 'Grade',
        required: true,
        synonyms: ['安全等级', '危房等级'],
        hint: { zh: 'C、D 级不得使用。', en: 'C and D may not be used.' },
        width: 90,
      },
    ),
    annual: date({
      zh: '年检日期',
      en: 'Yearly check',
      required: true,
      synonyms: ['年检日期/结论', '年检时间', '检查日期'],
    }),
    annual_result: text({ zh: '年检结论', en: 'Outcome', holds: 'label', synonyms: ['结论'], width: 140 }),
    annual_due: computed(date({ zh: '下次年检', en: 'Next check' })),
    annual_state: computed(
      choice(
        [
          { zh: '正常', en: 'In order' },
          { zh: '临期', en: 'Soon due' },
          { zh: '过期', en: 'Overdue', alarm: true },
        ],
        { zh: '年检状态', en: 'State of the check', width: 80 },
      ),
    ),
    fire: choice(
      [
        { zh: '已验收', en: 'Accepted' },
        { zh: '备案', en: 'On record' },
        { zh: '未办', en: 'Not done', alarm: true },
      ],
      { zh: '消防验收', en: 'Fire acceptance', required: true, width: 90 },
    ),
    owner: reference('staff', {
      zh: '管理人',
      en: 'Kept by',
      required: true,
      privacy: 'P',
      synonyms: ['责任人'],
    }),
    rules: yesno({
      zh: '规章上墙',
      en: 'Rules on the wall',
      required: true,
      synonyms: ['制度上墙'],
      width: 80,
    }),
    note: text({ zh: '备注', en: 'Note', holds: 'label' }),
  },
  checks: [
    {
      column: 'annual',
      problem: ({ annual, built }) =>
        annual !== null && built !== null && +annual.slice(0, 4) < built
          ? 'building.checked-before-built'
          : null,
    },
  ],
})
