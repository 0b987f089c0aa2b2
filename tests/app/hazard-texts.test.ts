import { expect, it } from 'vitest'
import { exportFile, reviewExport } from '../../src/app/export-workbook.ts'
import { readSpreadsheet } from '../../src/exchange/read-file.ts'
import { memorySession } from './memory-session.ts'
import { value } from './value.ts'
import { workerBeside } from './worker-beside.ts'

const words = {
  program: '双责簿',
  locale: 'zh-Hans',
  say: (steps: readonly { code: string }[]) => steps.map(({ code }) => code).join(' '),
  settingName: (key: string) => key,
  settingValue: (_key: string, text: string) => text,
}
const how = { source: 'user', label: { code: 'row.add' } } as const

it('what a hazard says goes to the bureau whole, but no name goes with it unasked', async () => {
  const { session } = memorySession()
  const { book } = session
  const [person] = book.view('incidentPeople').ids()
  session.edit([{ table: 'incidentPeople', row: person!, column: 'name', input: '欧阳小鹿' }], how)
  const hazard = { area: '大操场', category: '体育器械', owner: '任广田', due: '2027-03-20' }
  session.add(
    'hazards',
    [
      { ...hazard, content: '欧阳小鹿在球门边绊倒，地锚松动' },
      {
        ...hazard,
        content:
          '球门地锚松动，长到五十个字也要原样带出去，因为教育局要看的就是隐患是什么、在哪里、怎样整改，不是摘要',
      },
    ],
    how,
  )
  session.add('monthlyReports', [{ month: '2027-03' }], how)
  const request = { kind: 'xlsx', tables: ['hazards', 'monthlyReports'], audience: 'bureau' } as const
  const { passages } = value(
    await reviewExport(
      session,
      request,
      words,
      {},
      workerBeside(() => session),
    ),
  )
  const open = passages.filter(({ answered }) => !answered)
  expect(open.map(({ table, column }) => `${table}.${column}`).sort()).toEqual([
    'hazards.content',
    'monthlyReports.rows',
  ])
  expect(open.every(({ text }) => text.includes('欧阳小鹿'))).toBe(true)
})

it('what the program says about persons of the rota stops no file for the bureau, and stays here', async () => {
  const { session } = memorySession({ now: () => '2026-11-25 09:00', sample: 'whole' })
  const [row] = session.book.view('rota').ids().slice(-10)
  const teacher = (session.book.stored('rota', row!, 'teachers') as string[])[0]!
  const date = String(session.book.value('rota', row!, 'range'))
  session.add('staffAttendance', [{ person: teacher, date, kind: '病假' }], how)
  expect(session.book.value('rota', row!, 'conflict')).not.toEqual([])
  const request = { kind: 'xlsx', tables: ['rota'], audience: 'bureau' } as const
  const by = workerBeside(() => session)
  const { passages } = value(await reviewExport(session, request, words, {}, by))
  expect(passages).toEqual([])
  const { bytes, name } = value(await exportFile(session, request, words, {}, by))
  const read = await readSpreadsheet(bytes, name)
  expect(read.ok && JSON.stringify(read.sheets)).not.toContain(session.book.shownName(teacher))
})
