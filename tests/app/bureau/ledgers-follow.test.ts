import { describe, expect, it } from 'vitest'
import { backUpSession } from '../../../src/app/backup.ts'
import { readBackupFile, restoreBackup } from '../../../src/app/restore-backup.ts'
import { planTakeBack } from '../../../src/app/take-back.ts'
import { ok } from '../../../src/shared/result.ts'
import { makerOn } from '../backup-copies.ts'
import { Computer } from '../exchange-copies.ts'
import { value } from '../value.ts'
import { read, receive, rows, take } from './receive.ts'
import { schoolFile, type Told } from './school-files.ts'

const one = (state: string) => ({ '#h': { no: 'YH-1', found_on: '2026-09-02', state } })
const told = (vector: Told['vector'], hazards: Told['hazards']) => schoolFile({ code: '1', vector, hazards })

async function bureau(): Promise<Computer> {
  const office = await Computer.start('甲')
  await office.create('bureau')
  const columns = { code: ['1', '2'], name: ['一小', '二小'] }
  const added = [{ table: 'schools', ids: ['#school-1', '#school-2'], columns }]
  office.session.write({ source: 'program', label: { code: 'workbook.created' }, edits: [], added })
  await office.session.settled()
  return office
}

const backUp = async (computer: Computer) =>
  value(await backUpSession(computer.session, null, makerOn(computer))).bytes

async function restore(computer: Computer, bytes: Uint8Array): Promise<void> {
  const maker = makerOn(computer)
  value(
    await restoreBackup(value(await readBackupFile(bytes, undefined, {}, maker.work)), {
      ...maker,
      settings: {
        ...maker.settings,
        keepDraft: async () => ok(undefined),
        noteCopy: async () => ok(undefined),
      },
      books: computer.books,
      keepSafe: null,
    }),
  )
}

const hazards = ({ session }: Computer) => rows(session, 'allHazards', 'school', 'no', 'state').sort()

describe('the ledgers say what the register says', () => {
  it('after a backup of another copy, with other files, was brought back', async () => {
    const office = await bureau()
    const empty = await backUp(office)
    const deputy = await Computer.start('乙')
    await restore(deputy, empty)
    await receive(office.session, [
      await told({ a: 1 }, one('待整改')),
      await schoolFile({ code: '2', vector: { x: 1 }, hazards: one('待整改') }),
    ])
    await receive(deputy.session, [await told({ a: 2 }, { ...one('已销号'), '#n': { no: 'YH-2' } })])
    await office.session.settled()
    await deputy.session.settled()
    const [fromOffice, fromDeputy] = [await backUp(office), await backUp(deputy)]
    await restore(office, fromDeputy)
    await restore(deputy, fromOffice)
    expect(hazards(office)).toEqual([
      ['#school-1', 'YH-1', '已销号'],
      ['#school-1', 'YH-2', null],
      ['#school-2', 'YH-1', '待整改'],
    ])
    expect(deputy.text()).toBe(office.text())
    expect([office.session.disputes.size, deputy.session.disputes.size]).toEqual([0, 0])
    expect(rows(office.session, 'receipts', 'school', 'rows').sort()).toEqual([
      ['#school-1', 2],
      ['#school-2', 1],
    ])
  })

  it('after a reception that others have followed is taken back, and when it is done again', async () => {
    const office = await bureau()
    const { session } = office
    await receive(session, [await told({ a: 1 }, one('待整改'))])
    await receive(session, [
      await told({ a: 2 }, { ...one('待整改'), '#n': { no: 'YH-2', state: '待整改' } }),
    ])
    await receive(session, [
      await told({ a: 3 }, { ...one('已销号'), '#n': { no: 'YH-2', state: '待整改' } }),
    ])
    await session.settled()
    const before = office.text()
    const taken = (await session.log({ limit: 100 })).filter(
      ({ change }) => change.label.code === 'reception.taken',
    )
    const plan = (await planTakeBack(session, taken[1]!.n))!
    await session.takeBack(plan.record, plan.back)
    // The row the second file had brought is in the third as well.
    expect(hazards(office)).toEqual([
      ['#school-1', 'YH-1', '已销号'],
      ['#school-1', 'YH-2', '待整改'],
    ])
    expect(session.book.view('schoolReports').size).toBe(2)
    await session.redo()
    expect(session.book.view('schoolReports').size).toBe(3)
    expect(office.text()).toBe(before)
  })

  it('after undo, whose steps leave the bureau its own words', async () => {
    const office = await bureau()
    const { session } = office
    await receive(session, [await told({ a: 1 }, one('待整改'))])
    await receive(session, [await told({ a: 2 }, one('已销号'))])
    await session.settled()
    await session.undo()
    expect(hazards(office)).toEqual([['#school-1', 'YH-1', '待整改']])
    await session.redo()
    expect(hazards(office)).toEqual([['#school-1', 'YH-1', '已销号']])
    await session.undo()
    await session.undo()
    expect(hazards(office)).toEqual([])
    expect(session.book.view('receipts').size).toBe(0)
  })

  it('after a file that was on another computer alone has come once more', async () => {
    const office = await bureau()
    const file = await told({ a: 1 }, one('待整改'))
    const deputy = await Computer.start('乙')
    await deputy.merge(await office.export())
    await receive(office.session, [file])
    await office.session.settled()
    // Rows alone, as a file without attachments brings them.
    await deputy.merge(await office.export())
    const [row] = deputy.session.book.view('allHazards').ids()
    const edit = { table: 'allHazards', row: row!, column: 'state', from: '待整改', to: '已销号' }
    deputy.session.write({ source: 'user', label: { code: 'grid.edit' }, edits: [edit], added: [] })
    const again = await read(deputy.session, [file])
    expect(again.map((each) => each.is === 'report' && each.judged.is)).toEqual(['lost'])
    expect(await take(deputy.session, again)).toMatchObject({ reports: 1, rows: 0, cells: 1 })
    expect(hazards(deputy)).toEqual(hazards(office))
    const [known] = await read(deputy.session, [file])
    expect(known?.is === 'report' && known.judged.is).toBe('same')
  })
})
