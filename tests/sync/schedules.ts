import fc from 'fast-check'
import { DELETED, type CellEdit } from '../../src/engine/change.ts'
import { isDisputed } from '../../src/sync/register.ts'
import type { WorkbookState } from '../../src/sync/workbook-state.ts'
import { sameCell, type Cell } from '../../src/tables/cell.ts'
import { canonicalText, Copy, count, soundMachine, stateOf, type Machine } from './copy.ts'
import { deletionOf, NaiveLedger } from './naive-ledger.ts'

const TABLE = 'incidents'
const ROWS = ['#fixed:1', '#fixed:2']
const COLUMNS = ['name', 'state']

export type Step =
  | {
      readonly do: 'edit'
      readonly copy: number
      readonly row: number
      readonly column: number
      readonly value: Cell
    }
  | {
      readonly do: 'add'
      readonly copy: number
      readonly row: number | null
      readonly values: readonly Cell[]
    }
  | { readonly do: 'delete' | 'restore'; readonly copy: number; readonly row: number }
  | { readonly do: 'undo' | 'export' | 'restart' | 'clone' | 'column'; readonly copy: number }
  | { readonly do: 'send'; readonly copy: number; readonly to: number }
  | { readonly do: 'old'; readonly file: number; readonly to: number }
  | { readonly do: 'clock'; readonly copy: number; readonly by: number }

const copy = fc.nat(7)
const row = fc.nat(5)
const value: fc.Arbitrary<Cell> = fc.constantFrom<Cell>('甲', '乙', '丙', null, 3, true)
const of = <D extends Step['do']>(what: D) => fc.constant(what)

export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: of('edit'), copy, row, column: fc.nat(2), value }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: of('add'), copy, row: fc.option(fc.nat(1)), values: fc.tuple(value, value) }),
  },
  { weight: 2, arbitrary: fc.record({ do: of('delete'), copy, row }) },
  { weight: 1, arbitrary: fc.record({ do: of('restore'), copy, row }) },
  { weight: 1, arbitrary: fc.record({ do: of('undo'), copy }) },
  { weight: 1, arbitrary: fc.record({ do: of('export'), copy }) },
  { weight: 6, arbitrary: fc.record({ do: of('send'), copy, to: copy }) },
  { weight: 2, arbitrary: fc.record({ do: of('old'), file: fc.nat(60), to: copy }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: of('clock'), copy, by: fc.constantFrom(-4e11, 3e12, 86_400_000, -1) }),
  },
  { weight: 1, arbitrary: fc.record({ do: of('restart'), copy }) },
  { weight: 1, arbitrary: fc.record({ do: of('clone'), copy }) },
  { weight: 1, arbitrary: fc.record({ do: of('column'), copy }) },
)

export const schedule = (longest: number) =>
  fc.record({
    copies: fc.integer({ min: 2, max: 8 }),
    steps: fc.array(step, { maxLength: longest, size: 'max' }),
    lastOrder: fc.nat(),
  })

export interface Schedule {
  readonly copies: number
  readonly steps: readonly Step[]
  readonly lastOrder: number
}

/** Plays a schedule and throws where a copy is not what the naive judge says it must be. */
export function play({ copies: number, steps, lastOrder }: Schedule, machine: Machine = soundMachine): void {
  new Play(number, machine).run(steps, lastOrder)
}

/** The copies a schedule leads to, before everybody reads everything. */
export function finalCopies({ copies: number, steps }: Schedule): readonly Copy[] {
  return new Play(number, soundMachine).lead(steps)
}

/** A file somebody has made: its bytes, read once when somebody first opens it, and what its maker knew. */
class MadeFile {
  private read: WorkbookState | null = null

  constructor(
    private readonly bytes: Uint8Array,
    readonly known: ReadonlySet<number>,
  ) {}

  state(): WorkbookState {
    return (this.read ??= stateOf(this.bytes))
  }
}

class Play {
  private readonly copies: Copy[] = []
  private readonly skews: number[] = []
  private readonly files: MadeFile[] = []
  private reads = 0
  private readonly ledger = new NaiveLedger()
  private readonly columns = [...COLUMNS]
  private time = Date.UTC(2027, 2, 10)
  private changes = 0
  private ids = 0

  constructor(number: number, machine: Machine) {
    for (let i = 0; i < number; i++) {
      this.skews.push(0)
      this.copies.push(new Copy(this.freshId(), machine, () => this.now(i)))
    }
  }

  lead(steps: readonly Step[]): readonly Copy[] {
    for (const each of steps) this.step(each)
    return this.copies
  }

  run(steps: readonly Step[], lastOrder: number): void {
    this.lead(steps)
    this.meet(lastOrder)
    for (const each of this.copies) this.check(each)
    const texts = new Set(this.copies.map((each) => canonicalText(each.state)))
    if (texts.size !== 1)
      throw new Error(`copies differ after everybody has read everything:\n${[...texts].join('\n')}`)
    const [text] = texts
    for (const [i, each] of this.copies.entries()) {
      const again = this.files[(lastOrder + i) % this.files.length]!
      if (each.read(again.state(), this.freshId) || canonicalText(each.state) !== text)
        throw new Error('reading a file again has changed something')
    }
  }

  private step(each: Step): void {
    if (each.do === 'old') {
      const file = this.files[each.file % Math.max(1, this.files.length)]
      if (file) this.read(this.at(each.to), file)
      return
    }
    const copy = this.at(each.copy)
    switch (each.do) {
      case 'edit': {
        const id = this.liveRow(copy, each.row)
        if (id)
          this.edit(copy, [this.cell(copy, id, this.columns[each.column % this.columns.length]!, each.value)])
        return
      }
      case 'add':
        return this.add(copy, each.row === null ? `#row${++this.ids}` : ROWS[each.row]!, each.values)
      case 'delete': {
        const id = this.liveRow(copy, each.row)
        if (id) this.edit(copy, [this.cell(copy, id, DELETED, true)])
        return
      }
      case 'restore': {
        const ids = this.rows(copy)
        const id = ids[each.row % Math.max(1, ids.length)]
        if (id) this.edit(copy, [this.cell(copy, id, DELETED, null)])
        return
      }
      case 'undo': {
        const last = copy.done.pop()
        const back = (last ?? [])
          .filter(({ row, column, to }) => sameCell(copy.state.shown(TABLE, row, column), to))
          .filter(({ row, column }) => column === DELETED || !copy.state.shown(TABLE, row, DELETED))
          .map((edit) => ({ ...edit, from: edit.to, to: edit.from }))
        if (back.length > 0) this.write(copy, back)
        return
      }
      case 'export':
        this.file(copy)
        return
      case 'send':
        return this.read(this.at(each.to), this.file(copy))
      case 'clock':
        this.skews[this.copies.indexOf(copy)]! += each.by
        return
      case 'restart':
        copy.restart()
        return
      case 'column':
        if (this.columns.length < 4) this.columns.push(`new${this.columns.length}`)
        return
      case 'clone': {
        if (this.copies.length >= 9) return
        const index = this.copies.length
        this.skews.push(0)
        this.copies.push(copy.cloned(() => this.now(index)))
      }
    }
  }

  /** Everybody reads what everybody has, one collecting and then giving; each in an order of its own. */
  private meet(order: number): void {
    const turned = this.copies.map((_, i) => this.copies[(i + order) % this.copies.length]!)
    const [first, ...others] = turned
    for (const other of others) this.read(first!, this.file(other))
    const all = this.file(first!)
    for (const other of others.reverse()) this.read(other, all)
  }

  private read(copy: Copy, file: MadeFile): void {
    copy.read(file.state(), this.freshId)
    for (const n of file.known) copy.known.add(n)
    if (this.reads++ % 4 === 0) this.check(copy)
  }

  private file(copy: Copy): MadeFile {
    const file = new MadeFile(copy.file(), new Set(copy.known))
    this.files.push(file)
    return file
  }

  private edit(copy: Copy, edits: CellEdit[]): void {
    this.write(copy, edits)
    copy.done.push(edits)
  }

  private write(copy: Copy, edits: CellEdit[]): void {
    const change = ++this.changes
    this.ledger.write(
      copy.known,
      change,
      edits.map(({ row, column, to }) => [row, column, to] as const),
    )
    copy.write(edits, [], `p${change}`)
    for (const { row, column, to } of edits)
      if (column !== DELETED && !sameCell(copy.state.shown(TABLE, row, column), to))
        throw new Error('an edit does not show what was typed')
  }

  private add(copy: Copy, id: string, values: readonly Cell[]): void {
    if (this.rows(copy).includes(id)) return
    const change = ++this.changes
    const cells = COLUMNS.map((column, i) => [id, column, values[i]!] as const).filter(
      ([, , cell]) => cell !== null,
    )
    this.ledger.write(copy.known, change, [[id, DELETED, null], ...cells])
    const columns = Object.fromEntries(COLUMNS.map((column, i) => [column, [values[i]!]]))
    copy.write([], [{ table: TABLE, ids: [id], columns }], `p${change}`)
  }

  private cell(copy: Copy, row: string, column: string, to: Cell): CellEdit {
    return { table: TABLE, row, column, from: copy.state.shown(TABLE, row, column), to }
  }

  /** The copy is exactly what the judge says: each value stands that nobody has knowingly written over, and no other. */
  private check(copy: Copy): void {
    const { state, known, screen } = copy
    for (const [row, cells] of this.ledger.standing(known)) {
      const judged = deletionOf(cells)
      for (const [column, standing] of cells) {
        const register = state.register(TABLE, row, column)
        const expected = standing.map(({ change, value }) => `p${change} ${JSON.stringify(value)}`).sort()
        const found = register
          .map((each) => `${state.changes.of(each)?.by} ${JSON.stringify(each.value)}`)
          .sort()
        if (expected.join('|') !== found.join('|'))
          throw new Error(`${row} ${column} holds [${found.join()}], but [${expected.join()}] stand`)
        const differing = new Set(standing.map(({ value }) => JSON.stringify(value))).size > 1
        if (differing !== isDisputed(register)) throw new Error(`${row} ${column}: dispute not told`)
        const shown = screen.get(`${TABLE} ${row} ${column}`) ?? null
        if (column === DELETED) {
          if ((judged === 'deleted') !== (shown === true))
            throw new Error(`${row} is ${judged}, screen says ${shown}`)
        } else if (!standing.some(({ value }) => sameCell(value, shown)))
          throw new Error(`${row} ${column} shows what nobody's standing value is`)
      }
      const table = state.tables.get(TABLE)
      const told = table?.deletion(table.positionOf(row), state.replicas).disputed ?? false
      if ((judged === 'disputed') !== told) throw new Error(`${row} is ${judged}: dispute not told`)
    }
    for (const [cell, value] of screen) {
      const [, row, column] = cell.split(' ')
      if (!sameCell(state.shown(TABLE, row!, column!), value))
        throw new Error(`${cell}: screen and state differ`)
    }
    if (copy.total() !== count(screen)) throw new Error('a total does not follow from the cells')
  }

  private rows(copy: Copy): readonly string[] {
    return copy.state.tables.get(TABLE)?.ids ?? []
  }

  private liveRow(copy: Copy, index: number): string | undefined {
    const live = this.rows(copy).filter((id) => !copy.state.shown(TABLE, id, DELETED))
    return live[index % Math.max(1, live.length)]
  }

  private at(index: number): Copy {
    return this.copies[index % this.copies.length]!
  }

  private readonly freshId = (): string => `r${++this.ids}`

  private now(index: number): string {
    this.time += 1000
    return new Date(this.time + this.skews[index]!).toISOString()
  }
}
