import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { doubtsOf, readReports, takeReports } from '../../../src/app/bureau/receive-reports.ts'
import { stateText } from '../../../src/engine/state-text.ts'
import { sealedReports } from '../../../src/exchange/sealed-reports.ts'
import { REPORTED } from '../../../src/tables/school/reported.ts'
import { lifeOf, makeCounty } from '../../county/county.ts'
import { SchoolAtWork } from '../../county/school-files.ts'
import { editedInExcel, tampered } from '../../county/variants.ts'
import { value } from '../value.ts'
import { bureauSession } from './bureau-session.ts'
import { readBeside } from './school-files.ts'

const county = makeCounty({ seed: 11, schools: 4, months: 1 })
const SENT = '2027-03-20 16:30'

async function fileOf(at: number): Promise<{ name: string; bytes: Uint8Array; content: string }> {
  const life = lifeOf(county, at, 20)
  const work = new SchoolAtWork(county, life)
  work.comeTo(SENT)
  work.send(county.months[0]!)
  const bytes = await work.file({ kind: 'xlsx', audience: 'bureau', summaries: true, tables: REPORTED })
  return { name: `${life.school.code}.xlsx`, bytes, content: life.hazards[0]!.content }
}

const files = Promise.all([0, 1, 2, 3].map(fileOf))
const given = ({ name, bytes }: { name: string; bytes: Uint8Array }) =>
  new File([bytes as Uint8Array<ArrayBuffer>], name)

it('only a file in which nothing was written since says so, whichever part was written', async () => {
  const [{ bytes, content }] = (await files) as [Awaited<ReturnType<typeof fileOf>>]
  expect(sealedReports(bytes)).toHaveLength(1)
  expect(value(await readBeside(tampered(bytes), '损.xlsx', SENT, new Set()))).toEqual({
    is: 'reports',
    reports: [expect.objectContaining({ code: expect.stringMatching(/^package\./) as string })],
  })
  expect(sealedReports(editedInExcel(bytes, content, '改过的内容'))).toBeNull()
  const parts = unzipSync(bytes)
  expect(sealedReports(zipSync(parts))).toHaveLength(1)
  // The one in which the seal stands says nothing of itself.
  const own = Object.keys(parts).find((name) => strFromU8(parts[name]!).includes('dutybook reports'))
  for (const name of Object.keys(parts)) {
    const { [name]: changed, ...others } = parts
    const padded = new Uint8Array([...changed!, ...strToU8('\n')])
    if (name !== own) expect(sealedReports(zipSync({ ...parts, [name]: padded })), name).toBeNull()
    expect(sealedReports(zipSync(others)), name).toBeNull()
  }
  expect(sealedReports(bytes.subarray(0, bytes.length / 2))).toBeNull()
})

it('a report that is known is not read again, one that was written in is', async () => {
  const { session, changes } = bureauSession()
  const [first] = (await files) as [Awaited<ReturnType<typeof fileOf>>]
  const read = (some: readonly File[]) => readReports(session, some, {}, readBeside)
  const [received] = await read([given(first)])
  if (received?.is !== 'report') throw new Error(received?.is)
  expect(doubtsOf(received.judged)).toEqual(['new-school', 'new-key'])
  value(await takeReports(session, [{ ...received, corrected: false }], { problemsOf: () => '' }))
  const edited = { name: '改.xlsx', bytes: editedInExcel(first.bytes, first.content, '改过的内容') }
  const [again, other] = await read([given(first), given(edited)])
  if (again?.is !== 'report' || other?.is !== 'report') throw new Error()
  const told = ({ judged: { read: it, schoolName, is } }: typeof again) => [
    ...[is, schoolName, it.period, it.hash, it.signer, it.rows['hazards']],
  ]
  expect(told(again)).toEqual(['same', ...told(received).slice(1)])
  expect(doubtsOf(other.judged)).toContain('edited')
  const before = changes.length
  value(await takeReports(session, [{ ...again, corrected: false }], { problemsOf: () => '' }))
  expect(changes).toHaveLength(before)
})

it('in however many steps a county is taken in, and in whatever order, it comes to the same', async () => {
  const all = (await files).map(given)
  const taken = async (order: readonly File[], stepRows?: number) => {
    const { session } = bureauSession()
    const received = await readReports(session, order, {}, readBeside)
    const taking = received.flatMap((each) => (each.is === 'report' ? [{ ...each, corrected: false }] : []))
    const { steps } = value(await takeReports(session, taking, { problemsOf: () => '', stepRows }))
    return { steps, text: stateText(session.book) }
  }
  const expected = await taken(all)
  expect(expected.steps).toBe(1)
  expect((await taken(all, 1)).steps).toBe(all.length)
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(all, { minLength: all.length }),
      fc.integer({ min: 1, max: 60 }),
      async (order, stepRows) => {
        expect((await taken(order, stepRows)).text).toBe(expected.text)
      },
    ),
    { numRuns: 8 },
  )
})
