import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { exportFile } from '../../src/app/export-workbook.ts'
import { acceptProposals, proposalsOf, type Proposal } from '../../src/app/proposals.ts'
import { receive, takeIn, type ReceivedFile } from '../../src/app/receive-file.ts'
import { DELETED } from '../../src/engine/change.ts'
import { stateText } from '../../src/engine/state-text.ts'
import { hasOffice, resaved } from '../exchange/libre-office.ts'
import { NASTY } from '../fixtures/nasty-texts.ts'
import { Computer } from './exchange-copies.ts'
import { value } from './value.ts'
import { workerBeside } from './worker-beside.ts'

const words = {
  program: '双责簿',
  locale: 'zh-Hans',
  say: () => '',
  settingName: (key: string) => key,
  settingValue: (_key: string, value: string) => value,
}
const how = { source: 'user', label: { code: 'grid.edit' } } as const

/** A Python that has openpyxl. */
const python = ['python3', '/usr/bin/python3'].find(
  (each) => spawnSync(each, ['-c', 'import openpyxl']).status === 0,
)
if (!python) console.warn('openpyxl is not here: what it does to a file is not checked.')

async function exported({ session }: Computer): Promise<Uint8Array> {
  const request = { kind: 'xlsx', audience: 'whole' } as const
  return value(
    await exportFile(
      session,
      request,
      words,
      {},
      workerBeside(() => session),
    ),
  ).bytes
}

const received = async ({ session }: Computer, bytes: Uint8Array): Promise<ReceivedFile> =>
  value(
    await receive(
      session,
      { bytes, name: 'a.xlsx' },
      {},
      {},
      workerBeside(() => session),
    ),
  )

/** A workbook whose texts are everything that spreadsheet programs are known to spoil. */
async function nastySchool(): Promise<Computer> {
  const computer = await Computer.start('王老师')
  value(await computer.books.create({ kind: 'school', name: '示例学校', sample: true }))
  computer.session.add(
    'staff',
    NASTY.map((text, i) => ({ name: `教师${i}`, staff_no: `00${i}`, phone: text })),
    how,
  )
  await computer.session.settled()
  return computer
}

/** The file after another program has had it: what `script` does to the openpyxl workbook `book`. */
function edited(bytes: Uint8Array, script: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'dutybook-edit-'))
  try {
    writeFileSync(join(folder, 'a.xlsx'), bytes)
    const program = `import openpyxl\nbook = openpyxl.load_workbook('a.xlsx')\n${script}\nbook.save('b.xlsx')\n`
    execFileSync(python!, ['-c', program], { cwd: folder })
    return new Uint8Array(readFileSync(join(folder, 'b.xlsx')))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const sheetOf = (name: string) => `
sheet = book['${name}']
columns = {cell.value: cell.column for cell in sheet[2]}
def row_of(heading, text):
  return next(row for row in range(3, sheet.max_row + 1) if sheet.cell(row, columns[heading]).value == text)
`

/** Notes that say something of what was done; that score sheets are not compared is said of every file. */
const notes = ({ returned }: ReceivedFile) =>
  returned.notes.filter(
    ({ code }) => code !== 'returned.sheets-computed' && code !== 'returned.sheets-not-compared',
  )

const inShort = (proposal: Proposal) =>
  proposal.is === 'cell'
    ? [proposal.table, proposal.column, proposal.from, proposal.to]
    : proposal.is === 'row'
      ? [proposal.table, 'added', proposal.cells]
      : [proposal.table, 'deleted', proposal.row]

let school: Computer
let file: Uint8Array
beforeAll(async () => {
  school = await nastySchool()
  file = await exported(school)
}, 120_000)

const proposals = (of: ReceivedFile) => proposalsOf(school.session, of.returned)

test('a file nobody has touched proposes nothing and brings nothing new', async () => {
  const read = await received(school, file)
  expect(proposals(read)).toEqual([])
  expect(notes(read)).toEqual([])
  // Score sheets are always named; none of ours is taken for a stranger's.
  expect(read.returned.notes.map(({ code }) => code)).toEqual(['returned.sheets-computed'])
  expect(read.returned.notes[0]!.params!['sheets']).toContain('学期考核、')
  expect(read.outlook).toMatchObject({ news: false, met: true })
  expect(read.signer.verdict).toEqual({ is: 'own' })
  expect(read.rows['staff']).toBe(school.session.book.view('staff').size)
  const { session } = school
  const before = stateText(session.book)
  expect(
    value(
      await takeIn(
        session,
        read,
        {},
        {},
        workerBeside(() => session),
      ),
    ).news,
  ).toBe(false)
  expect(stateText(session.book)).toBe(before)
})

test.runIf(hasOffice)(
  'opened and saved by LibreOffice it still proposes nothing, whatever the texts',
  async () => {
    const read = await received(school, resaved(file))
    expect(proposals(read).map(inShort)).toEqual([])
    expect(notes(read)).toEqual([])
    expect(read.outlook!.news).toBe(false)
  },
  120_000,
)

describe.runIf(python !== undefined)('what is edited in a spreadsheet is proposed, exactly that', () => {
  test('opened and saved by openpyxl: nothing', async () => {
    const read = await received(school, edited(file, ''))
    expect(proposals(read).map(inShort)).toEqual([])
    expect(notes(read)).toEqual([])
  })

  test('cells, a computed cell, a deleted, an added, a copied row and sorting, accepted in part and undone', async () => {
    const { session } = school
    const bytes = edited(
      file,
      `${sheetOf('教职工名册')}
sheet.cell(row_of('姓名', '教师1'), columns['手机']).value = '0571-88888888'
sheet.cell(row_of('姓名', '教师3'), columns['手机']).value = None
sheet.delete_rows(row_of('姓名', '教师2'))
last = sheet.max_row + 1
sheet.cell(last, columns['姓名']).value = '新来的'
sheet.cell(last, columns['入职日']).value = None
copy = [cell.value for cell in sheet[row_of('姓名', '教师4')]]
for column, value in enumerate(copy, 1):
  sheet.cell(last + 1, column).value = value
sheet.cell(last + 1, columns['姓名']).value = '教师4的同桌'
body = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
body.sort(key=lambda row: str(row[columns['姓名'] - 1]), reverse=True)
for at, row in enumerate(body):
  for column, value in enumerate(row, 1):
    sheet.cell(at + 3, column).value = value
${sheetOf('事故台账(2)')}
sheet.cell(3, columns['等级']).value = '特大'
`,
    )
    const read = await received(school, bytes)
    const found = proposals(read)
    const rowNamed = (name: string) => session.book.find(['staff'], name)
    expect(found.map(inShort)).toEqual([
      ['staff', 'phone', NASTY[1], '0571-88888888'],
      ['staff', 'phone', NASTY[3], null],
      ['staff', 'added', { name: '新来的' }],
      ['staff', 'added', expect.objectContaining({ name: '教师4的同桌', phone: NASTY[4] })],
      ['staff', 'deleted', rowNamed('教师2')],
    ])
    expect(notes(read)).toEqual([
      { code: 'returned.computed', params: { sheet: '事故台账(2)', column: '等级', count: 1, row: 3 } },
    ])
    const before = stateText(session.book)
    const { change } = acceptProposals(session, [found[0]!, found[2]!, found[4]!], 'a.xlsx')
    expect(change).toMatchObject({ source: 'excel' })
    expect(rowNamed('新来的')).not.toBeNull()
    expect(rowNamed('教师2')).toBeNull()
    // What was accepted is proposed no more; the rest still is.
    expect(proposals(read).map(({ is }) => is)).toEqual(['cell', 'row', 'row'])
    await session.undo()
    expect(stateText(session.book)).toBe(before)
    expect(change!.edits.filter(({ column }) => column === DELETED)).toHaveLength(1)
  })

  test('a lost state is said, and the ids beside the rows are no column to import', async () => {
    const { readSpreadsheet } = await import('../../src/exchange/read-file.ts')
    const bytes = edited(file, `del book['_dutybook']`)
    const read = await readSpreadsheet(bytes, 'a.xlsx')
    if (!read.ok) throw new Error(read.problem.code)
    expect(read.state).toBeUndefined()
    expect(read.warnings[0]).toEqual({ code: 'file.state-lost' })
    for (const sheet of read.sheets)
      expect(sheet.rows.flat().filter((cell) => String(cell).includes('行标识'))).toEqual([])
  })

  test('a state that was touched is refused', async () => {
    const { session } = school
    const bytes = edited(file, `book['_dutybook']['A2'].value = 'A' * 32000`)
    const read = await receive(
      session,
      { bytes, name: 'a.xlsx' },
      {},
      {},
      workerBeside(() => session),
    )
    expect(read.ok ? null : read.problem.code).toBe('package.not-one')
  })

  test('a sheet without its ids and one that is gone are said, and nothing is taken for deleted', async () => {
    const bytes = edited(
      file,
      `${sheetOf('教职工名册')}
sheet.delete_cols(columns['行标识（请勿改动）'])
del book['班级']
`.replace("'班级'", `[s.title for s in book if s.title.startswith('班级名册')][0]`),
    )
    const read = await received(school, bytes)
    expect(proposals(read)).toEqual([])
    expect(notes(read).map(({ code }) => code)).toEqual(['returned.no-row-ids', 'returned.sheet-missing'])
  })
})

test('edits of the other computer merge, and edits in its file are proposed beside what has moved here', async () => {
  const other = await Computer.start('陈老师')
  const first = await received(school, file)
  value(await other.books.openPackaged(first.workbook))
  const arrived = await received(other, file)
  expect(arrived.signer.verdict).toEqual({ is: 'new' })
  value(
    await takeIn(
      other.session,
      arrived,
      { name: '王老师的电脑' },
      {},
      workerBeside(() => other.session),
    ),
  )
  expect(other.text()).toBe(school.text())
  expect((await received(other, file)).signer.verdict).toEqual({ is: 'known', name: '王老师的电脑' })
  const row = other.session.book.find(['staff'], '教师7') as string
  other.session.edit([{ table: 'staff', row, column: 'phone', input: '1' }], how)
  await other.session.settled()
  const back = await exported(other)
  const read = await received(school, back)
  expect(read.outlook).toMatchObject({ news: true, cells: 1, conflicts: 0, met: true })
  expect(read.people).toEqual(expect.arrayContaining(['王老师', '陈老师']))
  if (!python) return
  const again = await received(
    other,
    edited(
      back,
      `${sheetOf('教职工名册')}\nsheet.cell(row_of('姓名', '教师7'), columns['手机']).value = '3'`,
    ),
  )
  other.session.edit([{ table: 'staff', row, column: 'phone', input: '2' }], how)
  expect(proposalsOf(other.session, again.returned)).toMatchObject([
    { is: 'cell', from: '2', to: '3', movedHere: true },
  ])
}, 120_000)

test('a workbook begun apart is told from a copy of this one', async () => {
  const other = await Computer.start('赵老师')
  value(await other.books.create({ kind: 'school', name: '另一所学校' }))
  const read = await received(school, await exported(other))
  expect(read.outlook).toMatchObject({ met: false })
  expect(read.workbook.name).toBe('另一所学校')
})
