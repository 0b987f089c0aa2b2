import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import {
  exportFile,
  exportWorkbook,
  outlineExport,
  reviewExport,
  type Answer,
  type ExportRequest,
} from '../../src/app/export-workbook.ts'
import type { Session } from '../../src/app/session.ts'
import { aboutSheet } from '../../src/exchange/masking/about-sheet.ts'
import { readSpreadsheet } from '../../src/exchange/read-file.ts'
import { memorySession } from './memory-session.ts'
import { workerBeside } from './worker-beside.ts'

const words = {
  program: '双责簿',
  locale: 'zh-Hans',
  say: (steps: readonly { code: string; params?: object }[]) =>
    steps.map(({ code, params = {} }) => [code, ...Object.values(params)].join(' ')).join(' '),
  settingName: (key: string) => key,
  settingValue: (_key: string, value: string) => value,
  about: (summary: object) => ({ title: '说明', lines: [['内容', JSON.stringify(summary)]] as const }),
}
const how = { source: 'user', label: { code: 'grid.edit' } } as const

async function exported(session: Session, request: ExportRequest) {
  const result = await exportFile(
    session,
    request,
    words,
    {},
    workerBeside(() => session),
  )
  if (!result.ok) throw new Error(`${result.problem.code} ${JSON.stringify(result.problem.params)}`)
  return result.value
}

async function sheetsOf(session: Session, request: ExportRequest) {
  const { bytes, name } = await exported(session, request)
  const read = await readSpreadsheet(bytes, name)
  if (!read.ok) throw new Error(read.problem.code)
  return new Map(read.sheets.map((sheet) => [sheet.name, sheet.rows]))
}

/** Everything a file says, in whatever part of it: text with its escapes undone and nothing between characters. */
function saidIn(bytes: Uint8Array, name: string): string {
  const parts = name.endsWith('.csv') ? { file: bytes } : unzipSync(bytes)
  const text = Object.entries(parts).map(([path, part]) => `${path} ${new TextDecoder().decode(part)}`)
  return plain(
    [name, ...text]
      .join('\n')
      .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
      .replace(/<\/?(r|t|rPr)\b[^>]*>/g, ''),
  )
}
const plain = (text: string) => text.normalize('NFKC').replace(/[\s\p{Cf}·.\-_*]/gu, '')

const set = (session: Session, table: string, row: string, column: string, input: string) =>
  session.edit([{ table, row, column, input }], how)
const ids = (session: Session, table: string) => session.book.view(table).ids()

const PUPIL = '欧阳小鹿'
const OUTSIDER = '司徒大山'
const PHONE = '13987654321'
const IDENTITY = '110105201003071234'

/** The sample school with people written where people write them, and where they should not. */
function planted(weave: (name: string) => string = (name) => name): Session {
  const { session } = memorySession()
  const people = ids(session, 'incidentPeople')
  people.forEach((row, at) =>
    set(session, 'incidentPeople', row, 'name', `${PUPIL}${'甲乙丙丁戊己庚辛壬癸'[at % 10]}`),
  )
  set(session, 'incidentPeople', people[0]!, 'name', PUPIL)
  const staff = session.book.shownName(ids(session, 'staff')[7]!)!
  const sentence = `${weave(PUPIL)}摔倒，${weave(staff)}赶到，电话${weave(PHONE)}，证件${weave(IDENTITY)}。`
  const incidents = ids(session, 'incidents')
  for (const [at, column] of [
    'narrative',
    'first_aid',
    'cause',
    'lessons',
    'override_reason',
    'stats',
  ].entries())
    set(session, 'incidents', incidents[at]!, column, sentence)
  set(session, 'incidents', incidents[1]!, 'type', `打架 ${weave(PUPIL)}`)
  set(session, 'incidents', incidents[2]!, 'lesson_subject', `数学 ${weave(PUPIL)}`)
  set(session, 'incidents', incidents[3]!, 'closed_on', `${weave(PUPIL)}出院那天`)
  set(session, 'incidents', incidents[4]!, 'hospital', `县医院 ${weave(PUPIL)}`)
  set(session, 'areas', ids(session, 'areas')[0]!, 'area', `${weave(PUPIL)}的教室`)
  set(session, 'departments', ids(session, 'departments')[0]!, 'dept', `教导处 ${weave(PUPIL)}`)
  set(session, 'meetings', ids(session, 'meetings')[0]!, 'decisions', sentence)
  set(session, 'findings', ids(session, 'findings')[0]!, 'person', OUTSIDER)
  set(session, 'findings', ids(session, 'findings')[1]!, 'appeal', sentence)
  set(session, 'reportLegs', ids(session, 'reportLegs')[0]!, 'receiver', OUTSIDER)
  set(session, 'staff', ids(session, 'staff')[0]!, 'phone', PHONE)
  // Somebody who has been taken off the list is still in what was written about them.
  session.add('incidentPeople', [{ name: '慕容远行', role: '目击者' }], how)
  session.remove('incidentPeople', [ids(session, 'incidentPeople').at(-1)!], how)
  set(session, 'incidents', incidents[5]!, 'narrative', `${weave('慕容远行')}看见了`)
  return session
}

/** Those who sign for the school, by name. */
const signersOf = ({ book }: Session): Set<string> => {
  const [profile] = book.view('profile').ids()
  const signs = ['principal', 'safety_vp', 'safety_office_head'] as const
  return new Set(signs.map((key) => book.text('profile', profile!, key)))
}

function mustNotBeIn(session: Session, audience: string): string[] {
  const { book } = session
  const signers = signersOf(session)
  const staff = ids(session, 'staff')
    .map((id) => book.shownName(id)!)
    .filter((name) => audience === 'public' || !signers.has(name))
  const pupils = ids(session, 'incidentPeople').map((id) => book.stored('incidentPeople', id, 'name'))
  const codes = ids(session, 'incidentPeople').map((id) => book.stored('incidentPeople', id, 'pupil_code'))
  return [...staff, ...pupils, ...codes, OUTSIDER, '慕容远行', PHONE, IDENTITY]
    .filter((text): text is string => typeof text === 'string' && text.length > 1)
    .map(plain)
}

const everything = (session: Session) => Object.keys(session.book.tables)

describe('no name leaves', () => {
  it.each(['bureau', 'public'])(
    'for the %s: searched byte by byte, with and without summaries',
    async (audience) => {
      const session = planted()
      const secrets = mustNotBeIn(session, audience)
      expect(secrets.length).toBeGreaterThan(30)
      for (const summaries of [false, true]) {
        const request = { kind: 'xlsx', audience, summaries, otherwise: { is: 'cover' } } as const
        const { bytes, name } = await exported(session, request)
        const said = saidIn(bytes, name)
        expect(secrets.filter((secret) => said.includes(secret))).toEqual([])
      }
    },
  )

  it('the same in CSV, table by table', async () => {
    const session = planted()
    for (const audience of ['bureau', 'public'])
      for (const table of everything(session)) {
        const request = { kind: 'csv', tables: [table], audience, otherwise: { is: 'cover' } } as const
        const result = await exportFile(
          session,
          { ...request, summaries: true },
          words,
          {},
          workerBeside(() => session),
        )
        if (!result.ok) {
          expect(result.problem.code).toBe('export.nothing-for-audience')
          continue
        }
        const said = saidIn(result.value.bytes, result.value.name)
        expect(
          mustNotBeIn(session, audience).filter((secret) => said.includes(secret)),
          table,
        ).toEqual([])
      }
  })

  it('whatever stands between the characters of what was planted', async () => {
    const between = fc.constantFrom('', ' ', '　', '\u200b', '·', '.', '-')
    await fc.assert(
      fc.asyncProperty(fc.array(between, { minLength: 20, maxLength: 20 }), async (gaps) => {
        const weave = (name: string) =>
          [...name].map((character, at) => (at ? gaps[at % gaps.length]! : '') + character).join('')
        const session = planted(weave)
        const tables = ['incidents', 'findings', 'areas', 'departments', 'meetings']
        const request = { kind: 'xlsx', tables, audience: 'bureau', otherwise: { is: 'cover' } } as const
        const { bytes, name } = await exported(session, { ...request, summaries: true })
        const said = saidIn(bytes, name)
        expect(mustNotBeIn(session, 'bureau').filter((secret) => said.includes(secret))).toEqual([])
      }),
      { numRuns: 4 },
    )
  }, 60_000)

  it('inside the school: pupils by surname, no diagnoses, colleagues in full', async () => {
    const session = planted()
    const sheets = await sheetsOf(session, {
      kind: 'xlsx',
      tables: ['incidentPeople', 'findings'],
      audience: '校内',
    })
    const [, headings, first] = sheets.get('事故涉及人员')!
    expect(first![headings!.indexOf('姓名')]).toBe('欧阳某某')
    expect(headings).toContain('程度')
    for (const gone of ['伤情', '治疗费用(元)', '监护人已告知时间', '保险理赔'])
      expect(headings).not.toContain(gone)
  })
})

describe('texts in which people were found', () => {
  const request = { kind: 'xlsx', tables: ['incidents'], audience: 'bureau', summaries: true } as const

  it('stop the file for the bureau until each is answered, and only then', async () => {
    const session = planted()
    const refused = await exportFile(
      session,
      request,
      words,
      {},
      workerBeside(() => session),
    )
    expect(refused).toMatchObject({ ok: false, problem: { code: 'export.unanswered' } })
    const review = await reviewExport(session, request, words)
    if (!review.ok) throw new Error(review.problem.code)
    const found = review.value.passages.filter(({ hits }) => hits.length > 0)
    expect(found.length).toBeGreaterThan(3)
    const answer = (given: (at: number) => Answer) => new Map(found.map(({ key }, at) => [key, given(at)]))
    const tried = (given: Answer, agreed = true) =>
      exportFile(
        session,
        { ...request, agreed, answers: answer(() => given) },
        words,
        {},
        workerBeside(() => session),
      )
    // A name the workbook knows never passes, as it is or reworded around.
    expect(await tried({ is: 'pass' })).toMatchObject({ ok: false })
    expect(await tried({ is: 'text', text: `改写 ${PUPIL}` })).toMatchObject({ ok: false })
    expect(await tried({ is: 'cover' }, false)).toMatchObject({ ok: false })
    for (const given of [{ is: 'cover' }, { is: 'leave-out' }, { is: 'text', text: '一名学生摔倒' }] as const)
      expect(await tried(given)).toMatchObject({ ok: true })
    const { bytes, name } = await exported(session, {
      ...request,
      agreed: true,
      answers: answer((at) => (at % 2 ? { is: 'cover' } : { is: 'text', text: '一名学生摔倒' })),
    })
    expect(saidIn(bytes, name)).toContain('一名学生摔倒')
    // The cells keep their own words.
    expect(session.book.stored('incidents', ids(session, 'incidents')[0]!, 'narrative')).toContain(PUPIL)
  })

  it('are only warnings inside the school, where the same text is asked about once', async () => {
    const session = planted()
    const inside = { ...request, tables: ['incidents', 'areas'], audience: 'school' } as const
    const review = await reviewExport(session, inside, words)
    if (!review.ok) throw new Error(review.problem.code)
    expect(review.value.passages.every(({ needs, answered }) => needs === 'warning' && answered)).toBe(true)
    const room = review.value.passages.find(({ text }) => text.includes('的教室'))
    expect(room?.hits.map(({ kind }) => kind)).toEqual(['pupil'])
    expect(
      await exportFile(
        session,
        inside,
        words,
        {},
        workerBeside(() => session),
      ),
    ).toMatchObject({ ok: true })
  })

  it('are covered for programs, which nobody can ask', async () => {
    const session = planted()
    await expect(exportWorkbook(session, { ...request, otherwise: undefined }, words)).rejects.toThrow()
  })

  it('never go out in summaries longer than 50 characters', async () => {
    const session = planted()
    set(session, 'incidents', ids(session, 'incidents')[6]!, 'narrative', '很长的经过，没有名字'.repeat(30))
    const sheets = await sheetsOf(session, { ...request, otherwise: { is: 'cover' } })
    const [, headings, ...rows] = sheets.get('事故台账')!
    const at = headings!.indexOf('经过')
    for (const row of rows) expect([...String(row[at] ?? '')].length).toBeLessThanOrEqual(50)
  })
})

describe('the audiences of a file', () => {
  it('says before and inside what is in it, without naming anybody', async () => {
    const session = planted()
    const request = { kind: 'xlsx', tables: ['incidentPeople', 'incidents'], audience: 'bureau' } as const
    const outline = outlineExport(session, request, words)
    if (!outline.ok) throw new Error(outline.problem.code)
    const { leftOut, changed } = outline.value
    expect(leftOut.find(({ table }) => table === 'incidentPeople')!.columns).toEqual(
      expect.arrayContaining(['name', 'pupil_code', 'injury', 'cost']),
    )
    expect(changed.find(({ table }) => table === 'incidentPeople')!.columns).toEqual(
      expect.arrayContaining(['class', 'over14']),
    )
    const { summary } = await exported(session, { ...request, otherwise: { is: 'cover' } })
    expect(summary).toMatchObject({ pupilsNamed: 0, pupilsBySurname: 0, madeBy: '', mergeable: false })
    expect(summary.period![0] <= summary.period![1]).toBe(true)
    expect(aboutSheet('a', [['b', 'c']]).rows).toEqual([['b', 'c']])
  })

  it('leaves tables of persons out of a notice, and days', async () => {
    const { session } = memorySession()
    const sheets = await sheetsOf(session, { kind: 'xlsx', audience: '公示', otherwise: { is: 'cover' } })
    for (const gone of ['教职工名册', '事故涉及人员', '事故责任认定', '学期考核', '津贴发放'])
      expect([...sheets.keys()], gone).not.toContain(gone)
    const [, headings, ...rows] = sheets.get('事故台账')!
    expect(headings).not.toContain('编号')
    for (const row of rows) expect(row[headings!.indexOf('发生时间')]).toMatch(/^\d{4}年\d+月$/)
    expect(sheets.get('部门考核')![1]).toEqual(['部门', '参加考核人数', '平均得分', '责任事故起数'])
  })

  it('puts sentences of ours on a notice where somebody wrote, by what was chosen in the row', async () => {
    const session = planted()
    const { book } = session
    const [, second, third, fourth] = ids(session, 'incidents')
    set(session, 'incidents', third!, 'type', '欺凌')
    set(session, 'incidents', fourth!, 'type', '火灾')
    const request = { kind: 'xlsx', tables: ['incidents'], audience: 'public' } as const
    const sheets = await sheetsOf(session, { ...request, otherwise: { is: 'cover' } })
    const [, headings, ...rows] = sheets.get('事故台账')!
    const cell = (row: string, heading: string) =>
      rows[book.positionOf('incidents', row)]![headings!.indexOf(heading)]
    // A name was typed where a kind belongs: it decides nothing.
    expect([cell(second!, '事件类型'), cell(second!, '经过')]).toEqual([
      '所填内容不公开。',
      '发生其他安全事件。',
    ])
    expect([cell(third!, '事件类型'), cell(third!, '经过')]).toEqual([
      '不公开',
      '涉及未成年人隐私，依法不公开。',
    ])
    expect([cell(fourth!, '事件类型'), cell(fourth!, '经过')]).toEqual(['火灾', '发生火情。'])
    const filled = ids(session, 'incidents').filter((row) => book.stored('incidents', row, 'cause') !== null)
    expect(filled.length).toBeGreaterThan(0)
    for (const row of filled) expect(cell(row, '原因分析')).toMatch(/认定/)
  })

  it('puts rows of persons without names in another order than the list of the school', async () => {
    const { session } = memorySession()
    const sheets = await sheetsOf(session, { kind: 'xlsx', tables: ['staff'], audience: 'bureau' })
    const rows = sheets
      .get('教职工名册')!
      .slice(2)
      .map((row) => row.join('\u0000'))
    expect(rows).toEqual([...rows].sort())
    expect(rows.length).toBe(session.book.view('staff').size)
  })

  it('refuses an audience that is none, and a notice of persons', async () => {
    const { session } = memorySession()
    expect(
      await exportFile(
        session,
        { kind: 'xlsx', audience: '朋友' },
        words,
        {},
        workerBeside(() => session),
      ),
    ).toMatchObject({
      problem: { code: 'export.no-such-audience' },
    })
    const persons = { kind: 'xlsx', tables: ['staff'], audience: 'public' } as const
    expect(
      await exportFile(
        session,
        persons,
        words,
        {},
        workerBeside(() => session),
      ),
    ).toMatchObject({
      problem: { code: 'export.nothing-for-audience' },
    })
  })
})

describe('the log of exports', () => {
  it('grows with every file, stays as written, and is no step to undo', async () => {
    const { session } = memorySession()
    const { sha256, name, bytes } = await exported(session, {
      kind: 'xlsx',
      tables: ['staff'],
      reason: ' 备查 ',
    })
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>))
    expect(sha256).toBe(digest.toString('hex'))
    const [row] = ids(session, 'exports')
    const cell = (column: string) => session.book.stored('exports', row!, column)
    expect(cell('audience')).toBe('报教育局')
    expect([cell('file'), cell('sha256'), cell('reason')]).toEqual([name, sha256, '备查'])
    expect(cell('rows')).toBe(session.book.view('staff').size)

    expect(session.edit([{ table: 'exports', row: row!, column: 'reason', input: '改' }], how)).toMatchObject(
      {
        change: null,
        problems: [{ problem: { code: 'row.record' } }],
      },
    )
    expect(session.remove('exports', [row!], how).problems).toHaveLength(1)
    expect(session.add('exports', [{ file: '假的' }], how).change).toBeNull()
    await session.undo()
    expect(ids(session, 'exports')).toEqual([row])
    await exported(session, { kind: 'csv', tables: ['exports'], audience: 'whole' })
    expect(ids(session, 'exports')).toHaveLength(2)
  })
})
