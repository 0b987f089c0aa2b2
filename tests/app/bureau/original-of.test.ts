import { expect, it } from 'vitest'
import { hasOriginal, originalOf } from '../../../src/app/bureau/original-of.ts'
import { readReports, takeReports } from '../../../src/app/bureau/receive-reports.ts'
import type { Session } from '../../../src/app/session.ts'
import { value } from '../value.ts'
import { bureauSession } from './bureau-session.ts'
import { readBeside, schoolFile } from './school-files.ts'

async function receive(session: Session, files: readonly File[]) {
  const read = await readReports(session, files, {}, readBeside)
  const reports = read.flatMap((each) => (each.is === 'report' ? [{ ...each, corrected: false }] : []))
  value(await takeReports(session, reports, { problemsOf: () => '' }))
}

const hazard = (no: string, content: string) => ({ no, found_on: '2026-09-02', content, level: '一般' })

it('a row of the ledgers leads to the file it came in, as it came, and a line of the register to its own', async () => {
  const { session } = bureauSession({ '1': '一小' })
  const told = { code: '1', incidents: { '#i': { no: 'SG-1', casualties: '2/0/1/0 (程度未填 1)' } } }
  const old = { '#h': hazard('YH-1', '栏杆松动'), '#j': hazard('YH-2', '插座烧黑') }
  await receive(session, [await schoolFile({ ...told, vector: { a: 1 }, hazards: old })])
  const newer = { ...old, '#h': hazard('YH-1', '栏杆断裂') }
  await receive(session, [await schoolFile({ ...told, period: '2026-10', vector: { a: 2 }, hazards: newer })])

  const { book } = session
  const [first] = book.view('allHazards').ids()
  const original = value(await originalOf(session, 'allHazards', first!))
  expect(original.facts.period).toBe('2026-10')
  expect(original.at).toEqual({ table: 'hazards', position: 0 })
  expect(original.tables.get('hazards')!.columns['content']).toEqual(['栏杆断裂', '插座烧黑'])
  expect(book.stored('schoolReports', original.register, 'period')).toBe('2026-10')

  const september = book
    .view('schoolReports')
    .ids()
    .find((id) => book.stored('schoolReports', id, 'period') === '2026-09')!
  const earlier = value(await originalOf(session, 'schoolReports', september))
  expect(earlier.at).toBeNull()
  expect(earlier.tables.get('hazards')!.columns['content']).toEqual(['栏杆松动', '插座烧黑'])

  // Whose injuries are not all graded: those that are count all the same.
  const [incident] = book.view('allIncidents').ids()
  expect(
    ['cas', 'cas_medium', 'cas_severe', 'cas_dead'].map((key) => book.stored('allIncidents', incident!, key)),
  ).toEqual([2, 0, 1, 0])

  const { ids } = session.add('allHazards', [{}], { source: 'user', label: { code: 'row.add' } })
  expect(hasOriginal(session, 'allHazards', ids[0]!)).toBe(false)
  expect(await originalOf(session, 'allHazards', ids[0]!)).toMatchObject({
    ok: false,
    problem: { code: 'county.not-received' },
  })
})
