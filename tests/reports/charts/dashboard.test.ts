import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { knowLabels, loadWords, setLocale } from '../../../src/i18n/translate.ts'
import { drawingOf, fitting, FONT } from '../../../src/reports/charts/chart-shapes.ts'
import { CHART_LOOKS, sumAt, totalOf, type Chart } from '../../../src/reports/charts/chart.ts'
import { dashboardCharts } from '../../../src/reports/charts/dashboard.ts'
import { widthOf } from '../../../src/reports/column-widths.ts'
import { allLabels } from '../../../src/tables/all-labels.ts'
import { memorySession } from '../../app/memory-session.ts'
import { paperRows } from '../../app/paper-rows.ts'

knowLabels(allLabels())
await setLocale('zh-Hans')
await loadWords()

const { session } = memorySession()
for (const [table, rows] of paperRows)
  session.add(table, rows, { source: 'user', label: { code: 'grid.edit' } })
const { book } = session
const { terms, now } = book.environment()
const today = now.slice(0, 10)

const ids = (table: string) => book.view(table).ids()
const text = (table: string, row: string, column: string) => book.text(table, row, column)

/** What a school would count by hand, for a term or for all time. */
describe.each([...terms, null])('of %o', (term) => {
  const charts = new Map(dashboardCharts(book, term).map((chart) => [chart.id, chart]))
  const within = (day: string) => day !== '' && (term === null || (day >= term.from && day <= term.to))
  const incidents = ids('incidents').filter(
    (row) => term === null || text('incidents', row, 'term') === term.name,
  )
  const hazards = ids('hazards').filter((row) => within(text('hazards', row, 'found_on')))

  test('every incident stands in each of its charts once', () => {
    for (const id of ['incidents-class', 'incidents-place', 'incidents-hour', 'incidents-month'])
      expect(totalOf(charts.get(id)!), id).toBe(incidents.length)
    const classes = charts.get('incidents-class')!
    classes.categories.forEach((name, at) => {
      const counted = incidents.filter((row) => (text('incidents', row, 'class6') || '待认定') === name)
      expect(sumAt(classes, at)).toBe(counted.length)
    })
    const months = charts.get('incidents-month')!
    months.categories.forEach((month, at) =>
      expect(sumAt(months, at)).toBe(
        incidents.filter((row) => text('incidents', row, 'occurred_at').startsWith(month)).length,
      ),
    )
    const hours = charts.get('incidents-hour')!
    hours.categories.forEach((hour, at) =>
      expect(sumAt(hours, at)).toBe(
        incidents.filter((row) => `${+text('incidents', row, 'occurred_at').slice(11, 13)}时` === hour)
          .length,
      ),
    )
  })

  test('a bar leads to the rows it counts', () => {
    for (const id of ['incidents-class', 'incidents-place']) {
      const chart = charts.get(id)!
      const { column, also, texts } = chart.opens!
      texts.forEach((wanted, at) => {
        if (wanted === null) return
        const shown = ids('incidents').filter((row) =>
          Object.entries({ ...also, [column]: wanted }).every(
            ([key, each]) => text('incidents', row, key) === each,
          ),
        )
        expect(shown).toHaveLength(sumAt(chart, at))
      })
    }
  })

  test('every hazard is closed, open or overdue, and every open one has its age', () => {
    const months = charts.get('hazards-month')
    const ages = charts.get('hazards-age')
    const open = hazards.filter((row) => text('hazards', row, 'state') !== '已销号')
    const overdue = open.filter((row) => text('hazards', row, 'overdue') === '是')
    expect(months ? totalOf(months) : 0).toBe(hazards.length)
    expect(
      months ? months.series.map(({ values }) => values.reduce((sum, each) => sum + each, 0)) : [0, 0, 0],
    ).toEqual([hazards.length - open.length, open.length - overdue.length, overdue.length])
    expect(ages ? totalOf(ages) : 0).toBe(open.length)
    if (!ages) return
    const days = open.map(
      (row) => (Date.parse(today) - Date.parse(text('hazards', row, 'found_on'))) / 86_400_000,
    )
    expect(ages.categories.map((_, at) => sumAt(ages, at))).toEqual([
      days.filter((age) => age <= 7).length,
      days.filter((age) => age > 7 && age <= 30).length,
      days.filter((age) => age > 30 && age <= 90).length,
      days.filter((age) => age > 90).length,
    ])
  })

  test('every absence is counted for its class', () => {
    const rows = ids('classAttendance').filter((row) => within(text('classAttendance', row, 'date')))
    const chart = charts.get('attendance')
    expect(chart !== undefined).toBe(rows.length > 0)
    chart?.categories.forEach((name, at) => {
      const own = rows.filter((row) => text('classAttendance', row, 'class') === name)
      const sum = (column: string) =>
        own.reduce((all, row) => all + Number(book.value('classAttendance', row, column) ?? 0), 0)
      expect(sumAt(chart, at)).toBe(sum('sick') + sum('leave') + sum('unknown'))
    })
  })

  test('everybody with a score stands in one band', () => {
    const finals = term === null ? [] : ids('staff').flatMap((row) => book.score(term.id, row)?.final ?? [])
    const chart = charts.get('scores')
    expect(chart ? totalOf(chart) : 0).toBe(finals.length)
    if (chart) expect(sumAt(chart, 0)).toBe(finals.filter((final) => final >= 100).length)
  })
})

test('each week of school was inspected or missed; what is not over yet is neither', () => {
  const autumn = terms.at(-1)!
  const chart = dashboardCharts(book, autumn).find(({ id }) => id === 'inspections')!
  const [done, missed, running] = chart.series.map(({ values }) =>
    values.reduce((sum, each) => sum + each, 0),
  )
  const inspected = new Set(
    ids('inspections')
      .map((row) => text('inspections', row, 'date'))
      .filter((day) => day >= autumn.startDate! && day <= autumn.endDate!)
      .map((day) => Math.floor((Date.parse(day) - Date.parse('2026-08-31')) / (7 * 86_400_000))),
  )
  expect(done).toBeGreaterThanOrEqual(inspected.size)
  expect(running).toBe(0)
  // Twenty-one weeks of school, some of them short, and the breaks of the autumn.
  expect(done! + missed!).toBe(totalOf(chart))
  expect(totalOf(chart)).toBeGreaterThan(15)
})

test('an empty school has no charts', () => {
  const { session: empty } = memorySession({ sample: false })
  expect(dashboardCharts(empty.book, null)).toEqual([])
})

const charts = fc
  .record({
    is: fc.constantFrom('columns', 'rows', 'squares'),
    categories: fc.array(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 30 }),
    names: fc.array(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 5 }),
    seed: fc.array(fc.nat(9), { minLength: 150, maxLength: 150 }),
  })
  .map(({ is, categories, names, seed }): Chart => ({
    id: 'any',
    title: '',
    summary: '',
    is: is as Chart['is'],
    by: '',
    categories,
    series: names.map((name, series) => ({
      name,
      look: CHART_LOOKS[series]!,
      values: categories.map((_, at) => seed[series * 30 + at]!),
    })),
  }))

test('a drawing keeps within its width, and its boxes are as large as what they count', () => {
  fc.assert(
    fc.property(charts, fc.integer({ min: 280, max: 1200 }), (chart, width) => {
      const { shapes, height } = drawingOf(chart, width)
      const boxes = shapes.filter((shape) => shape.is === 'box' && shape.category >= 0)
      for (const box of boxes) {
        if (box.is !== 'box') continue
        expect(box.x).toBeGreaterThanOrEqual(0)
        expect(box.x + box.width).toBeLessThanOrEqual(width + 0.01)
        expect(box.y + box.height).toBeLessThanOrEqual(height)
        expect(box.value).toBe(chart.series[box.series]!.values[box.category])
      }
      const sum = boxes.reduce((all, box) => all + (box.is === 'box' ? box.value : 0), 0)
      expect(sum).toBe(totalOf(chart))
      if (chart.is === 'squares') return
      const length = (box: (typeof boxes)[number]) =>
        box.is === 'box' ? (chart.is === 'rows' ? box.width : box.height) / box.value : 0
      const scales = boxes.map(length)
      for (const scale of scales) expect(scale).toBeCloseTo(scales[0]!, 6)
    }),
  )
})

test('a name is cut to its place', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.integer({ min: 20, max: 300 }), (name, width) => {
      expect(widthOf(fitting(name, width), FONT)).toBeLessThanOrEqual(width)
      if (widthOf(name, FONT) <= width) expect(fitting(name, width)).toBe(name)
    }),
  )
})
