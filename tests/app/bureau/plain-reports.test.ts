import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlainDecision } from '../../../src/app/bureau/plain/plan-plain.ts'
import { readReports, takeReports, type Received } from '../../../src/app/bureau/receive-reports.ts'
import type { Session } from '../../../src/app/session.ts'
import { stateText } from '../../../src/engine/state-text.ts'
import { ok } from '../../../src/shared/result.ts'
import type { readSchoolFile } from '../../../src/workers/bridge.ts'
import { value } from '../value.ts'
import { bureauSession } from './bureau-session.ts'
import { csvFile, decide, HAZARD_HEADS, planBeside } from './plain-files.ts'
import { readBeside, schoolFile } from './school-files.ts'

const two = { '1001': '东镇小学', '1002': '西镇小学' }

const read = (session: Session, files: readonly File[]) =>
  readReports(session, files, {}, readBeside, planBeside)

/** Takes in what has come, agreeing to everything. */
async function take(session: Session, received: readonly Received[], decided: PlainDecision = {}) {
  const taking = []
  for (const each of received) {
    if (each.is === 'report') taking.push({ file: each.file, judged: each.judged, corrected: false })
    if (each.is === 'plain' && !each.same)
      taking.push({
        ...{ file: each.file, plain: each.plain, problems: '' },
        plan: each.plan.asks.length === 0 ? each.plan : await decide(session, each, decided),
      })
  }
  return value(await takeReports(session, taking, { problemsOf: () => '' }))
}

const receive = async (session: Session, files: readonly File[], decided?: PlainDecision) =>
  take(session, await read(session, files), decided)

const rows = (session: Session, table: string, ...columns: string[]) =>
  session.book
    .view(table)
    .ids()
    .map((id) => columns.map((column) => session.book.value(table, id, column)))

const september = csvFile('东镇小学2026年9月隐患台账.csv', [
  HAZARD_HEADS,
  ['A-1', '2026/9/2', '操场', '栏杆松动', '一般', '张三', '待整改'],
  ['', '2026.9.5', '食堂', '线路老化', '重大', '李四', '整改中'],
  ['A-3', '9月份', '门口', '积水', '一般', '', '待整改'],
])
const october = csvFile('东镇小学2026年10月隐患台账.csv', [
  HAZARD_HEADS,
  ['Ａ-1', '2026/9/2', '操场', '栏杆松动', '一般', '张三', '已销号'],
  ['', '2026.9.5', '食堂', '线路老化', '重大', '李四', '待复查'],
  ['A-4', '2026-10-03', '宿舍', '灭火器过期', '一般', '张三', '待整改'],
])

describe("a school's own spreadsheet", () => {
  it('P5-25 is asked about once, becomes a report, and the next month goes through by itself', async () => {
    const { session, changes } = bureauSession(two)
    const received = await read(session, [september])
    const [first] = received
    if (first?.is !== 'plain') throw new Error(first?.is)
    expect(first.plan).toMatchObject({ school: '#school-1001', month: '2026-09', asks: ['columns'] })
    expect(first.plan.rows.refused).toMatchObject([
      { row: 4, column: '发现日期', isRow: true, problem: { code: expect.any(String) as string } },
    ])
    expect(changes).toEqual([])
    expect(await take(session, received)).toMatchObject({ reports: 1, rows: 2 })
    expect(rows(session, 'allHazards', 'no', 'found_on', 'area', 'level', 'state', 'last_month')).toEqual([
      ['A-1', '2026-09-02', '操场', '一般', '待整改', '2026-09'],
      [expect.stringMatching(/^20260905-/) as string, '2026-09-05', '食堂', '重大', '整改中', '2026-09'],
    ])
    expect(rows(session, 'receipts', 'month', 'school', 'hash', 'rows')).toEqual([
      ['2026-09', '#school-1001', '无校验', 2],
    ])
    // Nobody's name has come along.
    expect(stateText(session.book)).not.toMatch(/张三|李四/)

    const next = await read(session, [october, september])
    expect(next.map((each) => each.is === 'plain' && [each.same, each.plan.asks])).toEqual([
      [false, []],
      [true, []],
    ])
    const ids = session.book.view('allHazards').ids()
    expect(await take(session, next)).toMatchObject({ reports: 1, rows: 1 })
    // The same rows, further on, and a new one.
    expect(session.book.view('allHazards').ids().slice(0, 2)).toEqual(ids)
    expect(rows(session, 'allHazards', 'state')).toEqual([['已销号'], ['待复查'], ['待整改']])
  })

  it('asks of many files only about those of unknown shape, and whose and of when where nothing tells', async () => {
    const { session } = bureauSession(two)
    await receive(session, [september])
    const west = csvFile('西镇小学10月隐患.csv', [
      HAZARD_HEADS,
      ['1', '2026-10-02', '操场', '裂缝', '一般', '', '待整改'],
    ])
    const odd = csvFile('10月隐患.csv', [
      ['问题', '日期', '地点'],
      ['裂缝', '2026-10-01', '楼梯'],
    ])
    const list = csvFile('西镇小学10月名单.csv', [
      ['姓名', '班级'],
      ['王小明', '三（2）班'],
    ])
    const asks = (await read(session, [west, odd, list])).map((each) => each.is === 'plain' && each.plan.asks)
    expect(asks).toEqual([[], ['school', 'columns'], ['columns']])
  })

  it('remembers which table a list was said to be, and tells which one it takes the place of', async () => {
    const { session } = bureauSession(two)
    const list = (name: string, day: string, saved: number) =>
      csvFile(
        `东镇小学2026年${name}.csv`,
        [
          ['什么事', '哪天', '哪儿'],
          ['楼梯松动', day, '教学楼'],
        ],
        saved,
      )
    const [first] = await read(session, [list('9月', '2026-09-01', 0)])
    const columns = new Map([
      [0, 'content'],
      [1, 'found_on'],
      [2, 'area'],
    ])
    const plan = await decide(session, first, { bySheet: [{ table: 'hazards', columns }] })
    if (first?.is !== 'plain') throw new Error()
    const taking = { file: first.file, plain: first.plain, plan, problems: '' }
    value(await takeReports(session, [taking], { problemsOf: () => '' }))
    expect(rows(session, 'allHazards', 'content', 'area')).toEqual([['楼梯松动', '教学楼']])
    const [corrected] = await read(session, [list('9月', '2026-09-02', 9)])
    expect(corrected?.is === 'plain' && corrected.plan).toMatchObject({ asks: [], replaces: [first.file] })
    expect((await receive(session, [list('9月', '2026-09-02', 9)])).rows).toBe(1)
    expect(rows(session, 'allHazards', 'found_on')).toEqual([['2026-09-02']])
    const [older] = await read(session, [list('9月', '2026-09-03', 1)])
    expect(older?.is === 'plain' && older.plan).toMatchObject({ older: true, replaces: [] })
  })

  it('knows a file that comes again, and the same list as the report of the next month', async () => {
    const { session, changes } = bureauSession(two)
    await receive(session, [september])
    const again = new File([await september.arrayBuffer()], '东镇小学2026年9月隐患台账(1).csv')
    const next = new File([await september.arrayBuffer()], '东镇小学2026年10月隐患台账.csv')
    const read2 = await read(session, [again, next, next])
    expect(read2.map((each) => each.is === 'plain' && each.same)).toEqual([true, false, true])
    changes.length = 0
    expect(await take(session, read2)).toMatchObject({ reports: 1, rows: 0 })
    expect(rows(session, 'receipts', 'month')).toEqual([['2026-09'], ['2026-10']])
  })

  it('takes a column that names pupils from nobody, and the rest', async () => {
    const { session } = bureauSession(two)
    const file = csvFile('东镇小学2026年9月事故.csv', [
      ['编号', '发生时间', '学生姓名', '类型', '轻伤', '重伤', '场景'],
      ['S-1', '2026-09-03 10:20', '王小明', '体育运动', '1', '', '操场上'],
    ])
    const received = await read(session, [file])
    if (received[0]?.is !== 'plain') throw new Error()
    expect(received[0].plan.rows.pupils).toEqual(['学生姓名'])
    // A word that is none of ours costs its cell, not the row.
    expect(received[0].plan.rows.refused).toMatchObject([{ row: 2, column: '场景', isRow: false }])
    await take(session, received)
    expect(rows(session, 'allIncidents', 'no', 'times', 'type', 'cas', 'cas_severe', 'scene')).toEqual([
      ['S-1', '2026-09-03 10:20', '体育运动', 1, 0, null],
    ])
    expect(stateText(session.book)).not.toContain('王小明')
  })

  it('a month’s list leaves the months before standing, a whole list takes their place', async () => {
    const { session } = bureauSession(two)
    const month = (name: string, row: string[]) => csvFile(`东镇小学${name}.csv`, [HAZARD_HEADS, row])
    const nine = month('2026年9月', ['B-1', '2026-09-02', '操场', '裂缝', '一般', '', '待整改'])
    const ten = month('2026年10月', ['B-2', '2026-10-02', '操场', '裂缝', '一般', '', '待整改'])
    await receive(session, [nine])
    await receive(session, [ten])
    expect(rows(session, 'allHazards', 'no')).toEqual([['B-1'], ['B-2']])
    const whole = month('2026年11月', ['B-2', '2026-10-02', '操场', '裂缝', '一般', '', '已销号'])
    const [known] = await read(session, [whole])
    if (known?.is !== 'plain') throw new Error()
    // As it was said of the files before it.
    expect(known.plan).toMatchObject({ monthly: true, asks: [] })
    const plan = await decide(session, known, { monthly: false })
    const taking = { file: known.file, plain: known.plain, plan, problems: '' }
    value(await takeReports(session, [taking], { problemsOf: () => '' }))
    expect(rows(session, 'allHazards', 'no', 'state')).toEqual([['B-2', '已销号']])
  })

  it('gives way to a report of ours, and what the bureau wrote beside its rows goes over', async () => {
    const { session } = bureauSession(two)
    await receive(session, [september])
    const [first] = session.book.view('allHazards').ids()
    const how = { source: 'user', label: { code: 'grid.edit' } } as const
    session.edit([{ table: 'allHazards', row: first!, column: 'remark', input: '盯住' }], how)
    session.add('majorHazards', [{ hazard: first!, school: '东镇小学' }], how)
    const ours = await schoolFile({
      code: '1001',
      vector: { a: 1 },
      period: '2026-10',
      hazards: {
        '#h': { no: 'A-1', found_on: '2026-09-02', content: '栏杆松动', level: '一般', state: '待销号' },
      },
    })
    await receive(session, [ours])
    expect(rows(session, 'allHazards', 'no', 'state', 'remark')).toEqual([['A-1', '待销号', '盯住']])
    expect(rows(session, 'majorHazards', 'hazard')).toEqual([[session.book.view('allHazards').ids()[0]]])
    // A spreadsheet of a later month speaks of the same rows, and of no others.
    await receive(session, [
      csvFile('东镇小学2026年11月隐患台账.csv', [
        HAZARD_HEADS,
        ['A-1', '2026-09-02', '操场', '栏杆松动', '一般', '', '已销号'],
      ]),
    ])
    expect(rows(session, 'allHazards', 'no', 'state', 'remark')).toEqual([['A-1', '已销号', '盯住']])
  })

  it('any order of ours and theirs and any repetition comes to the same', async () => {
    const files: Record<string, File> = {
      september,
      october,
      corrected: csvFile(
        '东镇小学2026年10月隐患台账(改).csv',
        [HAZARD_HEADS, ['A-4', '2026-10-03', '宿舍', '灭火器过期', '一般', '张三', '已销号']],
        30,
      ),
      incidents: csvFile('东镇小学2026年10月事故.csv', [
        ['编号', '发生时间', '类型'],
        ['S-1', '2026-10-03 10:20', '体育运动'],
      ]),
      west: csvFile('西镇小学2026年10月隐患.csv', [
        HAZARD_HEADS,
        ['1', '2026-10-02', '操场', '裂缝', '一般', '', '待整改'],
      ]),
      ours: await schoolFile({
        code: '1001',
        vector: { a: 1 },
        period: '2026-09',
        hazards: { '#h': { no: 'A-1', found_on: '2026-09-02', content: '栏杆松动', state: '整改中' } },
      }),
      beside: await schoolFile(
        {
          code: '1001',
          vector: { b: 2 },
          replica: 'rb',
          hazards: { '#h': { no: 'A-1', found_on: '2026-09-02', content: '栏杆松动', state: '待复查' } },
        },
        'b',
        '乙.xlsx',
      ),
      westOurs: await schoolFile({
        code: '1002',
        vector: { x: 1 },
        period: '2026-10',
        hazards: {
          '#w': { no: '1', found_on: '2026-10-02', content: '裂缝', level: '一般', state: '已销号' },
        },
      }),
    }
    const all = Object.keys(files)
    const whole = async (order: readonly string[], pieces: number) => {
      const { session } = bureauSession(two)
      for (let at = 0; at < order.length; at += pieces)
        await receive(
          session,
          order.slice(at, at + pieces).map((name) => files[name]!),
          { monthly: true },
        )
      return stateText(session.book)
    }
    const expected = await whole(all, all.length)
    expect(expected).toContain('灭火器过期')
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

  it('opens with one password what it opens, and names the rest', async () => {
    const { session } = bureauSession(two)
    const reader: typeof readSchoolFile = async (bytes, name, now, known, _work, password) => {
      const needed = { '东镇小学9月.csv': '甲', '西镇小学9月.csv': '乙' }[name]
      if (needed === undefined || needed === password) return readBeside(bytes, name, now, known)
      const code = password === undefined ? 'file.password' : 'file.wrong-password'
      return ok({ is: 'broken', problem: { code } })
    }
    const locked = (name: string) => csvFile(name, [HAZARD_HEADS, ['A-1', name]])
    const read = (files: readonly File[], passwords: readonly string[]) =>
      readReports(session, files, { passwords }, reader, planBeside)
    const files = [locked('东镇小学9月.csv'), locked('西镇小学9月.csv'), september]
    expect((await read(files, [])).map((each) => each.is)).toEqual(['locked', 'locked', 'plain'])
    const opened = await read(files, ['丙', '甲'])
    expect(opened.map((each) => [each.is, each.file])).toEqual([
      ['plain', '东镇小学9月.csv'],
      ['locked', '西镇小学9月.csv'],
      ['plain', september.name],
    ])
  })
})
