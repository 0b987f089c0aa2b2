import { IDBKeyRange } from 'fake-indexeddb'
import { describe, expect, test } from 'vitest'
import { Database } from '../../src/store/db.ts'
import { history } from '../../src/store/history.ts'
import { sha256Text } from '../../src/shared/sha-256.ts'
import { decode } from '../../src/sync/package.ts'
import { packParts, unpackParts } from '../../src/exchange/backup-parts.ts'
import { openBackup, readBackupHeader, sealBackup } from '../../src/exchange/backup-file.ts'
import { keepBackup, makeBackup, readBackup } from '../../src/workers/backup-work.ts'
import { Computer, value } from '../app/exchange-copies.ts'

const how = { source: 'user', label: { code: 'grid.edit' } } as const

async function database(computer: Computer): Promise<Database> {
  const opened = new Database(computer.profile.factory, IDBKeyRange)
  await opened.open()
  return opened
}

async function school(person = '王老师') {
  const computer = await Computer.start(person)
  await computer.create()
  const { ids } = computer.session.add('staff', [{ name: '李四', phone: '1' }], how)
  computer.session.edit([{ table: 'staff', row: ids[0]!, column: 'phone', input: '2' }], how)
  await computer.session.settled()
  return { computer, row: ids[0]!, db: await database(computer), id: computer.session.info.id }
}

const order = (workbook: string) => ({
  workbook,
  lock: null,
  madeAt: '2027-03-10 09:00',
  by: '王老师',
  draft: { a: 1 },
})

async function entries(db: Database, id: string, last = 1000) {
  const found: { n: number; by: string; code: string }[] = []
  for await (const { n, by, change } of history(db, id, last)) found.push({ n, by, code: change.label.code })
  return found
}

describe('a backup', () => {
  test('holds the state, the history and what is begun, and says what it is', async () => {
    const { computer, db, id } = await school()
    const made = value(await makeBackup(db, order(id)))
    expect(made.last).toBe(3)
    const opened = value(await readBackup(made.bytes))
    expect(opened.facts).toMatchObject({
      madeAt: '2027-03-10 09:00',
      by: '王老师',
      workbook: { id },
      changes: 3,
    })
    expect(opened.hash).toBe(made.hash)
    expect(opened.draft).toEqual({ a: 1 })
    const state = value(decode(opened.state)).state
    expect(state.vector).toEqual(value(await computer.session.state()).state.vector)
  })

  test('with a password asks for it, and opens with it only', async () => {
    const { db, id } = await school()
    const { bytes } = value(await makeBackup(db, { ...order(id), lock: { password: '安全第一2026' } }))
    expect(await readBackup(bytes)).toEqual({ ok: false, problem: { code: 'file.password' } })
    expect(await readBackup(bytes, '安全第二2026')).toEqual({
      ok: false,
      problem: { code: 'file.wrong-password' },
    })
    expect((await readBackup(bytes, '安全第一2026')).ok).toBe(true)
    // Neither the school nor anybody's name can be read in it.
    for (const word of ['实验小学', '李四'])
      expect(Buffer.from(bytes).includes(Buffer.from(word)), word).toBe(false)
  })

  test('of one school is refused or the same, whichever bit is turned over', async () => {
    const { db, id } = await school()
    const { bytes } = value(await makeBackup(db, order(id)))
    const step = Math.ceil(bytes.length / 400)
    for (let at = 0; at < bytes.length; at += step) {
      const flipped = bytes.slice()
      flipped[at]! ^= 16
      expect((await readBackup(flipped)).ok, `byte ${at}`).toBe(false)
    }
  })

  test('is not made of a workbook that is not whole', async () => {
    const { db, id } = await school()
    await db.log.delete([id, 2])
    expect(await makeBackup(db, order(id))).toEqual({ ok: false, problem: { code: 'store.not-whole' } })
  })
})

describe('the history in a backup', () => {
  test('goes on another computer, once, however often it is restored', async () => {
    const { computer: a, db, id } = await school()
    const { bytes } = value(await makeBackup(db, order(id)))
    const opened = value(await readBackup(bytes))
    const b = await Computer.start('陈老师')
    await b.merge(await a.export())
    const other = await database(b)
    const beside = { workbook: id, history: opened.history, others: opened.others }
    expect(value(await keepBackup(other, beside))).toBe(3)
    expect(value(await keepBackup(other, beside))).toBe(0)
    const told = await entries(other, id)
    expect(told.map(({ code }) => code).sort()).toEqual(
      [...(await entries(db, id)).map(({ code }) => code), 'merge.package'].sort(),
    )
    expect(new Set(told.map(({ n }) => n)).size).toBe(told.length)
  })

  test('is not taken twice on the computer where it was made, also by way of another', async () => {
    const { computer: a, db, id } = await school()
    const own = value(await readBackup(value(await makeBackup(db, order(id))).bytes))
    const beside = ({ history, others }: typeof own) => ({ workbook: id, history, others })
    expect(value(await keepBackup(db, beside(own)))).toBe(0)

    const b = await Computer.start('陈老师')
    await b.merge(await a.export())
    const other = await database(b)
    value(await keepBackup(other, beside(own)))
    const back = value(await readBackup(value(await makeBackup(other, order(id))).bytes))
    // Only the other computer's own merge is news here.
    expect(value(await keepBackup(db, beside(back)))).toBe(1)
    expect(value(await keepBackup(db, beside(back)))).toBe(0)
  })

  test('that is rubbish in part is kept in part, and rubbish as a whole is said', async () => {
    const { db, id } = await school()
    const text = (content: unknown) => new TextEncoder().encode(JSON.stringify(content))
    const records = [null, 7, {}, { n: 1, replica: 'x', seq: 1, change: { edits: [{}], added: [] } }]
    expect(value(await keepBackup(db, { workbook: id, history: text(records), others: [] }))).toBe(0)
    expect(await keepBackup(db, { workbook: id, history: text({}), others: [] })).toMatchObject({ ok: false })
    expect(await keepBackup(db, { workbook: id, history: new Uint8Array([1]), others: [] })).toMatchObject({
      ok: false,
    })
  })

  test('is deleted with the workbook', async () => {
    const { computer: a, db, id } = await school()
    const opened = value(await readBackup(value(await makeBackup(db, order(id))).bytes))
    const b = await Computer.start('陈老师')
    await b.merge(await a.export())
    const other = await database(b)
    const others = [{ name: 'later', bytes: new Uint8Array([1]) }]
    value(await keepBackup(other, { workbook: id, history: opened.history, others }))
    value(await b.books.remove(id))
    expect(await other.past.count()).toBe(0)
    expect((await other.settings.toArray()).map(({ key }) => key)).not.toContain(`backup-parts ${id}`)
  })
})

test('parts of a newer version are kept and passed on, both of two that differ', async () => {
  const { db, id } = await school()
  const { bytes } = value(await makeBackup(db, order(id)))
  const header = value(await readBackupHeader(bytes))
  const parts = value(await unpackParts(value(await openBackup(bytes, header, null))))
  const seals = (byte: number) => ({ name: 'seals', type: 'image/png', bytes: new Uint8Array([byte]) })
  for (const byte of [1, 2, 1]) {
    const newer = await sealBackup(await packParts([...parts, seals(byte)]), null)
    const { history, others } = value(await readBackup(newer))
    value(await keepBackup(db, { workbook: id, history, others }))
  }
  const passed = value(await readBackup(value(await makeBackup(db, order(id))).bytes))
  expect(passed.others.map(({ name, type, bytes }) => [name, type, [...bytes]])).toEqual([
    ['seals', 'image/png', [1]],
    ['seals', 'image/png', [2]],
  ])
})

describe('the attachments in a backup', () => {
  const photo = new Uint8Array(300_000).map((_, at) => at % 251)

  async function withFiles() {
    const made = await school()
    const { session } = made.computer
    const [kept, gone] = await Promise.all(
      [photo, photo.slice(1)].map(async (bytes) => ({
        hash: await sha256Text(bytes),
        type: 'image/jpeg',
        bytes,
      })),
    )
    value(await session.files.keep([kept!, gone!]))
    return { ...made, kept: kept!, gone: gone! }
  }

  test('come out as they went in; one that is not as its hash says is left out and counted', async () => {
    const { db, id, kept, gone } = await withFiles()
    const whole = value(await makeBackup(db, order(id)))
    expect(whole.facts.files).toEqual({ count: 2, size: photo.length * 2 - 1, leftOut: 0 })
    const opened = value(await readBackup(whole.bytes))
    expect(opened.facts).toEqual(whole.facts)
    expect(opened.damagedFiles).toEqual([])
    expect(opened.others).toEqual([])
    expect(opened.files.map(({ hash }) => hash).sort()).toEqual([kept.hash, gone.hash].sort())
    for (const { hash, bytes } of opened.files) expect(await sha256Text(bytes)).toBe(hash)
    await db.contents.put({ workbook: id, hash: gone.hash, bytes: new Uint8Array(3) })
    const { facts, bytes } = value(await makeBackup(db, order(id)))
    expect(facts.files).toEqual({ count: 1, size: photo.length, leftOut: 1 })
    expect(value(await readBackup(bytes)).files.map(({ hash }) => hash)).toEqual([kept.hash])
  })

  test.each([null, { password: '安全第一2026' }])(
    'that are damaged on the stick cost themselves only, with %j',
    async (lock) => {
      const { db, id, kept, gone } = await withFiles()
      const { bytes } = value(await makeBackup(db, { ...order(id), lock }))
      const last = bytes.slice()
      last[bytes.length - 1000]! ^= 1
      const opened = value(await readBackup(last, lock?.password))
      expect(opened.files).toHaveLength(1)
      expect([opened.files[0]!.hash, ...opened.damagedFiles].sort()).toEqual([kept.hash, gone.hash].sort())
      expect(decode(opened.state).ok).toBe(true)
      // In what the photos hang on, no bit may be other than it was.
      const first = bytes.slice()
      first[800]! ^= 1
      expect(await readBackup(first, lock?.password)).toMatchObject({
        ok: false,
        problem: { code: 'package.damaged' },
      })
    },
  )

  test('under a name that is no hash are parts of some other version', async () => {
    const { db, id } = await school()
    const { bytes } = value(await makeBackup(db, order(id)))
    const header = value(await readBackupHeader(bytes))
    const parts = value(await unpackParts(value(await openBackup(bytes, header, null))))
    const odd = { name: 'file/../../x', bytes: new Uint8Array([1]) }
    const opened = value(await readBackup(await sealBackup(await packParts([...parts, odd]), null)))
    expect(opened.files).toEqual([])
    expect(opened.others.map(({ name }) => name)).toEqual(['file/../../x'])
  })

  test('of a backup from before they went along are none', async () => {
    const { db, id } = await school()
    const { bytes } = value(await makeBackup(db, order(id)))
    const parts = value(
      await unpackParts(value(await openBackup(bytes, value(await readBackupHeader(bytes)), null))),
    ).map((part) => {
      if (part.name !== 'facts') return part
      const { files: _, ...before } = JSON.parse(new TextDecoder().decode(part.bytes))
      return { ...part, bytes: new TextEncoder().encode(JSON.stringify(before)) }
    })
    const opened = value(await readBackup(await sealBackup(await packParts(parts), null)))
    expect(opened.facts.files).toEqual({ count: 0, size: 0, leftOut: 0 })
  })
})
