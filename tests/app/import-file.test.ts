import { describe, expect, it } from 'vitest'
import { Stopped } from '../../src/app/book-copy.ts'
import { applyImport, previewImport, previewImportInPieces } from '../../src/app/import-file.ts'
import { stateText } from '../../src/engine/state-text.ts'
import type { SheetData } from '../../src/exchange/sheet-data.ts'
import { memorySession } from './memory-session.ts'

const sheet = (rows: SheetData['rows']): SheetData => ({ name: '名单', hidden: false, rows, warnings: [] })

const many = (count: number) =>
  sheet([
    ['教师姓名', '职工号', '处室'],
    ...Array.from({ length: count }, (_, n) => [`新${n}`, `N${String(n).padStart(5, '0')}`, '教导处']),
  ])

describe('importing into the open workbook', () => {
  it('is one change that one undo takes back', async () => {
    const { session, changes } = memorySession()
    const before = stateText(session.book)
    const [first] = session.book.view('staff').ids()
    const number = session.book.stored('staff', first!, 'staff_no')
    const file = sheet([
      ['教师姓名', '职工号', '联系电话'],
      [session.book.shownName(first!), number as string, '13912345678'],
      ['新同事', 'N1', '13900000000'],
    ])
    const plan = previewImport(session, [file])
    expect(plan.counts).toEqual({ added: 1, changed: 1, same: 0, rejected: 0 })
    expect(stateText(session.book)).toBe(before)

    applyImport(session, plan, '名单.xlsx')
    expect(changes).toHaveLength(1)
    expect(changes[0]).toMatchObject({
      source: 'import',
      label: { code: 'import', params: { file: '名单.xlsx', added: 1, changed: 1 } },
    })
    expect(session.book.value('staff', first!, 'phone')).toBe('13912345678')
    await session.undo()
    expect(stateText(session.book)).toBe(before)
  })

  it('plans in pieces what it plans at once, telling how far it is', async () => {
    const { session } = memorySession()
    const shares: number[] = []
    const plan = await previewImportInPieces(
      session,
      [many(3000)],
      {},
      { onProgress: (share) => shares.push(share) },
    )
    expect(plan).toEqual(previewImport(session, [many(3000)]))
    expect(plan.counts.added).toBe(3000)
    expect(shares.every((share, at) => share > 0 && share < 1 && share >= (shares[at - 1] ?? 0))).toBe(true)
    expect(shares.length).toBeGreaterThan(0)
  })

  it('stops when asked', async () => {
    const { session } = memorySession()
    const stop = new AbortController()
    const planning = previewImportInPieces(
      session,
      [many(3000)],
      {},
      { signal: stop.signal, onProgress: () => stop.abort() },
    )
    await expect(planning).rejects.toBeInstanceOf(Stopped)
  })

  it('plans against the rows as they are when it ends, not as they were when it began', async () => {
    const { session } = memorySession()
    let added = false
    const plan = await previewImportInPieces(
      session,
      [many(3000)],
      {},
      {
        onProgress: () => {
          if (added) return
          added = true
          session.add('staff', [{ name: '新0', staff_no: 'N00000', dept: '教导处' }], {
            source: 'user',
            label: { code: 'edit' },
          })
        },
      },
    )
    expect(plan.counts).toMatchObject({ added: 2999, same: 1 })
  })
})

describe('an old ledger of hazards', () => {
  const ledger = (rows: SheetData['rows']) =>
    sheet([['隐患编号', '排查时间', '隐患部位', '隐患内容', '整改完成时间', '销号时间'], ...rows])
  const taken = (rows: SheetData['rows']) => {
    const { session } = memorySession()
    const options = { table: 'hazards', keepInvalid: true }
    applyImport(session, previewImport(session, [ledger(rows)], options), '隐患台账.xlsx')
    const { book } = session
    const row = book.find(['hazards'], String(rows[0]![0])) as string
    return {
      session,
      row,
      of: (column: string) => book.value('hazards', row, column),
      wrong: (column: string) => book.problem('hazards', row, column)?.code ?? null,
    }
  }

  it('that has only the day of closing means that it is closed', () => {
    const { of, wrong, session, row } = taken([
      ['YH-1', '2026-10-09', '大操场', '球门松动', null, '2026-10-16'],
    ])
    expect(of('state')).toBe('已销号')
    expect(of('overdue')).toBe(false)
    expect([wrong('closed_on'), wrong('closed_by')]).toEqual([null, null])
    // It is open again, and asks for its steps, when that day turns out to be wrong.
    const how = { source: 'user', label: { code: 'cell.edit' } } as const
    session.edit([{ table: 'hazards', row, column: 'closed_on', input: null }], how)
    expect(of('state')).toBe('待整改')
  })

  it('that knows of steps is held to them', () => {
    const { of, wrong } = taken([['YH-2', '2026-10-09', '大操场', '球门松动', '2026-10-12', '2026-10-16']])
    expect(of('state')).toBe('待复查')
    expect(wrong('closed_on')).toBe('hazard.closed-before-checked')
  })

  it('that was closed before it was found is marked', () => {
    const { of, wrong } = taken([['YH-3', '2026-10-09', '大操场', '球门松动', null, '2026-10-01']])
    expect(of('state')).toBe('待整改')
    expect(wrong('closed_on')).toBe('hazard.closed-before-checked')
  })
})

it('knows the unit of a medicine by its short heading', () => {
  const { session } = memorySession()
  const file = sheet([
    ['日期', '品名', '类别', '动作', '数量', '单位', '保管人'],
    ['2026-10-09', '酒精', '易燃易爆', '入库', 10, '瓶', '钟毓秀、宋文渊'],
    ['2026-10-12', '碘伏', '医务药品', '入库', 5, '盒', '尹秀梅'],
  ])
  applyImport(session, previewImport(session, [file]), '药品.xlsx')
  const { book } = session
  expect(
    book
      .view('chemicals')
      .ids()
      .map((row) => book.value('chemicals', row, 'unit')),
  ).toEqual(['瓶', '盒'])
})

it('takes 单位 in a list of people for their department', () => {
  const { session } = memorySession()
  const file = sheet([
    ['姓名', '工号', '单位', '手机'],
    ['新同事', 'N1', '教导处', '13900000000'],
    ['又一位', 'N2', '总务处', '13900000001'],
  ])
  applyImport(session, previewImport(session, [file], { table: 'staff' }), '名单.xlsx')
  expect(session.book.text('staff', session.book.find(['staff'], '又一位') as string, 'dept')).toBe('总务处')
})
