import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { schoolArbitrary, seededSchool, TABLES } from './generate-school.ts'
import { judge, type Book } from './naive-school.ts'
import { applyEdit, editsArbitrary, seededEdits, withIds } from './random-edits.ts'

const text = (book: Book) => JSON.stringify(book)

describe('generated schools', () => {
  it('reach every class, threshold and fate', () => {
    const seen = new Map<string, number>()
    const see = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1)
    for (let seed = 1; seed <= 300; seed++) {
      const book = seededSchool(seed)
      const { classes, scoreOfRows } = judge(book)
      for (const name of Object.values(classes)) see(name ?? '待认定')
      for (const { score } of scoreOfRows) {
        if (score.zeroed) see('归零')
        if (score.veto && !score.zeroed) see('否决(未尽责)')
        if (score.raw < 0) see('原始得分为负')
        if (score.mgmt > 0) see('管理扣分')
        if (score.mgmt >= 70) see('管理扣分 70 以上')
        if (score.final > 0 && Number(score.amount) !== score.final) see('津贴折算')
        if (score.final > 0 && score.amount === '0.00') see('不在岗')
        if (score.final === 100) see('满分')
      }
      const vps = book['departments']!.map((row) => row['vp'])
      if (new Set(vps).size < vps.length) see('副校长分管多部门')
      const directors = book['departments']!.map((row) => row['director'])
      if (directors.some((one) => one !== '' && vps.includes(one))) see('主任兼副校长')
      if (new Set(directors).size < directors.length) see('一人两部门主任')
      if (directors.includes('')) see('缺主任')
    }
    console.info([...seen].map(([what, times]) => `${what} ${times}`).join(' · '))
    const classes = ['一般', '较严重的', '严重的'].flatMap((grade) => [
      `${grade}安全事故`,
      `${grade}安全责任事故`,
    ])
    const fates = [
      '归零',
      '否决(未尽责)',
      '原始得分为负',
      '管理扣分',
      '管理扣分 70 以上',
      '津贴折算',
      '不在岗',
      '满分',
    ]
    const posts = ['副校长分管多部门', '主任兼副校长', '一人两部门主任', '缺主任']
    for (const what of [...classes, '不计入', '待认定', ...fates, ...posts])
      expect(seen.get(what) ?? 0, what).toBeGreaterThan(10)
  })

  it('are the same for the same seed', () => {
    expect(text(seededSchool(7))).toBe(text(seededSchool(7)))
    expect(text(seededSchool(7))).not.toBe(text(seededSchool(8)))
  })

  it('shrink to a small school', () => {
    const failed = fc.check(
      fc.property(schoolArbitrary(), (book) =>
        Object.values(judge(book).classes).every((name) => name !== null),
      ),
      { seed: 1, numRuns: 50 },
    )
    expect(failed.failed).toBe(true)
    expect(failed.counterexample![0]['incidents']!.length).toBeLessThanOrEqual(2)
    expect(failed.counterexample![0]['staff']!.length).toBe(3)
  })
})

describe('random edits', () => {
  it('leave the book they were made for alone and replay alike with and without ids', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const book = seededSchool(seed)
      const before = text(book)
      const edits = seededEdits(book, 120, seed)
      expect(text(book)).toBe(before)
      const named = structuredClone(book)
      const numbered = withIds(book)
      for (const edit of edits) {
        applyEdit(named, edit)
        applyEdit(numbered, edit)
      }
      expect(judge(numbered).scores).toEqual(judge(named).scores)
      expect(judge(numbered).classes).toEqual(judge(named).classes)
    }
  })

  it('are of every kind, in every table, and most of them are felt', () => {
    const kinds = new Map<string, number>()
    let felt = 0
    let made = 0
    for (let seed = 1; seed <= 12; seed++) {
      const book = withIds(seededSchool(seed))
      let before = JSON.stringify(judge(book).scores)
      for (const edit of seededEdits(book, 60, seed, {
        renames: true,
        policy: { 'score.base': ['100', '90'] },
      })) {
        const kind = edit.kind === 'policy' ? 'policy' : `${edit.kind} ${edit.table}`
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
        applyEdit(book, edit)
        const after = JSON.stringify(judge(book).scores)
        made++
        if (after !== before) felt++
        before = after
      }
    }
    console.info(
      [...kinds].map(([kind, times]) => `${kind} ${times}`).join(' · ') + ` · felt ${felt} of ${made}`,
    )
    for (const table of TABLES) expect([...kinds.keys()]).toContain(`set ${table}`)
    for (const kind of ['add incidents', 'add staff', 'policy']) expect([...kinds.keys()]).toContain(kind)
    expect([...kinds.keys()].some((kind) => kind.startsWith('restore'))).toBe(true)
    expect(felt / made).toBeGreaterThan(0.1)
  })

  it('are reproducible as an arbitrary', () => {
    const book = seededSchool(3)
    const sample = () => fc.sample(editsArbitrary(book, 10), { seed: 5, numRuns: 3 })
    expect(sample()).toEqual(sample())
  })
})
