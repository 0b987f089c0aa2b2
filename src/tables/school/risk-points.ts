import { choice, choices, computed, date, long, reference, text } from '../column.ts'
import { defineTable } from '../table.ts'
import { checkFrequencies, riskLevels } from './hazard-choices.ts'

export const riskPoints = defineTable({
  name: 'riskPoints',
  zh: '风险点(危险源)清单',
  en: 'Risk points',
  group: 'hazard',
  tier: 'more',
  key: ['point', 'area'],
  shownBy: ['point'],
  columns: {
    point: text({
      zh: '风险点',
      en: 'Risk point',
      holds: 'label',
      required: true,
      synonyms: ['风险点名称', '危险源', '风险源'],
      width: 150,
    }),
    area: reference('areas', { zh: '部位', en: 'Place', required: true, synonyms: ['所在部位', '位置'] }),
    risk: long({
      zh: '主要风险',
      en: 'Main risk',
      holds: 'label',
      required: true,
      synonyms: ['主要风险概述', '风险描述', '风险因素'],
    }),
    type: choices(
      [
        { zh: '坠落', en: 'Fall from height' },
        { zh: '拥挤踩踏', en: 'Crush', also: ['踩踏'] },
        { zh: '摔伤碰撞', en: 'Fall or collision' },
        { zh: '坍塌', en: 'Collapse' },
        { zh: '火灾', en: 'Fire' },
        { zh: '触电', en: 'Electric shock' },
        { zh: '爆炸', en: 'Explosion' },
        { zh: '中毒', en: 'Poisoning', also: ['食物中毒', '煤气中毒'] },
        { zh: '灼烫', en: 'Burn' },
        { zh: '交通事故', en: 'Traffic' },
        { zh: '溺水', en: 'Drowning' },
        { zh: '暴力侵害', en: 'Violence' },
        { zh: '传染病', en: 'Infection' },
        { zh: '自然灾害', en: 'Natural disaster' },
        { zh: '其他', en: 'Other' },
      ],
      { zh: '可能事故类型', en: 'What it may lead to', required: true, synonyms: ['事故类型'], width: 140 },
    ),
    level: choice(riskLevels, {
      zh: '等级',
      en: 'Level',
      required: true,
      synonyms: ['风险等级', '风险级别'],
      width: 90,
    }),
    method: choice(
      [
        { zh: '经验', en: 'Experience', also: ['经验法'] },
        { zh: 'LEC', en: 'LEC' },
        { zh: '矩阵', en: 'Matrix', also: ['风险矩阵'] },
      ],
      { zh: '评定方法', en: 'Assessed by', initial: '经验', width: 90 },
    ),
    control: long({
      zh: '管控措施',
      en: 'Controls',
      holds: 'label',
      required: true,
      synonyms: ['防控措施', '防范措施'],
      hint: {
        zh: '按工程、管理、教育、应急几方面写。',
        en: 'By construction, by rules, by teaching, in an emergency.',
      },
    }),
    owner: reference('staff', {
      zh: '责任人',
      en: 'Person in charge',
      required: true,
      privacy: 'P',
      synonyms: ['责任部门/人', '管控责任人'],
    }),
    dept: reference('departments', { zh: '责任部门', en: 'Department', synonyms: ['管控部门'], width: 100 }),
    freq: choice(checkFrequencies, {
      zh: '检查频次',
      en: 'Checked',
      required: true,
      initial: '每周',
      synonyms: ['排查频次'],
      width: 90,
    }),
    last: computed(date({ zh: '最近检查', en: 'Last looked at' })),
    review: date({
      zh: '评估日期',
      en: 'Assessed on',
      required: true,
      synonyms: ['评估日期/下次', '评定日期'],
    }),
    review_next: computed(
      date({
        zh: '下次评估',
        en: 'Next assessment',
        hint: { zh: '每学期评估一次。', en: 'Once a term.' },
      }),
    ),
  },
})
