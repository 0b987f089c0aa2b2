import { describe, expect, test } from 'vitest'
import { BackupFolder } from '../../src/app/backup-folder.ts'
import { readBackup } from '../../src/workers/backup-work.ts'
import { makerOn, MemoryFolder } from './backup-copies.ts'
import { Computer, value } from './exchange-copies.ts'

const how = { source: 'user', label: { code: 'grid.edit' } } as const

async function computerWithFolder(password = '') {
  const computer = await Computer.start('王老师')
  await computer.create()
  const clock = { now: new Date(2027, 2, 10, 9) }
  const kept = new Map<string, unknown>()
  const copies: unknown[] = []
  const maker = makerOn(computer, () => clock.now)
  const world = {
    ...maker,
    program: () => '双责簿',
    settings: {
      ...maker.settings,
      folder: async (id: string) => kept.get(id),
      keepFolder: async (id: string, record: unknown) => {
        kept.set(id, record)
        return { ok: true as const, value: undefined }
      },
      noteCopy: async (_id: string, copy: unknown) => {
        copies.push(copy)
        return { ok: true as const, value: undefined }
      },
    },
  }
  const start = async () => {
    const backups = new BackupFolder(computer.session, world)
    await backups.begin()
    return backups
  }
  const folder = new MemoryFolder()
  const backups = await start()
  await backups.choose(folder, password)
  const after = (minutes: number) => (clock.now = new Date(clock.now.getTime() + minutes * 60_000))
  const change = () => computer.session.add('staff', [{ name: '李四' }], how)
  return { computer, backups, folder, start, after, change, copies, kept }
}

const names = (folder: MemoryFolder) => [...folder.files.keys()]

describe('copies into a folder', () => {
  test('begin at once, are named after the school and the moment, and are whole', async () => {
    const { backups, folder, copies, computer } = await computerWithFolder()
    expect(names(folder)).toEqual([
      expect.stringMatching(/^双责簿-实验小学-2027-03-10-090000-\w{6}\.dutybook$/),
    ])
    expect(backups.state).toMatchObject({
      permission: 'granted',
      failed: null,
      locked: false,
      working: false,
    })
    expect(copies).toEqual([{ at: '2027-03-10 09:00', saved: computer.session.saving.saved }])
    const opened = value(await readBackup(folder.files.get(names(folder)[0]!)!))
    expect(opened.facts.workbook.name).toBe('实验小学')
  })

  test('come after changes, not too often, and by a new name each', async () => {
    const { backups, folder, after, change } = await computerWithFolder()
    const whenDue = async (hidden = false) => {
      await backups.copyIfDue(hidden)
      return names(folder).length
    }
    after(60)
    expect(await whenDue()).toBe(1)
    change()
    after(1)
    // The last one is an hour old: time for one.
    expect(await whenDue()).toBe(2)
    change()
    after(5)
    expect(await whenDue()).toBe(2)
    expect(await whenDue(true)).toBe(3)
    after(60 * 24)
    // Of yesterday only the last one is still wanted.
    expect(await whenDue()).toBe(2)
    // The same second twice: another name all the same.
    await backups.copy()
    expect(names(folder).length).toBe(3)
  })

  test('with a password are encrypted, also after the next start, and open with it', async () => {
    const { folder, start, after, change } = await computerWithFolder('安全第一2026年')
    change()
    after(30)
    const next = await start()
    expect(next.state?.locked).toBe(true)
    await next.copyIfDue()
    expect(names(folder).length).toBe(2)
    for (const bytes of folder.files.values()) {
      expect(await readBackup(bytes)).toMatchObject({ ok: false, problem: { code: 'file.password' } })
      expect((await readBackup(bytes, '安全第一2026年')).ok).toBe(true)
    }
  })

  test.each([
    ['create', 'NotFoundError', 'backup.folder-gone'],
    ['create', 'NotAllowedError', 'backup.folder-not-allowed'],
    ['create', 'NoModificationAllowedError', 'backup.folder-locked'],
    ['write', 'QuotaExceededError', 'backup.folder-full'],
    ['write', 'NoModificationAllowedError', 'backup.folder-locked'],
    ['close', 'InvalidStateError', 'backup.folder-changed'],
    ['close', 'AbortError', 'backup.folder-failed'],
    ['read', 'NotFoundError', 'backup.folder-gone'],
  ] as const)('that fail when they %s (%s) say so and leave the older ones', async (at, error, code) => {
    const { backups, folder, after, change, copies } = await computerWithFolder()
    const [first] = names(folder)
    const before = folder.files.get(first!)!.slice()
    change()
    after(30)
    folder.failing = { at, error }
    await backups.copyIfDue()
    expect(backups.state?.failed).toMatchObject({ at: '2027-03-10 09:30', problem: { code } })
    expect(names(folder)).toEqual([first])
    expect(folder.files.get(first!)).toEqual(before)
    expect(copies).toHaveLength(1)
    // Not tried again every minute, and right as soon as the folder is.
    folder.failing = null
    after(1)
    await backups.copyIfDue()
    expect(backups.state?.failed).not.toBeNull()
    after(10)
    await backups.copyIfDue()
    expect(backups.state).toMatchObject({ failed: null })
    expect(names(folder)).toHaveLength(2)
  })

  test('that lie there otherwise than written do not count and are taken away', async () => {
    const { backups, folder, after, change, copies } = await computerWithFolder()
    change()
    after(30)
    folder.spoil = true
    await backups.copyIfDue()
    expect(backups.state?.failed?.problem.code).toBe('backup.copy-differs')
    expect(names(folder)).toHaveLength(1)
    expect(copies).toHaveLength(1)
  })

  test('wait for leave when the browser wants to be asked, and go on with one press', async () => {
    const { folder, start, after, change } = await computerWithFolder()
    change()
    after(30)
    folder.permission = 'prompt'
    const next = await start()
    await next.copyIfDue()
    expect(next.state).toMatchObject({ permission: 'prompt', failed: null })
    expect(names(folder)).toHaveLength(1)
    await next.renew()
    expect(next.state?.permission).toBe('granted')
    expect(names(folder)).toHaveLength(2)
  })

  test('that a stopped computer left half written are taken away, and nothing else ever is', async () => {
    const { computer, folder, start, after, change, kept } = await computerWithFolder()
    const half = '双责簿-实验小学-2027-03-10-091500-abcdef.dutybook'
    const others = ['双责簿-实验小学-2020-01-01-080000-zzzzzz.dutybook', '家长会.docx', 'a.dutybook']
    for (const name of [half, ...others]) folder.files.set(name, new Uint8Array([1]))
    const { id } = computer.session.info
    kept.set(id, { ...(kept.get(id) as object), begun: half })
    let next = await start()
    for (let day = 0; day < 40; day++) {
      change()
      after(60 * 24)
      if (day % 7 === 0) next = await start()
      await next.copyIfDue()
    }
    expect(folder.files.has(half)).toBe(false)
    for (const name of others) expect(folder.files.has(name), name).toBe(true)
    const own = names(folder).filter((name) => !others.includes(name))
    expect(own.length).toBeLessThanOrEqual(17)
    expect(next.state?.copies.map(({ name }) => name).sort()).toEqual(own.sort())
  })

  test('of two windows are counted together, and end in both', async () => {
    const { backups, folder, start, after, change } = await computerWithFolder()
    const other = await start()
    change()
    after(30)
    await other.copyIfDue()
    after(60 * 24)
    await backups.copyIfDue()
    // Both of yesterday's were known: only the later one is kept.
    expect(names(folder)).toHaveLength(2)
    await other.end()
    after(60 * 24)
    await backups.copyIfDue()
    expect(backups.state).toBeNull()
    expect(names(folder)).toHaveLength(2)
  })

  test('end when they are switched off, and what is there stays', async () => {
    const { backups, folder, start, change, after } = await computerWithFolder()
    await backups.end()
    change()
    after(60)
    await backups.copyIfDue()
    expect(backups.state).toBeNull()
    expect((await start()).state).toBeNull()
    expect(names(folder)).toHaveLength(1)
  })
})
