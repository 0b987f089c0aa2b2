import { expect, it } from 'vitest'
import { foreignParts, insertCommon } from '../../src/app/insert-common.ts'
import { commonContent } from '../../src/tables/common/common-content.ts'
import { tables } from '../../src/tables/index.ts'
import { memorySession } from './memory-session.ts'
import { value } from './value.ts'

const LISTS = '每日巡查 每周必查 节前必查 开学检查 门卫 校舍 消防 用电 食堂 宿舍 实验室 体育器械 校车'.split(
  ' ',
)

it('fills an empty table in one change, every cell of it right, and no table that holds anything', async () => {
  for (const [table, load] of Object.entries(commonContent)) {
    const { session, changes } = memorySession()
    const parts = await load()
    expect(parts.length).toBeGreaterThan(0)
    const { count } = value(insertCommon(session, table, parts))
    expect(changes).toHaveLength(1)
    expect(session.book.view(table).size).toBe(count)
    expect([...session.book.problems()].filter((problem) => problem.table === table)).toEqual([])
    expect(insertCommon(session, table, parts)).toMatchObject({
      ok: false,
      problem: { code: 'preset.not-empty' },
    })
  }
})

it('P4-29 has a list for each kind of inspection and each theme, of 10 to 40 different items', async () => {
  const lists = await commonContent.checklists!()
  expect(lists.map(({ name }) => name)).toEqual(LISTS)
  for (const { name, rows } of lists) {
    expect(rows.length, name).toBeGreaterThanOrEqual(10)
    expect(rows.length, name).toBeLessThanOrEqual(40)
    expect(new Set(rows.map(({ item }) => item)).size, name).toBe(rows.length)
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, at) => at + 1))
    for (const { item, standard } of rows) {
      expect(String(standard).length, `${name} ${String(item)}`).toBeGreaterThan(4)
      expect(`${String(item)}${String(standard)}`).not.toMatch(/[|!@]/)
    }
  }
  const offered = tables.inspections.columns.lists.options!.map(({ zh }) => zh)
  expect(LISTS.filter((list) => !offered.includes(list))).toEqual([])
  const major = lists.flatMap(({ rows }) => rows).filter((row) => row.major_rule === true)
  expect(major.length).toBeGreaterThan(15)
  expect(major.every((row) => row.hazard_level === '重大' && row.photo === true)).toBe(true)
})

it('puts in the lists of a dormitory, a canteen and a bus only where there is one', async () => {
  const { session } = memorySession()
  const parts = await commonContent.checklists!()
  expect([...foreignParts(session.book, parts)]).toEqual(['宿舍', '校车'])
  expect([...foreignParts(memorySession({ sample: false }).session.book, parts)]).toEqual([])
})
