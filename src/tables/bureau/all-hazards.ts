import { choice, computed, integer, reference, text } from '../column.ts'
import { hazards } from '../school/hazards.ts'
import { defineTable } from '../table.ts'
import { received } from './received-column.ts'

const { columns } = hazards

/**
 * Every school's ledger in one, without persons and photos: the places and departments are words here, because the rows
 * they were stay with the school. A file received again writes the same rows anew.
 */
export const allHazards = defineTable({
  name: 'allHazards',
  zh: '隐患汇总台账',
  en: 'Hazards of all schools',
  group: 'county',
  key: ['school', 'no'],
  shownBy: ['school', 'no'],
  columns: {
    school: reference('schools', { zh: '学校', en: 'School', required: true, fixed: true, width: 180 }),
    no: text({
      zh: '隐患编号',
      en: 'Hazard no.',
      holds: 'incident-number',
      required: true,
      fixed: true,
      synonyms: ['编号'],
      width: 150,
    }),
    found_on: received(columns.found_on),
    source: received(columns.source),
    area: text({ zh: '隐患部位', en: 'Place', holds: 'place', fixed: true, synonyms: ['部位'], width: 120 }),
    category: received(columns.category),
    content: received(columns.content),
    level: received(columns.level),
    major_basis: received(columns.major_basis),
    impact: received(columns.impact),
    interim: received(columns.interim),
    measure: received(columns.measure),
    fund: received(columns.fund),
    department: text({
      zh: '学校责任部门',
      en: "School's department",
      holds: 'department',
      fixed: true,
      width: 100,
    }),
    due: received(columns.due),
    extension: received(columns.extension),
    extension_reason: received(columns.extension_reason),
    done_text: received(columns.done_text),
    done_on: received(columns.done_on),
    reviewed_on: received(columns.reviewed_on),
    review: received(columns.review),
    returns: received(columns.returns),
    closed_on: received(columns.closed_on),
    shelved: received(columns.shelved),
    state: received(columns.state),
    repeat: received(columns.repeat),
    reported: received(columns.reported),
    reported_on: received(columns.reported_on),
    months: text({
      zh: '首报月',
      en: 'First reported for',
      holds: 'plain',
      fixed: true,
      synonyms: ['首报月/最近月'],
      width: 90,
    }),
    last_month: text({ zh: '最近月', en: 'Last reported for', holds: 'plain', fixed: true, width: 90 }),
    via: reference('schools', {
      zh: '经哪所学校报来',
      en: 'Sent through',
      fixed: true,
      synonyms: ['报来渠道', '经由'],
      hint: { zh: '村小由中心校一并报来的，写中心校。', en: 'The central school that sent it along.' },
      width: 150,
    }),
    overdue: computed(
      integer({
        zh: '超期天数',
        en: 'Days overdue',
        hint: { zh: '没有销号、过了整改时限的天数。', en: 'Days past its deadline while it is not closed.' },
        width: 90,
      }),
    ),
    leader: computed(reference('bureauStaff', { zh: '分包领导', en: 'Leader in charge', privacy: 'P' })),
    watch: choice(
      [
        { zh: '一般', en: 'Ordinary' },
        { zh: '科室督办', en: 'Watched by a section' },
        { zh: '局挂牌', en: 'On the watch-list', alarm: true, also: ['局挂牌督办'] },
      ],
      { zh: '督办级别', en: 'Watched', synonyms: ['督办'], width: 100 },
    ),
    visit: reference('visits', {
      zh: '督查记录',
      en: 'Visit',
      hint: { zh: '由哪次督查查出。', en: 'The visit that found it.' },
      width: 150,
    }),
    remark: text({ zh: '局内备注', en: "Bureau's note", holds: 'label', width: 160 }),
  },
})
