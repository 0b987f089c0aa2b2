import { readXlsx } from 'hucre/xlsx'
import { expect, it } from 'vitest'
import { exportFile } from '../../src/app/export-workbook.ts'
import { memorySession } from './memory-session.ts'
import { value } from './value.ts'
import { workerBeside } from './worker-beside.ts'

/**
 * A second opinion on the sample's year of monthly reports: the exported file, read by a library of others, and counted by
 * the forty lines below, which know nothing of our rules.
 */
const NOW = '2026-12-09 08:00'

const words = {
  program: '双责簿',
  locale: 'zh-Hans',
  say: (steps: readonly { code: string }[]) => steps.map(({ code }) => code).join(' '),
  settingName: (key: string) => key,
  settingValue: (_key: string, text: string) => text,
}

type Line = Readonly<Record<string, string>>

/** Cells by heading: the row below the title names them. */
function linesOf(rows: readonly (readonly unknown[])[]): Line[] {
  const [, headings = [], ...body] = rows
  return body.map((row) =>
    Object.fromEntries(headings.map((heading, at) => [String(heading), shown(row[at])])),
  )
}

/** A day as `2026-09-01`, whatever the library makes of it. */
function shown(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return cell === null || cell === undefined ? '' : String(cell)
}

const day = (text: string) => text.slice(0, 10)

/** A month counted from the ledger's own lines, a day compared with a day. */
function recount(hazards: readonly Line[], from: string, to: string) {
  const isClosedBy = (hazard: Line, at: string) => hazard['销号时间'] !== '' && day(hazard['销号时间']!) <= at
  const found = (hazard: Line) => day(hazard['排查时间']!)
  const fresh = hazards.filter((hazard) => found(hazard) >= from && found(hazard) <= to)
  const older = hazards.filter((hazard) => found(hazard) < from && !isBefore(hazard, from))
  const open = [...fresh, ...older].filter((hazard) => !isClosedBy(hazard, to))
  return {
    本月新增: fresh.length,
    其中重大: fresh.filter((hazard) => hazard['隐患等级'] === '重大').length,
    上月结转: older.length,
    本月销号: fresh.length + older.length - open.length,
    月末未销号: open.length,
  }
}

const isBefore = (hazard: Line, from: string) => hazard['销号时间'] !== '' && day(hazard['销号时间']!) < from

it('P5-25 all twelve months of the exported year count the same by somebody else, and balance', async () => {
  const { session } = memorySession({ now: () => NOW, sample: 'whole' })
  const request = {
    kind: 'xlsx',
    tables: ['hazards', 'monthlyReports'],
    audience: 'whole',
    reason: '核对',
  } as const
  const { bytes } = value(
    await exportFile(
      session,
      request,
      words,
      {},
      workerBeside(() => session),
    ),
  )
  const { sheets } = await readXlsx(bytes)
  const sheet = (name: string) => linesOf(sheets.find((one) => one.name === name)!.rows)
  const hazards = sheet('隐患排查整治台账')
  const reports = sheet('隐患月报表')
  expect(hazards.length).toBe(session.book.view('hazards').size)
  expect(reports).toHaveLength(12)
  let closing: number | null = null
  for (const report of reports) {
    const counts = recount(hazards, day(report['统计起']!), day(report['统计止']!))
    for (const [heading, count] of Object.entries(counts))
      expect(Number(report[heading]), `${report['月份']!} ${heading}`).toBe(count)
    expect(counts.上月结转 + counts.本月新增 - counts.本月销号).toBe(counts.月末未销号)
    if (closing !== null) expect(counts.上月结转).toBe(closing)
    closing = counts.月末未销号
  }
  // A year in which nothing was found or closed would prove little.
  expect(reports.reduce((sum, report) => sum + Number(report['本月销号']), 0)).toBeGreaterThan(40)
})
