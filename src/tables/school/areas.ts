import { choice, computed, reference, text } from '../column.ts'
import { defineTable } from '../table.ts'

export const areas = defineTable({
  name: 'areas',
  zh: '区域部位',
  en: 'Areas and locations',
  group: 'organisation',
  key: ['area'],
  shownBy: ['area'],
  columns: {
    area: text({
      zh: '部位名称',
      en: 'Area',
      holds: 'place',
      required: true,
      synonyms: ['部位', '区域', '地点', '场所', '隐患部位', '位置'],
      width: 140,
    }),
    parent: reference('areas', {
      zh: '上级部位',
      en: 'Part of',
      synonyms: ['所属区域', '所属楼栋'],
      hint: { zh: '按 校区、楼栋、楼层、房间 逐级填写。', en: 'Campus, building, floor, room.' },
      width: 120,
    }),
    kind: choice(
      [
        { zh: '教室', en: 'Classroom' },
        { zh: '专用教室', en: 'Special room', also: ['功能室'] },
        { zh: '实验室', en: 'Laboratory' },
        { zh: '操场', en: 'Playground', also: ['运动场'] },
        { zh: '食堂', en: 'Canteen' },
        { zh: '宿舍', en: 'Dormitory' },
        { zh: '厕所', en: 'Toilet', also: ['卫生间'] },
        { zh: '楼梯走廊', en: 'Stairs and corridors', also: ['楼梯', '走廊', '楼道'] },
        { zh: '校门', en: 'Gate', also: ['门口', '大门'] },
        { zh: '围墙', en: 'Wall' },
        { zh: '锅炉房', en: 'Boiler room' },
        { zh: '配电房', en: 'Power room', also: ['配电室'] },
        { zh: '仓库', en: 'Store' },
        { zh: '校车', en: 'School bus' },
        { zh: '周边', en: 'Surroundings', also: ['校园周边'] },
        { zh: '其他', en: 'Other' },
      ],
      { zh: '类别', en: 'Kind', required: true, synonyms: ['部位类别', '区域类别'], width: 100 },
    ),
    owner: computed(
      text({ zh: '包保责任人', en: 'Person in charge', privacy: 'P', holds: 'staff-name', width: 110 }),
    ),
    risk: computed(
      choice(
        [
          { zh: '重大(红)', en: 'Major (red)' },
          { zh: '较大(橙)', en: 'Considerable (orange)' },
          { zh: '一般(黄)', en: 'Ordinary (yellow)' },
          { zh: '低(蓝)', en: 'Low (blue)' },
        ],
        { zh: '风险等级', en: 'Risk', width: 100 },
      ),
    ),
    freq: choice(
      [
        { zh: '每日', en: 'Daily' },
        { zh: '每周', en: 'Weekly' },
        { zh: '每月', en: 'Monthly' },
        { zh: '每学期', en: 'Once a term' },
      ],
      { zh: '检查频次', en: 'Checked', initial: '每周', synonyms: ['排查频次', '检查周期'], width: 90 },
    ),
    qr: computed(text({ zh: '二维码编号', en: 'QR number', holds: 'label', width: 110 })),
  },
})
