import { addCommonRows } from '../../src/app/common-rows.ts'
import { memorySession } from '../app/memory-session.ts'

const how = { source: 'user', label: { code: 'row.add' } } as const

const { session } = memorySession({ sample: false })
for (const table of ['departments', 'profile']) session.remove(table, session.book.view(table).ids(), how)
session.add(
  'departments',
  [{ dept: '教导处', kind: '处室', line: '教育教学', director: '主任', vp: '副校长' }],
  how,
)
session.add(
  'staff',
  ['校长', '副校长', '主任'].map((name) => ({ name, dept: '教导处' })),
  how,
)
session.add('profile', [{ school_name: '一小', principal: '校长', safety_vp: '副校长' }], how)
await addCommonRows(session, 'leadership')

/** The group that is filled in for a small school, by role. */
export const leadersOf = (role: string) =>
  session.book
    .view('leadership')
    .ids()
    .filter((row) => session.book.value('leadership', row, 'role') === role)
    .map((row) => ({
      person: session.book.text('leadership', row, 'person'),
      responsibility: String(session.book.value('leadership', row, 'responsibility')),
      duty: String(session.book.value('leadership', row, 'duty')),
    }))
