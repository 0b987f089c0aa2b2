import { expect, test } from 'vitest'
import { exportFile } from '../../src/app/export-workbook.ts'
import { readSpreadsheet } from '../../src/exchange/read-file.ts'
import { Computer } from './exchange-copies.ts'
import { value } from './value.ts'
import { workerBeside } from './worker-beside.ts'

const words = {
  program: '双责簿',
  locale: 'zh-Hans',
  say: () => '',
  settingName: (key: string) => key,
  settingValue: (_key: string, each: string) => each,
}
const how = { source: 'user', label: { code: 'grid.edit' } } as const

test('a bureau names those who sign for it; of the others a file for outside says the section only', async () => {
  const computer = await Computer.start('甲')
  await computer.create('bureau')
  const { session } = computer
  session.add(
    'bureauStaff',
    [
      { name: '赵建国', dept: '督导室', title: '局长', phone: '13800001111' },
      { name: '钱小梅', dept: '招生办', title: '科员', phone: '13800002222' },
    ],
    how,
  )
  const [row] = session.book.view('bureauProfile').ids()
  session.edit([{ table: 'bureauProfile', row: row!, column: 'director', input: '赵建国' }], how)
  const [school] = session.add('schools', [{ code: '1', name: '一小', town: '东镇', type: '小学' }], how).ids
  session.add(
    'schoolContracts',
    [{ school: '一小', leader: '赵建国', member: '钱小梅', dept: '招生办', valid: '2027-01-01' }],
    how,
  )
  session.add(
    'visits',
    [{ school: school!, form: '专门督查', who: ['赵建国', '钱小梅'], date: '2027-03-01' }],
    how,
  )

  const said = async (audience: string) => {
    const file = value(
      await exportFile(
        session,
        { kind: 'xlsx', tables: ['bureauStaff', 'schoolContracts', 'visits', 'schools'], audience },
        words,
        {},
        workerBeside(() => session),
      ),
    )
    const read = await readSpreadsheet(file.bytes, file.name)
    if (!read.ok) throw new Error(read.problem.code)
    return JSON.stringify(read.sheets.map(({ rows }) => rows))
  }
  const inside = await said('school')
  for (const word of ['赵建国', '钱小梅', '13800002222']) expect(inside).toContain(word)
  const outside = await said('bureau')
  expect(outside).toContain('赵建国')
  expect(outside).toContain('招生办')
  for (const word of ['钱小梅', '13800002222']) expect(outside).not.toContain(word)
  const board = await said('public')
  for (const word of ['赵建国', '钱小梅', '13800']) expect(board).not.toContain(word)
})
