import { choice, computed, date, reference, row, text } from '../column.ts'
import { defineTable } from '../table.ts'

/** At a school and at its bureau; they differ in whose to-dos they are. */
export const todoColumns = <P extends string>(to: { readonly people: P }) =>
  ({
    due: date({ zh: '到期', en: 'Due', required: true, synonyms: ['到期日', '截止日期', '期限'] }),
    what: text({
      zh: '事项',
      en: 'What',
      holds: 'narrative',
      required: true,
      synonyms: ['待办事项', '提醒事项'],
      width: 240,
    }),
    row: row({ zh: '来源行', en: 'About', holds: 'document', privacy: 'P', width: 180 }),
    who: reference(to.people, { zh: '责任人', en: 'For', privacy: 'P', synonyms: ['负责人', '办理人'] }),
    level: computed(
      choice(
        [
          { zh: '已逾期', en: 'Overdue', alarm: true },
          { zh: '今天', en: 'Today', alarm: true },
          { zh: '3天', en: 'Within 3 days' },
          { zh: '7天', en: 'Within 7 days' },
          { zh: '以后', en: 'Later' },
          { zh: '已办', en: 'Done' },
          { zh: '稍后', en: 'Put off' },
        ],
        { zh: '紧急度', en: 'Urgency', width: 80 },
      ),
    ),
    snooze: date({
      zh: '稍后提醒',
      en: 'Put off until',
      synonyms: ['提醒日期'],
      hint: { zh: '到这一天再提醒。', en: 'Not shown before this day.' },
    }),
    done_on: date({ zh: '办结日期', en: 'Done on', synonyms: ['完成日期'] }),
    obligation: text({
      zh: '职责编号',
      en: 'Obligation',
      holds: 'plain',
      fixed: true,
      width: 150,
    }),
  }) as const

/**
 * What people write about what is due: to-dos of their own, and until when a computed one is put off. What is due itself
 * is worked out whenever somebody looks (`rules/obligations.ts`) and is no row: it would be written anew on every
 * computer and every morning, and each exchange would bring the list of yesterday.
 */
export const todos = defineTable({
  name: 'todos',
  zh: '待办与提醒',
  en: 'To-do',
  group: 'ledger',
  tier: 'more',
  key: ['due', 'what'],
  shownBy: ['due', 'what'],
  columns: todoColumns({ people: 'staff' }),
})
