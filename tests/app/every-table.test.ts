import { beforeAll, describe, expect, it } from 'vitest'
import { exportFile } from '../../src/app/export-workbook.ts'
import { applyImport, previewImport } from '../../src/app/import-file.ts'
import type { Input } from '../../src/app/read-input.ts'
import { paperSource } from '../../src/app/paper-source.ts'
import type { Session } from '../../src/app/session.ts'
import { readSpreadsheet } from '../../src/exchange/read-file.ts'
import { sameCell, type Cell } from '../../src/tables/cell.ts'
import { cellTypeOf } from '../../src/tables/cell-types/of.ts'
import { listed, loadWords, optionLabel, setLocale } from '../../src/i18n/translate.ts'
import { printKind } from '../../src/reports/prints.ts'
import { bureauTables } from '../../src/tables/bureau/all-tables.ts'
import { tables } from '../../src/tables/index.ts'
import type { WorkbookKind } from '../../src/tables/kinds.ts'
import type { Table } from '../../src/tables/table.ts'
import { plainXlsx } from '../exchange/plain-xlsx.ts'
import { Computer } from './exchange-copies.ts'
import { isWritten, rowOf } from './table-rows.ts'
import { value } from './value.ts'
import { workerBeside } from './worker-beside.ts'

await setLocale('zh-Hans')
await loadWords()

/** One law each for every table there is, over rows drawn by the types of its columns. */
const KINDS: readonly {
  readonly kind: WorkbookKind
  readonly tables: Readonly<Record<string, Table>>
  /** Those that others point to come first. */
  readonly first: readonly string[]
}[] = [
  {
    kind: 'school',
    tables,
    first: ['terms', 'departments', 'staff', 'classes', 'areas', 'meetings', 'plans'],
  },
  {
    kind: 'bureau',
    tables: bureauTables,
    first: ['sections', 'bureauStaff', 'schools', 'visits', 'bureauMeetings'],
  },
]
const how = { source: 'user', label: { code: 'row.add', params: { count: 1 } } } as const
const ROWS = 3

const words = {
  program: '双责簿',
  locale: 'zh-Hans',
  say: (steps: readonly { code: string }[]) => steps.map(({ code }) => code).join(' '),
  settingName: (key: string) => key,
  settingValue: (_key: string, each: string) => each,
  optionLabel,
  listed,
}

const idsOf = (of: Session) => (table: string) => of.book.view(table).ids()
async function sheetsOf(file: Uint8Array) {
  const read = await readSpreadsheet(file, 'a.xlsx', {})
  if (!read.ok) throw new Error(read.problem.code)
  return read.sheets
}

const inputs = ({ columns }: Table) =>
  Object.entries(columns).filter(([, column]) => !column.computed && !column.fixed)

/** A choice of one may come back as the list of it; the order of a list does not matter. */
const sameAs = (a: Cell, b: Cell): boolean => JSON.stringify([a].flat()) === JSON.stringify([b].flat())

describe.each(KINDS)('in the workbook of a $kind', ({ kind, tables: ofKind, first }) => {
  const written = Object.values(ofKind).filter(isWritten)
  const names = written.map(({ name }) => name)
  let one: Computer
  let session: Session
  /** The rows this test has put into each table. */
  const added = new Map<string, readonly string[]>()

  /** Every input of the rows of a table, as it is stored. */
  const textOf = (table: Table): string =>
    JSON.stringify(
      session.book
        .view(table.name)
        .ids()
        .map((row) => inputs(table).map(([key]) => session.book.stored(table.name, row, key))),
    )

  beforeAll(async () => {
    one = await Computer.start('甲')
    await one.create(kind)
    session = one.session
    const inOrder = [
      ...written.filter(({ name }) => first.includes(name)),
      ...written.filter(({ name }) => !first.includes(name)),
    ]
    // What schools send is written by the reception; here it is enough that there is something to point at.
    for (const table of ['allHazards', 'allIncidents'])
      if (Object.hasOwn(ofKind, table))
        session.add(table, Array.from({ length: 12 }, (_, n) => ({ no: `${n}` })) as never, how)
    for (const table of inOrder) {
      const rows = Array.from({ length: table.single ? 1 : ROWS }, (_, n) =>
        rowOf(table, n, n, idsOf(session)),
      )
      // The one row of the profile is there from the start.
      if (table.single) {
        const [row] = session.book.view(table.name).ids()
        const edits = Object.entries(rows[0]!).map(([column, value]) => ({
          table: table.name,
          row: row!,
          column,
          input: value as Input,
        }))
        session.edit(edits, how)
        added.set(table.name, [row!])
      } else {
        // Recording an incident makes its legs by itself.
        if (table.name === 'reportLegs') session.remove(table.name, idsOf(session)(table.name), how)
        added.set(table.name, session.add(table.name, rows as never, how).ids)
      }
    }
  }, 60_000)

  describe.each(names)('%s', (name) => {
    const table = ofKind[name]!
    const rows = () => added.get(name)!

    it('holds what was typed, in every column', () => {
      for (const [n, row] of rows().entries()) {
        expect(session.book.has(name, row)).toBe(true)
        const typed = rowOf(table, n, n, idsOf(session))
        for (const [column, definition] of inputs(table)) {
          const stored = session.book.stored(name, row, column)
          if (stored !== null)
            expect(cellTypeOf(definition).valid(stored, definition), `${column}: ${String(stored)}`).toBe(
              true,
            )
          // References were chosen from the rows that were there at the time.
          if (definition.to === undefined && typed[column] !== undefined)
            expect(sameCell(stored, typed[column]), `${column}: ${String(stored)}`).toBe(true)
        }
      }
    })

    it('is edited, the edit is undone and done again, and the history tells of it', async () => {
      const row = rows()[0]!
      const [column, definition] =
        inputs(table).find(
          ([key, { type, to }]) => !to && type !== 'yesno' && type !== 'row' && !table.key.includes(key),
        ) ?? inputs(table)[0]!
      const before = textOf(table)
      const to = rowOf(table, 1, 99, idsOf(session))[column] ?? null
      const from = session.book.stored(name, row, column)
      if (sameCell(from, to)) throw new Error(`${name}.${column} is drawn alike twice`)
      session.edit([{ table: name, row, column, input: to as Input }], how)
      expect(sameCell(session.book.stored(name, row, column), to)).toBe(true)
      const after = textOf(table)
      await session.undo()
      expect(textOf(table)).toBe(before)
      await session.redo()
      expect(textOf(table)).toBe(after)
      await session.undo()
      await session.settled()
      const history = await session.history({ table: name, row })
      const told = history.flatMap(({ edits }) =>
        edits.filter((edit) => edit.row === row && edit.column === column),
      )
      expect(told.some((edit) => sameCell(edit.to, to))).toBe(true)
      expect(definition.computed).toBe(false)
    })

    it('is seen in every column, and every row has a name', () => {
      for (const row of rows()) {
        for (const column of Object.keys(table.columns))
          expect(session.book.text(name, row, column)).toBeTypeOf('string')
        expect(session.book.shownName(row), row).toBeTypeOf('string')
      }
    })

    // A bureau prints other papers.
    const itPrints = kind === 'school' ? it : () => {}
    itPrints('is printed with every row', async () => {
      const make = await printKind('bundle').load()
      const source = paperSource(session, { audience: 'whole', summaries: false }, words)
      const days = ['0001-01-01', '9999-12-31'] as const
      const print = make(source, { rows: [], term: null, weeks: [1, 1], lists: [], tables: [name], days })
      if (print === null || 'tooLong' in print) throw new Error('nothing printed')
      // After the cover and the index the table, in as many parts as its columns need.
      const parts = print.sheets
        .slice(2)
        .flatMap(({ paper }) => paper.filter((block) => block.is === 'table'))
      expect(parts.length).toBeGreaterThan(0)
      for (const part of parts) expect(part.rows).toHaveLength(session.book.view(name).size)
    })

    it('goes out as .xlsx and comes back as no change', async () => {
      const file = value(
        await exportFile(
          session,
          { kind: 'xlsx', tables: [name], audience: 'whole' },
          words,
          {},
          workerBeside(() => session),
        ),
      )
      const sheets = await sheetsOf(file.bytes)
      const plan = previewImport(session, sheets, { table: name })
      expect(plan.sheets.flatMap(({ rejected }) => rejected)).toEqual([])
      expect(plan.counts).toMatchObject({ added: 0, changed: 0, rejected: 0 })
      expect(plan.counts.same).toBeGreaterThanOrEqual(rows().length)
    })

    it('comes in from somebody’s .xlsx under its own headings, in one step that one undo takes back', async () => {
      if (table.single) return
      const context = session.book.context()
      const drawn = [8, 10].map((n) => rowOf(table, n, n, idsOf(session)))
      const before = textOf(table)
      const planOf = async (columns: ReturnType<typeof inputs>) => {
        const lines = drawn.map((cells) =>
          columns.map(([key, column]) => cellTypeOf(column).format(cells[key] ?? null, column, context)),
        )
        const file = plainXlsx([
          { name: table.zh, rows: [[table.zh], columns.map(([, { zh }]) => zh), ...lines] },
        ])
        return previewImport(session, await sheetsOf(file), { table: name })
      }
      // Cells that are good in themselves may not go together (a deadline before its day): without those it is a row.
      let columns = inputs(table).filter(([, { type }]) => type !== 'row')
      const least = columns.length - 5
      let plan = await planOf(columns)
      for (let i = 0; i < 3 && plan.counts.rejected > 0; i++) {
        const odd = new Set(plan.sheets.flatMap(({ rejected }) => rejected.map(({ column }) => column)))
        columns = columns.filter(([, { zh }]) => !odd.has(zh))
        plan = await planOf(columns)
      }
      expect(plan.sheets.flatMap(({ rejected }) => rejected)).toEqual([])
      expect(columns.length).toBeGreaterThanOrEqual(least)
      expect(plan.counts.added + plan.counts.changed + plan.counts.same).toBe(2)
      applyImport(session, plan, 'a.xlsx')
      // Both have come in whole: every cell of the closest row there is as it was drawn.
      const there = session.book.view(name).ids()
      for (const cells of drawn) {
        const lost = there.map((row) =>
          columns
            .filter(([key]) => key in cells && !sameAs(session.book.stored(name, row, key), cells[key]!))
            .map(([key]) => key),
        )
        expect(lost.sort((a, b) => a.length - b.length)[0]).toEqual([])
      }
      if (textOf(table) !== before) await session.undo()
      expect(textOf(table) === before).toBe(true)
    })
  })

  it('two copies that wrote into every table become one, whoever sends first', async () => {
    await session.settled()
    const other = await Computer.start('乙')
    await other.merge(await one.export())
    expect(other.text()).toBe(one.text())
    for (const [computer, n] of [
      [one, 11],
      [other, 12],
    ] as const)
      for (const table of written) {
        if (table.single) continue
        const { ids } = computer.session.add(
          table.name,
          [rowOf(table, n, n, idsOf(computer.session))] as never,
          how,
        )
        expect(ids).toHaveLength(1)
      }
    const [from, back] = [await one.export(), await other.export()]
    await one.merge(back)
    await other.merge(from)
    expect(other.text()).toBe(one.text())
    for (const table of written)
      if (!table.single) expect(one.session.book.view(table.name).size).toBeGreaterThanOrEqual(ROWS + 2)
  }, 60_000)
})
