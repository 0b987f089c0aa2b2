import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { doubtsOf, readReports } from '../../../src/app/bureau/receive-reports.ts'
import { whoHasReported } from '../../../src/app/bureau/who-has-reported.ts'
import { whoHasReportedBelow } from '../../../src/app/central/who-has-reported-below.ts'
import { exportFile } from '../../../src/app/export-workbook.ts'
import type { Session } from '../../../src/app/session.ts'
import { stateText } from '../../../src/engine/state-text.ts'
import { readSpreadsheet } from '../../../src/exchange/read-file.ts'
import { unpackFile } from '../../../src/sync/package-file.ts'
import { decodeReport } from '../../../src/sync/report.ts'
import { bureauSession } from '../bureau/bureau-session.ts'
import { read, receive, rows, take } from '../bureau/receive.ts'
import { readBeside, schoolFile, type Told } from '../bureau/school-files.ts'
import { Computer } from '../exchange-copies.ts'
import { value } from '../value.ts'
import { workerBeside } from '../worker-beside.ts'

const words = {
  program: '双责簿',
  locale: 'zh-Hans',
  say: () => '',
  settingName: (key: string) => key,
  settingValue: (_key: string, given: string) => given,
}
const how = { source: 'user', label: { code: 'row.add' } } as const

const hazard = (no: string, state: string, content = '栏杆松动') => ({
  '#h': { no, found_on: '2027-03-02', content, level: '一般', state },
})
const village = (code: string, vector: Told['vector'], state = '待整改', more: Partial<Told> = {}) =>
  schoolFile({
    code,
    period: '2027-03',
    vector,
    hazards: hazard(`YH-${code}`, state),
    incidents: {
      '#i': { no: `SG-${code}`, occurred_at: '2027-03-03 10:00', bureau_told_at: '2027-03-03 11:00' },
    },
    ...more,
  })

/** A central school's own workbook, on a computer with its own key. */
async function central(code = '10'): Promise<Computer> {
  const computer = await Computer.start('中心校')
  await computer.create()
  const { session } = computer
  const [profile] = session.book.view('profile').ids()
  const set = (column: string, input: string) => ({ table: 'profile', row: profile!, column, input })
  session.edit(
    [set('school_code', code), set('school_name', '东镇中心小学'), set('school_type', '中心校')],
    how,
  )
  session.add('hazards', [{ no: 'YH-10', found_on: '2027-03-01', content: '围墙开裂', level: '一般' }], how)
  await session.settled()
  return computer
}

async function fileOf(session: Session) {
  const by = workerBeside(() => session)
  const request = { kind: 'xlsx', audience: 'bureau', otherwise: { is: 'cover' } } as const
  const exported = value(await exportFile(session, request, words, {}, by))
  return { ...exported, file: new File([exported.bytes as Uint8Array<ArrayBuffer>], '东镇中心小学.xlsx') }
}

describe('a central school', () => {
  it('takes in its village schools’ files, knows who is missing, and takes in nothing of its own', async () => {
    const { session } = await central()
    session.add(
      'villageSchools',
      [
        { code: '11', name: '东山教学点' },
        { code: '12', name: '西山教学点' },
      ],
      how,
    )
    const own = await fileOf(session)
    const files = [await village('11', { a: 1 }), await village('13', { c: 1 }), own.file]
    const received = await read(session, files)
    expect(received.map((each) => (each.is === 'report' ? doubtsOf(each.judged) : each))).toMatchObject([
      ['new-key'],
      ['new-school', 'new-key'],
      { is: 'broken', problem: { code: 'reception.own-school' } },
    ])
    expect(await take(session, received)).toMatchObject({ reports: 2, rows: 0 })
    expect(rows(session, 'villageSchools', 'code', 'name', 'month_state', 'last_month').sort()).toEqual([
      ['11', '东山教学点', '已报', '2027-03'],
      ['12', '西山教学点', '未报', null],
      ['13', '学校13', '已报', '2027-03'],
    ])
    const { missing, late, in: inTime } = whoHasReportedBelow(session.book, '2027-03')
    expect([missing, late, inTime].map((schools) => schools.map(({ name }) => name))).toEqual([
      ['西山教学点'],
      [],
      ['东山教学点', '学校13'],
    ])
    // Once is enough: the key is known, and the same file writes nothing.
    const before = stateText(session.book)
    const again = await read(session, files.slice(0, 2))
    expect(again.map((each) => each.is === 'report' && each.judged.is)).toEqual(['same', 'same'])
    await take(session, again)
    expect(stateText(session.book)).toBe(before)
  })

  it('P5-28 sends the standing reports on, each as its school has signed it, and shows them in Excel', async () => {
    const { session } = await central()
    const [old, newer, other] = [
      await village('11', { a: 1 }),
      await village('11', { a: 2 }, '已销号'),
      await village('12', { b: 1 }),
    ]
    await receive(session, [newer, old, other])
    const { bytes, warnings } = await fileOf(session)
    expect(warnings).toEqual([])
    const sent = await readSpreadsheet(bytes, 'a.xlsx')
    if (!sent.ok) throw new Error(sent.problem.code)
    const packed = async (file: File) => {
      const one = await readSpreadsheet(new Uint8Array(await file.arrayBuffer()), file.name)
      return one.ok && one.reports![0]
    }
    expect(sent.reports!.slice(1)).toEqual([await packed(newer), await packed(other)])
    const sheet = (name: string) => sent.sheets.find((each) => each.name === name)!.rows.slice(1)
    const hazards = sheet('下属学校隐患')
    const { columns } = session.book.tables['hazards']!
    const at = (key: string) => hazards[0]!.indexOf(columns[key]!.zh)
    expect(hazards.slice(1).map((row) => [row[0], row[at('no')], row[at('state')]])).toEqual([
      ['学校11', 'YH-11', '已销号'],
      ['学校12', 'YH-12', '待整改'],
    ])
    expect(
      sheet('下属学校事故')
        .slice(1)
        .map(([school]) => school),
    ).toEqual(['学校11', '学校12'])
    // Nothing is in them that the schools have not sent.
    const told = new Set<unknown>(['学校11', '学校12'])
    for (const bytes of sent.reports!.slice(1))
      for (const { columns } of value(decodeReport(value(await unpackFile(bytes!)).content)).tables.values())
        for (const cell of Object.values(columns).flat()) told.add(cell)
    const shown = [...hazards.slice(1), ...sheet('下属学校事故').slice(1)].flat()
    expect(shown.filter((cell) => typeof cell === 'string' && !told.has(cell))).toEqual([])
    // The visible sheets are no part of the central school's own report: what is written there corrects nothing.
    const { session: office } = bureauSession({})
    const [first] = await read(office, [new File([bytes as Uint8Array<ArrayBuffer>], 'a.xlsx')])
    expect(first?.is === 'report' && first.judged.read.edited).toBeNull()
  })

  it('leaves out a school that is closed, and says which report is on another computer', async () => {
    const { session } = await central()
    await receive(session, [await village('11', { a: 1 }), await village('12', { b: 1 })])
    const [closed] = session.book.view('villageSchools').ids()
    session.edit([{ table: 'villageSchools', row: closed!, column: 'state', input: '停办' }], how)
    const at = session.book.view('schoolReports').ids()
    const lost = at.find((id) => session.book.stored('schoolReports', id, 'school') !== closed)!
    session.write({
      ...how,
      edits: [{ table: 'schoolReports', row: lost, column: 'hash', from: null, to: 'f'.repeat(64) }],
      added: [],
    })
    const { bytes, warnings } = await fileOf(session)
    expect(warnings).toMatchObject([{ code: 'report.below-missing', params: { school: '学校12' } }])
    const sent = await readSpreadsheet(bytes, 'a.xlsx')
    expect(sent.ok && sent.reports).toHaveLength(1)
  })
})

describe('the bureau', () => {
  const known = { '10': '东镇中心小学', '11': '东山教学点' }

  it('P5-28 a central school’s file brings the rows of its village schools, with where they came through', async () => {
    const { session: school } = await central()
    await receive(school, [await village('11', { a: 1 }), await village('12', { b: 1 })])
    const { file } = await fileOf(school)
    const { session } = bureauSession(known)
    const received = await read(session, [file])
    expect(received.map((each) => each.is === 'report' && doubtsOf(each.judged))).toEqual([
      ['new-key'],
      ['new-key'],
      ['new-school', 'new-key'],
    ])
    expect(await take(session, received)).toMatchObject({ reports: 3, rows: 5 })
    const told = (table: string, ...columns: string[]) =>
      session.book
        .view(table)
        .ids()
        .map((id) => columns.map((column) => session.book.text(table, id, column)))
        .sort()
    expect(told('receipts', 'school', 'via', 'file', 'rows')).toEqual([
      ['东山教学点', '东镇中心小学', '东镇中心小学.xlsx', '1'],
      ['东镇中心小学', '', '东镇中心小学.xlsx', '1'],
      ['学校12', '东镇中心小学', '东镇中心小学.xlsx', '1'],
    ])
    expect(told('allHazards', 'school', 'no', 'via')).toEqual([
      ['东山教学点', 'YH-11', '东镇中心小学'],
      ['东镇中心小学', 'YH-10', ''],
      ['学校12', 'YH-12', '东镇中心小学'],
    ])
    expect(told('allIncidents', 'school', 'via', 'on_time')).toEqual([
      ['东山教学点', '东镇中心小学', '是'],
      ['学校12', '东镇中心小学', '是'],
    ])
    expect(told('schools', 'name', 'parent')).toEqual([
      ['东山教学点', '东镇中心小学'],
      ['东镇中心小学', ''],
      ['学校12', '东镇中心小学'],
    ])
    // Whoever reports through another is asked about by that one; here the bureau only sees who did not come along.
    const { missing, below } = whoHasReported(session.book, '2027-04')
    expect(missing.map(({ name }) => name)).toEqual(['东镇中心小学'])
    expect(below.map(({ name }) => name)).toEqual(['东山教学点', '学校12'])
  })

  it('asks where the directory names another central school, and makes no ring of them', async () => {
    const { session: school } = await central()
    await receive(school, [await village('11', { a: 1 })])
    const { file } = await fileOf(school)
    const { session } = bureauSession({ ...known, '20': '西镇中心小学' })
    session.edit([{ table: 'schools', row: '#school-11', column: 'parent', input: '西镇中心小学' }], how)
    const [, second] = await read(session, [file])
    expect(second?.is === 'report' && doubtsOf(second.judged)).toContain('other-parent')
    await receive(session, [file])
    expect(session.book.text('schools', '#school-11', 'parent')).toBe('西镇中心小学')
    session.edit(
      [
        { table: 'schools', row: '#school-11', column: 'parent', input: '' },
        { table: 'schools', row: '#school-10', column: 'parent', input: '东山教学点' },
      ],
      how,
    )
    school.add('hazards', [{ no: 'YH-20', content: '又一处' }], how)
    await receive(session, [(await fileOf(school)).file])
    expect(session.book.stored('schools', '#school-11', 'parent')).toBeNull()
  })

  it('one report that comes by itself and through the central school is one, in any order and however often', async () => {
    const { session: school } = await central()
    const direct = await village('11', { a: 1 })
    const stranger = await village('12', { b: 1 })
    await receive(school, [direct, stranger])
    const first = (await fileOf(school)).file
    const newer = await village('11', { a: 2 }, '已销号')
    await receive(school, [newer])
    const later = new File([await newer.arrayBuffer()], '东山新报.xlsx')
    const second = new File([await (await fileOf(school)).file.arrayBuffer()], '东镇中心小学(2).xlsx')
    const alone = await village('13', { d: 1 })
    const files = [direct, stranger, later, first, second, alone]
    // Reading is the worker's, and the same whoever asks: each file is read once.
    const content = new Map<string, ReturnType<typeof readBeside>>()
    const reader: typeof readBeside = (bytes, name, now) => {
      const read = content.get(name) ?? readBeside(bytes, name, now, new Set())
      content.set(name, read)
      return read
    }
    expect(new Set(files.map(({ name }) => name)).size).toBe(files.length)
    const whole = async (order: readonly File[], pieces: number) => {
      const { session } = bureauSession(known)
      for (let at = 0; at < order.length; at += pieces) {
        const some = order.slice(at, at + pieces)
        await take(session, await readReports(session, some, {}, reader))
      }
      return session
    }
    const expected = await whole(files, files.length)
    expect(rows(expected, 'allHazards', 'no', 'state', 'via').sort()).toMatchObject([
      ['YH-10', expect.anything(), null],
      ['YH-11', '已销号', '#school-10'],
      ['YH-12', '待整改', '#school-10'],
      ['YH-13', '待整改', null],
    ])
    expect(expected.book.view('schoolReports').size).toBe(6)
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(files, { minLength: files.length, maxLength: files.length }),
        fc.array(fc.constantFrom(...files), { maxLength: 3, size: 'max' }),
        fc.integer({ min: 1, max: files.length }),
        async (order, more, pieces) => {
          expect(stateText((await whole([...order, ...more], pieces)).book)).toBe(stateText(expected.book))
        },
      ),
      { numRuns: 12 },
    )
  })
})
