import { modelFormulas, type FormulaModel } from '../score-formula-model.ts'
import type { ScoreExportData } from '../score-data.ts'
import { columnName } from '../sheet-data.ts'
import { FIRST_DATA_ROW, quoteSheet, type ExportCell, type ExportSheet } from '../xlsx-write.ts'
import { NAMES, RULES, type Col } from './columns.ts'

/** What the sheets of a term's scores share: the data, the numbers their formulas come to, and the codes of their rows. */
export class ScoreBook {
  readonly data: ScoreExportData
  readonly model: FormulaModel
  readonly #people: ReadonlyMap<string, string>
  readonly #departments: ReadonlyMap<string, string>
  readonly #incidents: ReadonlyMap<string, string>
  readonly #names: ReadonlyMap<string, string>

  constructor(data: ScoreExportData) {
    this.data = data
    this.model = modelFormulas(data)
    const codes = (rows: readonly { readonly id: string }[], letter: string) =>
      new Map(rows.map((row, at) => [row.id, `${letter}${at + 1}`]))
    this.#people = codes(data.persons, 'P')
    this.#departments = codes(data.departments, 'D')
    this.#incidents = codes(data.incidents, 'S')
    this.#names = new Map(data.persons.map((person) => [person.id, person.name]))
  }

  private title(name: string) {
    const { school, term } = this.data
    return `${school}${term} ${name}`.trim()
  }

  sheet<C extends Col>(
    name: keyof typeof NAMES,
    columns: readonly C[],
    rows: readonly Record<C['key'], ExportCell>[],
    footer?: readonly (readonly ExportCell[])[],
  ): ExportSheet {
    return {
      name: NAMES[name],
      title: this.title(NAMES[name]),
      columns,
      rows: rows.map((row) =>
        columns.map((found) => {
          const cell = row[found.key as C['key']]
          return cell === '' ? null : cell
        }),
      ),
      footer,
    }
  }

  /** The address of a policy number: by severity (0, 1, 2), or the first column for single ones. */
  rule(name: (typeof RULES)[number], severity = 0): string {
    return `${quoteSheet(NAMES.policy)}!$${columnName(1 + severity)}$${FIRST_DATA_ROW + 1 + RULES.indexOf(name)}`
  }

  /** The code of a person by id; null for nobody, or somebody who has no row here. */
  personCode(id: string | null): string | null {
    return lookUp(this.#people, id)
  }

  departmentCode(id: string | null): string | null {
    return lookUp(this.#departments, id)
  }

  incidentCode(id: string): string | null {
    return lookUp(this.#incidents, id)
  }

  personName(id: string | null): string | null {
    return lookUp(this.#names, id)
  }
}

const lookUp = (codes: ReadonlyMap<string, string>, id: string | null): string | null =>
  id === null ? null : (codes.get(id) ?? null)
