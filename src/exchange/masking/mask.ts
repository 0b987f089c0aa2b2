import { isId } from '../../shared/id.ts'
import { isLocalDate, isLocalTime } from '../../shared/local-date.ts'
import type { Cell } from '../../tables/cell.ts'
import type { CellContext } from '../../tables/cell-types/cell-type.ts'
import { cellTypeOf } from '../../tables/cell-types/of.ts'
import type { Column, Content, Step } from '../../tables/column.ts'
import type { Table } from '../../tables/table.ts'
import type { Workbook } from '../../engine/workbook.ts'
import { hidesStaff, listsPersons, treatmentOf, type Audience, type Treatment } from './audiences.ts'
import { ageBand, few, fewIn, gradeBand, gradeOfClass, monthOf } from './bands.ts'
import { contentOf, isAboutPersons } from './content.ts'
import { fixedSentence, openKind, UNTOLD } from './fixed-sentences.ts'
import type { Passages, Place } from './passages.ts'
import { peopleTablesOf, type PeopleTables } from './people-tables.ts'
import { coveredPhone } from './personal-data.ts'
import { surnameOnly } from './surnames.ts'

export interface MaskOptions {
  readonly audience: Audience
  /** What becomes of sentences where they may only go out as summaries. */
  readonly summaries: boolean
}

/** What a file for an audience holds of each table, and what each cell is turned into on its way there. */
export class Mask {
  /** Colleagues named in full so far, and rows of pupils named in full or by surname. */
  readonly staffNamed = new Set<string>()
  pupilsNamed = 0
  pupilsBySurname = 0
  readonly #tables: PeopleTables
  readonly #signers: ReadonlySet<string>
  readonly #shown = new Map<string, string>()
  readonly #rules = new Map<Column, { readonly content: Content; readonly treatment: Treatment }>()

  constructor(
    private readonly book: Workbook,
    private readonly context: CellContext,
    private readonly passages: Passages,
    private readonly options: MaskOptions,
  ) {
    this.#tables = peopleTablesOf(book.tables)
    const { people, profile, signers: columns } = this.#tables
    const [own] = book.view(profile).ids()
    const signers = columns.map((key) => own && this.#row(people, book.stored(profile, own, key)))
    this.#signers = new Set(signers.filter((id) => typeof id === 'string'))
  }

  /** The columns that go out; none when the table as a whole stays. */
  columns(table: Table): readonly string[] {
    if (!listsPersons(this.options.audience) && isAboutPersons(table, this.book.tables)) return []
    return Object.keys(table.columns).filter((key) => !this.#stays(table.columns[key]!))
  }

  /** Columns that go out in another form than they have here. */
  columnsChanged(table: Table): readonly string[] {
    const unchanged: ReadonlySet<Treatment> = new Set(['as-is', 'looked-through'])
    return this.columns(table).filter((key) => !unchanged.has(this.#treatment(table.columns[key]!)))
  }

  /** Do a column's cells go out as they are, in the order in which they are? */
  isAsItIs(table: Table, key: string): boolean {
    if (this.options.audience === 'whole') return true
    return this.#treatment(table.columns[key]!) === 'as-is' && !this.hidesOrder(table)
  }

  /** Does the order of the rows give away who is who? It does where each is a person without a name. */
  hidesOrder(table: Table): boolean {
    return hidesStaff(this.options.audience) && isAboutPersons(table, this.book.tables)
  }

  /** What stands in the cell of the file. */
  cell(table: Table, row: string, key: string, line: number): Cell | readonly Step[] {
    const column = table.columns[key]!
    const value = this.book.value(table.name, row, key)
    if (value === null) return null
    const place: Place = { table: table.name, row, column: key, line }
    this.#count(value, column, place)
    if (this.options.audience === 'whole') return value
    if (column.type === 'reference' || column.type === 'references')
      return this.#references(value, column, place)
    const treatment = this.#treatment(column)
    if (!isProper(value, column)) return this.#typed(value, place)
    return this.#treated(treatment, value, column, place)
  }

  /** A person as this audience may know them; null for nobody and for people that have no row. */
  person(id: string | null): string | null {
    return id === null ? null : this.#person(id, this.#treatmentFor('staff-name')) || null
  }

  /** A person's name that was typed and means no row. */
  typedPerson(name: string, place: Place): string {
    return this.#staffText(name, this.#treatmentFor('staff-name'), place) ?? ''
  }

  /** What belongs to a person, such as a post. */
  ofPerson(id: string, content: Content, text: string, place: Place): string {
    const treatment = this.#treatmentFor(content)
    if (treatment === 'left-out' || (treatment === 'of-signers' && !this.#signers.has(id))) return ''
    return treatment === 'as-is' ? text : (this.passages.whole(text, place) ?? '')
  }

  /** A text that is not a cell of a table, such as a line of the score workbook. */
  text(content: Content, text: string, place: Place): string {
    const treatment = this.#treatmentFor(content)
    if (text === '' || treatment === 'as-is') return text
    return treatment === 'looked-through' ? (this.passages.whole(text, place) ?? '') : ''
  }

  #stays(column: Column): boolean {
    const treatment = this.#treatment(column)
    return treatment === 'left-out' || (treatment === 'summary' && !this.options.summaries)
  }

  #treatmentFor(content: Content): Treatment {
    return treatmentOf(content, this.options.audience)
  }

  /** What a column tells and what becomes of it: asked for every cell, so worked out once. */
  #rule(column: Column): { readonly content: Content; readonly treatment: Treatment } {
    const known = this.#rules.get(column)
    if (known) return known
    const content = contentOf(column, this.book.tables)
    const rule = { content, treatment: this.#treatmentFor(content) }
    this.#rules.set(column, rule)
    return rule
  }

  #treatment(column: Column): Treatment {
    return this.#rule(column).treatment
  }

  #treated(
    treatment: Treatment,
    value: NonNullable<Cell> | readonly Step[],
    column: Column,
    place: Place,
  ): Cell | readonly Step[] {
    const text = () => cellTypeOf(column).format(value, column, this.context)
    const { content } = this.#rule(column)
    switch (treatment) {
      case 'as-is':
        // Whatever is typed into a column for names need not be one.
        return content === 'staff-name' && column.type === 'text' && place.table !== this.#tables.people
          ? this.#lookedThrough(value, text(), place)
          : value
      case 'looked-through':
        return this.#lookedThrough(value, text(), place)
      case 'summary':
        return this.passages.summary(text(), place)
      case 'fixed-sentence':
        return fixedSentence(place.table, place.column, (key) => this.#chosen(place, key))
      case 'left-out':
        return null
      case 'surname':
        return surnameOnly(text())
      case 'signers':
      case 'department':
        return place.table === this.#tables.people
          ? this.#person(place.row, treatment)
          : this.#staffText(text(), treatment, place)
      case 'of-signers':
        return this.#signers.has(this.#personOf(place) ?? '')
          ? this.#lookedThrough(value, text(), place)
          : null
      case 'phone':
        return coveredPhone(text())
      case 'age-band':
        return ageBand(text(), this.#grade(place))
      case 'grade-band':
        return gradeBand(this.#grade(place))
      case 'few':
        return typeof value === 'number' ? few(value) : fewIn(text())
      case 'month':
        return monthOf(text())
      case 'place-kind':
        return this.#chosen(place, 'kind') || null
      case 'open-kind':
        return openKind(String(value))
    }
  }

  /** As it is stored when nothing was found, so that everything else about the cell stays as it was. */
  #lookedThrough(
    value: NonNullable<Cell> | readonly Step[],
    text: string,
    place: Place,
  ): Cell | readonly Step[] {
    const left = this.passages.whole(text, place)
    return left === text ? value : left
  }

  #count(value: NonNullable<Cell> | readonly Step[], column: Column, { table, row }: Place): void {
    const { content, treatment } = this.#rule(column)
    if (content === 'pupil-name') {
      if (treatment === 'as-is') this.pupilsNamed++
      else if (treatment === 'surname') this.pupilsBySurname++
    } else if (content === 'staff-name' && treatment === 'as-is') {
      if (table === this.#tables.people) this.staffNamed.add(row)
      for (const entry of [value].flat()) if (isId(entry)) this.staffNamed.add(entry)
    }
  }

  /** What was typed where something else belongs could be anything: it goes the way of sentences. */
  #typed(value: NonNullable<Cell> | readonly Step[], place: Place): Cell {
    const treatment = this.#treatmentFor('narrative')
    if (treatment === 'looked-through') return this.passages.whole(String(value), place)
    if (treatment === 'fixed-sentence') return UNTOLD
    return treatment === 'summary' && this.options.summaries
      ? this.passages.summary(String(value), place)
      : null
  }

  /** What was chosen in another column of the row, and nothing that was typed there. */
  #chosen({ table, row }: Place, key: string): string {
    const column = this.book.tables[table]!.columns[key]!
    const value = this.book.value(table, row, key)
    if (typeof value === 'boolean') return value ? '是' : '否'
    return column.type === 'choice' && value !== null && isProper(value, column) ? String(value) : ''
  }

  /** Each name by itself: of those, only what somebody typed has to be looked through. */
  #references(value: NonNullable<Cell> | readonly Step[], column: Column, place: Place): Cell {
    const entries = (Array.isArray(value) ? value : [value]) as readonly string[]
    const texts = entries.map((entry) =>
      isId(entry) ? this.#named(entry, column) : this.#typedReference(entry, column, place),
    )
    const full = entries.map((entry) => (isId(entry) ? (this.context.nameOf(entry) ?? '') : entry))
    // As it is stored, so that everything else about the cell stays as it was.
    if (texts.every((text, at) => text !== '' && text === full[at])) return value as Cell
    return [...new Set(texts.filter((text) => text !== ''))].join('、') || null
  }

  #typedReference(entry: string, column: Column, place: Place): string {
    const { content, treatment } = this.#rule(column)
    if (content === 'staff-name') return this.#staffText(entry, treatment, place) ?? ''
    if (treatment === 'grade-band') return gradeBand(this.#grade(place)) ?? ''
    // What names no row could be anything, also where what the rows are called may go out as it is.
    const goes = treatment === 'as-is' || treatment === 'looked-through'
    return goes ? (this.passages.whole(entry, place) ?? '') : ''
  }

  /** The shown name of a row as this audience may read it: of its parts, each by what it tells. */
  #named(id: string, column: Column): string {
    const table = column.to?.find((name) => this.book.positionOf(name, id) >= 0)
    if (table === undefined || !this.book.has(table, id)) return ''
    if (table === this.#tables.people) return this.#person(id, this.#treatmentFor('staff-name')) ?? ''
    const known = this.#shown.get(id)
    if (known !== undefined) return known
    const definition = this.book.tables[table]!
    const parts = definition.shownBy.map((key) => {
      const part = definition.columns[key]!
      const cell = this.book.stored(table, id, key)
      if (cell === null || typeof cell === 'object') return ''
      if (isId(cell)) return this.#named(cell, part)
      const place: Place = { table, row: id, column: key, line: 0 }
      return String(
        (isProper(cell, part)
          ? this.#treated(this.#treatment(part), cell, part, place)
          : this.#typed(cell, place)) ?? '',
      )
    })
    const shown = parts.filter((part) => part !== '').join(' ')
    this.#shown.set(id, shown)
    return shown
  }

  #person(id: string, treatment: Treatment): string | null {
    if (treatment === 'left-out' || !this.book.has(this.#tables.people, id)) return null
    const named = treatment === 'as-is' || (treatment === 'signers' && this.#signers.has(id))
    if (!named) {
      const { people, departments } = this.#tables
      const department = this.#row(departments, this.book.stored(people, id, 'dept'))
      return department === null ? null : this.#department(department)
    }
    this.staffNamed.add(id)
    return this.context.nameOf(id)
  }

  /** A department is called as it pleases its school, which may be after somebody. */
  #department(id: string): string | null {
    const place: Place = { table: this.#tables.departments, row: id, column: 'dept', line: 0 }
    return this.text('department', this.context.nameOf(id) ?? '', place) || null
  }

  /** A name in a text cell is that of a colleague when one bears it; of a stranger nothing can be said but the name. */
  #staffText(name: string, treatment: Treatment, place: Place): string | null {
    if (treatment === 'as-is') return this.passages.whole(name, place)
    const id = this.#row(this.#tables.people, name)
    return id === null ? null : this.#person(id, treatment)
  }

  /** Whose row this is. */
  #personOf({ table, row }: Place): string | null {
    if (table === this.#tables.people) return row
    const { columns, key } = this.book.tables[table]!
    const person = key.find((each) => contentOf(columns[each]!, this.book.tables) === 'staff-name')
    return person === undefined ? null : this.#row(this.#tables.people, this.book.stored(table, row, person))
  }

  #grade({ table, row }: Place): string {
    if (table === 'classes') return String(this.book.stored('classes', row, 'grade') ?? '')
    const cell = this.book.stored(table, row, 'class')
    const found = this.#row('classes', cell)
    // A class that is on no list still says its grade by its name.
    return found === null
      ? gradeOfClass(String(cell ?? ''))
      : String(this.book.stored('classes', found, 'grade') ?? '')
  }

  #row(table: string, cell: Cell): string | null {
    if (typeof cell !== 'string' || !Object.hasOwn(this.book.tables, table)) return null
    const found = isId(cell) ? cell : this.book.find([table], cell)
    return found !== null && this.book.has(table, found) ? found : null
  }
}

/** Is it what the column's type is for? Anything else was typed and kept as it was. */
function isProper(value: NonNullable<Cell> | readonly Step[], column: Column): boolean {
  if (column.type === 'steps') return true
  // An open list takes what is not on it; that, too, was typed.
  if (column.type === 'choices')
    return (
      (value as readonly string[]).every?.((entry) => column.options?.some(({ zh }) => zh === entry)) ?? false
    )
  if (column.type === 'date' || column.type === 'time') {
    const text = String(value)
    return isLocalDate(text) || isLocalTime(text)
  }
  return cellTypeOf(column).valid(value as Cell, column)
}
