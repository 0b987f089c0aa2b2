import type { Beside } from '../../../src/engine/row-place.ts'
import type { EditRequest, Input, MovedRows, RowSource, Suggestion } from '../../../src/grid/row-source.ts'
import { weekdayOf } from '../../../src/shared/local-date.ts'
import type { Problem } from '../../../src/shared/result.ts'
import type { Cell } from '../../../src/tables/cell.ts'
import type { CellContext } from '../../../src/tables/cell-types/cell-type.ts'
import { cellTypeOf } from '../../../src/tables/cell-types/of.ts'
import {
  choice,
  choices,
  computed,
  date,
  integer,
  long,
  money,
  reference,
  text,
  time,
  yesno,
} from '../../../src/tables/column.ts'
import { defineTable } from '../../../src/tables/table.ts'

const level = [
  { zh: '轻微', en: 'Minor' },
  { zh: '中度', en: 'Moderate' },
  { zh: '严重', en: 'Severe' },
  { zh: '死亡', en: 'Fatal' },
] as const

export const table = defineTable({
  name: 'incidents',
  zh: '事故台账',
  en: 'Incidents',
  group: 'incident',
  key: ['no'],
  shownBy: ['no'],
  columns: {
    no: text({ zh: '编号', en: 'No.', holds: 'label', required: true, width: 90 }),
    title: text({ zh: '事由', en: 'Title', holds: 'label', width: 140 }),
    level: choice(level, { zh: '伤害程度', en: 'Injury', width: 100 }),
    on: date({ zh: '发生日期', en: 'Date', width: 110 }),
    at: time({ zh: '报告时间', en: 'Reported at', width: 150 }),
    person: reference('staff', { zh: '责任人', en: 'Person', width: 90 }),
    educated: yesno({ zh: '教育过', en: 'Educated', width: 80 }),
    people: integer({ zh: '人数', en: 'People', width: 70 }),
    loss: money({ zh: '损失', en: 'Loss', width: 100 }),
    points: computed(integer({ zh: '扣分', en: 'Points', width: 70 })),
    note: long({ zh: '说明', en: 'Note', width: 180 }),
    tags: choices(
      [
        { zh: '课间', en: 'Recess' },
        { zh: '课堂', en: 'Class' },
        { zh: '放学', en: 'Going home' },
      ],
      { zh: '场景', en: 'Scene', width: 140 },
    ),
  },
})

type Key = keyof typeof table.columns

const STAFF = [
  { id: '#s1', name: '张伟', dept: '教务处', no: 'T001' },
  { id: '#s2', name: '张伟', dept: '总务处', no: 'T002' },
  { id: '#s3', name: '李娜', dept: '德育处', no: 'T003' },
  { id: '#s4', name: '王芳', dept: '教务处', no: 'T004' },
  { id: '#s5', name: '欧阳静', dept: '德育处', no: 'T005' },
]

const two = (n: number) => String(n).padStart(2, '0')

/** A table kept in memory with the product's own cell types: what the engine is to the grid in the app. */
export class MemorySource implements RowSource {
  readonly table = table
  ids: string[]
  readonly cells = new Map<string, Partial<Record<Key, Cell>>>()
  readonly context: CellContext = {
    now: '2026-11-23 09:30',
    find: (_tables, name) => {
      const found = STAFF.filter((person) => person.name === name)
      return found.length > 1 ? 'many' : (found[0]?.id ?? null)
    },
    nameOf: (id) => STAFF.find((person) => person.id === id)?.name ?? null,
    say: () => '',
  }

  constructor(size: number) {
    this.ids = Array.from({ length: size }, (_, i) => `#r${i}`)
  }

  get size() {
    return this.ids.length
  }

  idAt(position: number) {
    return this.ids[position]!
  }

  positionOf(row: string) {
    return this.ids.indexOf(row)
  }

  /** Rows are worked out from their number until somebody writes one, so that 100,000 of them cost nothing. */
  value(row: string, column: string): Cell {
    const key = column as Key
    const written = this.cells.get(row)
    if (key === 'points') return (Number(this.value(row, 'people')) || 0) * 10
    if (written && key in written) return written[key] ?? null
    if (row.startsWith('#new')) return null
    const i = Number(row.slice(2))
    switch (key) {
      case 'no':
        return `SG-${String(i).padStart(6, '0')}`
      case 'title':
        return i % 7 === 6 ? null : `课间摔伤${i}`
      case 'level':
        return level[(i * 7) % 4]!.zh
      case 'on':
        return `2026-${two((i % 12) + 1)}-${two((i % 28) + 1)}`
      case 'at':
        return `2026-${two((i % 12) + 1)}-${two((i % 28) + 1)} ${two(i % 24)}:${two(i % 60)}`
      case 'person':
        return STAFF[i % STAFF.length]!.id
      case 'educated':
        return i % 3 === 0
      case 'people':
        return (i * 37) % 11
      case 'loss':
        return i % 5 === 0 ? null : ((i * 731) % 100_000) / 100
      case 'note':
        return i % 4 === 0 ? '学生在楼梯口追逐，被同学撞倒，右手擦伤，已联系家长。' : null
      case 'tags':
        return i % 2 ? ['课间'] : ['课堂', '放学']
    }
  }

  text(row: string, column: string): string {
    const definition = table.columns[column as Key]
    return cellTypeOf(definition).format(this.value(row, column), definition, this.context)
  }

  problem(row: string, column: string): Problem | null {
    const definition = table.columns[column as Key]
    const value = this.value(row, column)
    if (value === null) return 'required' in definition && definition.required ? { code: 'required' } : null
    const type = cellTypeOf(definition)
    if (definition.computed || type.valid(value, definition)) return null
    const parsed = type.parse(String(value), definition, this.context)
    return parsed.ok ? null : parsed.problem
  }

  disputed(): boolean {
    return false
  }

  editable(column: string): boolean {
    return !table.columns[column as Key].computed
  }

  isWorkday(date: string): boolean {
    return weekdayOf(date) <= 5
  }

  suggestions(_column: string, query: string): Suggestion[] {
    const initials: Record<string, string> = { 张伟: 'zw', 李娜: 'ln', 王芳: 'wf', 欧阳静: 'oyj' }
    return STAFF.filter(
      ({ name, dept, no }) =>
        query === '' ||
        name.includes(query) ||
        initials[name]!.startsWith(query) ||
        (dept + no).includes(query),
    ).map(({ id, name, dept, no }) => ({ input: id, label: name, detail: `${dept} ${no}` }))
  }

  write(requests: readonly EditRequest[]): MovedRows {
    for (const { row, column, input } of requests) this.#put(row, column as Key, input)
    return this.#moved(
      requests.map(({ row }) => row),
      { added: false, deleted: false },
    )
  }

  add(
    rows: readonly Readonly<Record<string, Input>>[],
    beside?: Beside,
  ): { ids: string[]; moved: MovedRows } {
    const ids = rows.map((cells) => {
      const id = `#new${this.#made++}`
      this.cells.set(id, {})
      for (const [column, input] of Object.entries(cells)) this.#put(id, column as Key, input)
      return id
    })
    this.#stand(ids, beside)
    return { ids, moved: this.#moved(ids, { added: true, deleted: false }) }
  }

  duplicate(ids: readonly string[]) {
    const cells = ids.map((id) =>
      Object.fromEntries(
        Object.keys(table.columns)
          .filter((column) => column !== 'no' && this.editable(column))
          .map((column) => [column, this.value(id, column) as Input]),
      ),
    )
    return this.add(cells, { row: ids.at(-1)!, side: 'after' })
  }

  move(ids: readonly string[], beside: Beside): MovedRows {
    this.ids = this.ids.filter((id) => !ids.includes(id))
    this.#stand(ids, beside)
    return this.#moved(ids, { added: true, deleted: true })
  }

  #stand(ids: readonly string[], beside?: Beside): void {
    const at = beside ? this.ids.indexOf(beside.row) + (beside.side === 'after' ? 1 : 0) : this.ids.length
    this.ids.splice(at, 0, ...ids)
  }

  remove(ids: readonly string[]): MovedRows {
    this.ids = this.ids.filter((id) => !ids.includes(id))
    return this.#moved(ids, { added: false, deleted: true })
  }

  #made = 0

  #moved(ids: readonly string[], how: { added: boolean; deleted: boolean }): MovedRows {
    return { rows: new Map([[table.name, new Set(ids)]]), ...how }
  }

  #put(row: string, column: Key, input: Input): void {
    const written = this.cells.get(row) ?? {}
    this.cells.set(row, written)
    written[column] = this.#parsed(column, input)
  }

  #parsed(column: Key, input: Input): Cell {
    if (input === null || Array.isArray(input)) return input
    if (typeof input === 'string' && input.startsWith('#')) return input
    const definition = table.columns[column]
    const parsed = cellTypeOf(definition).parse(input as string, definition, this.context)
    return parsed.ok ? parsed.value : String(input)
  }
}
