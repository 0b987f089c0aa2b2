import { describe, expect, it } from 'vitest'
import { sampleSchool } from '../../src/app/sample-school.ts'
import { isLocalDate, isLocalTime, minutesBetween, weekdayOf } from '../../src/shared/local-date.ts'
import type { Column } from '../../src/tables/column.ts'
import { isTableName, tables } from '../../src/tables/index.ts'
import type { Table } from '../../src/tables/table.ts'
import { judge, type Book, type PlainRow } from '../oracle/naive-school.ts'

const NOW = '2026-11-23 09:00'
const SPRING = '2025-2026 第二学期'
const AUTUMN = '2026-2027 第一学期'

const book: Book = Object.fromEntries(sampleSchool().map(({ table, rows }) => [table, rows]))
const rows = (table: string): readonly PlainRow[] => book[table]!
const definition = (name: string): Table => {
  if (!isTableName(name)) throw new Error(`no table ${name}`)
  return tables[name] as unknown as Table
}
const shownName = (table: Table, row: PlainRow) => table.shownBy.map((key) => row[key]).join(' ')
const judged = judge(book)
const incident = (day: string) => rows('incidents').find((row) => row['no'] === `SG-2026${day}-01`)!

/** What is wrong with a cell that stands in a row, as a person would report it. */
function wrong(column: Column, value: PlainRow[string]): string | null {
  const names = new Set(
    (column.type === 'reference' || column.type === 'references' ? sampleTables(column) : []).flatMap((to) =>
      rows(to).map((row) => shownName(definition(to), row)),
    ),
  )
  const labels = new Set(column.options?.map((option) => option.zh))
  switch (column.type) {
    case 'choice':
      return labels.has(String(value)) ? null : 'no such choice'
    case 'choices':
      return Array.isArray(value) && value.every((one) => labels.has(String(one))) ? null : 'no such choice'
    case 'reference':
      return names.has(String(value)) ? null : 'points nowhere'
    case 'references':
      return Array.isArray(value) && value.every((one) => names.has(String(one))) ? null : 'points nowhere'
    case 'date':
      return isLocalDate(String(value)) ? null : 'no date'
    case 'time':
      return isLocalTime(String(value)) ? null : 'no time'
    case 'yesno':
      return typeof value === 'boolean' ? null : 'not yes or no'
    case 'integer':
    case 'number':
    case 'money':
      return typeof value === 'number' ? null : 'no number'
    default:
      return typeof value === 'string' ? null : 'no text'
  }
}
const sampleTables = (column: Column) => (column.to ?? []).filter((to) => book[to] !== undefined)

describe('the sample school fits the tables', () => {
  it.each(Object.keys(book))('%s: known columns, valid values, references that resolve', (name) => {
    const table = definition(name)
    const faults = rows(name).flatMap((row) =>
      Object.entries(row).flatMap(([key, value]) => {
        const column = table.columns[key]
        const fault = !column ? 'no such column' : column.computed ? 'computed' : wrong(column, value)
        return fault === null ? [] : [`${shownName(table, row)} ${key}: ${fault}`]
      }),
    )
    expect(faults).toEqual([])
  })

  it.each(Object.keys(book))('%s: nothing required is empty, no check fails, no key stands twice', (name) => {
    const table = definition(name)
    const faults: string[] = []
    for (const row of rows(name)) {
      const whole = Object.fromEntries(Object.keys(table.columns).map((key) => [key, row[key] ?? null]))
      for (const [key, column] of Object.entries(table.columns)) {
        // The worst injury of the persons involved stands in for an empty 伤害程度.
        if (key === 'injury_level') continue
        const wanted = column.required && column.initial === undefined
        if (!column.computed && (wanted || table.requiredWhen?.[key]?.(whole)) && whole[key] === null)
          faults.push(`${shownName(table, row)} ${key}: empty`)
      }
      for (const check of table.checks ?? []) {
        const problem = check.problem(whole, NOW)
        if (problem) faults.push(`${shownName(table, row)} ${check.column}: ${problem}`)
      }
    }
    // Of a table in which nothing tells rows apart, each is one of its own.
    const keys = rows(name).map((row, at) =>
      (table.key.length ? table.key : [at]).map((key) => row[key] ?? key).join(' | '),
    )
    expect(faults).toEqual([])
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('the sample school is plausible', () => {
  it('has the promised size', () => {
    expect(rows('staff')).toHaveLength(40)
    expect(rows('departments')).toHaveLength(6)
    expect(rows('classes')).toHaveLength(12)
    expect(new Set(rows('classes').map((row) => row['homeroom'])).size).toBe(12)
    expect(rows('terms')).toHaveLength(2)
    expect(rows('incidents').length).toBeGreaterThanOrEqual(30)
    expect(rows('incidents').length).toBeLessThanOrEqual(40)
    expect(new Set(rows('incidents').map((row) => row['no'])).size).toBe(rows('incidents').length)
  })

  it('holds lessons on school days and reports after what they report', () => {
    for (const row of rows('incidents')) {
      expect(String(row['occurred_at']) < NOW, String(row['no'])).toBe(true)
      if (row['scene'] === '课堂')
        expect(weekdayOf(String(row['occurred_at'])), String(row['no'])).toBeLessThan(6)
    }
    for (const leg of rows('reportLegs')) {
      const known = String(rows('incidents').find((row) => row['no'] === leg['incident'])!['known_at'])
      const after = minutesBetween(known, String(leg['done_at']))
      expect(after, `${String(leg['incident'])} ${String(leg['leg'])}`).toBeGreaterThan(0)
    }
  })

  it('judges an incident in a meeting held after it', () => {
    for (const row of rows('incidents'))
      if (row['decided_at'])
        expect(String(row['decided_at']).slice(0, 16) > String(row['known_at']), String(row['no'])).toBe(true)
  })

  it('names no pupil in full', () => {
    for (const row of rows('incidentPeople')) expect(row['name']).toMatch(/^(学生.|.某)$/)
  })
})

describe('the sample school shows every situation', () => {
  it('all six classes, unscored and pending', () => {
    const classes = new Set(Object.values(judged.classes))
    for (const grade of ['一般', '较严重的', '严重的'])
      for (const kind of ['安全事故', '安全责任事故']) expect([...classes]).toContain(grade + kind)
    expect([...classes]).toContain('不计入')
    const pending = Object.values(judged.classes).filter((found) => found === null)
    expect(pending.length).toBeGreaterThanOrEqual(3)
    expect([...new Set(rows('findings').map((row) => row['educated']))]).toContain('待查')
  })

  it('a late report found by a meeting: zero', () => {
    const verdict = rows('reportLegs').find((row) => row['verdict'] === '迟报')!
    expect(verdict['meeting']).toBeDefined()
    expect(judged.scores[SPRING]!['邱海波']).toMatchObject({
      direct: 10,
      raw: 90,
      zeroed: true,
      final: 0,
      veto: true,
    })
  })

  it('a late report only suspected: nothing lost yet', () => {
    expect(incident('1117')).toMatchObject({ conceal: '疑似', state: '初判' })
    expect(judged.scores[AUTUMN]!['崔立新']).toMatchObject({ zeroed: false, final: 100 })
  })

  it('a director with a management deduction and a veto of her own', () => {
    expect(judged.scores[AUTUMN]!['余晓岚']).toMatchObject({ direct: 20, mgmt: 10, final: 70, veto: true })
  })

  it('a vice principal with a management deduction', () => {
    expect(judged.scores[SPRING]!['高志勤']).toMatchObject({ direct: 0, mgmt: 10, veto: false })
  })

  it('a grave incident with fault, down to zero', () => {
    expect(judged.classes['SG-20261015-01']).toBe('严重的安全责任事故')
    expect(judged.scores[AUTUMN]!['金月华']).toMatchObject({ direct: 100, final: 0, amount: '0.00' })
  })

  it('an appeal that keeps the points back', () => {
    expect(incident('1022')['state']).toBe('申诉中')
    expect(judged.classes['SG-20261022-01']).toBe('一般安全责任事故')
    expect(judged.scores[AUTUMN]!['田素芬']!.final).toBe(100)
  })

  it('a suspected food poisoning and losses of all three sizes', () => {
    expect(incident('1009')).toMatchObject({ food_poisoning: '疑似', state: '初判' })
    expect(judged.classes['SG-20261009-01']).toBeNull()
    const losses = rows('incidents').map((row) => Number(row['loss_yuan']))
    expect(losses.some((loss) => loss > 0 && loss < 1000)).toBe(true)
    expect(losses.some((loss) => loss >= 1000 && loss < 10000)).toBe(true)
    expect(losses.some((loss) => loss >= 10000)).toBe(true)
  })

  it('people who came or left within the term are paid by months', () => {
    expect(judged.scores[AUTUMN]!['孟庆祥']).toMatchObject({ final: 90, amount: '75.00' })
    expect(judged.scores[AUTUMN]!['段书琴']).toMatchObject({ final: 100, amount: '33.33' })
  })

  it('nobody from outside is scored', () => {
    for (const term of [SPRING, AUTUMN]) {
      expect(Object.keys(judged.scores[term]!)).toHaveLength(38)
      expect(judged.scores[term]!['柴保全']).toBeUndefined()
    }
  })
})
