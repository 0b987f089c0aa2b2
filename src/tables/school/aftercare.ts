import { choice, date, long, reference, text, yesno } from '../column.ts'
import { defineTable } from '../table.ts'

export const aftercare = defineTable({
  name: 'aftercare',
  zh: '善后与追责',
  en: 'Aftercare and accountability',
  group: 'incident',
  tier: 'more',
  key: ['incident', 'kind', 'target', 'date'],
  shownBy: ['incident', 'kind'],
  columns: {
    incident: reference('incidents', {
      zh: '事故',
      en: 'Incident',
      required: true,
      synonyms: ['事故编号', '所属事故'],
      width: 150,
    }),
    kind: choice(
      [
        { zh: '行政会追责', en: 'Administrative meeting', also: ['追责'] },
        { zh: '校长办公会处罚', en: "Principal's meeting", also: ['处罚'] },
        { zh: '执法部门追责', en: 'Law enforcement' },
        { zh: '赔偿', en: 'Compensation' },
        { zh: '保险', en: 'Insurance', also: ['保险理赔', '理赔'] },
        { zh: '心理辅导', en: 'Counselling', also: ['心理疏导'] },
        { zh: '媒体应对', en: 'Media', also: ['舆情应对'] },
        { zh: '通报', en: 'Circular', also: ['事故通报'] },
        { zh: '向教代会通报', en: 'Told to the staff congress', also: ['教代会通报'] },
      ],
      { zh: '事项', en: 'Matter', required: true, synonyms: ['善后事项', '类型'], width: 130 },
    ),
    target: reference('staff', {
      zh: '对象',
      en: 'Concerns',
      privacy: 'P',
      synonyms: ['追责对象', '责任人'],
      width: 100,
    }),
    text: long({
      zh: '决定/内容',
      en: 'Decision',
      required: true,
      privacy: 'S',
      holds: 'narrative',
      synonyms: ['决定', '内容', '处理决定', '处理意见'],
    }),
    basis: text({ zh: '依据', en: 'Basis', holds: 'label', synonyms: ['处理依据'], width: 150 }),
    date: date({ zh: '日期', en: 'Date', required: true, synonyms: ['处理日期', '决定日期', '时间'] }),
    ref: reference('meetings', {
      zh: '会议/文号',
      en: 'Meeting',
      synonyms: ['会议', '文号', '认定会议'],
      width: 180,
    }),
    done: yesno({
      zh: '完成',
      en: 'Done',
      required: true,
      initial: false,
      synonyms: ['是否完成', '办结', '完成情况'],
      width: 70,
    }),
  },
  requiredWhen: {
    target: (row) => row.kind === '行政会追责' || row.kind === '校长办公会处罚',
    ref: (row) => row.kind === '行政会追责' || row.kind === '校长办公会处罚',
  },
})
