import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeReport, encodeReport, type Report } from '../../src/sync/report.ts'
import { isOlder, standing, standingRows, type ReportFacts } from '../../src/sync/standing-reports.ts'
import type { Cell } from '../../src/tables/cell.ts'

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(null),
  fc.string({ unit: 'grapheme' }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  fc.boolean(),
  fc.array(fc.string(), { maxLength: 3 }),
)
const table = fc.uniqueArray(fc.string(), { maxLength: 20 }).chain((ids) =>
  fc
    .dictionary(fc.string(), fc.array(cell, { minLength: ids.length, maxLength: ids.length }), {
      maxKeys: 5,
    })
    .map((columns) => ({ ids, columns })),
)
const month = fc.constantFrom('2026-09', '2026-10', '2026-11', '2026-12')
const vector = fc.dictionary(fc.constantFrom('a', 'b', '__proto__'), fc.nat(4), { maxKeys: 3 })
const report: fc.Arbitrary<Report> = fc.record({
  workbook: fc.record({ id: fc.string(), name: fc.string() }),
  school: fc.record({ code: fc.string(), name: fc.string() }),
  period: month,
  made: fc.string(),
  now: fc.string(),
  replica: fc.string(),
  vector,
  passes: fc.array(fc.string(), { maxLength: 3 }),
  tables: fc.dictionary(fc.string(), table, { maxKeys: 4 }).map((tables) => new Map(Object.entries(tables))),
})

test('what is decoded is what was encoded', () => {
  fc.assert(
    fc.property(report, (written) => {
      const read = decodeReport(encodeReport(written))
      if (!read.ok) throw new Error(read.problem.code)
      const plain = (each: Report) =>
        JSON.stringify({
          ...each,
          vector: Object.entries(each.vector).sort(),
          tables: [...each.tables].map(([name, { ids, columns }]) => [name, ids, Object.entries(columns)]),
        })
      expect(plain(read.value)).toBe(plain(written))
    }),
    { numRuns: 300 },
  )
})

test('whatever the bytes are, it is read or refused', () => {
  fc.assert(
    fc.property(report, fc.nat(), fc.nat(255), (written, at, byte) => {
      const bytes = encodeReport(written)
      bytes[at % bytes.length] = byte
      const read = decodeReport(bytes)
      if (!read.ok) expect(read.problem.code).toMatch(/^package\./)
    }),
    { numRuns: 500 },
  )
})

/** Reports as they come about: two copies of a school's workbook that write, meet, report, and are written into. */
const happened = fc
  .array(
    fc.oneof(
      fc.record({ does: fc.constant('write' as const), copy: fc.nat(1) }),
      fc.record({ does: fc.constant('meet' as const), copy: fc.nat(1) }),
      fc.record({ does: fc.constant('report' as const), copy: fc.nat(1), period: month }),
      fc.record({ does: fc.constant('correct' as const), copy: fc.nat(20) }),
      fc.record({
        does: fc.constant('spreadsheet' as const),
        copy: fc.nat(9),
        period: month,
        tells: fc.constantFrom(['hazards'], ['incidents'], ['hazards', 'incidents']),
        monthly: fc.boolean(),
      }),
    ),
    { size: 'max', maxLength: 40 },
  )
  .map((steps) => {
    const copies = [{ a: 0, b: 0 } as Record<string, number>, { a: 0, b: 0 } as Record<string, number>]
    const reports: ReportFacts[] = []
    for (const [number, step] of steps.entries()) {
      const mine = copies[step.copy % 2]!
      const other = copies[(step.copy + 1) % 2]!
      const hash = `h${number}`
      if (step.does === 'write') mine[step.copy === 0 ? 'a' : 'b']!++
      if (step.does === 'meet') for (const key of ['a', 'b']) mine[key] = Math.max(mine[key]!, other[key]!)
      if (step.does === 'report')
        reports.push({ hash, period: step.period, vector: { ...mine }, corrects: null, saved: '' })
      if (step.does === 'spreadsheet')
        reports.push({
          ...{ hash, period: step.period, vector: null, corrects: null, saved: `2026-${step.copy}` },
          ...{ tells: step.tells, monthly: step.monthly },
        })
      const corrected = reports[step.copy]
      if (step.does === 'correct' && corrected) reports.push({ ...corrected, hash, corrects: corrected.hash })
    }
    return reports
  })

test('the same reports stand in whatever order they have come, and how often', () => {
  fc.assert(
    fc.property(happened, fc.infiniteStream(fc.nat()), (reports, chance) => {
      const [numbers] = [reports.map(() => chance.next().value as number)]
      const mixed = reports.map((each, at) => ({ each, at: numbers[at]! })).sort((a, b) => a.at - b.at)
      const again = [...mixed.map(({ each }) => each), ...reports.slice(0, 3)]
      const hashes = standing(reports).map(({ hash }) => hash)
      expect(standing(again).map(({ hash }) => hash)).toEqual(hashes)
      if (reports.length > 0) expect(hashes.length).toBeGreaterThan(0)
      for (const { hash } of reports)
        if (!hashes.includes(hash)) {
          const one = reports.find((each) => each.hash === hash)!
          expect(reports.some((other) => isOlder(one, other))).toBe(true)
        }
    }),
    { numRuns: 500 },
  )
})

test('of a table those stand that nothing newer tells of, and they are among those that stand at all', () => {
  fc.assert(
    fc.property(happened, fc.constantFrom('hazards', 'incidents'), (some, table) => {
      // Corrections are made to reports of ours alone: a spreadsheet has no sheets beside what it says.
      const reports = some.filter(({ corrects, vector }) => corrects === null || vector !== null)
      const all = standing(reports)
      const ofTable = standing(reports, table)
      expect(all).toEqual(expect.arrayContaining(ofTable))
      // Nothing is lost by looking only at what stands.
      expect(standing(all, table)).toEqual(ofTable)
    }),
    { numRuns: 300 },
  )
})

test('when the copies of a school have met, its next report alone counts', () => {
  fc.assert(
    fc.property(happened, (reports) => {
      const last: ReportFacts = {
        ...{ hash: 'last', period: '2026-12', corrects: null, saved: '' },
        vector: { a: 100, b: 100 },
      }
      expect(standing([...reports, last]).map(({ hash }) => hash)).toEqual(['last'])
    }),
    { numRuns: 200 },
  )
})

test('a later spreadsheet speaks of the columns it has, and a report of ours of the others', () => {
  expect(
    standingRows([
      { hash: 'p', plain: true, table: { ids: ['r1'], columns: { no: ['1'], state: ['销号'] } } },
      { hash: 'x', table: { ids: ['r1'], columns: { no: ['1'], state: ['整改'], level: ['重大'] } } },
      { hash: 'y', table: { ids: ['r1'], columns: { no: ['1'], state: ['登记'], level: ['重大'] } } },
    ]),
  ).toEqual([{ id: 'r1', cells: { no: '1', state: '销号', level: '重大' }, hash: 'p', differs: ['y'] }])
})

test('rows of all standing reports stand, each once, and what differs is said', () => {
  const column = { no: ['1', '2'], state: ['登记', '整改'] }
  const other = { state: ['登记', '销号'], no: ['1', '2'] }
  expect(
    standingRows([
      { hash: 'x', table: { ids: ['r1', 'r2'], columns: column } },
      { hash: 'y', table: { ids: ['r1', 'r2', 'r3'].slice(0, 2), columns: other } },
      { hash: 'z', table: { ids: ['r3'], columns: { no: ['3'], state: [null] } } },
    ]),
  ).toEqual([
    { id: 'r1', cells: { no: '1', state: '登记' }, hash: 'x', differs: [] },
    { id: 'r2', cells: { no: '2', state: '整改' }, hash: 'x', differs: ['y'] },
    { id: 'r3', cells: { no: '3', state: null }, hash: 'z', differs: [] },
  ])
})
