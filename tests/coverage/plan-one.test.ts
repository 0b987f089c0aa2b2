import { expect, it } from 'vitest'
import { choicesOf, school } from './book.ts'

/** A district bureau's plan, where what it asks for is written down in a school. */

it('P1-18 what was said to the media after an accident is a matter of its aftermath', () => {
  const { add, due } = school()
  expect(choicesOf('aftercare', 'kind')).toContain('媒体应对')
  const row = add('aftercare', {
    incident: 'SG-20261015-01',
    kind: '媒体应对',
    text: '统一答复',
    date: '2026-11-20',
  })
  expect(due('aftercare.open')).toMatchObject([{ row }])
})

it('P1-22 a training counts whom it reached', () => {
  const { add, value, book } = school()
  const everybody = book.view('staff').ids()
  const row = add('training', {
    date: '2026-11-20',
    topic: '急救',
    laws: '其他',
    form: '讲座',
    who: everybody.slice(0, 10),
  })
  expect(Number(value('training', row, 'coverage'))).toBeGreaterThan(20)
  expect(Number(value('training', row, 'coverage'))).toBeLessThan(30)
})

it('P1-32 what a laboratory holds is counted in and out, and never below nothing', () => {
  const { add, value, problem } = school()
  const move = (date: string, act: string, qty: number) =>
    add('chemicals', {
      date,
      name: '酒精',
      kind: '易燃易爆',
      act,
      qty,
      unit: '瓶',
      keepers: '钟毓秀、宋文渊',
      taker: '钟毓秀',
      use: '实验',
    })
  move('2026-11-02', '入库', 10)
  const taken = move('2026-11-10', '领用', 4)
  expect(value('chemicals', taken, 'stock')).toBe(6)
  const more = move('2026-11-11', '领用', 9)
  expect(problem('chemicals', more, 'qty')).toBe('chemical.below-zero')
})
