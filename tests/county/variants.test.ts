import { expect, it } from 'vitest'
import { readSpreadsheet } from '../../src/exchange/read-file.ts'
import { unpackFile } from '../../src/sync/package-file.ts'
import { decodeReport } from '../../src/sync/report.ts'
import { value } from '../app/value.ts'
import { classOf } from './figures.ts'
import { lifeOf, makeCounty } from './county.ts'
import { inboxOf, kindsOf, type FileKind, type InboxFile } from './inbox.ts'

const KINDS = [
  'broken',
  'duplicate',
  'edited-in-excel',
  'older',
  'plain-excel',
  'proper',
  'tampered',
] as const satisfies FileKind[]

/** Its reports as a bureau's program finds them: decoded, or null for one that is not whole; no list at all if unreadable. */
async function reportsOf({ bytes, name }: InboxFile) {
  const read = await readSpreadsheet(bytes, name)
  if (!read.ok) return null
  const reports = await Promise.all(
    (read.reports ?? []).map(async (packed) => {
      const unpacked = packed && (await unpackFile(packed))
      return unpacked?.ok ? value(decodeReport(unpacked.value.content)) : null
    }),
  )
  return { reports, sheets: read.sheets }
}

it('every kind of file of a county is what it is called, and a proper one tells what has truly happened', async () => {
  const county = makeCounty({ seed: 3, schools: 300, months: 2 })
  const seen = new Map<FileKind, InboxFile>()
  const sought = new Set<FileKind>(KINDS)
  for (let at = 0; sought.size > 0 && at < county.schools.length; at++) {
    const [first, second] = kindsOf(county, at)
    if (lifeOf(county, at, 16).sent.includes(null) || first !== 'proper' || !sought.delete(second!)) continue
    for await (const file of inboxOf(county, at, 16)) seen.set(file.kind, file)
  }
  expect([...seen.keys()].sort()).toEqual(KINDS)

  for (const kind of ['proper', 'duplicate', 'older', 'edited-in-excel'] as const) {
    const file = seen.get(kind)!
    const { reports, sheets } = (await reportsOf(file))!
    const [report] = reports
    expect(reports, kind).toHaveLength(1)
    expect(report!.school.code, kind).toBe(file.school)
    expect(report!.period, kind).toBe(file.month)
    const at = county.schools.findIndex(({ code }) => code === file.school)
    const life = lifeOf(county, at, 16)
    const hazards = report!.tables.get('hazards')!.columns
    const known = life.hazards.filter(({ found_on }) => found_on <= file.made.slice(0, 10))
    expect([...hazards['no']!].sort(), kind).toEqual(known.map(({ no }) => no))
    const incidents = report!.tables.get('incidents')!.columns
    const happened = life.incidents.filter(({ occurred_at }) => occurred_at <= file.made)
    expect([...incidents['class6']!].sort(), kind).toEqual(happened.map(classOf).sort())

    const { edit } = file
    if (!edit) continue
    expect(hazards['content']).toContain(edit.from)
    expect(hazards['content']).not.toContain(edit.to)
    expect(JSON.stringify(sheets)).toContain(edit.to)
  }
  expect((await reportsOf(seen.get('plain-excel')!))!.reports).toEqual([])
  expect((await reportsOf(seen.get('tampered')!))!.reports).toEqual([null])
  expect(await reportsOf(seen.get('broken')!)).toBeNull()
}, 60_000)

it('the same seed is the same county, in whatever order its schools are drawn', () => {
  const county = () => makeCounty({ seed: 5, schools: 12, months: 3 })
  expect(lifeOf(county(), 7, 50)).toEqual(lifeOf(county(), 7, 50))
  expect(lifeOf(county(), 7, 50).hazards).not.toEqual(lifeOf(county(), 8, 50).hazards)
  expect(new Set(county().schools.map(({ name }) => name)).size).toBe(12)
})
