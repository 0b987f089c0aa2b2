import { expect, test } from 'vitest'
import { exportFile, type ExportRequest } from '../../src/app/export-workbook.ts'
import { mergePackage } from '../../src/app/merge-package.ts'
import { Computer, readPackage } from './exchange-copies.ts'
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

const xlsx = async ({ session }: Computer, request: Partial<ExportRequest>) =>
  value(
    await exportFile(
      session,
      { kind: 'xlsx', ...request },
      words,
      {},
      workerBeside(() => session),
    ),
  ).bytes

test('two computers exchange complete .xlsx files, with and without a password, and end alike', async () => {
  const a = await Computer.start('王老师')
  await a.create()
  const b = await Computer.start('陈老师')
  const now = '2027-03-10T09:00:00.000Z'
  const first = value(await readPackage(await xlsx(a, { audience: 'whole' })))
  value(await b.books.openPackaged(first.workbook))
  value(await mergePackage(b.session, first, { now }))
  expect(b.text()).toBe(a.text())
  a.session.add('staff', [{ name: '李四' }], how)
  b.session.add('staff', [{ name: '赵六' }], how)
  const back = value(await readPackage(await xlsx(b, { audience: 'whole', password: '六一' }), '六一'))
  expect(value(await mergePackage(a.session, back, { now })).rows).toBe(1)
  value(
    await mergePackage(b.session, value(await readPackage(await xlsx(a, { audience: 'whole' }))), { now }),
  )
  expect(b.text()).toBe(a.text())
  expect(a.session.book.find(['staff'], '赵六')).not.toBeNull()
}, 120_000)

test('a covered or partial file carries no state, and says so', async () => {
  const a = await Computer.start('王老师')
  await a.create()
  for (const request of [{}, { audience: 'whole', tables: ['staff', 'departments'] }] as const)
    expect(await readPackage(await xlsx(a, request))).toEqual({
      ok: false,
      problem: { code: 'merge.no-state' },
    })
})
