import type { SheetChoice } from '../../../exchange/choose-table.ts'
import type { SheetPlan } from '../../../exchange/import-plan.ts'
import { isPlainTable, plainTables, type PlainTable } from '../../../tables/bureau/plain-columns.ts'
import type { KnownReport } from '../known-reports.ts'

/** How a sheet of some shape was read: which table it is, and which of its columns is what. No cell of it is here. */
export interface PlainReading {
  readonly shape: string
  readonly table: PlainTable
  readonly columns: readonly (string | null)[]
  readonly header?: readonly [first: number, last: number]
}

export const readingOf = (
  { shape, table, columns }: SheetPlan,
  header: SheetChoice['header'],
): PlainReading => ({
  shape,
  table: table as PlainTable,
  columns,
  ...(header ? { header } : {}),
})

/** How a file was read, sheet by sheet, and which month it named itself, if any: the register keeps it with the report. */
export interface FileReading {
  readonly told: string | null
  readonly sheets: readonly PlainReading[]
}

export const readingText = (reading: FileReading): string => JSON.stringify(reading)

function readingIn(text: string): FileReading {
  try {
    const { told, sheets } = JSON.parse(text) as Record<string, unknown>
    return {
      told: typeof told === 'string' ? told : null,
      sheets: Array.isArray(sheets) ? sheets.filter(isReading) : [],
    }
  } catch {
    return { told: null, sheets: [] }
  }
}

/** Another version, or another copy of the bureau's workbook, may have written it. */
function isReading(value: unknown): value is PlainReading {
  if (typeof value !== 'object' || value === null) return false
  const { shape, table, columns, header } = value as Record<string, unknown>
  if (typeof shape !== 'string' || typeof table !== 'string' || !isPlainTable(table)) return false
  const isKey = (key: unknown) =>
    key === null || (typeof key === 'string' && Object.hasOwn(plainTables[table].columns, key))
  return (
    Array.isArray(columns) &&
    columns.every(isKey) &&
    (header === undefined || (Array.isArray(header) && header.length === 2 && header.every(Number.isInteger)))
  )
}

/**
 * How schools' own spreadsheets have been read until now. The register of reports remembers it: on every computer of the
 * bureau, and no longer than the report itself, so that what was undone is forgotten.
 */
export class PlainReadings {
  private readonly bySchool = new Map<string, Map<string, PlainReading>>()
  private readonly byShape = new Map<string, PlainReading>()
  /** Schools by what their files were called, whatever the month. */
  private readonly byName = new Map<string, Set<string>>()
  private readonly monthly = new Map<string, boolean>()
  private readonly files = new Set<string>()

  constructor(reports: readonly KnownReport[]) {
    const plain = reports.filter(({ reading }) => reading !== undefined)
    for (const report of plain.sort((a, b) => (a.received < b.received ? -1 : 1))) {
      const { told, sheets } = readingIn(report.reading!)
      this.files.add(fileName(report.workbook, told))
      this.learn(report.school, report.file, sheets, report.monthly === true)
    }
  }

  learn(school: string, file: string, readings: readonly PlainReading[], monthly: boolean): void {
    const own = this.bySchool.get(school) ?? new Map<string, PlainReading>()
    this.bySchool.set(school, own)
    for (const reading of readings) {
      own.set(reading.shape, reading)
      this.byShape.set(reading.shape, reading)
      this.monthly.set(`${school}|${reading.shape}`, monthly).set(`|${reading.shape}`, monthly)
    }
    const name = nameOf(file)
    this.byName.set(name, (this.byName.get(name) ?? new Set()).add(school))
  }

  /** The file has been taken in before, as it is. Under the name of another month it is that month's report. */
  has = (hash: string, told: string | null): boolean => this.files.has(fileName(hash, told))

  /** As this school's last file of that shape was read, else as another school's. */
  recall = (school: string | null, shape: string): PlainReading | null =>
    (school === null ? undefined : this.bySchool.get(school)?.get(shape)) ?? this.byShape.get(shape) ?? null

  isMonthly = (school: string | null, shape: string): boolean | null =>
    this.monthly.get(`${school ?? ''}|${shape}`) ?? this.monthly.get(`|${shape}`) ?? null

  /** The one school whose files were called like this. */
  schoolBy(file: string): string | null {
    const schools = this.byName.get(nameOf(file))
    return schools?.size === 1 ? [...schools][0]! : null
  }
}

export const fileName = (hash: string, told: string | null): string => `${hash} ${told ?? ''}`

/** 一小隐患台账9月(1).xlsx and 一小隐患台账10月.xlsx are called alike. */
const nameOf = (file: string): string => file.replace(/\.[^.]*$/, '').replace(/[\d\s()（）._-]+/g, '')
