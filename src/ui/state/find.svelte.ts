import { Finding, type TextQuery } from '../../app/find.ts'
import type { EditRequest } from '../../grid/row-source.ts'
import { t } from '../../i18n/translate.ts'
import type { Problem } from '../../shared/result.ts'
import { finder, replaced, type PinyinMatch } from '../../shared/text-search.ts'
import { cellTypeOf } from '../../tables/cell-types/of.ts'
import type { Desk } from './desk.svelte.ts'
import { survey, type PlacedCell, type Survey } from './find-places.ts'
import { isScreenId } from './screen-ids.ts'
import type { CellPlace } from './session-types.ts'

/** What a replacement would make of one cell. */
export interface Replacement extends CellPlace {
  readonly from: string
  readonly to: string
  /** Why the column does not take it. */
  readonly problem: Problem | null
}

/** Cells looked at between two pauses. */
const AT_ONCE = 5000

/** Find and replace over the open workbook: what is looked for, what was found, and where among it we stand. */
export class FindState {
  text = $state('')
  by = $state('')
  whole = $state(false)
  exact = $state(false)
  pinyin = $state(false)
  everywhere = $state(false)
  replacing = $state(false)

  count = $state(0)
  searching = $state(false)
  /** Which of them the cell in hand is, from 1; 0 when it is none. */
  at = $state(0)

  readonly #desk: Desk
  readonly #finding: Finding
  /** Steps that were asked for before there was anything to go to, onwards or (below 0) back. */
  #owed = 0
  /** Readings of characters, once somebody wants them. */
  #readings: PinyinMatch | null = null

  constructor(desk: Desk) {
    this.#desk = desk
    this.#finding = new Finding(
      desk.session,
      (table) => desk.rows(table),
      (done) => {
        this.count = this.#finding.count
        this.searching = !done
        if (done) this.at = this.#survey().at
        this.#goOn()
      },
    )
  }

  close(): void {
    this.#finding.close()
  }

  /** The table on show; a screen that is no table has all of them. */
  get tables(): readonly string[] {
    const { place, session } = this.#desk
    const all = Object.keys(session.book.tables)
    if (this.everywhere || isScreenId(place)) return all
    return [place]
  }

  get query(): TextQuery {
    return { text: this.text, whole: this.whole, exact: this.exact }
  }

  search(): void {
    this.searching = this.text !== ''
    this.at = 0
    this.#owed = 0
    void this.#finding.search({ tables: this.tables, query: this.query, pinyin: this.pinyin })
  }

  forget(): void {
    this.#finding.forget()
  }

  /**
   * Goes to the next cell that was found, or the one before; round at the end. Whoever types fast and presses Enter is
   * ahead of the search: it goes there when it has found something.
   */
  go(backwards: boolean): void {
    if (!this.#step(backwards) && this.searching) this.#owed += backwards ? -1 : 1
  }

  #goOn(): void {
    while (this.#owed !== 0 && this.#step(this.#owed < 0)) this.#owed -= Math.sign(this.#owed)
  }

  #step(backwards: boolean): boolean {
    const { first, last, before, after } = this.#survey()
    const cell = backwards ? (before ?? last) : (after ?? first)
    if (!cell) return false
    this.#desk.goTo(cell.table, cell.row, cell.column, { focus: false })
    this.at = this.#survey().at
    return true
  }

  /** What replacing would make of the cell in hand; null when it is not one of those found. */
  async here(): Promise<Replacement | null> {
    const { inHand } = this.#desk
    if (!inHand || !this.#isHit(inHand)) return null
    return this.#replacement(inHand, await this.#find())
  }

  /** Replaces in the cell in hand and goes on to the next; only goes on when it is not one of those found. */
  async replaceOne(): Promise<void> {
    const one = await this.here()
    if (one?.problem) return this.#desk.say(t('ui.find.refused-here'), 'attention')
    if (one) this.replace([one])
    this.go(false)
  }

  /** Everything a replacement would change, for somebody to agree to; stops when `signal` says so. */
  async plan(signal: AbortSignal): Promise<Replacement[]> {
    const find = await this.#find()
    const plan: Replacement[] = []
    let looked = 0
    for (const cell of this.#all()) {
      if (++looked % AT_ONCE === 0) await new Promise((resolve) => setTimeout(resolve))
      if (signal.aborted) return []
      const one = this.#replacement(cell, find)
      if (one) plan.push(one)
    }
    return plan
  }

  /** One step to undo, however many cells. */
  replace(replacements: readonly Replacement[]): void {
    const edits = replacements.map(({ table, row, column, to }): EditRequest => ({
      table,
      row,
      column,
      input: to === '' ? null : to,
    }))
    const { change } = this.#desk.session.batch(
      { edits },
      { source: 'user', label: { code: 'find.replace', params: { count: edits.length } } },
    )
    if (change && edits.length > 1) this.#desk.say(t('ui.find.replaced', { count: edits.length }))
  }

  async #find(): Promise<ReturnType<typeof finder>> {
    if (this.pinyin && !this.#readings) {
      const { default: pinyin } = await import('pinyin-match')
      this.#readings = (text, query) => pinyin.match(text, query)
    }
    return finder(this.query, this.pinyin ? this.#readings : null)
  }

  /** The cell as it is now: it may have been edited since it was found. Null when there is nothing to replace. */
  #replacement(cell: CellPlace, find: ReturnType<typeof finder>): Replacement | null {
    const rows = this.#desk.rows(cell.table)
    if (rows.positionOf(cell.row) < 0 || !rows.editable(cell.column)) return null
    const from = rows.text(cell.row, cell.column)
    const { text: to, count } = replaced(from, find, this.by)
    if (count === 0 || to === from) return null
    const column = rows.table.columns[cell.column]!
    const parsed = to === '' ? null : cellTypeOf(column).parse(to, column, rows.context)
    return { ...cell, from, to, problem: parsed === null || parsed.ok ? null : parsed.problem }
  }

  #isHit({ table, row, column }: CellPlace): boolean {
    const hits = this.#finding.hits.get(table)
    const position = this.#desk.rows(table).positionOf(row)
    return hits?.ids[position] === row && hits.columns.get(column)?.rows[position] === 1
  }

  /** Rows as they stand on the screen, then those that a filter hides. */
  #rowsOf(table: string): readonly string[] {
    const all = this.#finding.hits.get(table)?.ids ?? []
    const shown = table === this.#desk.place ? this.#desk.shownRows() : null
    if (!shown) return all
    if (shown.length >= all.length) return shown
    const seen = new Set(shown)
    return [...shown, ...all.filter((row) => !seen.has(row))]
  }

  #survey(): Survey {
    const { inHand } = this.#desk
    if (!inHand) return survey(this.#all(), null)
    const row = this.#rowsOf(inHand.table).indexOf(inHand.row)
    return survey(this.#all(), [
      this.#tableOrder.indexOf(inHand.table),
      row,
      this.#columnsOf(inHand.table).indexOf(inHand.column),
    ])
  }

  get #tableOrder(): string[] {
    return Object.keys(this.#desk.session.book.tables)
  }

  #columnsOf(table: string): string[] {
    return Object.keys(this.#desk.session.book.tables[table]!.columns)
  }

  /** Every cell that was found, in the order in which one reads. */
  *#all(): Generator<PlacedCell> {
    for (const [tableAt, table] of this.#tableOrder.entries()) {
      const hits = this.#finding.hits.get(table)
      if (!hits) continue
      const rows = this.#desk.rows(table)
      const columns = this.#columnsOf(table).flatMap((column, columnAt) => {
        const found = hits.columns.get(column)
        return found ? [{ column, columnAt, rows: found.rows }] : []
      })
      for (const [rowAt, row] of this.#rowsOf(table).entries()) {
        const position = rows.positionOf(row)
        if (position < 0) continue
        for (const { column, columnAt, rows } of columns)
          if (rows[position] === 1) yield { table, row, column, place: [tableAt, rowAt, columnAt] }
      }
    }
  }
}
