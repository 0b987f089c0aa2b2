import { FormulaColumns } from '../../src/formula/formula-columns.ts'
import type { FormulaWorld } from '../../src/tables/formulas.ts'
import type { Cell } from '../../src/tables/cell.ts'
import { serialOfDate } from '../../src/shared/serial-date.ts'
import { date, number, reference, text, type Column } from '../../src/tables/column.ts'
import { defineTable, type Table } from '../../src/tables/table.ts'

export const formulaColumn = (
  formula: string,
  type: 'number' | 'text' | 'date' | 'yesno' = 'number',
  zh = '结果',
): Column => ({ type, zh, en: zh, computed: true, formula })

/** Two small tables: dangers, each with a person, and the people. */
export function smallTables(own: Readonly<Record<string, Column>> = {}, people: typeof own = {}) {
  const dangers = defineTable({
    name: 'dangers',
    zh: '隐患台账',
    en: 'Hazards',
    group: 'hazard',
    key: ['no'],
    shownBy: ['no'],
    columns: {
      no: text({ zh: '编号', en: 'No.', holds: 'label' }),
      level: text({ zh: '等级', en: 'Level', holds: 'label' }),
      score: number({ zh: '得分', en: 'Score' }),
      share: number({ zh: '应发（元）', en: 'Share' }),
      day: date({ zh: '发现日', en: 'Found on' }),
      person: reference('people', { zh: '责任人', en: 'Person' }),
    },
  })
  const persons = defineTable({
    name: 'people',
    zh: '教职工',
    en: 'People',
    group: 'organisation',
    key: ['name'],
    shownBy: ['name'],
    columns: {
      name: text({ zh: '姓名', en: 'Name', holds: 'staff-name' }),
      dept: text({ zh: '部门', en: 'Dept', holds: 'label' }),
      pay: number({ zh: '津贴', en: 'Pay' }),
    },
  })
  const withOwn = (table: Table, more: typeof own): Table => ({
    ...table,
    columns: { ...table.columns, ...more },
  })
  return { dangers: withOwn(dangers as Table, own), people: withOwn(persons as Table, people) }
}

type Row = Record<string, Cell>

/** Rows in plain maps, which tell the formulas of every move as the engine does. */
export class SmallWorld implements FormulaWorld {
  readonly data: Record<string, Map<string, Row>>
  readonly formulas: FormulaColumns
  clock = '2027-03-10 09:00'

  constructor(
    readonly tables: Readonly<Record<string, Table>>,
    content: Readonly<Record<string, Readonly<Record<string, Row>>>>,
  ) {
    this.data = Object.fromEntries(
      Object.keys(tables).map((name) => [name, new Map(Object.entries(content[name] ?? {}))]),
    )
    this.formulas = new FormulaColumns(this)
  }

  readonly now = () => this.clock
  readonly isTold = () => true
  readonly rows = (table: string) => [...this.data[table]!.keys()]

  readonly cell = (table: string, row: string, column: string) => {
    const value = this.data[table]!.get(row)?.[column] ?? null
    const { type, to } = this.tables[table]!.columns[column]!
    if (type === 'reference' && value !== null)
      return (this.data[to![0]!]!.get(String(value))?.['name'] as string) ?? String(value)
    if (type === 'date' && typeof value === 'string') return serialOfDate(value) ?? value
    return value as string | number | null
  }

  readonly target = (table: string, row: string, column: string) => {
    const value = this.data[table]!.get(row)?.[column] ?? null
    const to = this.tables[table]!.columns[column]!.to![0]!
    return typeof value === 'string' && this.data[to]!.has(value) ? value : null
  }

  readonly pointing = (table: string, column: string, row: string) =>
    this.rows(table).filter((each) => this.data[table]!.get(each)![column] === row)

  set(table: string, row: string, column: string, value: Cell): void {
    this.data[table]!.set(row, { ...this.data[table]!.get(row), [column]: value })
    this.formulas.cellMoved(table, row, column)
  }

  add(table: string, row: string, cells: Row): void {
    this.data[table]!.set(row, cells)
    this.rowCameOrWent(table, row)
  }

  remove(table: string, row: string): void {
    this.data[table]!.delete(row)
    this.rowCameOrWent(table, row)
  }

  /** Whoever pointed at the row now points elsewhere. */
  private rowCameOrWent(table: string, row: string): void {
    for (const { name, columns } of Object.values(this.tables))
      for (const [key, { to }] of Object.entries(columns))
        if (to?.includes(table))
          for (const each of this.pointing(name, key, row)) this.formulas.cellMoved(name, each, key)
    this.formulas.rowMoved(table, row)
  }
}

export const CONTENT = {
  people: {
    '#p1': { name: '王伟', dept: '教导处', pay: 100 },
    '#p2': { name: '李娜', dept: '总务处', pay: 80.5 },
  },
  dangers: {
    '#h1': { no: 'A-1', level: '一般', score: 10, share: 1.005, day: '2027-02-28', person: '#p1' },
    '#h2': { no: 'A-2', level: '严重', score: 30, share: null, day: '2027-03-01', person: '#p2' },
    '#h3': { no: 'B-1', level: '一般', score: null, share: 2, day: null, person: null },
    '#h4': { no: 'B-2', level: null, score: 5.5, share: -1, day: '2026-12-31', person: '赵六' },
  },
}

/** What a formula of the dangers comes to in its first row, or in another. */
export function worked(
  formula: string,
  row = '#h1',
  type: 'number' | 'text' | 'date' | 'yesno' = 'number',
): Cell {
  const { formulas } = new SmallWorld(smallTables({ result: formulaColumn(formula, type) }), CONTENT)
  const problem = formulas.problem('dangers', 'result')
  if (problem) throw new Error(`${problem.code} ${JSON.stringify(problem.params)}`)
  return formulas.value('dangers', row, 'result')
}
