import { expect, it } from 'vitest'
import { answersOf, answerId } from '../../../src/app/bureau/answers-of.ts'
import { draftOrder } from '../../../src/app/bureau/draft-order.ts'
import { ordersToSend } from '../../../src/app/bureau/sent-orders.ts'
import { sendOrders } from '../../../src/app/bureau/send-orders.ts'
import { ledgerRowId } from '../../../src/app/bureau/ledgers-of.ts'
import type { KnownReport } from '../../../src/app/bureau/known-reports.ts'
import { stateText } from '../../../src/engine/state-text.ts'
import { writeWorkbook } from '../../../src/exchange/xlsx-write.ts'
import { directiveId } from '../../../src/rules/orders/rows-of-order.ts'
import type { writeXlsxFile } from '../../../src/workers/bridge.ts'
import { readTaskFile } from '../../../src/workers/task-work.ts'
import { value } from '../value.ts'
import { bureauSession } from './bureau-session.ts'

const HOW = { source: 'user', label: { code: 'cell.edit' } } as const
const SENDING = { apart: false, name: '任务', contents: (count: number) => String(count) }

const writer: typeof writeXlsxFile = async ({ sheets = [] }, options) => ({
  ok: true,
  value: await writeWorkbook(sheets, options),
})

it('drafts, sends, counts versions by what schools will read, and keeps the register', async () => {
  const { session } = bureauSession({ '1001': '东镇小学', '1002': '西镇小学' })
  const standing = async () => ({ replica: 'r', vector: {} })
  Object.assign(session, { standing })
  const school = '#school-1001'
  const hazard = ledgerRowId('allHazards', school, '#h-7')
  const columns = { school: [school], no: ['YH-1'], content: ['栏杆松动'], due: ['2026-11-01'] }
  session.write({ ...HOW, edits: [], added: [{ table: 'allHazards', ids: [hazard], columns }] })
  const { order } = value(draftOrder(session, 'allHazards', hazard))
  expect(session.book.stored('orders', order, 'title')).toBe('关于东镇小学隐患 YH-1 的整改通知')

  const send = async (apart = false) =>
    value(await sendOrders(session, [order], { ...SENDING, apart }, writer)).files
  const [file] = await send()
  const read = value(await readTaskFile(file!.bytes, file!.name))
  expect(read.tasks.orders).toMatchObject([
    { id: order, hazard: '#h-7', due: '2026-11-01', to: [{ code: '1001', name: '东镇小学' }] },
  ])
  const answer = answerId(order, school)
  expect(session.book.value('orderAnswers', answer, 'state')).toBe('已下达')
  expect(session.book.view('exports').size).toBe(1)

  // Once more, unchanged, it is the version it was.
  const before = stateText(session.book)
  await send(true)
  expect(stateText(session.book)).toBe(before)
  // Whoever is added is no change of what it says; a word is.
  const input = (column: string, input: string | string[]) => ({ table: 'orders', row: order, column, input })
  session.edit([input('to', ['东镇小学', '西镇小学'])], HOW)
  expect(value(await ordersToSend(session.book, [order]))).toMatchObject([{ changed: false, version: 1 }])
  session.edit([input('text', '请在月底前加固。')], HOW)
  expect((await send(true)).map(({ name }) => name)).toEqual([
    '任务-东镇小学-2026-10-05.xlsx',
    '任务-西镇小学-2026-10-05.xlsx',
  ])
  expect(session.book.stored('orders', order, 'version')).toBe(2)
  expect(session.book.view('orderAnswers').size).toBe(2)
  expect(session.book.stored('orderAnswers', answer, 'version')).toBe(2)

  // An undo takes back what was written, and not that it has gone out.
  await session.undo()
  expect(session.book.stored('orders', order, 'text')).not.toBe('请在月底前加固。')
  expect(session.book.stored('orders', order, 'version')).toBe(2)
  expect(session.book.view('orderAnswers').size).toBe(2)
})

it('refuses to send what is not fit to be sent', async () => {
  const { session } = bureauSession({ '1001': '东镇小学' })
  const add = (cells: Record<string, string>) =>
    session.add('orders', [{ title: '任务', ...cells }], HOW).ids[0]!
  const code = async (order: string) => {
    const read = await ordersToSend(session.book, [order])
    return read.ok ? null : read.problem.code
  }
  expect(await code(add({ kind: '通知' }))).toBe('order.unfinished')
  expect(await code(add({ kind: '检查清单', part: '没有' }))).toBe('order.no-rows')
  expect(await code(add({ kind: '节假日历', part: '2026' }))).toBe(null)
})

it('reads out of a school’s report what became of a task', () => {
  const facts = { hash: 'h', made: '2026-09-20 09:00' } as KnownReport
  const table = (rows: Readonly<Record<string, Readonly<Record<string, string>>>>) => ({
    ids: Object.keys(rows),
    columns: Object.fromEntries(
      [...new Set(Object.values(rows).flatMap((row) => Object.keys(row)))].map((key) => [
        key,
        Object.values(rows).map((row) => row[key] ?? null),
      ]),
    ),
  })
  const tables = new Map([
    [
      'directives',
      table({
        [directiveId('#o')]: {
          sent: '3-0123456789abcdef',
          done: '已加固',
          done_on: '2026-09-18',
          hazard: 'YH-1',
        },
        '#own': { title: '自己登记的' },
      }),
    ],
    ['hazards', table({ '#h': { no: 'YH-1', state: '已销号' } })],
  ])
  expect(answersOf('#s', [{ facts, bytes: new Uint8Array(), tables }])).toEqual([
    {
      table: 'orderAnswers',
      id: answerId('#o', '#s'),
      cells: {
        order: '#o',
        school: '#s',
        received: true,
        received_version: 3,
        answer: '已加固',
        done_on: '2026-09-18',
        hazard_state: '已销号',
        as_of: '2026-09-20 09:00',
      },
    },
  ])
  expect(answersOf('#s', [{ facts, bytes: new Uint8Array(), tables: new Map() }])).toEqual([])
})
