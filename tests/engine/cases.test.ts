import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { EngineBook } from './open-book.ts'

interface Case {
  readonly book: Record<string, Record<string, string | number>[]>
  readonly classes: Record<string, string | null>
  readonly expected: Record<string, Record<string, unknown>>
}

const caseOf = (name: string): Case =>
  JSON.parse(readFileSync(new URL(`../fixtures/cases/${name}.json`, import.meta.url), 'utf8')) as Case

describe.each(['term-1', 'term-2', 'term-3'])('the worked school %s', (name) => {
  const { book, classes, expected } = caseOf(name)
  const engine = new EngineBook(book)

  it('gives every incident its class', () => {
    const found = Object.fromEntries(
      book.incidents!.map((incident, index) => [
        incident.no,
        engine.classOf(engine.idOf('incidents', index)),
      ]),
    )
    expect(found).toEqual(classes)
  })

  it('gives every person every score', () => {
    for (const [term, persons] of Object.entries(expected)) {
      const termId = engine.workbook.find(['terms'], `2026-2027 ${term}`)!
      const found = Object.fromEntries(
        Object.keys(persons).map((person) => [
          person,
          engine.score(termId, engine.workbook.find(['staff'], person)!),
        ]),
      )
      expect(found).toEqual(persons)
    }
  })

  it('gives no score to people outside the assessment', () => {
    book.staff!.forEach((person, index) => {
      if (person.scored !== '否') return
      for (const term of engine.workbook.view('terms').ids())
        expect(engine.score(term, engine.idOf('staff', index))).toBeNull()
    })
  })

  it('adds every score up from its receipt', () => {
    for (const term of engine.workbook.view('terms').ids())
      for (const person of engine.workbook.view('staff').ids()) {
        const facts = engine.workbook.score(term, person)
        if (!facts) continue
        const lines = engine.workbook.receipt(term, person)
        const counted = lines.filter((line) => line.state === '已确认')
        const sum = (prefix: string) =>
          counted
            .filter((line) => line.source.startsWith(prefix))
            .reduce((total, line) => total - line.points, 0)
        expect(sum('事故(直接)')).toBe(facts.direct)
        expect(sum('事故(管理责任')).toBe(facts.mgmt)
        expect(counted.some((line) => line.source === '隐瞒迟报漏报')).toBe(facts.zeroed)
        for (const line of lines) expect(line.steps.length).toBeGreaterThan(0)
      }
  })
})
