import { choice, computed, integer, number, reference, signature, text, yesno } from '../column.ts'
import { defineTable } from '../table.ts'

export const termScores = defineTable({
  name: 'termScores',
  zh: '学期考核汇总',
  en: 'Term scores',
  group: 'score',
  when: { plan: 'scoring' },
  generated: true,
  key: ['term', 'person'],
  shownBy: ['term', 'person'],
  columns: {
    term: reference('terms', { zh: '学期', en: 'Term', required: true, width: 150 }),
    person: computed(
      reference('staff', {
        zh: '教职工',
        en: 'Person',
        privacy: 'P',
        synonyms: ['教职工/部门/岗位', '姓名'],
        width: 100,
      }),
    ),
    department: computed(reference('departments', { zh: '部门', en: 'Department', width: 110 })),
    posts: computed(text({ zh: '岗位', en: 'Posts', holds: 'post', width: 140 })),
    base: computed(number({ zh: '基础分', en: 'Base', width: 80 })),
    direct: computed(number({ zh: '直接责任扣分', en: 'Direct', width: 110 })),
    mgmt: computed(number({ zh: '管理责任扣分', en: 'Management', width: 110 })),
    other: computed(number({ zh: '其他调整', en: 'Other', width: 90 })),
    raw: computed(number({ zh: '原始得分', en: 'Raw score', width: 90 })),
    zeroed: computed(yesno({ zh: '是否归零', en: 'Set to zero', width: 90 })),
    final: computed(number({ zh: '最终得分', en: 'Final score', width: 90 })),
    expected: computed(number({ zh: '预计扣分', en: 'Expected', width: 90 })),
    rank: computed(integer({ zh: '排名', en: 'Rank', width: 70 })),
    veto: computed(yesno({ zh: '一票否决', en: 'Veto', width: 90 })),
    grade: computed(
      choice(
        [
          { zh: '优', en: 'Excellent' },
          { zh: '良', en: 'Good' },
          { zh: '合格', en: 'Pass' },
          { zh: '不合格', en: 'Fail' },
        ],
        { zh: '考核等次', en: 'Grade', width: 90 },
      ),
    ),
    ack: signature({ zh: '本人确认', en: 'Acknowledged', width: 100 }),
    state: choice(
      [
        { zh: '试算', en: 'Trial' },
        { zh: '公示', en: 'Posted' },
        { zh: '确认', en: 'Confirmed' },
        { zh: '封账', en: 'Sealed' },
      ],
      { zh: '状态', en: 'State', required: true, initial: '试算', width: 80 },
    ),
    sealed: text({
      zh: '封账数据',
      en: 'As sealed',
      holds: 'label',
      fixed: true,
      hint: { zh: '由程序在封账时写入。', en: 'Written by the program when the term is sealed.' },
      width: 120,
    }),
  },
})
