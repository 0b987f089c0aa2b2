import type { RowsOf } from './rule.ts'

/** A register that a box of the archive is filled from. */
export interface Source<Name extends string> {
  readonly table: Name
  /** The column that says which year a row belongs to; null when the whole register does. */
  readonly dated: string | null
  /** A year without a single row is complete all the same: nothing happened. */
  readonly mayBeEmpty?: true
}

export interface Counted<Name extends string> {
  readonly source: Source<Name>
  readonly rows: number
}

/** The registers of a box, with how many rows each has of the year. */
export const countedIn = <Name extends string>(
  sources: readonly Source<Name>[],
  year: string,
  registers: Readonly<Record<Name, RowsOf<object>>>,
): Counted<Name>[] =>
  sources.map((source) => ({
    source,
    rows: registers[source.table].all.fold(
      0,
      (count, row) => count + (isOf(row, source.dated, year) ? 1 : 0),
    ),
  }))

const isOf = (row: object, dated: string | null, year: string): boolean =>
  dated === null ||
  ((row as Readonly<Record<string, unknown>>)[dated] as string | null)?.startsWith(year) === true

/**
 * What the year still lacks in a box: 齐全, or which registers are empty. Where no register fills it, the file or its
 * place has to be named.
 */
export function stateOfBox<Name extends string>(
  counted: readonly Counted<Name>[],
  labelOf: (source: Source<Name>) => string,
  kept: boolean,
): string {
  if (counted.length === 0) return kept ? '齐全' : '缺文件或存放位置'
  const missing = counted.filter(({ source, rows }) => rows === 0 && !source.mayBeEmpty)
  return missing.length === 0 ? '齐全' : `缺${missing.map(({ source }) => labelOf(source)).join('、')}`
}
