import { expect, test } from 'vitest'
import { exportFile, type ExportRequest, type FileWriters } from '../../src/app/export-workbook.ts'
import { mergePackage, readPackage } from '../../src/app/merge-package.ts'
import { readSpreadsheet } from '../../src/exchange/read-file.ts'
import { scoreSheets } from '../../src/exchange/score-sheets.ts'
import { writeWorkbook } from '../../src/exchange/xlsx-write.ts'
import { Computer, value } from './exchange-copies.ts'

const words = {
  program: '双责簿',
  say: () => '',
  settingName: (key: string) => key,
  settingValue: (_key: string, value: string) => value,
}
const writers: FileWriters = {
  writeXlsxFile: async ({ scores = [], sheets = [] }, options) => ({
    ok: true,
    value: await writeWorkbook([...scores.flatMap(scoreSheets), ...sheets], options),
  }),
  writeCsvFile: () => Promise.reject(new Error('no CSV here')),
}
const how = { source: 'user', label: { code: 'grid.edit' } } as const

const xlsx = async ({ session }: Computer, request: Partial<ExportRequest>) =>
  value(await exportFile(session, { kind: 'xlsx', ...request }, words, {}, writers)).bytes

const opened = (file: Uint8Array, password?: string) =>
  readPackage(file, (bytes) => readSpreadsheet(bytes, 'a.xlsx', { password }))

test('two computers exchange complete .xlsx files, with and without a password, and end alike', async () => {
  const a = await Computer.start('王老师')
  await a.create()
  const b = await Computer.start('陈老师')
  const now = '2027-03-10T09:00:00.000Z'
  const first = value(await opened(await xlsx(a, { audience: 'whole' })))
  value(await b.books.openPackaged(first.workbook))
  value(await mergePackage(b.session, first, { now }))
  expect(b.text()).toBe(a.text())
  a.session.add('staff', [{ name: '李四' }], how)
  b.session.add('staff', [{ name: '赵六' }], how)
  const back = value(await opened(await xlsx(b, { audience: 'whole', password: '六一' }), '六一'))
  expect(value(await mergePackage(a.session, back, { now })).rows).toBe(1)
  value(await mergePackage(b.session, value(await opened(await xlsx(a, { audience: 'whole' }))), { now }))
  expect(b.text()).toBe(a.text())
  expect(a.session.book.find(['staff'], '赵六')).not.toBeNull()
}, 120_000)

test('a covered or partial file carries no state, and says so', async () => {
  const a = await Computer.start('王老师')
  await a.create()
  for (const request of [{}, { audience: 'whole', tables: ['staff', 'departments'] }] as const)
    expect(await opened(await xlsx(a, request))).toEqual({ ok: false, problem: { code: 'merge.no-state' } })
})
