import { describe, expect, it } from 'vitest'
import { isTableName, tableOrder, tables } from '../../src/tables/index.ts'
import { cellTypeOf } from '../../src/tables/cell-types/of.ts'
import { labelKey } from '../../src/shared/typed-text.ts'
import { bureauTables } from '../../src/tables/bureau/all-tables.ts'
import type { Table } from '../../src/tables/table.ts'
import bureauColumns from '../fixtures/bureau-columns.json'
import dutyColumns from '../fixtures/duty-columns.json'
import hazardColumns from '../fixtures/hazard-columns.json'
import ledgerColumns from '../fixtures/ledger-columns.json'
import schoolColumns from '../fixtures/school-columns.json'

const asked = { ...schoolColumns, ...dutyColumns, ...hazardColumns, ...ledgerColumns }

interface AskedColumn {
  zh: string
  type: string
  privacy?: string
  options?: string
  required: boolean
}

interface Kind {
  /** In the workbook of this kind a reference may point to these only. */
  readonly tables: Readonly<Record<string, Table>>
  readonly asked: Readonly<Record<string, { zh: string; columns: Record<string, AskedColumn> }>>
}
const kinds: readonly Kind[] = [
  { tables, asked },
  { tables: bureauTables, asked: bureauColumns },
]
const all = kinds.flatMap((kind) =>
  Object.entries(kind.tables).map(([name, table]) => [name, table, kind] as const),
)
const askedTables = kinds.flatMap((kind) =>
  Object.entries(kind.asked).map(([name, each]) => [name, each, kind.tables[name]] as const),
)

/** Columns that packed two facts and whose first fact now has a name of its own. */
const RENAMED: Readonly<Record<string, string>> = { week_from_to: 'week_from' }
/** Required only when the row says so: a theft at night has a department and no person. */
/** Asked for as computed, and written once when a file is taken in: nothing could compute them again. */
const TAKEN_IN = [
  ...['name', 'mime', 'hash', 'refs'].map((key) => `attachments.${key}`),
  // What is due is worked out by the obligations; rows are only what people write about it.
  ...['due', 'what', 'row', 'who'].map((key) => `todos.${key}`),
]
/** Where two facts were asked for as one, the column that has the personal one. */
const SPLIT_PRIVACY: Readonly<Record<string, string>> = { 'urgentReports.at': 'reporter' }
/**
 * What a school sends is no rule's to compute here, and no row's to lack: it is as it came. A rule takes over where the
 * bureau reckons by its own figures.
 */
const RECEIVED = ['allHazards', 'allIncidents', 'receipts']
const REQUIRED_WHEN = [
  'findings.person',
  'incidents.injury_level',
  // The whole school is no list of classes.
  'safetyLessons.target',
  // A to-do of one's own need not be about a row, nor for anybody else.
  'todos.row',
  'todos.who',
  // Written by the program on the day itself: a ledger of last year has no such times, and lacks nothing.
  'classAttendance.reported_at',
]
/** Notes of the owner's list that are no options, or options whose brackets became a note. */
const AS_LABELS: Readonly<Record<string, (options: string) => string>> = {
  'incidentPeople.level': (options) => options.replace(/\([^)]*\)/g, ''),
  'findings.absent_post': (options) => options.replace(' (后勤)', ''),
  'incidents.loss_owner': () => '学校/个人',
  'reportLegs.verdict': (options) => options.split(';')[0]!,
  'classes.grade': () => '托/小/中/大/1/2/3/4/5/6/7/8/9/高1/高2/高3',
  'staff.posts': () => '',
  'incidents.override': () => '',
  'findings.override': () => '',
  'rota.weekday': () => '周一/周二/周三/周四/周五/周六/周日',
  // Other tables are called by their names, not by their numbers in the owner's list.
  'dutyLog.outsiders': () => '无/有',
}

describe('the tables', () => {
  it.each(askedTables)('%s has every column asked for, under its own key', (name, { zh, columns }, table) => {
    if (!table) throw new Error(`${name} is missing`)
    expect(table.name).toBe(name)
    expect(table.zh).toBe(zh)
    const problems: string[] = []
    for (const [key, askedColumn] of Object.entries(columns)) {
      const column = table.columns[RENAMED[key] ?? key]
      if (!column) {
        problems.push(`${name}.${key} is missing`)
        continue
      }
      const headings = [column.zh, ...(column.synonyms ?? [])].map(labelKey)
      const short = labelKey(askedColumn.zh.split(/[/]/)[0]!)
      if (
        !headings.includes(labelKey(askedColumn.zh)) &&
        !headings.some((heading) => heading.startsWith(short))
      )
        problems.push(`${name}.${key} is not called ${askedColumn.zh}`)
      const privacy = SPLIT_PRIVACY[`${name}.${key}`]
      if (privacy !== undefined) expect(table.columns[privacy]?.privacy).toBe(askedColumn.privacy)
      else if (askedColumn.privacy && column.privacy !== askedColumn.privacy)
        problems.push(`${name}.${key} must be marked ${askedColumn.privacy}`)
      const isReceived = RECEIVED.includes(name) && column.fixed === true
      if (
        askedColumn.type === 'calc' &&
        !column.computed &&
        !isReceived &&
        !TAKEN_IN.includes(`${name}.${key}`)
      )
        problems.push(`${name}.${key} must be computed`)
      if (askedColumn.type !== 'calc' && column.computed) problems.push(`${name}.${key} must not be computed`)
      if (
        askedColumn.required &&
        !column.computed &&
        !column.required &&
        !isReceived &&
        !REQUIRED_WHEN.includes(`${name}.${key}`)
      )
        problems.push(`${name}.${key} must be required`)
      if (askedColumn.options) {
        const labels = (AS_LABELS[`${name}.${key}`] ?? ((options: string) => options))(askedColumn.options)
        const have = column.options?.map((option) => option.zh) ?? []
        for (const label of labels.split('/').filter(Boolean))
          // 是否…/… style labels contain slashes themselves; none of these options does.
          if (!have.includes(label)) problems.push(`${name}.${key} lacks the option ${label}`)
      }
    }
    expect(problems).toEqual([])
  })

  it.each(all)('%s is consistent in itself', (name, table, kind) => {
    const keys = Object.keys(table.columns)
    expect(table.name).toBe(name)
    for (const key of [...table.key, ...(table.alternateKey ?? []), ...table.shownBy])
      expect(keys).toContain(key)
    for (const check of table.checks ?? []) expect(keys).toContain(check.column)
    for (const [key, column] of Object.entries(table.columns)) {
      const where = `${name}.${key}`
      expect(column.zh.trim(), where).not.toBe('')
      expect(column.en.trim(), where).not.toBe('')
      for (const target of column.to ?? [])
        expect(Object.hasOwn(kind.tables, target), `${where} → ${target}`).toBe(true)
      if (column.type === 'reference' || column.type === 'references')
        expect(column.to?.length, where).toBeGreaterThan(0)
      if (column.computed) expect(column.initial, where).toBeUndefined()
      if (column.initial !== undefined)
        expect(cellTypeOf(column).valid(column.initial, column), where).toBe(true)
      const labels = (column.options ?? []).map((option) => option.zh)
      expect(new Set(labels).size, where).toBe(labels.length)
    }
  })

  it.each(all)('%s: no two columns could claim one heading by their own names', (_name, table) => {
    const owner = new Map<string, string>()
    const clashes: string[] = []
    for (const [key, column] of Object.entries(table.columns))
      for (const heading of [key, column.zh, column.en].map(labelKey)) {
        const other = owner.get(heading)
        if (other !== undefined && other !== key) clashes.push(`${heading}: ${other} and ${key}`)
        owner.set(heading, key)
      }
    for (const [key, column] of Object.entries(table.columns))
      for (const synonym of (column.synonyms ?? []).map(labelKey)) {
        const other = owner.get(synonym)
        if (other !== undefined && other !== key) clashes.push(`synonym ${synonym}: ${other} and ${key}`)
        owner.set(synonym, key)
      }
    expect(clashes).toEqual([])
  })

  it('knows its own names', () => {
    // With the log of exports, those that define a school's own tables, columns, words and formats, the posts of the
    // duty week, and the schools below a central school with the files received from them.
    expect(tableOrder).toHaveLength(Object.keys(asked).length + 8)
    // With the register of the files received, the tasks for schools and their answers, and the to-dos, the attachments, the
    // days off, the checklists and the rule parameters, which a school has too, and how it weighs its own assessment.
    expect(Object.keys(bureauTables)).toHaveLength(Object.keys(bureauColumns).length + 14)
    expect(isTableName('incidents')).toBe(true)
    expect(isTableName('constructor')).toBe(false)
  })
})

describe('row rules', () => {
  const check = (table: Table, column: string, row: Record<string, unknown>, now = '2026-09-07 12:00') => {
    const empty = Object.fromEntries(Object.keys(table.columns).map((key) => [key, null]))
    for (const rule of table.checks ?? [])
      if (rule.column === column) {
        const code = rule.problem({ ...empty, ...row }, now)
        if (code !== null) return code
      }
    return null
  }
  const required = (table: Table, column: string, row: Record<string, unknown>) => {
    const empty = Object.fromEntries(Object.keys(table.columns).map((key) => [key, null]))
    return table.requiredWhen?.[column]?.({ ...empty, ...row }) ?? false
  }
  const { incidents, terms, classes, staff, findings, reportLegs, meetings, deductions, incidentPeople } =
    tables as Readonly<Record<string, Table>> as Record<keyof typeof tables, Table>

  it.each([
    [incidents, 'occurred_at', { occurred_at: '2026-09-07 12:01' }, 'time.future'],
    [incidents, 'occurred_at', { occurred_at: '2026-09-07 12:00' }, null],
    [
      incidents,
      'known_at',
      { occurred_at: '2026-09-07 10:00', known_at: '2026-09-07 09:59' },
      'incident.known-before-occurred',
    ],
    [incidents, 'known_at', { occurred_at: '2026-09-07 10:00', known_at: '2026-09-07 10:00' }, null],
    [incidents, 'known_at', { known_at: '2026-09-07 12:01' }, 'time.future'],
    [
      incidents,
      'closed_on',
      { occurred_at: '2026-09-07 10:00', closed_on: '2026-09-06' },
      'incident.closed-before-occurred',
    ],
    [incidents, 'closed_on', { occurred_at: '2026-09-07 10:00', closed_on: '2026-09-07' }, null],
    [incidents, 'linked_to', { same_event: true }, 'incident.same-event-without-link'],
    [terms, 'end_date', { start_date: '2026-09-01', end_date: '2026-08-31' }, 'term.ends-before-start'],
    [terms, 'end_date', { start_date: '2026-09-01', end_date: '2026-09-01' }, null],
    [terms, 'score_to', { score_from: '2026-09-01', score_to: '2026-08-31' }, 'term.scored-to-before-from'],
    [terms, 'school_year', { school_year: '2026-2028' }, 'term.school-year'],
    [terms, 'school_year', { school_year: '2026-2027' }, null],
    [classes, 'boarders', { students: 30, boarders: 31 }, 'class.more-boarders-than-pupils'],
    [classes, 'boarders', { students: 30, boarders: 30 }, null],
    [classes, 'bus', { students: 30, bus: 31 }, 'class.more-bus-riders-than-pupils'],
    [staff, 'valid_to', { valid: '2026-09-01', valid_to: '2026-08-31' }, 'dates.to-before-from'],
    [reportLegs, 'done_at', { done_at: '2026-09-07 12:01' }, 'time.future'],
  ] as const)('%#: marks what cannot be', (table, column, row, code) => {
    expect(check(table, column, row)).toBe(code)
  })

  it.each([
    [incidents, 'lesson', { scene: '课堂' }, true],
    [incidents, 'lesson', { scene: '食堂' }, false],
    [incidents, 'loss_owner', { loss_yuan: 1 }, true],
    [incidents, 'loss_owner', { loss_yuan: 0 }, false],
    [incidents, 'decided_at', { state: '已认定', liability: '是', severity: '较严重' }, true],
    [incidents, 'decided_at', { state: '已认定', liability: '是', severity: '一般' }, false],
    [incidents, 'decided_at', { state: '初判', liability: '是', severity: '严重' }, false],
    [incidents, 'override_reason', { override: '不计入' }, true],
    [incidents, 'cause', { closed_on: '2026-09-09' }, true],
    [terms, 'closed_by', { status: '已封账' }, true],
    [terms, 'closed_by', { status: '进行中' }, false],
    [staff, 'roster_exempt', { on_roster: false }, true],
    [staff, 'roster_exempt', { on_roster: null }, false],
    [findings, 'absent_post', { capacity: '后勤人员' }, true],
    [findings, 'override_reason', { override: '尽责' }, true],
    [reportLegs, 'reason', { result: '超时3分钟' }, true],
    [reportLegs, 'meeting', { verdict: '迟报' }, true],
    [reportLegs, 'meeting', { verdict: '不追究' }, false],
    [meetings, 'analysis', { kind: '安全稳定领导小组例会(月底)' }, true],
    [deductions, 'manual_points', { source: '其他(手工)' }, true],
    [deductions, 'manual_points', { source: '事故(直接)' }, false],
    [incidents, 'injury_level', { injured: 0, loss_yuan: 0, scene: '课堂' }, true],
    [incidents, 'injury_level', { injured: 1, loss_yuan: 0, scene: '课堂' }, false],
    [incidents, 'injury_level', { injured: 0, loss_yuan: 0, scene: '财产' }, false],
    [incidentPeople, 'level', { role: '受伤者' }, true],
    [incidentPeople, 'level', { role: '目击者' }, false],
  ] as const)('%#: asks for what the row calls for', (table, column, row, expected) => {
    expect(required(table, column, row)).toBe(expected)
  })
})
