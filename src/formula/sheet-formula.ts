import { ok, type Result } from '../shared/result.ts'
import type { Table } from '../tables/table.ts'
import { referencesIn, resolve, type Reference, type Tables } from './names.ts'
import { parseFormula, walk } from './parse.ts'
import type { Content } from './value.ts'

/** Where the cells of a workbook stand in a file. */
export interface SheetLayout {
  /** The letters of a column, and how formulas of other sheets call its sheet; null when it is not there as it is here. */
  readonly place: (
    table: string,
    column: string,
  ) => { readonly letters: string; readonly sheet: string } | null
  /** The number of the first row of data, from 1, in every sheet. */
  readonly first: number
  readonly count: (table: string) => number
  /** Number of a row in its sheet. */
  readonly numberOf: (table: string, row: string) => number
  readonly target: (table: string, row: string, column: string) => string | null
  /** What a cell of the file shows. */
  readonly content: (table: string, row: string, column: string) => Content
  /** The first row of a sheet that holds this text in this column, as a spreadsheet's MATCH finds it. */
  readonly firstWith: (table: string, column: string, text: string) => string | null
}

/** A formula ready to be written into the cells of a sheet, row by row. */
export interface SheetFormula {
  /** Are all its cells in the file? */
  readonly fits: (layout: SheetLayout) => boolean
  /** Without the leading `=`. */
  readonly write: (layout: SheetLayout, row: string) => string
}

/** Functions newer than the file format, which spells them so. */
const NEWER: ReadonlySet<string> = new Set([
  'CONCAT',
  'DAYS',
  'IFNA',
  'IFS',
  'MAXIFS',
  'MINIFS',
  'RANK.EQ',
  'SWITCH',
  'TEXTJOIN',
  'XLOOKUP',
  'XOR',
])

type Piece = string | Reference

/** A formula of `home` for a sheet: what somebody has written, with addresses in the place of names. */
export function sheetFormula(formula: string, home: Table, tables: Tables): Result<SheetFormula> {
  const parsed = parseFormula(formula)
  if (!parsed.ok) return parsed
  const marks: { from: number; to: number; by: Piece }[] = []
  for (const node of referencesIn(parsed.value)) {
    const reference = resolve(node, home, tables)
    if (!reference.ok) return reference
    marks.push({ from: node.loc![0]!, to: node.loc![1]!, by: reference.value })
  }
  for (const node of walk(parsed.value)) {
    if (node.type !== 'CallExpression') continue
    const name = node.callee.name.toUpperCase()
    const [from = 0, to = 0] = node.callee.loc ?? []
    marks.push({ from, to, by: NEWER.has(name) ? `_xlfn.${name}` : name })
  }
  const pieces: Piece[] = []
  let at = 1
  for (const { from, to, by } of marks.sort((a, b) => a.from - b.from)) {
    pieces.push(formula.slice(at, from), by)
    at = to
  }
  pieces.push(formula.slice(at))
  return ok(written(pieces, home, tables))
}

function written(pieces: readonly Piece[], home: Table, tables: Tables): SheetFormula {
  const references = pieces.filter((piece): piece is Reference => typeof piece !== 'string')
  return {
    fits: (layout) => references.every((reference) => isThere(reference, home, layout)),
    write: (layout, row) =>
      pieces
        .map((piece) => (typeof piece === 'string' ? piece : address(piece, home, tables, layout, row)))
        .join('')
        .trim(),
  }
}

function isThere(reference: Reference, { name }: Table, layout: SheetLayout): boolean {
  const has = (table: string, column: string) => layout.place(table, column) !== null
  if (reference.is === 'cell') return has(name, reference.column)
  if (reference.is === 'linked') return has(name, reference.by) && has(reference.table, reference.column)
  const table = reference.is === 'cells' ? name : reference.table
  // Side by side there as here, or a block of them would take in a stranger.
  const letters = reference.columns.map((column) => layout.place(table, column)?.letters)
  return letters.every(
    (letter, at) => letter !== undefined && (at === 0 || numberOf(letter) === numberOf(letters[at - 1]!) + 1),
  )
}

function address(
  reference: Reference,
  home: Table,
  tables: Tables,
  layout: SheetLayout,
  row: string,
): string {
  const here = layout.numberOf(home.name, row)
  const own = (column: string) => `$${layout.place(home.name, column)!.letters}${here}`
  switch (reference.is) {
    case 'cell':
      return own(reference.column)
    case 'cells':
      return `${own(reference.columns[0]!)}:${own(reference.columns.at(-1)!)}`
    case 'columns':
      return columns(reference.table, reference.columns, home, layout)
    case 'linked':
      return linked(reference, home, tables, layout, row, own(reference.by))
  }
}

function columns(table: string, keys: readonly string[], home: Table, layout: SheetLayout): string {
  const [first, last] = [layout.place(table, keys[0]!)!, layout.place(table, keys.at(-1)!)!]
  const sheet = table === home.name ? '' : `${first.sheet}!`
  const end = layout.first + Math.max(layout.count(table), 1) - 1
  return `${sheet}$${first.letters}$${layout.first}:$${last.letters}$${end}`
}

/**
 * A cell of the row that a reference points to. Looked up by its name, so that it follows the name in the file, too;
 * where the name is not enough (two of one name, or a name of several cells), the very cell.
 */
function linked(
  { by, table, column }: Extract<Reference, { is: 'linked' }>,
  home: Table,
  tables: Tables,
  layout: SheetLayout,
  row: string,
  cell: string,
): string {
  const target = layout.target(home.name, row, by)
  const name = layout.content(home.name, row, by)
  const { shownBy } = tables[table]!
  const [key] = shownBy
  const found =
    shownBy.length === 1 && typeof name === 'string' && layout.place(table, key!)
      ? layout.firstWith(table, key!, name)
      : null
  const isPlain = name === null || (found === target && typeof name === 'string' && !/[*?~]/.test(name))
  if (!isPlain && target === null) return 'NA()'
  if (!isPlain || !layout.place(table, key ?? '')) {
    const { sheet, letters } = layout.place(table, column)!
    if (target === null) return '""'
    return `${table === home.name ? '' : `${sheet}!`}$${letters}$${layout.numberOf(table, target)}`
  }
  const values = columns(table, [column], home, layout)
  const names = columns(table, [key!], home, layout)
  return `IF(${cell}="","",INDEX(${values},MATCH(${cell},${names},0)))`
}

const numberOf = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
