import { expect, test } from 'vitest'
import { duplicateRows, insertRows, moveRows } from '../../src/app/place-rows.ts'
import { Computer } from './exchange-copies.ts'
import { memorySession } from './memory-session.ts'

const how = { source: 'user', label: { code: 'grid.edit' } } as const

function someRooms() {
  const { session, changes } = memorySession({ sample: false })
  const names = ['甲', '乙', '丙', '丁']
  const { ids } = session.add(
    'areas',
    names.map((area) => ({ area })),
    how,
  )
  const shown = () =>
    session.book
      .view('areas')
      .ids()
      .map((id) => session.book.text('areas', id, 'area'))
      .filter((name) => name.length === 1)
  changes.length = 0
  return { session, changes, ids, shown }
}

test('rows are put in and moved by one change, and undo takes them back to where they were', async () => {
  const { session, changes, ids, shown } = someRooms()
  const [first, second] = insertRows(session, 'areas', 2, { row: ids[1]!, side: 'before' })
  session.edit([{ table: 'areas', row: first!, column: 'area', input: '一' }], how)
  session.edit([{ table: 'areas', row: second!, column: 'area', input: '二' }], how)
  expect(shown()).toEqual(['甲', '一', '二', '乙', '丙', '丁'])
  expect(changes[0]!.added).toHaveLength(1)

  moveRows(session, 'areas', [ids[0]!, first!], { row: ids[2]!, side: 'after' })
  expect(shown()).toEqual(['二', '乙', '丙', '甲', '一', '丁'])
  expect(changes.at(-1)!.edits).toHaveLength(2)
  await session.undo()
  expect(shown()).toEqual(['甲', '一', '二', '乙', '丙', '丁'])
  await session.redo()
  expect(shown()).toEqual(['二', '乙', '丙', '甲', '一', '丁'])

  session.remove('areas', [ids[0]!], how)
  expect(shown()).toEqual(['二', '乙', '丙', '一', '丁'])
  await session.undo()
  expect(shown()).toEqual(['二', '乙', '丙', '甲', '一', '丁'])
  session.add('areas', [{ area: '戊' }], how)
  expect(shown().at(-1)).toBe('戊')
})

test('a copy holds what the row held, but not what tells it from all others', () => {
  const { session } = memorySession()
  const { book } = session
  const [incident] = book.view('incidents').ids()
  const [copy] = duplicateRows(session, 'incidents', [incident!])
  expect(book.view('incidents').positionOf(copy!)).toBe(1)
  expect(book.stored('incidents', copy!, 'occurred_at')).toBe(
    book.stored('incidents', incident!, 'occurred_at'),
  )
  expect(book.stored('incidents', copy!, 'no')).not.toBe(book.stored('incidents', incident!, 'no'))
  expect(book.problem('incidents', copy!, 'no')).toBeNull()
})

test('places travel, are durable, and two people who moved the same row are not asked about it', async () => {
  const a = await Computer.start('王老师')
  await a.create()
  const { ids } = a.session.add(
    'areas',
    ['甲', '乙', '丙'].map((area) => ({ area })),
    how,
  )
  const shown = ({ session: { book } }: Computer) =>
    ids.map((id) => book.view('areas').positionOf(id)).map((at) => at - book.view('areas').size + ids.length)
  const b = await Computer.start('陈老师')
  await b.merge(await a.export())

  moveRows(a.session, 'areas', [ids[2]!], { row: ids[0]!, side: 'before' })
  expect(shown(a)).toEqual([1, 2, 0])
  moveRows(b.session, 'areas', [ids[2]!], { row: ids[0]!, side: 'after' })
  await b.merge(await a.export())
  await a.merge(await b.export())
  expect(a.session.disputes.list()).toEqual([])
  expect(a.text()).toBe(b.text())
  expect(shown(a)).toEqual(shown(b))
  await b.restart()
  expect(shown(b)).toEqual(shown(a))
})
