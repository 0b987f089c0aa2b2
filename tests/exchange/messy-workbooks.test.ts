import { expect, it } from 'vitest'
import { planImport, type SheetPlan } from '../../src/exchange/import-plan.ts'
import { readSpreadsheet } from '../../src/exchange/read-file.ts'
import { cellTypeOf } from '../../src/tables/cell-types/of.ts'
import { tables, type TableName } from '../../src/tables/index.ts'
import { DEPARTMENTS, KNOWN_PEOPLE } from './messy-values.ts'
import { messyWorkbook, type MessyWorkbook } from './messy-workbooks.ts'
import { workbook } from './plain-workbook.ts'

const COUNT = Number(process.env['MESSY_WORKBOOKS'] ?? 240)
const FIRST_SEED = Number(process.env['MESSY_SEED'] ?? 1)

const school = workbook({
  departments: Object.fromEntries(DEPARTMENTS.map((dept, at) => [`#d${at}`, { dept }])),
  staff: Object.fromEntries(KNOWN_PEOPLE.map((name, at) => [`#s${at}`, { staff_no: `K${at}`, name }])),
})

/** What a person would see wrong in the plan of one workbook. */
interface Judgement {
  readonly header: boolean
  readonly columns: number
  readonly mapped: number
  readonly wrong: string[]
  /** Accepted values that are not what was shown, and not in the ledger. */
  readonly silent: string[]
  /** Rows of the table that are neither taken nor named, and rows taken that are none. */
  readonly lost: string[]
  readonly values: number
}

async function judge({ bytes, name, truth }: MessyWorkbook): Promise<Judgement> {
  const read = await readSpreadsheet(bytes, name)
  if (!read.ok) throw new Error(`${name}: ${read.problem.code}`)
  const plan = planImport(read.sheets, school)
  const sheet = plan.sheets.find(({ at }) => at === truth.sheet)
  const width = truth.columns.length
  const named = truth.headings.filter((heading) => heading !== '').length
  if (!sheet)
    return { header: false, columns: named, mapped: 0, wrong: ['no table'], silent: [], lost: [], values: 0 }
  const header = sheet.header[0] === truth.header[0] && sheet.header[1] === truth.header[1]
  const wrong: string[] = []
  for (let at = 0; at < width; at++) {
    const found = sheet.table === truth.table ? (sheet.columns[at] ?? null) : 'another table'
    if (truth.headings[at] !== '' && found !== truth.columns[at])
      wrong.push(`${JSON.stringify(truth.headings[at])} ${truth.columns[at]} → ${found}`)
  }
  return {
    header,
    columns: named,
    mapped: named - wrong.length,
    wrong: header ? wrong : [`${truth.table} ${truth.header} → ${sheet.table} ${sheet.header}`, ...wrong],
    silent: silentChanges(sheet, truth),
    lost: lostRows(sheet, truth),
    values: sheet.added.reduce((sum, { cells }) => sum + Object.keys(cells).length, 0),
  }
}

/** Each accepted value is, as text, what was shown, or the ledger says so; no shown value of an accepted row is missing. */
function silentChanges(sheet: SheetPlan, truth: MessyWorkbook['truth']): string[] {
  const { columns } = tables[sheet.table as TableName] as (typeof tables)['staff']
  const told = new Set(
    sheet.ledger.map(({ row, column, shown, taken }) => [row, column, shown, taken].join('\u0000')),
  )
  const silent: string[] = []
  for (const { row, cells } of sheet.added)
    sheet.columns.forEach((key, at) => {
      if (key === null) return
      const column = columns[key as keyof typeof columns]
      if (column.computed) return
      const shown = truth.shown[row - 1]?.[at] ?? ''
      const taken = cellTypeOf(column).format(cells[key] ?? null, column, school.context)
      if (shown.trim() === '' && taken === '') return
      if (shown !== taken && !told.has([row, at, shown, taken].join('\u0000')))
        silent.push(`row ${row} ${key}: ${JSON.stringify(shown)} → ${JSON.stringify(taken)}`)
    })
  return silent
}

function lostRows(sheet: SheetPlan, truth: MessyWorkbook['truth']): string[] {
  const taken = new Set([...sheet.added, ...sheet.changed].map(({ row }) => row))
  const named = new Set([...sheet.rejected, ...sheet.leftOut].map(({ row }) => row))
  const lost: string[] = []
  let unaccounted = -sheet.same
  for (const row of truth.rows) if (!taken.has(row) && !named.has(row)) unaccounted++
  if (unaccounted > 0) lost.push(`${unaccounted} rows vanish`)
  for (const { row, reason, text } of sheet.leftOut)
    if (truth.rows.has(row) && reason !== 'duplicate') lost.push(`row ${row} left out as ${reason}: ${text}`)
  for (const row of taken)
    if (!truth.rows.has(row)) lost.push(`row ${row} is none: ${truth.shown[row - 1]!.join(' ')}`)
  return lost
}

it(`finds tables, headings and columns in ${COUNT} workbooks of messy schools, and changes no value unsaid`, async () => {
  const sums = { headers: 0, columns: 0, mapped: 0, values: 0, lost: 0 }
  const silent: string[] = []
  const notes: string[] = []
  for (let seed = FIRST_SEED; seed < FIRST_SEED + COUNT; seed++) {
    const file = messyWorkbook(seed)
    const judged = await judge(file)
    sums.headers += Number(judged.header)
    sums.columns += judged.columns
    sums.mapped += judged.mapped
    sums.values += judged.values
    sums.lost += judged.lost.length
    silent.push(...judged.silent.map((change) => `${seed}: ${change}`))
    for (const note of [...judged.wrong, ...judged.lost]) notes.push(`${seed} ${file.name}: ${note}`)
  }
  const share = (part: number, whole: number) => `${((part / whole) * 100).toFixed(1)} %`
  console.log(
    `messy workbooks: ${COUNT} from seed ${FIRST_SEED}; headings found in ${share(sums.headers, COUNT)}, ` +
      `${share(sums.mapped, sums.columns)} of ${sums.columns} columns placed right, ` +
      `${silent.length} of ${sums.values} values changed unsaid, ${sums.lost} rows misjudged`,
  )
  if (process.env['MESSY_NOTES']) console.log(notes.join('\n'))
  expect(sums.values).toBeGreaterThan(COUNT * 30)
  expect(silent).toEqual([])
  expect(sums.headers / COUNT, notes.join('\n')).toBeGreaterThanOrEqual(0.97)
  expect(sums.mapped / sums.columns, notes.join('\n')).toBeGreaterThanOrEqual(0.95)
  expect(sums.lost / COUNT, notes.join('\n')).toBeLessThanOrEqual(0.02)
}, 600_000)
