import type { Change } from '../engine/change.ts'
import type { Moved } from '../engine/table-view.ts'
import type { Workbook } from '../engine/workbook.ts'
import type { MakeFormulas } from '../tables/formulas.ts'
import { schemaOf, shapesSchema, type Schema } from '../tables/own/schema.ts'
import { ParkedTables } from './parked-tables.ts'

export type LoadFormulas = () => Promise<MakeFormulas>

/** Loads the formula language: only where a workbook has formulas, or somebody is about to write one. */
export const loadFormulas: LoadFormulas = async () => {
  const { FormulaColumns } = await import('../formula/formula-columns.ts')
  return (world) => new FormulaColumns(world)
}

export const hasFormulas = (schema: Schema): boolean =>
  Object.values(schema).some(({ columns }) =>
    Object.values(columns).some(({ formula }) => formula !== undefined),
  )

const touchesSchema = ({ edits, added }: Change): boolean =>
  added.some(({ table }) => shapesSchema(table)) || edits.some(({ table }) => shapesSchema(table))

/** Keeps the open workbook in the shape that its own rows say, whoever changes them: a dialog, undo, a merge, another tab. */
export class OwnSchema {
  private make: MakeFormulas | null

  constructor(
    private readonly book: Workbook,
    private readonly options: {
      /** The tables it has besides its own. */
      readonly builtIn: Schema
      readonly parked?: ParkedTables
      readonly load?: LoadFormulas
      /** Called when formulas have come to something that came to nothing before. */
      readonly onCalculated: (moved: Moved) => void
    },
  ) {
    this.parked = options.parked ?? new ParkedTables()
    this.make = book.formulaMaker
  }
  private readonly parked: ParkedTables

  /** Applies a change to the workbook, and to its shape. */
  apply(change: Change): Moved & { readonly shape: boolean } {
    const { book } = this
    this.parked.apply(change, book.tables)
    const moved = book.apply(this.known(change))
    if (!touchesSchema(change)) return { ...moved, shape: false }
    this.reshape()
    return { ...everythingOf(book), shape: true }
  }

  /** The part of a change that this workbook has a place for. */
  private known(change: Change): Change {
    const { tables } = this.book
    const isKnown = (table: string, column: string) =>
      Object.hasOwn(tables, table) && !tables[table]!.columns[column]?.computed
    const added = change.added.filter(({ table }) => Object.hasOwn(tables, table))
    const edits = change.edits.filter(({ table, column }) => isKnown(table, column))
    return { ...change, added, edits }
  }

  private reshape(): void {
    const { book } = this
    const { builtIn } = this.options
    const schema = schemaOf(builtIn, (table) =>
      book
        .view(table)
        .ids()
        .map((id) => ({
          id,
          cells: Object.fromEntries(
            Object.keys(builtIn[table]!.columns).map((key) => [key, book.stored(table, id, key)]),
          ),
        })),
    )
    this.parked.park(book.reshape(schema, this.parked.take(schema)))
    if (!hasFormulas(schema)) return
    if (this.make) book.calculate(this.make)
    else void this.calculateLater()
  }

  private async calculateLater(): Promise<void> {
    this.make = await (this.options.load ?? loadFormulas)()
    this.book.calculate(this.make)
    this.options.onCalculated(everythingOf(this.book))
  }
}

function everythingOf({ tables }: Workbook): Moved {
  const names = new Set(Object.keys(tables))
  return { tables: names, rows: new Map(), reshaped: names, everything: true }
}
