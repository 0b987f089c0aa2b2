import { expect, test } from 'vitest'
import { attach } from '../../src/app/attach.ts'
import { exportFile } from '../../src/app/export-workbook.ts'
import { openCopy, receiveApart } from '../../src/app/open-copy.ts'
import { receive, takeIn } from '../../src/app/receive-file.ts'
import { ok } from '../../src/shared/result.ts'
import { Computer, value } from './exchange-copies.ts'
import { workerBeside } from './worker-beside.ts'

const how = { source: 'user', label: { code: 'grid.edit' } } as const
const words = {
  program: '双责簿',
  locale: 'zh-Hans',
  say: () => '',
  settingName: (key: string) => key,
  settingValue: (_key: string, value: string) => value,
}
const beside = (computer: Computer) => workerBeside(() => computer.session)

async function fileOf(computer: Computer, attachments = false) {
  const request = { kind: 'xlsx', audience: 'whole', attachments } as const
  const { bytes } = value(await exportFile(computer.session, request, words, {}, beside(computer)))
  return { name: '台账.xlsx', bytes }
}

async function school(name = '王老师') {
  const computer = await Computer.start(name)
  await computer.create()
  const { ids } = computer.session.add('staff', [{ name: '李四', phone: '1' }], how)
  const to = { table: 'staff', row: ids[0]! }
  const photo = async () => ok({ name: 'a.txt', bytes: new TextEncoder().encode('一') })
  value(await attach(computer.session, to, [photo]))
  await computer.session.settled()
  return { computer, row: ids[0]! }
}

test('a file opens as a copy of its own, with its attachments, beside what was open', async () => {
  const { computer: a, row } = await school()
  const b = await Computer.start('陈老师')
  await b.create()
  const mine = { id: b.session.info.id, text: b.text() }
  const received = value(await receiveApart(await fileOf(a, true), {}, beside(a)))
  expect(received).toMatchObject({ outlook: null, newFiles: 1, signer: { verdict: { is: 'new' } } })
  const opened = value(await openCopy(b.books, received, { name: '王老师' }, {}, beside(b)))
  expect(opened.merge.files).toEqual({ files: 1, damaged: 0 })
  expect(b.session).toBe(opened.session)
  expect(b.session.info).toMatchObject({ id: a.session.info.id, name: '实验小学' })
  expect(b.text()).toBe(a.text())

  // Another replica of the same workbook: what both do afterwards meets.
  b.session.edit([{ table: 'staff', row, column: 'phone', input: '2' }], how)
  await b.session.settled()
  const back = value(await receive(a.session, await fileOf(b), {}, {}, beside(a)))
  expect(back.outlook).toMatchObject({ met: true, cells: 1 })
  value(await takeIn(a.session, back, {}, {}, beside(a)))
  expect(a.text()).toBe(b.text())
  const again = value(await receive(b.session, await fileOf(a), {}, {}, beside(b)))
  expect(again.signer.verdict).toEqual({ is: 'known', name: '王老师' })

  value(await b.books.open(mine.id))
  expect(b.text()).toBe(mine.text)
})

test('photos that come after their rows are news, though no row is', async () => {
  const { computer: a } = await school()
  const b = await Computer.start('陈老师')
  value(await openCopy(b.books, value(await receiveApart(await fileOf(a), {}, beside(a))), {}, {}, beside(b)))
  const along = value(await receive(b.session, await fileOf(a, true), {}, {}, beside(b)))
  expect(along.newFiles).toBe(1)
  value(await takeIn(b.session, along, {}, {}, beside(b)))
  expect(value(await receive(b.session, await fileOf(a, true), {}, {}, beside(b))).newFiles).toBe(0)
})

test('what cannot be stored leaves no empty workbook behind, and what was open is open', async () => {
  const { computer: a } = await school()
  const received = value(await receiveApart(await fileOf(a), {}, beside(a)))
  const b = await Computer.start('陈老师')
  await b.create()
  const [before, text] = [await b.books.list(), b.text()]
  const merger = {
    mergeStored: async () => ({ ok: false, problem: { code: 'file.worker-failed' } }) as const,
  }
  expect(await openCopy(b.books, received, {}, {}, merger)).toMatchObject({
    ok: false,
    problem: { code: 'file.worker-failed' },
  })
  expect((await b.books.list()).map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  expect(b.text()).toBe(text)
})

test('a file of a newer kind of workbook is refused, and nothing is begun', async () => {
  const { computer: a } = await school()
  const received = value(await receiveApart(await fileOf(a), {}, beside(a)))
  const b = await Computer.start('陈老师')
  const newer = { ...received, workbook: { ...received.workbook, kind: 'region' } }
  expect(await openCopy(b.books, newer, {}, {}, beside(b))).toMatchObject({
    ok: false,
    problem: { code: 'workbook.kind-not-yet' },
  })
  expect(await b.books.list()).toEqual([])
})
