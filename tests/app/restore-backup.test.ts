import { describe, expect, test } from 'vitest'
import { attach } from '../../src/app/attach.ts'
import { attachmentsOf } from '../../src/app/attachments.ts'
import { backUpSession, type BackupLock, type MadeBackup } from '../../src/app/backup.ts'
import { carriedDraft } from '../../src/app/carried-draft.ts'
import { emptyDraft } from '../../src/app/record-incident.ts'
import {
  readBackupFile,
  restoreBackup,
  standingOf,
  type RestoreOptions,
} from '../../src/app/restore-backup.ts'
import { ok } from '../../src/shared/result.ts'
import { makerOn } from './backup-copies.ts'
import { Computer, value } from './exchange-copies.ts'

const how = { source: 'user', label: { code: 'grid.edit' } } as const

const backUp = async (computer: Computer, lock: BackupLock = null) =>
  value(await backUpSession(computer.session, lock, makerOn(computer))).bytes

async function restore(
  computer: Computer,
  bytes: Uint8Array,
  password?: string,
  more: Partial<RestoreOptions> = {},
) {
  const maker = makerOn(computer)
  const safe: MadeBackup[] = []
  const drafts: unknown[] = []
  const copies: unknown[] = []
  const read = value(await readBackupFile(bytes, password, {}, maker.work))
  const standing = await standingOf(computer.books, read)
  const restored = await restoreBackup(read, {
    ...maker,
    settings: {
      ...maker.settings,
      keepDraft: async (_id, draft) => ok(void drafts.push(draft)),
      noteCopy: async (_id, copy) => ok(void copies.push(copy)),
    },
    books: computer.books,
    keepSafe: async (copy) => ok(void safe.push(copy)),
    ...more,
  })
  return { restored, safe, standing, drafts, copies }
}

async function school() {
  const computer = await Computer.start('王老师')
  await computer.create()
  const { ids } = computer.session.add('staff', [{ name: '李四', phone: '1' }], how)
  await computer.session.settled()
  return { computer, row: ids[0]! }
}

const set = (computer: Computer, row: string, phone: string) =>
  computer.session.edit([{ table: 'staff', row, column: 'phone', input: phone }], how)
const phone = (computer: Computer, row: string) => computer.session.book.stored('staff', row, 'phone')

const told = async ({ session }: Computer) => {
  await session.settled()
  return (await session.history({ limit: 1000 })).map(({ at, by, label, edits, added }) => ({
    at,
    by,
    label,
    edits,
    added,
  }))
}

describe('a backup brought back', () => {
  test('on an empty computer gives the same workbook with the same history, with or without a password', async () => {
    const { computer: a, row } = await school()
    set(a, row, '2')
    await a.session.undo()
    for (const lock of [null, { password: '安全第一2026' }]) {
      const bytes = await backUp(a, lock)
      const b = await Computer.start('陈老师')
      const { restored, safe, standing, copies } = await restore(b, bytes, lock?.password)
      expect(standing).toMatchObject({ here: false, onlyHere: 0 })
      expect(value(restored).history).toBe(4)
      expect(safe).toEqual([])
      expect(copies).toEqual([{ at: '2027-03-10 09:00', saved: b.session.saving.saved }])
      await b.restart()
      expect(b.text()).toBe(a.text())
      expect(b.session.info).toMatchObject({ id: a.session.info.id, name: '实验小学' })
      const isRestoring = ({ label }: { label: { code: string } }) => label.code === 'backup.restored'
      const history = await told(b)
      expect(history.filter(isRestoring)).toMatchObject([{ label: { params: { at: '2027-03-10 09:00' } } }])
      expect(history.filter((entry) => !isRestoring(entry))).toEqual(await told(a))
    }
  })

  test('that is old loses nothing of what is newer here, after a copy of it', async () => {
    const { computer: a, row } = await school()
    const old = await backUp(a)
    set(a, row, '3')
    a.session.add('staff', [{ name: '赵六' }], how)
    const before = a.text()
    const history = await told(a)
    const { restored, safe, standing } = await restore(a, old)
    expect(standing).toEqual({ here: true, onlyInBackup: 0, onlyHere: 2 })
    expect(value(restored)).toMatchObject({ merge: { news: false }, history: 0 })
    expect(a.text()).toBe(before)
    expect(await told(a)).toEqual(history)
    // The copy holds all that was here, and can be restored elsewhere.
    expect(safe).toHaveLength(1)
    const c = await Computer.start('孙老师')
    value((await restore(c, safe[0]!.bytes)).restored)
    expect(c.text()).toBe(before)
  })

  test('that holds other work than is here is put together with it, clashes kept', async () => {
    const { computer: a, row } = await school()
    const b = await Computer.start('陈老师')
    await b.merge(await a.export())
    set(a, row, '甲')
    set(b, row, '乙')
    b.session.add('staff', [{ name: '赵六' }], how)
    const bytes = await backUp(b)
    const { restored, standing } = await restore(a, bytes)
    expect(standing).toEqual({ here: true, onlyInBackup: 2, onlyHere: 1 })
    expect(value(restored).merge).toMatchObject({ rows: 1, conflicts: 1 })
    expect(a.session.disputes.size).toBe(1)
    expect(['甲', '乙']).toContain(phone(a, row))
  })

  test('opens its own workbook and leaves the one that was open alone', async () => {
    const { computer: a } = await school()
    const bytes = await backUp(a)
    const b = await Computer.start('陈老师')
    await b.create()
    const other = b.session.info.id
    value((await restore(b, bytes)).restored)
    expect(b.session.info.id).toBe(a.session.info.id)
    expect((await b.books.list()).map(({ id }) => id)).toContain(other)
  })

  test('is not begun while the copy of what is here is not safe', async () => {
    const { computer: a, row } = await school()
    const bytes = await backUp(a)
    set(a, row, '9')
    const before = a.text()
    const refused = { ok: false, problem: { code: 'backup.folder-gone' } } as const
    const { restored } = await restore(a, bytes, undefined, { keepSafe: async () => refused })
    expect(restored).toEqual(refused)
    expect(a.text()).toBe(before)
  })

  test('is put beside a workbook that cannot be read whole', async () => {
    const { computer: a } = await school()
    const bytes = await backUp(a)
    const text = a.text()
    const { id } = a.session.info
    const { Database } = await import('../../src/store/db.ts')
    const { IDBKeyRange } = await import('fake-indexeddb')
    const database = new Database(a.profile.factory, IDBKeyRange)
    await database.open()
    await database.log.delete([id, 2])
    database.close()
    expect((await restore(a, bytes)).restored).toEqual({ ok: false, problem: { code: 'store.not-whole' } })
    value((await restore(a, bytes, undefined, { beside: '实验小学（恢复）' })).restored)
    expect(a.session.info).toMatchObject({ name: '实验小学（恢复）' })
    expect(a.session.info.id).not.toBe(id)
    expect(a.text()).toBe(text)
  })

  test('damaged or with a wrong password changes nothing', async () => {
    const { computer: a } = await school()
    const bytes = await backUp(a, { password: '安全第一2026' })
    const { work } = makerOn(a)
    expect(await readBackupFile(bytes, '错', {}, work)).toMatchObject({
      problem: { code: 'file.wrong-password' },
    })
    const damaged = bytes.slice()
    damaged[bytes.length - 40]! ^= 1
    expect(await readBackupFile(damaged, '安全第一2026', {}, work)).toMatchObject({
      problem: { code: 'package.damaged' },
    })
  })
})

describe('attachments in a backup', () => {
  const given = (name: string, text: string) => async () =>
    ok({ name, bytes: new TextEncoder().encode(text) })
  const hashes = async (computer: Computer) =>
    (await computer.session.files.all()).map(({ hash, type }) => `${type} ${hash}`).sort()

  async function withFiles() {
    const { computer, row } = await school()
    const { session } = computer
    const to = { table: 'staff', row }
    const { ids } = value(await attach(session, to, [given('a.txt', '一'), given('b.txt', '二')]))
    await session.settled()
    return { computer, row, ids }
  }

  test('come back with it, also those of a deletion that is undone afterwards', async () => {
    const { computer: a, row, ids } = await withFiles()
    a.session.remove('attachments', [ids[1]!], how)
    const bytes = await backUp(a)
    const b = await Computer.start('陈老师')
    const { restored } = await restore(b, bytes)
    expect(value(restored).files).toEqual({ files: 2, damaged: 0, elsewhere: 0 })
    expect(await hashes(b)).toEqual(await hashes(a))
    expect(attachmentsOf(b.session.book, 'staff', row).map(({ name }) => name)).toEqual(['a.txt'])
    // A second time there is nothing to do.
    expect(value((await restore(b, bytes)).restored).files).toEqual({ files: 0, damaged: 0, elsewhere: 0 })
  })

  test('that are forged, spoilt or not there are said, and the rest is restored', async () => {
    const { computer: a } = await withFiles()
    const read = value(await readBackupFile(await backUp(a), undefined, {}, makerOn(a).work))
    const [first, second] = read.files
    const forged = { hash: first!.hash, bytes: new Uint8Array([1]) }
    const nobodys = { hash: '0'.repeat(64), bytes: new Uint8Array([2]) }
    const b = await Computer.start('陈老师')
    const restoring = async (of: typeof read) => {
      const maker = makerOn(b)
      const settings = {
        ...maker.settings,
        keepDraft: async () => ok(undefined),
        noteCopy: async () => ok(undefined),
      }
      return value(await restoreBackup(of, { ...maker, settings, books: b.books, keepSafe: null }))
    }
    const damagedFiles = [second!.hash, nobodys.hash]
    const bad = await restoring({ ...read, files: [forged, nobodys], damagedFiles })
    expect(bad.files).toEqual({ files: 0, damaged: 2, elsewhere: 0 })
    expect(bad.merge.rows).toBeGreaterThan(2)
    expect(await hashes(b)).toEqual([])
    expect((await restoring({ ...read, files: [] })).files).toEqual({ files: 0, damaged: 0, elsewhere: 2 })
    // The same backup, whole, brings them; what is spoilt in another one is then no loss.
    expect((await restoring(read)).files).toEqual({ files: 2, damaged: 0, elsewhere: 0 })
    expect((await restoring({ ...read, files: [], damagedFiles })).files).toEqual({
      files: 0,
      damaged: 0,
      elsewhere: 0,
    })
  })
})

describe('what somebody had begun to enter', () => {
  const draft = {
    ...emptyDraft('2027-03-10 09:00'),
    people: [{ role: '受伤者', who: '学生', class: '', level: '', name: '小甲', injury: '' }],
    responsible: [{ person: '#1', capacity: '科任教师' }],
    done: { leg: '2027-03-10 09:05' },
  }

  test('comes back on an empty computer', async () => {
    const { computer: a } = await school()
    const maker = makerOn(a)
    const settings = { ...maker.settings, draft: () => draft }
    const { bytes } = value(await backUpSession(a.session, null, { ...maker, settings }))
    const b = await Computer.start('陈老师')
    expect((await restore(b, bytes)).drafts).toEqual([draft])
    expect((await restore(b, bytes)).drafts).toEqual([])
  })

  test.each([
    null,
    7,
    [],
    {},
    { ...draft, people: 'x' },
    { ...draft, people: [{ role: 1 }] },
    { ...draft, narrative: 1 },
    { ...draft, done: { leg: 7 } },
    { ...draft, responsible: [null] },
  ])('is left out when it is something else: %j', (value) => {
    expect(carriedDraft(value)).toBeNull()
  })
})
