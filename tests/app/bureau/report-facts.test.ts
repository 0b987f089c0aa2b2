import { expect, it } from 'vitest'
import { exportFile } from '../../../src/app/export-workbook.ts'
import { memorySession } from '../memory-session.ts'
import { value } from '../value.ts'
import { workerBeside } from '../worker-beside.ts'
import { bureauSession } from './bureau-session.ts'
import { receive, rows } from './receive.ts'
import { schoolFile } from './school-files.ts'

const words = {
  program: '双责簿',
  locale: 'zh-Hans',
  say: () => '',
  settingName: (key: string) => key,
  settingValue: (_key: string, given: string) => given,
}
const how = { source: 'user', label: { code: 'row.add' } } as const

/** A school's own workbook with what was entered into it, and the file it makes for the bureau. */
async function fileOf(entered: Parameters<ReturnType<typeof memorySession>['session']['batch']>[0]) {
  const { session } = memorySession({ sample: false, now: () => '2026-09-20 09:00' })
  const [profile] = session.book.view('profile').ids()
  session.edit([{ table: 'profile', row: profile!, column: 'school_code', input: '1' }], how)
  session.batch(entered, how)
  const by = workerBeside(() => session)
  const request = { kind: 'xlsx', audience: 'bureau', otherwise: { is: 'cover' } } as const
  const { bytes, name } = value(await exportFile(session, request, words, {}, by))
  return new File([bytes as Uint8Array<ArrayBuffer>], name)
}

it('P5-25 receiving a file writes its receipt, its hazards and its incidents', async () => {
  const file = await fileOf({
    rows: [
      { table: 'hazards', cells: { no: 'YH-1', found_on: '2026-09-02', content: '栏杆松动', level: '一般' } },
      { table: 'incidents', cells: { no: 'SG-1', occurred_at: '2026-09-03 10:00', scene: '课堂' } },
    ],
  })
  const { session, changes } = bureauSession({ '1': '一小' })
  expect(await receive(session, [file])).toMatchObject({ reports: 1, rows: 2 })
  expect(changes).toHaveLength(1)
  expect(rows(session, 'receipts', 'month', 'school', 'received', 'hash', 'rows', 'incident_rows')).toEqual([
    ['2026-09', '#school-1', '2026-10-05 09:00', '无校验', 1, 1],
  ])
  expect(rows(session, 'receipts', 'due', 'on_time', 'state')).toEqual([['2026-09-28', false, '已收']])
  expect(rows(session, 'allHazards', 'school', 'no', 'content')).toEqual([['#school-1', 'YH-1', '栏杆松动']])
  expect(rows(session, 'allIncidents', 'school', 'no', 'times')).toEqual([
    ['#school-1', 'SG-1', '2026-09-03 10:00'],
  ])
})

it('P5-26 receiving a file says whether the summary of the quarter is in it', async () => {
  const { session } = bureauSession({ '1': '一小', '2': '二小' })
  await receive(session, [
    await schoolFile({ code: '1', vector: { a: 1 }, quarters: ['2026-Q3'] }),
    // Of another quarter than the month's: that of this one is still owed.
    await schoolFile({ code: '2', vector: { b: 1 }, quarters: ['2026-Q2'] }),
  ])
  const states = () => rows(session, 'receipts', 'school', 'quarterly', 'quarterly_state')
  expect(states()).toEqual([
    ['#school-1', true, '已收'],
    ['#school-2', false, '逾期'],
  ])
  await receive(session, [
    await schoolFile({ code: '2', vector: { b: 2 }, quarters: ['2026-Q2', '2026-Q3'] }),
  ])
  expect(states()[1]).toEqual(['#school-2', true, '已收'])
})

it('an incident brings when the bureau was told, by which it is in time or late', async () => {
  const told = (no: string, at: string | null): { table: string; cells: Record<string, string> }[] => [
    { table: 'incidents', cells: { no, occurred_at: '2026-09-03 10:00' } },
    // The incident enters its own legs; this is the one that somebody has written down, whenever.
    ...(at === null ? [] : [{ table: 'reportLegs', cells: { incident: no, leg: '报教育局', done_at: at } }]),
  ]
  const file = await fileOf({
    rows: [...told('SG-1', '2026-09-03 11:00'), ...told('SG-2', '2026-09-05 10:00'), ...told('SG-3', null)],
  })
  const { session } = bureauSession({ '1': '一小' })
  await receive(session, [file])
  expect(rows(session, 'allIncidents', 'no', 'reported_at', 'on_time').sort()).toEqual([
    ['SG-1', '2026-09-03 11:00', true],
    ['SG-2', '2026-09-05 10:00', false],
    ['SG-3', null, null],
  ])
})

it('a file brings how many of the pledges inside the school are signed, in figures and for no one by name', async () => {
  const pledge = (tier: string, year: string, signed: string | null) => ({
    table: 'pledges',
    cells: { tier, year, signed_on: signed },
  })
  const file = await fileOf({
    rows: [
      pledge('校长-副校长', '2026-2027', '2026-09-01'),
      pledge('教导主任-班主任科任', '2026-2027', '2026-09-02'),
      pledge('总务主任-后勤', '2026-2027', null),
      // With the bureau, with parents, and of last year: not inside the school now.
      pledge('局-学校', '2026-2027', null),
      pledge('班主任-家长(可选)', '2026-2027', null),
      pledge('校长-副校长', '2025-2026', null),
    ],
  })
  const { session } = bureauSession({ '1': '一小' })
  await receive(session, [file])
  expect(rows(session, 'receipts', 'pledge_rate')).toEqual([[66.7]])
  session.add('schoolPledges', [{ year: '2026', school: '一小' }], how)
  expect(rows(session, 'schoolPledges', 'inner')).toEqual([[66.7]])
})
