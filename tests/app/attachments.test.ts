import { afterEach, expect, test } from 'vitest'
import { IDBObjectStore } from 'fake-indexeddb'
import { attach } from '../../src/app/attach.ts'
import { attachmentsOf, rowsWithAttachments, usedFiles } from '../../src/app/attachments.ts'
import { attachmentBytes, filesForWorkbook, keepCarried } from '../../src/app/carried-files.ts'
import { attachmentsToCarry, fileStorage, freeFiles } from '../../src/app/file-storage.ts'
import { prepareFile } from '../../src/app/take-in-file.ts'
import { ok } from '../../src/shared/result.ts'
import { sha256Text } from '../../src/shared/sha-256.ts'
import { Computer, value } from './exchange-copies.ts'

const how = { source: 'user', label: { code: 'grid.edit' } } as const
const bytesOf = (text: string) => new TextEncoder().encode(text)
const given = (name: string, text: string) => async () => ok({ name, bytes: bytesOf(text) })
const original = IDBObjectStore.prototype.put
afterEach(() => void (IDBObjectStore.prototype.put = original))

async function school(person = '王老师') {
  const computer = await Computer.start(person)
  await computer.create()
  const { session } = computer
  const row = session.add('staff', [{ name: '李四' }], how).ids[0]!
  await session.settled()
  return { computer, session, row, to: { table: 'staff', row } }
}

test('files belong to the row they were given to, with who and when, as one step', async () => {
  const { computer, session, row, to } = await school()
  const taken = value(
    await attach(session, to, [
      given('C:\\资料\\说明.txt', '一'),
      given('x.exe', 'MZ'),
      given('空.txt', ''),
      given('会议.pdf', '%PDF-1.7'),
    ]),
  )
  expect(taken.refused.map(({ name, problem }) => [name, problem.code])).toEqual([
    ['x.exe', 'attachment.kind'],
    ['空.txt', 'attachment.empty'],
  ])
  expect(taken.asTheyWere).toBe(2)
  const hash = await sha256Text(bytesOf('一'))
  expect(attachmentsOf(session.book, 'staff', row)).toMatchObject([
    { name: '说明.txt', type: 'text/plain', size: 3, hash, by: '王老师', at: '2027-03-10 09:00' },
    { name: '会议.pdf', type: 'application/pdf', sensitive: false },
  ])
  expect(rowsWithAttachments(session.book, 'staff')).toEqual(new Set([row]))
  expect(rowsWithAttachments(session.book, 'incidents')).toEqual(new Set())
  expect(session.book.text('attachments', taken.ids[0]!, 'refs')).toBe('教职工名册 李四')
  // Nobody types where a file belongs.
  const edit = { table: 'attachments', row: taken.ids[0]!, column: 'refs', input: 'staff#x' }
  expect(session.edit([edit], how).problems[0]!.problem.code).toBe('column.fixed')

  await session.undo()
  expect(attachmentsOf(session.book, 'staff', row)).toEqual([])
  await session.redo()
  await session.settled()
  await computer.restart()
  expect(attachmentsOf(computer.session.book, 'staff', row)).toHaveLength(2)
  expect(await computer.session.files.bytes(hash)).toEqual(bytesOf('一'))
})

test('a file of somebody injured is covered from the start; any row can have files, also a made one', async () => {
  const { session } = await school()
  const injured = session.add('incidentPeople', [{ role: '受伤者' }], how).ids[0]!
  value(await attach(session, { table: 'incidentPeople', row: injured }, [given('诊断.txt', '骨折')]))
  expect(attachmentsOf(session.book, 'incidentPeople', injured)[0]!.sensitive).toBe(true)
  for (const { name } of Object.values(session.book.tables)) {
    const [row] = session.book.view(name).ids()
    if (row === undefined) continue
    const before = attachmentsOf(session.book, name, row).length
    value(await attach(session, { table: name, row }, [given('a.txt', name)]))
    expect(attachmentsOf(session.book, name, row), name).toHaveLength(before + 1)
  }
})

test('stopped, without room, or without its row, nothing is attached and nothing else is touched', async () => {
  const { session, to } = await school()
  const work = new AbortController()
  const stops = async () => (work.abort(), ok({ name: 'b.txt', bytes: bytesOf('二') }))
  const files = [given('a.txt', '一'), stops, given('c.txt', '三')]
  expect(await attach(session, to, files, { signal: work.signal })).toMatchObject({
    ok: false,
    problem: { code: 'attachment.stopped' },
  })
  IDBObjectStore.prototype.put = function (...args) {
    const request = original.apply(this, args as Parameters<typeof original>)
    const { transaction } = this as unknown as { transaction: { _abort: (error: string) => void } }
    if (this.name === 'contents') queueMicrotask(() => transaction._abort('QuotaExceededError'))
    return request
  }
  expect(await attach(session, to, [given('a.txt', '一')])).toMatchObject({
    ok: false,
    problem: { code: 'attachment.no-room' },
  })
  IDBObjectStore.prototype.put = original
  expect(session.saving).toMatchObject({ pending: 0, problem: null })
  const gone = async () => {
    session.remove('staff', [to.row], how)
    return ok({ name: 'a.txt', bytes: bytesOf('一') })
  }
  expect(await attach(session, to, [gone])).toMatchObject({ ok: false, problem: { code: 'row.unknown' } })
  expect(session.book.view('attachments').size).toBe(0)
})

test('the row travels with every merge, its bytes only with a file that carries them, and only whole', async () => {
  const { computer: a, session, row, to } = await school()
  const twin = session.add('staff', [{ name: '赵六' }], how).ids[0]!
  value(await attach(session, to, [given('a.txt', '同一份'), given('b.txt', '另一份')]))
  value(await attach(session, { table: 'staff', row: twin }, [given('a2.txt', '同一份')]))
  await session.settled()
  const b = await Computer.start('陈老师')
  await b.merge(await a.export())
  expect(attachmentsOf(b.session.book, 'staff', row)).toEqual(attachmentsOf(session.book, 'staff', row))
  expect(await attachmentsToCarry(b.session)).toEqual({ count: 0, size: 0, elsewhere: 2 })

  const carried = value(await filesForWorkbook(session))
  expect(carried).toHaveLength(2)
  const stranger = { hash: await sha256Text(bytesOf('没人要')), bytes: bytesOf('没人要') }
  const spoilt = { hash: carried[0]!.hash, bytes: bytesOf('改过') }
  expect(await keepCarried(b.session, [spoilt, stranger])).toEqual({ files: 0, damaged: 1 })
  expect(await b.session.files.all()).toEqual([])
  expect(await keepCarried(b.session, attachmentBytes(session))).toEqual({ files: 2, damaged: 0 })
  expect(await keepCarried(b.session, carried)).toEqual({ files: 0, damaged: 0 })
  expect(await b.session.files.bytes(carried[0]!.hash)).toEqual(carried[0]!.bytes)
  expect(b.text()).toBe(a.text())
})

test('what no row names is kept for its days, counted, and freed when somebody says so', async () => {
  const { session, to } = await school()
  const { ids } = value(await attach(session, to, [given('a.txt', '一'), given('b.txt', '二二')]))
  session.remove('attachments', [ids[1]!], how)
  const empty = { count: 0, size: 0 }
  expect(value(await fileStorage(session))).toEqual({
    used: { count: 1, size: 3 },
    waiting: { count: 1, size: 6 },
    free: empty,
  })
  expect(value(await freeFiles(session))).toEqual(empty)
  const later = Object.create(session, { now: { value: '2027-04-09 08:00' } }) as typeof session
  expect(value(await fileStorage(later)).free).toEqual({ count: 1, size: 6 })
  await session.undo()
  expect(value(await freeFiles(later))).toEqual(empty)
  expect(value(await fileStorage(later)).used.count).toBe(2)
  expect([...usedFiles(session.book).values()].map(({ name }) => name)).toEqual(['a.txt', 'b.txt'])
})

test('a picture is drawn anew whatever it is called, and is called a JPEG', async () => {
  const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 2, 0, 2, 1, 0, 0, 0)
  const drawn = { bytes: bytesOf('small'), thumbnail: bytesOf('t'), width: 2, height: 2 }
  const draw = async (bytes: Uint8Array) => (expect(bytes).toEqual(jpeg), ok(drawn))
  const prepared = value(await prepareFile({ name: '病历.pdf', bytes: jpeg }, { draw }))
  expect(prepared).toMatchObject({ name: '病历.jpg', type: 'image/jpeg', asItWas: false })
  expect(prepared.hash).toBe(await sha256Text(drawn.bytes))
})
