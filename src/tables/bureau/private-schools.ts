import { choice, long, text } from '../column.ts'
import { defineTable } from '../table.ts'

export const privateSchools = defineTable({
  name: 'privateSchools',
  zh: '民办与培训机构整治',
  en: 'Private and unlicensed schools',
  group: 'ledger',
  tier: 'more',
  key: ['name'],
  shownBy: ['name'],
  columns: {
    name: text({
      zh: '机构',
      en: 'Institution',
      holds: 'organisation',
      required: true,
      synonyms: ['机构名称', '名称'],
      width: 180,
    }),
    kind: choice(
      [
        { zh: '民办校', en: 'Private school', also: ['民办学校'] },
        { zh: '民办园', en: 'Private kindergarten', also: ['民办幼儿园'] },
        { zh: '培训机构', en: 'Training institution' },
        { zh: '无证', en: 'Unlicensed', alarm: true, also: ['无证办学'] },
      ],
      { zh: '类型', en: 'Kind', required: true, synonyms: ['机构类型'], width: 100 },
    ),
    issue: long({ zh: '问题', en: 'What is wrong', holds: 'label', required: true, synonyms: ['存在问题'] }),
    act: choice(
      [
        { zh: '限期整改', en: 'To be put right by a day' },
        { zh: '停业', en: 'Closed for now', also: ['停业整顿'] },
        { zh: '取缔', en: 'Closed down' },
        { zh: '移交', en: 'Handed on' },
      ],
      { zh: '措施', en: 'Measure', required: true, synonyms: ['整治措施'], width: 100 },
    ),
    with: text({ zh: '联合部门', en: 'Together with', holds: 'label', width: 140 }),
    result: choice(
      [
        { zh: '整改中', en: 'Under way' },
        { zh: '已整改', en: 'Put right' },
        { zh: '已停业', en: 'Closed' },
        { zh: '已取缔', en: 'Closed down' },
        { zh: '已移交', en: 'Handed on' },
      ],
      { zh: '结果', en: 'Result', synonyms: ['整治结果'], width: 90 },
    ),
  },
})
