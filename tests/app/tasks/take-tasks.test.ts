import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planTasks, type TaskPlan } from '../../../src/app/tasks/plan-tasks.ts'
import { takeTasks } from '../../../src/app/tasks/take-tasks.ts'
import type { Session } from '../../../src/app/session.ts'
import { stateText } from '../../../src/engine/state-text.ts'
import { directiveId, orderedHazardId } from '../../../src/rules/orders/rows-of-order.ts'
import type { TaskFile } from '../../../src/sync/task-file.ts'
import { stampOf, type SentOrder } from '../../../src/tables/sent-order.ts'
import { memorySession } from '../memory-session.ts'
import { value } from '../value.ts'

const SCHOOL = { code: '1001', name: '东镇小学' }

/** A school's workbook as it begins, with its code. */
function school(code = SCHOOL.code): Session {
  const { session } = memorySession({ sample: false })
  const [profile] = session.book.view('profile').ids()
  const input = (column: string, input: string) => ({ table: 'profile', row: profile!, column, input })
  session.edit([input('school_code', code), input('school_name', SCHOOL.name)], HOW)
  return session
}
const HOW = { source: 'user', label: { code: 'cell.edit' } } as const

const hashOf = (content: unknown): string =>
  [...JSON.stringify(content)]
    .reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 0xffffffff, 7)
    .toString(16)
    .padStart(16, '0')

const fileOf = (...orders: SentOrder[]): TaskFile => ({
  bureau: { workbook: 'bureau', name: '丰禾县教育局' },
  replica: 'r1',
  made: '2026-09-20T01:00:00.000Z',
  orders,
})

type Content = Omit<SentOrder, 'stamp' | 'to'> & { readonly to?: SentOrder['to'] }
const sent = (version: number, content: Content): SentOrder => ({
  to: [SCHOOL],
  ...content,
  stamp: stampOf(version, hashOf(content)),
})

const order: Content = {
  id: '#o-0',
  no: 'RW-20260915-01',
  kind: '整改通知',
  title: '关于东镇小学隐患的整改通知',
  text: '操场栏杆松动，请加固。',
  date: '2026-09-15',
  due: '2026-10-15',
  hazard: null,
  rows: null,
}

function take(session: Session, file: TaskFile): TaskPlan {
  const plan = value(planTasks(session, file))
  takeTasks(session, file, plan.orders)
  return plan
}

const RULE = { ids: ['a'], withdrawn: [], columns: { key: ['hazard.days'], value: ['9'] } }

/** A bureau that writes, deletes and sends: the files that have gone out, one after the other. */
const history = fc
  .array(
    fc.oneof(
      fc.record({
        does: fc.constant('item' as const),
        at: fc.nat(3),
        text: fc.constantFrom('甲', '乙', '丙'),
      }),
      fc.record({ does: fc.constant('drop' as const), at: fc.nat(3) }),
      fc.record({
        does: fc.constant('day' as const),
        at: fc.nat(3),
        text: fc.constantFrom('校庆', '运动会'),
      }),
      fc.record({ does: fc.constant('rule' as const), at: fc.nat(1), text: fc.constantFrom('5', '7') }),
      fc.record({ does: fc.constant('ask' as const), at: fc.nat(1), text: fc.constantFrom('甲', '乙') }),
      fc.record({ does: fc.constant('send' as const), at: fc.nat(7), text: fc.constantFrom('甲', '乙') }),
    ),
    { size: 'max', minLength: 3, maxLength: 16 },
  )
  .map((steps) => {
    const items = new Map<string, { text: string; gone: boolean }>()
    const days = new Map<string, string>()
    const rules = new Map<string, string>()
    const asks = ['甲', '甲']
    const files: TaskFile[] = []
    const numbers = new Map<string, number>()
    const last = new Map<string, string>()
    let version = 0
    const send = (content: Content) => {
      if (last.get(content.id) !== hashOf(content)) numbers.set(content.id, ++version)
      last.set(content.id, hashOf(content))
      files.push(fileOf(sent(numbers.get(content.id)!, content)))
    }
    const along = (id: string, kind: Content['kind'], rows: Content['rows']) =>
      send({ ...order, id, no: id, kind, title: id, rows, due: null })
    for (const step of steps) {
      const { does, at } = step
      if (does === 'item') {
        const before = items.get(`#i${at}`)
        if (!before?.gone) items.set(`#i${at}`, { text: step.text, gone: false })
      } else if (does === 'drop') {
        const item = items.get(`#i${at}`)
        if (item) item.gone = true
      } else if (does === 'day') days.set(`2026-10-0${at + 4}`, step.text)
      else if (does === 'rule') rules.set(RULES[at]!, step.text)
      else if (does === 'ask') asks[at] = step.text
      else if (at < 2) send({ ...order, id: `#a${at}`, no: `N${at}`, text: asks[at]! })
      else if (at < 5) {
        const list = [...items]
        along(`#c${at % 2}`, '检查清单', {
          ids: list.map(([id]) => id),
          withdrawn: list.filter(([, { gone }]) => gone).map(([id]) => id),
          columns: {
            list: list.map(() => '局检'),
            item: list.map(([, { text }]) => text),
            seq: list.map((_, n) => n + 1),
          },
        })
      } else if (at < 7) {
        const list = [...days]
        along(`#d${at % 2}`, '节假日历', {
          ids: list.map(([day]) => day),
          withdrawn: [],
          columns: {
            date: list.map(([day]) => day),
            name: list.map(([, name]) => name),
            kind: list.map(() => '校定假'),
          },
        })
      } else {
        const list = [...rules].filter(([key]) => step.text === '甲' || key === RULES[0])
        along('#p', '规则参数', {
          ids: list.map(([key]) => key),
          withdrawn: [],
          columns: {
            key: list.map(([key]) => key),
            value: list.map(([, text]) => text),
            group: list.map(() => '期限'),
          },
        })
      }
    }
    return files
  })
const RULES = ['hazard.days', 'hazard.daysMajor']

describe('taking tasks in', () => {
  it('ends the same in whatever order the files come, and how often', () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat()), (files, chance) => {
        const inTurn = school()
        for (const file of files) take(inTurn, file)
        const mixed = files
          .map((file) => ({ file, at: chance.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ file }) => file)
        const other = school()
        for (const file of [...mixed, ...files.slice(0, 3)]) take(other, file)
        expect(stateText(other.book)).toBe(stateText(inTurn.book))
        const before = stateText(other.book)
        for (const file of files) for (const { rows } of take(other, file).orders) expect(rows).toEqual([])
        expect(stateText(other.book)).toBe(before)
      }),
      { numRuns: 20 },
    )
  })

  it('makes an order a directive with its day, and enters the hazard the bureau knows of none', () => {
    const session = school()
    take(session, fileOf(sent(1, order)))
    const cell = (table: string, id: string, column: string) => session.book.value(table, id, column)
    const directive = directiveId(order.id)
    expect(cell('directives', directive, 'due')).toBe('2026-10-15')
    expect(cell('directives', directive, 'from')).toBe('丰禾县教育局')
    expect(cell('directives', directive, 'hazard')).toBe(orderedHazardId(order.id))
    expect(cell('hazards', orderedHazardId(order.id), 'source')).toBe('上级检查')
    expect(cell('hazards', orderedHazardId(order.id), 'no')).toBe(order.no)

    // What the school has done stays when the bureau says it anew.
    session.edit(
      [
        { table: 'directives', row: directive, column: 'done', input: '已加固' },
        { table: 'hazards', row: orderedHazardId(order.id), column: 'level', input: '重大' },
      ],
      HOW,
    )
    take(session, fileOf(sent(2, { ...order, due: '2026-10-20' })))
    expect(cell('directives', directive, 'due')).toBe('2026-10-20')
    expect(cell('directives', directive, 'done')).toBe('已加固')
    expect(cell('hazards', orderedHazardId(order.id), 'level')).toBe('重大')
    expect(session.book.view('directives').size).toBe(1)
  })

  it('writes the same on two computers of a school, on whatever day each has taken it in', () => {
    const file = fileOf(sent(1, order), sent(2, { ...order, id: '#o-1', kind: '规则参数', rows: RULE }))
    const cells = ['2026-09-16 08:00', '2026-10-30 17:00'].map((now) => {
      const { session } = memorySession({ sample: false, now: () => now })
      session.edit(
        [
          {
            table: 'profile',
            row: session.book.view('profile').ids()[0]!,
            column: 'school_code',
            input: '1001',
          },
        ],
        HOW,
      )
      const rows = take(session, file).orders.flatMap(({ rows }) => rows)
      expect(rows).toHaveLength(4)
      return rows.map(({ table, id }) =>
        Object.keys(session.book.tables[table]!.columns).map((key) => session.book.stored(table, id, key)),
      )
    })
    expect(cells[1]).toEqual(cells[0])
  })

  it('names the row of the school’s own ledger where the bureau knows it', () => {
    const session = school()
    const [hazard] = session.add('hazards', [{ no: 'YH-1', content: '栏杆松动' }], HOW).ids
    take(session, fileOf(sent(1, { ...order, hazard: hazard! })))
    expect(session.book.value('directives', directiveId(order.id), 'hazard')).toBe(hazard)
    expect(session.book.view('hazards').size).toBe(1)
  })

  it('is one step to undo, and can be taken in again', async () => {
    const session = school()
    const empty = stateText(session.book)
    const columns = { list: ['局检', '局检'], seq: [1, 2], item: ['门卫', '消防'] }
    const list = { ids: ['#1', '#2'], withdrawn: [], columns }
    const file = fileOf(sent(1, order), sent(2, { ...order, id: '#c', kind: '检查清单', rows: list }))
    take(session, file)
    const full = stateText(session.book)
    await session.undo()
    expect(stateText(session.book)).toBe(empty)
    take(session, file)
    expect(stateText(session.book)).toBe(full)

    // A row of it that the school has deleted stays deleted.
    session.remove('checklists', session.book.view('checklists').ids().slice(0, 1), HOW)
    const fewer = stateText(session.book)
    take(session, file)
    expect(stateText(session.book)).toBe(fewer)
  })

  it('sets a parameter in its own row, says what it was, and leaves what it cannot read', () => {
    const session = school()
    const settings = session.book.view('policy').size
    const rows = {
      ids: ['a', 'b', 'c'],
      withdrawn: [],
      columns: { key: ['hazard.days', 'no.such', 'hazard.daysMajor'], value: ['9', '1', 'many'] },
    }
    const file = fileOf(sent(1, { ...order, kind: '规则参数', rows }))
    const [planned] = value(planTasks(session, file)).orders
    expect(planned!.unread).toEqual(['no.such', 'hazard.daysMajor'])
    const edits = planned!.rows.flatMap(({ edits }) => edits)
    expect(edits.find(({ column }) => column === 'value')).toMatchObject({ from: '7', to: '9' })
    takeTasks(session, file, [planned!])
    expect(session.book.view('policy').size).toBe(settings)
    expect(session.book.environment().policy['hazard.days' as never]).toBe(9)
  })

  it('refuses what is another school’s in plain words, and takes only its own of a file for many', () => {
    const other = { code: '1002', name: '西镇小学' }
    const file = fileOf(sent(1, { ...order, to: [other] }))
    expect(planTasks(school(), file)).toMatchObject({
      ok: false,
      problem: { code: 'tasks.other-school', params: { to: '西镇小学', code: '1001' } },
    })
    expect(planTasks(school(''), fileOf(sent(1, { ...order, to: [other] })))).toMatchObject({
      ok: false,
      problem: { code: 'tasks.no-code' },
    })
    const both = fileOf(sent(1, { ...order, to: [other] }), sent(2, { ...order, id: '#o-1' }))
    const plan = value(planTasks(school(), both))
    expect([plan.orders.map(({ order }) => order.id), plan.foreign]).toEqual([['#o-1'], 1])
  })
})
