import type { Session } from '../../../src/app/session.ts'
import { Workbooks } from '../../../src/app/workbooks.ts'
import { Profile } from '../../store/browser.ts'

/** The sample school, open in a browser without a screen. */
export async function openSample(): Promise<Session> {
  const books = new Workbooks(await new Profile().tab(), {
    person: () => '陆秋平',
    now: () => new Date(2026, 10, 23, 9, 0),
  })
  const made = await books.create({ kind: 'school', name: '示例学校', sample: true })
  if (!made.ok) throw new Error(made.problem.code)
  return made.value
}

export const byUser = { source: 'user', label: { code: 'form.edit' } } as const
