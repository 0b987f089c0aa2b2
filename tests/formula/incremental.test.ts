import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cell } from '../../src/tables/cell.ts'
import { withKeys } from '../../src/formula/names.ts'
import { CONTENT, formulaColumn, SmallWorld, smallTables } from './world.ts'
import { randomFormulas } from './random-formulas.ts'

const plain = smallTables()
const formulas = randomFormulas({
  numbers: ['[@得分]', '应发（元）', '[@责任人.津贴]'].map((name) =>
    name.startsWith('[') ? name : `[@${name}]`,
  ),
  texts: ['[@等级]', '[@编号]', '[@责任人]', '[@责任人.部门]'],
  days: ['[@发现日]'],
  lists: [
    { numbers: ['[得分]', '[应发（元）]'], texts: ['[等级]', '[责任人]', '[编号]'] },
    { numbers: ['教职工[津贴]'], texts: ['教职工[部门]', '教职工[姓名]'] },
  ],
  ranked: [['[@得分]', '[得分]']],
  words: ['一般', '严重', '王伟', 'A-1', ''],
  block: '教职工[[姓名]:[津贴]]',
})

const hazard = fc.record({
  no: fc.constantFrom('A-1', 'A-2', 'B-1', null),
  level: fc.constantFrom('一般', '严重', null),
  score: fc.constantFrom(null, 0, 5, 10, 7.5, -3),
  share: fc.constantFrom(null, 1, 1.005),
  day: fc.constantFrom(null, '2027-02-28', '2026-12-31'),
  person: fc.constantFrom(null, '#p1', '#p2', '#p3', '赵六'),
})
const person = fc.record({
  name: fc.constantFrom('王伟', '李娜', '赵六', null),
  dept: fc.constantFrom('教导处', '总务处', null),
  pay: fc.constantFrom(null, 80, 100.5),
})

type Step =
  | { do: 'set'; table: string; row: string; cells: Record<string, Cell>; column: number }
  | { do: 'add' | 'remove'; table: string; row: string; cells: Record<string, Cell> }
  | { do: 'look'; row: string; column: number }
  | { do: 'wait' }

const hazardRow = fc.constantFrom('#h1', '#h2', '#h3', '#h4', '#h5')
const personRow = fc.constantFrom('#p1', '#p2', '#p3')
const at = fc.nat(5)
const steps = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constant('set'),
      table: fc.constant('dangers'),
      row: hazardRow,
      cells: hazard,
      column: at,
    }),
    fc.record({
      do: fc.constant('set'),
      table: fc.constant('people'),
      row: personRow,
      cells: person,
      column: at,
    }),
    fc.record({
      do: fc.constantFrom('add', 'remove'),
      table: fc.constant('dangers'),
      row: hazardRow,
      cells: hazard,
    }),
    fc.record({
      do: fc.constantFrom('add', 'remove'),
      table: fc.constant('people'),
      row: personRow,
      cells: person,
    }),
    fc.record({ do: fc.constant('look'), row: hazardRow, column: at }),
    fc.record({ do: fc.constant('wait') }),
  ) as fc.Arbitrary<Step>,
  { minLength: 1, maxLength: 12 },
)

/** Formulas that read one another, and one that reads the clock. */
const OWN = ['number', 'text', 'truth', 'day', 'over', 'clock'] as const

test('what is kept is what working out everything anew would give', () => {
  fc.assert(
    fc.property(formulas, steps, ({ number, text, truth, day }, taken) => {
      const own = {
        number: formulaColumn(withKeys(`=${number}`, plain.dangers, plain), 'number', '数'),
        text: formulaColumn(withKeys(`=${text}`, plain.dangers, plain), 'text', '文'),
        truth: formulaColumn(withKeys(`=${truth}`, plain.dangers, plain), 'yesno', '真'),
        day: formulaColumn(withKeys(`=${day}`, plain.dangers, plain), 'date', '日'),
        over: formulaColumn('=IFERROR([@number]+SUM([number]),COUNTIFS([text],[@text]))', 'number', '上'),
        clock: formulaColumn('=IF(TODAY()>[@day],[@over],LEN([@text]))', 'number', '钟'),
      }
      const tables = smallTables(own, {
        late: formulaColumn('=SUMIFS(dangers[over],dangers[person],[@name])'),
      })
      const world = new SmallWorld(tables, CONTENT)
      const look = (each: SmallWorld) =>
        each.rows('dangers').map((row) => OWN.map((key) => each.formulas.value('dangers', row, key)))
      for (const step of taken) {
        if (step.do === 'set') {
          const [column, value] = Object.entries(step.cells)[step.column % Object.keys(step.cells).length]!
          if (world.data[step.table]!.has(step.row)) world.set(step.table, step.row, column, value)
        } else if (step.do === 'add') {
          if (!world.data[step.table]!.has(step.row)) world.add(step.table, step.row, step.cells)
        } else if (step.do === 'remove') world.remove(step.table, step.row)
        else if (step.do === 'wait')
          world.clock = world.clock.startsWith('2027') ? '2020-01-01 00:00' : '2027-03-10 09:00'
        else if (step.do === 'look' && world.data['dangers']!.has(step.row))
          world.formulas.value('dangers', step.row, OWN[step.column % OWN.length]!)
      }
      const fresh = new SmallWorld(
        tables,
        Object.fromEntries(
          Object.entries(world.data).map(([name, rows]) => [name, Object.fromEntries(rows)]),
        ),
      )
      fresh.clock = world.clock
      expect(look(world)).toEqual(look(fresh))
      const late = (each: SmallWorld) =>
        each.rows('people').map((row) => each.formulas.value('people', row, 'late'))
      expect(late(world)).toEqual(late(fresh))
    }),
    { numRuns: 1500 },
  )
})

test('one edit works out one row again, and whole columns only where they are read', () => {
  const own = {
    alone: formulaColumn('=[@score]*2', 'number', '独'),
    sum: formulaColumn('=SUM([alone])', 'number', '和'),
  }
  const world = new SmallWorld(smallTables(own), CONTENT)
  const look = () => world.rows('dangers').map((row) => world.formulas.value('dangers', row, 'alone'))
  look()
  world.formulas.takeMoved()
  world.set('dangers', '#h2', 'score', 4)
  expect(look()).toEqual([20, 8, 0, 11])
  expect([...world.formulas.takeMoved()].map(([table, rows]) => [table, [...rows]])).toEqual([
    ['dangers', ['#h2']],
  ])
  world.rows('dangers').forEach((row) => world.formulas.value('dangers', row, 'sum'))
  world.set('dangers', '#h2', 'level', '一般')
  expect(world.formulas.takeMoved().size).toBe(0)
  world.set('dangers', '#h2', 'score', 5)
  expect(world.formulas.takeMoved().get('dangers')!.size).toBe(4)
  expect(world.formulas.value('dangers', '#h1', 'sum')).toBe(41)
})

test('a sum by condition for each of 20,000 rows is no sum over 20,000 rows for each', () => {
  const rows = Object.fromEntries(
    Array.from({ length: 20_000 }, (_, at) => [
      `#r${at}`,
      { no: `N${at % 500}`, level: '一般', score: at % 7 },
    ]),
  )
  const own = { sums: formulaColumn('=SUMIFS([score],[no],[@no],[level],[@level])+COUNTIFS([no],[@no])') }
  const world = new SmallWorld(smallTables(own), { dangers: rows })
  const before = process.cpuUsage()
  let sum = 0
  for (const row of world.rows('dangers')) sum += world.formulas.value('dangers', row, 'sums') as number
  expect(sum).toBe(
    Array.from({ length: 20_000 }, (_, at) => (at % 7) * 40).reduce((a, b) => a + b) + 20_000 * 40,
  )
  // 400 million steps would be a minute.
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(5_000)
})
