import { choice, integer, long, reference, text, yesno } from '../column.ts'
import { sentStamp } from '../order-kinds.ts'
import { defineTable } from '../table.ts'
import { hazardCategories, hazardLevels } from './hazard-choices.ts'

export const checklists = defineTable({
  name: 'checklists',
  zh: '检查清单库',
  en: 'Checklists',
  group: 'hazard',
  tier: 'more',
  key: ['list', 'seq'],
  shownBy: ['list', 'item'],
  columns: {
    list: text({
      zh: '清单',
      en: 'List',
      holds: 'label',
      required: true,
      synonyms: ['清单名称', '检查表'],
      width: 100,
    }),
    applies: choice(
      [
        { zh: '全部', en: 'All' },
        { zh: '寄宿', en: 'Boarding' },
        { zh: '有食堂', en: 'With a canteen' },
        { zh: '有校车', en: 'With a bus' },
        { zh: '幼儿园', en: 'Kindergarten' },
      ],
      { zh: '适用', en: 'For', initial: '全部', synonyms: ['适用学校'], width: 80 },
    ),
    seq: integer({ zh: '序号', en: 'Seq.', required: true, min: 1, width: 60 }),
    item: text({
      zh: '项目',
      en: 'Item',
      holds: 'label',
      required: true,
      synonyms: ['检查项目', '检查内容'],
      width: 180,
    }),
    standard: long({
      zh: '检查标准',
      en: 'In order when',
      holds: 'label',
      required: true,
      synonyms: ['标准', '检查要求', '合格标准'],
      width: 300,
    }),
    area: reference('areas', { zh: '默认部位', en: 'Place', synonyms: ['部位'] }),
    hazard_cat: choice(hazardCategories, {
      zh: '不合格默认隐患类别',
      en: 'Category when failed',
      required: true,
      synonyms: ['隐患类别'],
      width: 140,
    }),
    hazard_level: choice(hazardLevels, {
      zh: '不合格默认等级',
      en: 'Level when failed',
      required: true,
      initial: '一般',
      synonyms: ['隐患等级'],
      width: 110,
    }),
    major_rule: yesno({
      zh: '是否直接判定重大',
      en: 'Always major',
      initial: false,
      hint: {
        zh: '按教育系统重大事故隐患判定指南，不合格就是重大隐患的填“是”。',
        en: 'Yes when the national guide makes a failure a major hazard.',
      },
      width: 130,
    }),
    photo: yesno({ zh: '需拍照', en: 'Photo', initial: false, width: 80 }),
    sent: text(sentStamp),
  },
})
