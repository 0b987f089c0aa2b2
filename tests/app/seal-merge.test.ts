import { expect, test } from 'vitest'
import { sealOf, sealTerm } from '../../src/app/seal-term.ts'
import { Computer } from './exchange-copies.ts'
import { value } from './value.ts'

const how = { source: 'user', label: { code: 'grid.edit' } } as const

/** Two computers with the same school, a term and two people in it. */
async function twoComputers() {
  const a = await Computer.start('王老师')
  await a.create()
  const term = a.session.add(
    'terms',
    [{ school_year: '2026-2027', term: '第一学期', start_date: '2026-09-01', end_date: '2027-01-22' }],
    how,
  ).ids[0]!
  const people = a.session.add('staff', [{ name: '李四' }, { name: '赵五' }], how).ids
  const b = await Computer.start('陈老师')
  await b.merge(await a.export())
  return { a, b, term, people }
}

async function exchange(a: Computer, b: Computer): Promise<void> {
  const file = await a.export()
  await b.merge(await a.export())
  await a.merge(await b.export())
  await b.merge(file)
}

const disputed = ({ session }: Computer) => session.disputes.list().map(({ column }) => column)

test('two copies that sealed the same numbers are one seal; who and when is asked', async () => {
  const { a, b, term, people } = await twoComputers()
  value(sealTerm(a.session, term, '王老师'))
  value(sealTerm(b.session, term, '陈老师'))
  await exchange(a, b)
  expect(b.text()).toBe(a.text())
  for (const computer of [a, b]) {
    const { book } = computer.session
    expect(sealOf(book, term)).toMatchObject({ holds: true, differences: [] })
    expect(people.map((person) => book.score(term, person)!.final)).toEqual([100, 100])
    expect(new Set(disputed(computer))).toEqual(new Set(['closed_by']))
  }
})

test('two copies that sealed other numbers keep both, whole, for somebody to decide', async () => {
  const { a, b, term, people } = await twoComputers()
  const [person = ''] = people
  const meeting = b.session.add('meetings', [{ at: '2027-01-20 15:00', kind: '校长办公会' }], how).ids[0]!
  b.session.add(
    'deductions',
    [{ term, person, manual_points: '-5', reason: '脱岗', state: '已确认', meeting }],
    how,
  )
  value(sealTerm(a.session, term, '王老师'))
  value(sealTerm(b.session, term, '王老师'))
  await exchange(a, b)
  expect(b.text()).toBe(a.text())
  for (const computer of [a, b]) {
    expect(disputed(computer)).toEqual(expect.arrayContaining(['sealed', 'sealed_hash']))
    const conflict = computer.session.disputes
      .list()
      .find(({ column, row }) => column === 'sealed' && row.endsWith(person))!
    const finals = conflict.choices.map(({ value: text }) => (JSON.parse(String(text)) as number[])[7])
    expect(new Set(finals)).toEqual(new Set([100, 95]))
    // One of the two is shown, never a mixture; whoever decides has both before him.
    expect([100, 95]).toContain(computer.session.book.score(term, person)!.final)
  }
})
