import { describe, expect, it } from 'vitest'
import { contentOf, isAboutPersons } from '../../../src/exchange/masking/content.ts'
import { fixedSentence, hasFixedSentence, openKind } from '../../../src/exchange/masking/fixed-sentences.ts'
import { tables } from '../../../src/tables/index.ts'
import type { Table } from '../../../src/tables/table.ts'

const all: Readonly<Record<string, Table>> = tables
const choosing = (chosen: Readonly<Record<string, string>>) => (column: string) => chosen[column] ?? ''
const optionsOf = (table: Table, column: string) => table.columns[column]!.options!.map(({ zh }) => zh)

describe('sentences for a notice board', () => {
  it('there are words for every column of sentences that goes on one', () => {
    const without = Object.values(all)
      .filter((table) => !isAboutPersons(table, all))
      .flatMap((table) =>
        Object.entries(table.columns)
          .filter(([, column]) => contentOf(column, all) === 'narrative')
          .filter(([key]) => !hasFixedSentence(table.name, key))
          .map(([key]) => `${table.name}.${key}`),
      )
    expect(without).toEqual([])
  })

  it('every kind of incident has its own, but those that the law protects tell nothing', () => {
    const told = new Map(
      optionsOf(tables.incidents, 'type').map((type) => [
        type,
        fixedSentence('incidents', 'narrative', choosing({ type })),
      ]),
    )
    const untold = [...told].filter(([type]) => openKind(type) !== type)
    expect(untold.map(([type]) => type)).toEqual(['自伤', '欺凌', '性侵害', '失踪出走'])
    expect(new Set(untold.map(([, sentence]) => sentence)).size).toBe(1)
    expect(new Set(told.values()).size).toBe(told.size - untold.length + 1)
  })

  it('every kind of meeting has its own', () => {
    const kinds = optionsOf(tables.meetings, 'kind')
    const told = kinds.map((kind) => fixedSentence('meetings', 'agenda', choosing({ kind })))
    expect(new Set(told).size).toBe(kinds.length)
  })

  it('the judgement decides what is said of causes', () => {
    const causes = ['是', '否', '待认定', '', '王小明'].map((liability) =>
      fixedSentence('incidents', 'cause', choosing({ liability })),
    )
    expect(new Set(causes).size).toBe(3)
    expect(causes[2]).toBe(causes[4])
  })

  it('what is unknown is told by nothing', () => {
    expect(fixedSentence('staff', 'note', choosing({}))).toBe('所填内容不公开。')
    expect(fixedSentence('incidents', 'narrative', choosing({ type: '王小明打架' }))).toBe(
      fixedSentence('incidents', 'narrative', choosing({ type: '其他' })),
    )
  })
})
