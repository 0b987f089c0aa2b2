import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { doubtsOf, readReports, takeReports, type Received } from '../../../src/app/bureau/receive-reports.ts'
import { whoHasReported } from '../../../src/app/bureau/who-has-reported.ts'
import type { Session } from '../../../src/app/session.ts'
import { mergeReceived } from '../../../src/app/merge-package.ts'
import { usedFiles } from '../../../src/app/attachments.ts'
import { Computer, readPackage } from '../exchange-copies.ts'
import { workerBeside } from '../worker-beside.ts'
import { stateText } from '../../../src/engine/state-text.ts'
import { writeWorkbook } from '../../../src/exchange/xlsx-write.ts'
import { value } from '../value.ts'
import { bureauSession } from './bureau-session.ts'
import { planBeside } from './plain-files.ts'
import { readBeside, schoolFile } from './school-files.ts'

const two = { '1': '一小', '2': '二小' }

const read = (session: Session, files: readonly File[]) =>
  readReports(session, files, {}, readBeside, planBeside)

const take = async (session: Session, received: readonly Received[], corrected = false) =>
  value(
    await takeReports(
      session,
      received.flatMap((each) => (each.is === 'report' ? [{ ...each, corrected }] : [])),
      { problemsOf: () => '' },
    ),
  )

const receive = async (session: Session, files: readonly File[]) => take(session, await read(session, files))

const rows = (session: Session, table: string, ...columns: string[]) =>
  session.book
    .view(table)
    .ids()
    .map((id) => columns.map((column) => session.book.value(table, id, column)))

const hazard = (no: string, state: string) => ({
  no,
  found_on: '2026-09-02',
  content: '栏杆松动',
  level: '一般',
  state,
})

describe('the reception', () => {
  it('P5-27 takes schools in by their codes into the ledgers of the county, with a receipt each', async () => {
    const { session, changes } = bureauSession(two)
    const files = [
      await schoolFile({
        code: '1',
        vector: { a: 3 },
        hazards: { '#h': { ...hazard('YH-1', '待整改'), dept: '总务处', area: '操场' } },
        incidents: {
          '#i': { no: 'SG-1', occurred_at: '2026-09-03 10:00', casualties: '1/0/2/0', loss_yuan: 5 },
        },
      }),
      await schoolFile({ code: '2', vector: { b: 1 }, hazards: { '#h': hazard('YH-1', '已销号') } }),
    ]
    const received = await read(session, files)
    expect(changes).toEqual([])
    expect(received.map((each) => each.is === 'report' && doubtsOf(each.judged))).toEqual([
      ['new-key'],
      ['new-key'],
    ])
    expect(await take(session, received)).toMatchObject({ reports: 2, rows: 3, cells: 0, rejected: [] })
    expect(changes).toHaveLength(1)
    expect(rows(session, 'allHazards', 'school', 'no', 'state', 'department', 'area', 'last_month')).toEqual([
      ['#school-1', 'YH-1', '待整改', '总务处', '操场', '2026-09'],
      ['#school-2', 'YH-1', '已销号', null, null, '2026-09'],
    ])
    expect(rows(session, 'allIncidents', 'times', 'cas', 'cas_medium', 'cas_severe', 'loss')).toEqual([
      ['2026-09-03 10:00', 1, 0, 2, 5],
    ])
    expect(rows(session, 'receipts', 'month', 'school', 'hash', 'rows', 'incident_rows')).toEqual([
      ['2026-09', '#school-1', '相符', 1, 1],
      ['2026-09', '#school-2', '相符', 1, 0],
    ])
    expect(whoHasReported(session.book, '2026-09')).toMatchObject({
      due: '2026-09-28',
      isOver: true,
      missing: [],
    })
    expect(whoHasReported(session.book, '2026-09').late.map(({ name }) => name)).toEqual(['一小', '二小'])
    expect(whoHasReported(session.book, '2026-10').missing.map(({ name }) => name)).toEqual(['一小', '二小'])
    // The key is known from now on, and the same files write nothing.
    const again = await read(session, files)
    expect(again.map((each) => each.is === 'report' && [each.judged.is, ...doubtsOf(each.judged)])).toEqual([
      ['same'],
      ['same'],
    ])
    await take(session, again)
    expect(changes).toHaveLength(1)
  })

  it('nothing of one bad file stops the others', async () => {
    const { session } = bureauSession(two)
    const good = await schoolFile({
      code: '1',
      vector: { a: 1 },
      hazards: { '#h': hazard('YH-1', '待整改') },
    })
    const bytes = new Uint8Array(await good.arrayBuffer())
    const sheet = {
      name: '名单',
      title: '名单',
      columns: [{ heading: '姓名', width: 9, align: 'start' as const }],
      rows: [['王小明']],
    }
    const plain = (await writeWorkbook([sheet])).bytes as Uint8Array<ArrayBuffer>
    const received = await read(session, [
      new File([bytes.subarray(0, bytes.length / 2)], '半份.xlsx'),
      new File([], '空.xlsx'),
      new File(['%PDF-1.4'], '扫描.xlsx'),
      new File([plain], '表.xlsx'),
      good,
    ])
    expect(received.map((each) => each.is)).toEqual(['broken', 'broken', 'broken', 'plain', 'report'])
    expect((await take(session, received)).rows).toBe(1)
  })

  it('asks about a key that has changed, another school’s key, a school it does not know and edited sheets', async () => {
    const { session } = bureauSession(two)
    const told = { code: '1', vector: { a: 1 }, hazards: { '#h': hazard('YH-1', '待整改') } }
    await receive(session, [await schoolFile(told)])
    const later = { ...told, vector: { a: 2 } }
    const doubts = async (file: File) => {
      const [received] = await read(session, [file])
      return received!.is === 'report' ? doubtsOf(received!.judged) : received
    }
    expect(await doubts(await schoolFile(later))).toEqual([])
    expect(await doubts(await schoolFile(later, 'someone'))).toEqual(['changed-key'])
    expect(await doubts(await schoolFile(later, null))).toEqual(['changed-key'])
    expect(await doubts(await schoolFile({ ...later, code: '2' }, '1'))).toEqual(['foreign-key'])
    expect(await doubts(await schoolFile({ ...later, code: '9' }))).toEqual(['new-school', 'new-key'])
    await receive(session, [await schoolFile({ ...later, code: '9' })])
    expect(rows(session, 'schools', 'code', 'name').at(-1)).toEqual(['9', '学校9'])
  })

  it('takes what was written into the sheets of a file only as its correction', async () => {
    const { session } = bureauSession(two)
    const file = await schoolFile({
      code: '1',
      vector: { a: 1 },
      hazards: { '#h': hazard('YH-1', '待整改') },
    })
    const edited = await editedFile(file)
    // Not the same file twice.
    const received = (await read(session, [file, edited])).slice(1)
    const [first] = received
    if (first?.is !== 'report') throw new Error()
    expect(doubtsOf(first.judged)).toContain('edited')
    expect(first.judged.read.edited).toMatchObject({
      edits: [{ table: 'hazards', column: 'content' }],
      added: 0,
    })
    await take(session, received)
    expect(rows(session, 'allHazards', 'content')).toEqual([['栏杆松动']])
    await take(session, received, true)
    expect(rows(session, 'allHazards', 'content')).toEqual([['栏杆断裂']])
    expect(rows(session, 'receipts', 'hash')).toEqual([['不符']])
    // The original that comes again is older than its correction.
    await receive(session, [file])
    expect(rows(session, 'allHazards', 'content')).toEqual([['栏杆断裂']])
  })

  it('any order of files and any repetition comes to the same, an older file changes nothing', async () => {
    const files = await countyFiles()
    const all = Object.keys(files)
    const whole = async (order: readonly string[], pieces: number) => {
      const { session } = bureauSession(two)
      for (let at = 0; at < order.length; at += pieces)
        await receive(
          session,
          order.slice(at, at + pieces).map((name) => files[name]!),
        )
      return stateText(session.book)
    }
    const expected = await whole(all, all.length)
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
        fc.array(fc.constantFrom(...all), { maxLength: 4, size: 'max' }),
        fc.integer({ min: 1, max: all.length }),
        async (order, more, pieces) => {
          expect(await whole([...order, ...more], pieces)).toBe(expected)
        },
      ),
      { numRuns: 12 },
    )
  })

  it('leaves the bureau its own columns, and its own rows', async () => {
    const files = await countyFiles()
    const { session } = bureauSession(two)
    await receive(session, [files['old']!])
    const [first] = session.book.view('allHazards').ids()
    const how = { source: 'user', label: { code: 'grid.edit' } } as const
    session.edit(
      [
        { table: 'allHazards', row: first!, column: 'remark', input: '盯住' },
        { table: 'allHazards', row: first!, column: 'watch', input: '局挂牌' },
      ],
      how,
    )
    session.write({
      ...how,
      edits: [],
      added: [
        { table: 'allHazards', ids: ['#own'], columns: { school: ['#school-1'], no: ['纸质-1'] } },
        {
          table: 'receipts',
          ids: ['#paper'],
          columns: { month: ['2026-10'], school: ['#school-1'], received: ['2026-10-01 08:00'] },
        },
      ],
    })
    await receive(session, Object.values(files))
    expect(session.book.stored('allHazards', first!, 'state')).toBe('已销号')
    expect(session.book.stored('allHazards', first!, 'remark')).toBe('盯住')
    expect(session.book.stored('allHazards', first!, 'watch')).toBe('局挂牌')
    expect(session.book.has('allHazards', '#own')).toBe(true)
    // The paper came first, and that day counts.
    expect(session.book.stored('receipts', '#paper', 'received')).toBe('2026-10-01 08:00')
    expect(session.book.stored('receipts', '#paper', 'file')).toBe('1-2026-10.xlsx')
  })

  it('two copies of the bureau that had other files come to one ledger when they meet', async () => {
    const files = await countyFiles()
    const [office, deputy] = [await Computer.start('甲'), await Computer.start('乙')]
    await office.create('bureau')
    office.session.write({
      source: 'program',
      label: { code: 'workbook.created' },
      edits: [],
      added: [
        {
          table: 'schools',
          ids: ['#school-1', '#school-2'],
          columns: { code: ['1', '2'], name: ['一小', '二小'] },
        },
      ],
    })
    await office.session.settled()
    const meet = async (to: Computer, from: Computer) => {
      const file = await from.export()
      if (!to.books.current) value(await to.books.openPackaged(value(await readPackage(file)).workbook))
      const carried = await Promise.all(
        [...usedFiles(from.session.book).keys()].map(async (hash) => ({
          hash,
          bytes: (await from.session.files.bytes(hash))!,
        })),
      )
      const merger = workerBeside(() => to.session)
      value(await mergeReceived(to.session, { file, files: carried }, '2027-03-10T09:00:00.000Z', {}, merger))
    }
    await meet(deputy, office)
    await receive(office.session, [files['old']!, files['two']!])
    await receive(deputy.session, [files['newer']!, files['next']!, files['beside']!])
    await office.session.settled()
    await deputy.session.settled()
    await meet(office, deputy)
    await meet(deputy, office)
    expect(deputy.text()).toBe(office.text())
    expect(rows(office.session, 'allHazards', 'school', 'no', 'state')).toEqual(
      expect.arrayContaining([
        ['#school-1', 'YH-1', '已销号'],
        ['#school-1', 'YH-3', '待整改'],
        ['#school-2', 'YH-1', '待整改'],
      ]),
    )
    expect(office.session.book.view('allHazards').size).toBe(3)
    expect([office.session.disputes.size, deputy.session.disputes.size]).toEqual([0, 0])
  })

  it('names a row that two computers of a school tell differently, and one without a number', async () => {
    const { session } = bureauSession(two)
    const taken = await receive(session, [
      await schoolFile({ code: '1', vector: { a: 2, b: 1 }, hazards: { '#h': hazard('YH-1', '待整改') } }),
      await schoolFile({
        code: '1',
        vector: { a: 1, b: 2, c: 1 },
        replica: 'other',
        hazards: { '#h': hazard('YH-1', '已销号'), '#n': { content: '没有编号' } },
      }),
    ])
    expect(taken.differences).toEqual([{ school: '#school-1', table: 'allHazards', no: 'YH-1' }])
    expect(taken.rejected).toEqual([{ school: '#school-1', table: 'allHazards', at: 2 }])
    expect(rows(session, 'allHazards', 'state')).toEqual([['已销号']])
  })
})

/** Two schools; of the first an old file, a newer one of the same month, one of the next, and one of a second computer. */
async function countyFiles(): Promise<Record<string, File>> {
  const h = (state: string) => ({ '#h': hazard('YH-1', state) })
  return {
    old: await schoolFile({
      code: '1',
      vector: { a: 1 },
      hazards: { ...h('待整改'), '#gone': hazard('YH-2', '待整改') },
    }),
    newer: await schoolFile({ code: '1', vector: { a: 2 }, hazards: h('待销号') }, '1', '1-新.xlsx'),
    next: await schoolFile({ code: '1', vector: { a: 3 }, period: '2026-10', hazards: h('已销号') }),
    beside: await schoolFile(
      {
        code: '1',
        vector: { a: 2, b: 4 },
        replica: 'rb',
        hazards: { '#other': hazard('YH-3', '待整改') },
      },
      'b',
      '1-乙.xlsx',
    ),
    two: await schoolFile({ code: '2', vector: { x: 1 }, hazards: h('待整改') }),
  }
}

/** The file after somebody has written into one cell of it in a spreadsheet program. */
async function editedFile(file: File): Promise<File> {
  const { readSpreadsheet } = await import('../../../src/exchange/read-file.ts')
  const read = await readSpreadsheet(new Uint8Array(await file.arrayBuffer()), file.name)
  if (!read.ok) throw new Error(read.problem.code)
  const { ROW_ID_HEADING } = await import('../../../src/exchange/row-ids.ts')
  const [sheet] = read.sheets
  const [, headings, ...body] = sheet!.rows
  const text = (cell: unknown) => (cell === '栏杆松动' ? '栏杆断裂' : (cell as string | null))
  const columns = headings!.map((heading) => ({
    heading: String(heading),
    width: 9,
    align: 'start' as const,
    format: '@',
  }))
  const { bytes } = await writeWorkbook(
    [
      {
        name: sheet!.name,
        title: sheet!.name,
        columns: [...columns, { heading: ROW_ID_HEADING, width: 9, align: 'start' as const, format: '@' }],
        rows: body.map((row, at) => [...row.map(text), sheet!.rowIds!.ids[at + 2] ?? null]),
      },
    ],
    { reports: read.reports as Uint8Array[] },
  )
  return new File([bytes as Uint8Array<ArrayBuffer>], file.name)
}
