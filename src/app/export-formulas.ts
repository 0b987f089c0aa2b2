import type { Workbook } from '../engine/workbook.ts'
import { columnName } from '../exchange/sheet-data.ts'
import { FIRST_DATA_ROW, sheetMark, type ExportCell, type ExportSheet } from '../exchange/xlsx-write.ts'
import type { SheetLayout } from '../formula/sheet-formula.ts'
import type { Table } from '../tables/table.ts'
import type { ColumnsOf } from './export-summary.ts'

/** A table on its way into a file. */
export interface TableOnSheet {
  readonly table: Table
  /** In the order of the sheet. */
  readonly columns: readonly string[]
  readonly ids: readonly string[]
  readonly sheet: ExportSheet
}

/**
 * Puts live formulas where a file holds all they read, unchanged; elsewhere the value stays, and it is said. A formula
 * over cells that the audience gets in another form would come to something else.
 */
export async function withFormulas(
  book: Workbook,
  sheets: readonly TableOnSheet[],
  isAsItIs: (table: Table, column: string) => boolean,
): Promise<{ readonly sheets: readonly ExportSheet[]; readonly valuesOnly: readonly ColumnsOf[] }> {
  const wanted = sheets.filter(({ table }) => formulaKeys(table).length > 0)
  if (wanted.length === 0) return { sheets: sheets.map(({ sheet }) => sheet), valuesOnly: [] }
  const [{ sheetFormula }, { FormulaColumns }, { FormulaError }] = await Promise.all([
    import('../formula/sheet-formula.ts'),
    import('../formula/formula-columns.ts'),
    import('../formula/value.ts'),
  ])
  const formulas = new FormulaColumns(book.formulaWorld())
  const layout = layoutOf(book, sheets, isAsItIs, (...cell) => formulas.content(...cell))
  const live = new Set<string>()
  const readyOf = (table: Table) =>
    new Map(
      formulaKeys(table).flatMap((key) => {
        const made = sheetFormula(table.columns[key]!.formula!, table, book.tables)
        return made.ok && formulas.problem(table.name, key) === null && isAsItIs(table, key)
          ? [[key, made.value] as const]
          : []
      }),
    )
  const ready = new Map(wanted.map(({ table }) => [table.name, readyOf(table)]))
  // A formula whose own inputs are formulas that stay behind as values may still be live: values are as good to read.
  const filled = sheets.map(({ table, columns, ids, sheet }): ExportSheet => {
    const own = ready.get(table.name)
    if (!own) return sheet
    const rows = sheet.rows.map((row) => [...row])
    columns.forEach((key, at) => {
      const formula = own.get(key)
      if (!formula?.fits(layout)) return
      live.add(`${table.name}.${key}`)
      ids.forEach((id, line) => {
        const content = formulas.content(table.name, id, key)
        const value = content instanceof FormulaError ? content.code : (content ?? 0)
        rows[line]![at] = { formula: formula.write(layout, id), value } satisfies ExportCell
      })
    })
    return { ...sheet, rows }
  })
  const valuesOnly = wanted.flatMap(({ table, columns }) => {
    const left = formulaKeys(table).filter(
      (key) => columns.includes(key) && !live.has(`${table.name}.${key}`),
    )
    return left.length > 0 ? [{ table: table.name, columns: left }] : []
  })
  return { sheets: filled, valuesOnly }
}

const formulaKeys = ({ columns }: Table): string[] =>
  Object.keys(columns).filter((key) => columns[key]!.formula !== undefined)

function layoutOf(
  book: Workbook,
  sheets: readonly TableOnSheet[],
  isAsItIs: (table: Table, column: string) => boolean,
  content: (table: string, row: string, column: string) => ReturnType<SheetLayout['content']>,
): SheetLayout {
  const byName = new Map(sheets.map((each) => [each.table.name, each]))
  const numbers = new Map<string, Map<string, number>>()
  const firsts = new Map<string, Map<string, string>>()
  const world = book.formulaWorld()
  return {
    first: FIRST_DATA_ROW + 1,
    place: (name, column) => {
      const on = byName.get(name)
      const at = on?.columns.indexOf(column) ?? -1
      return on && at >= 0 && isAsItIs(on.table, column)
        ? { letters: columnName(at), sheet: sheetMark(name) }
        : null
    },
    count: (name) => byName.get(name)!.ids.length,
    numberOf: (name, row) => {
      let found = numbers.get(name)
      if (!found) {
        found = new Map(byName.get(name)!.ids.map((id, at) => [id, FIRST_DATA_ROW + 1 + at]))
        numbers.set(name, found)
      }
      return found.get(row)!
    },
    target: world.target,
    content,
    firstWith: (name, column, text) => {
      const known = `${name}.${column}`
      let found = firsts.get(known)
      if (!found) {
        found = new Map()
        for (const id of byName.get(name)!.ids) {
          const cell = content(name, id, column)
          if (typeof cell === 'string' && !found.has(cell.toLowerCase())) found.set(cell.toLowerCase(), id)
        }
        firsts.set(known, found)
      }
      return found.get(text.toLowerCase()) ?? null
    },
  }
}
