import { expect, test } from 'vitest'
import { copyBook } from '../../src/app/book-copy.ts'
import { verifyScores } from '../../src/app/verify-scores.ts'
import { applySettings, readSetting, settingEntries, summaryOf } from '../../src/app/what-if.ts'
import { isCopied } from '../../src/engine/trial.ts'
import { allRules } from '../../src/rules/all-rules.ts'
import { tables } from '../../src/tables/index.ts'
import { memorySession, NOW } from './memory-session.ts'

/** Every score as it would be shown, by term and person. */
function scores({ book }: ReturnType<typeof memorySession>['session']) {
  return book.environment().terms.flatMap((term) =>
    book
      .view('staff')
      .ids()
      .map((person) => {
        const score = book.score(term.id, person)
        return score && [term.id, person, score.final, score.veto, score.amount, score.expected]
      }),
  )
}

test('what is shown before is what comes after', async () => {
  const { session } = memorySession()
  const trial = await copyBook(session.book)
  for (const texts of [
    { 'score.noFault': '否' },
    { 'score.table': '5,10,10,25,15,50' },
    { 'mgmt.threshold.director': '1,1,1', 'veto.managers': '是' },
    { 'score.countProvisional': '是' },
    { 'classify.loss.bounds': '100,500', 'allow.amount': '200' },
  ] as Record<string, string>[]) {
    const shown = scores(session)
    const before = new Map(
      session.book
        .view('incidents')
        .ids()
        .map((id) => [id, session.book.value('incidents', id, 'class6')]),
    )
    const differences = await trial.compare(texts)
    expect(scores(session), 'trying changes nothing').toEqual(shown)
    expect(differences.scores.length).toBeGreaterThan(0)

    const given = Object.fromEntries(settingEntries(session.book).map(({ key, current }) => [key, current]))
    applySettings(session, texts, { person: '', now: NOW })
    for (const { term, person, to } of differences.scores) {
      const after = session.book.score(term, person)!
      expect([after.final, after.veto, after.amount, after.expected]).toEqual([
        to!.final,
        to!.veto,
        to!.amount,
        to!.expected,
      ])
    }
    const told = new Set(differences.scores.map(({ term, person }) => `${term} ${person}`))
    const moved = scores(session).flatMap((row, at) =>
      row && JSON.stringify(row) !== JSON.stringify(shown[at]) ? [`${String(row[0])} ${String(row[1])}`] : [],
    )
    expect(moved.every((who) => told.has(who))).toBe(true)
    const reclassed = [...before].filter(
      ([id, class6]) => session.book.value('incidents', id, 'class6') !== class6,
    )
    expect(differences.classes.map(({ incident }) => incident).sort()).toEqual(
      reclassed.map(([id]) => id).sort(),
    )
    applySettings(session, Object.fromEntries(Object.keys(texts).map((key) => [key, given[key]!])), {
      person: '',
      now: NOW,
    })
    expect(scores(session)).toEqual(shown)
  }
})

test('a setting tried before and taken back has no effect on the next trial', async () => {
  const { session } = memorySession()
  const trial = await copyBook(session.book)
  const first = await trial.compare({ 'score.base': '120' })
  await trial.compare({ 'score.table': '1,1,1,1,1,1' })
  expect(await trial.compare({ 'score.base': '120' })).toEqual(first)
  expect((await trial.compare({})).scores).toEqual([])
})

test('the summary counts persons once and sums the allowance to the cent', async () => {
  const { session } = memorySession()
  const differences = await (await copyBook(session.book)).compare({ 'allow.amount': '133.33' })
  const summary = summaryOf(differences)
  const byHand = differences.scores.reduce(
    (sum, { from, to }) => sum + Math.round(to!.amount * 100 - from!.amount * 100),
    0,
  )
  expect(summary.allowance).toBe(byHand / 100)
  expect(summary.persons).toBe(new Set(differences.scores.map(({ person }) => person)).size)
  expect(summary).toMatchObject({ higher: 0, lower: 0, classes: 0 })
})

test('applying is one change, and keeps who changed it', () => {
  const { session, changes } = memorySession()
  applySettings(session, { 'score.base': '120', 'veto.managers': '是' }, { person: '林安', now: NOW })
  expect(changes).toHaveLength(1)
  const row = session.book
    .view('policy')
    .ids()
    .find((id) => session.book.stored('policy', id, 'key') === 'score.base')!
  expect(session.book.stored('policy', row, 'changed')).toBe('林安')
  expect(session.book.environment().policy['score.base']).toBe(120)
})

test('a value that cannot be one is refused with a code', () => {
  expect(readSetting('score.base', 'many')).toMatchObject({ ok: false })
  expect(readSetting('score.table', '1,2，3、4,5,6')).toEqual({ ok: true, value: '1,2,3,4,5,6' })
  expect(readSetting('no.such', '1')).toMatchObject({ ok: false })
})

test('checking the scores finds nothing in a sound book, and names what an unsound one shows wrongly', async () => {
  const { session } = memorySession()
  const sound = await verifyScores(session.book)
  expect(sound).toMatchObject({ scores: [], classes: [], findings: [] })
  expect(sound.compared.scores).toBeGreaterThan(70)
  expect(sound.compared.classes).toBe(session.book.view('incidents').size)

  const incident = session.book.view('incidents').ids()[0]!
  const lying = new Proxy(session.book, {
    get: (book, key) => {
      if (key === 'value')
        return (table: string, row: string, column: string) =>
          row === incident && column === 'class6' ? '不计入' : book.value(table, row, column)
      const member = Reflect.get(book, key) as unknown
      return typeof member === 'function' ? member.bind(book) : member
    },
  })
  expect((await verifyScores(lying)).classes.map(({ incident: id }) => id)).toEqual([incident])
})

test('no rule reads a text that a copy leaves out', () => {
  const read: string[] = []
  for (const [table, rules] of Object.entries(allRules))
    for (const rule of Object.values(rules)) {
      read.push(...(rule.reads.own ?? []).map((column) => `${table}.${column}`))
      for (const [child, { columns }] of Object.entries(rule.reads.from ?? {}))
        read.push(...columns.map((column) => `${child}.${column}`))
      for (const [other, { by, columns }] of Object.entries(rule.reads.rows ?? {}))
        read.push(...[...columns, ...(by === undefined ? [] : [by])].map((column) => `${other}.${column}`))
      for (const [by, columns] of Object.entries(rule.reads.via ?? {})) {
        const target = tables[table as keyof typeof tables].columns as Record<
          string,
          { to?: readonly string[] }
        >
        read.push(...columns.map((column) => `${target[by]!.to![0]!}.${column}`))
      }
    }
  expect(read.length).toBeGreaterThan(100)
  const left = read.filter((name) => {
    const [table, column] = name.split('.') as [keyof typeof tables, string]
    const columns = tables[table].columns as Record<string, { type: string; computed: boolean }>
    return !isCopied(table, columns[column]!.type) && !columns[column]!.computed
  })
  expect(left).toEqual([])
  expect(isCopied('incidents', 'long')).toBe(false)
})
