import type { Workbook } from '../../engine/workbook.ts'
import { fixedId } from '../../shared/id.ts'
import { localTime } from '../../shared/local-date.ts'
import type { Problem } from '../../shared/result.ts'
import { isOlder, type ReportFacts } from '../../sync/standing-reports.ts'
import type { Cell } from '../../tables/cell.ts'
import { schools } from '../../tables/bureau/schools.ts'
import type { ReadReport } from '../../workers/report-work.ts'
import type { KnownReport } from './known-reports.ts'

/** What a signature says of where a report comes from. */
export type Signature =
  /** The school has sent with this key before. */
  | 'known'
  /** The first file of the school, or of another computer of it. */
  | 'new'
  /** The same computer used to sign with another key, or signs no more. */
  | 'changed'
  /** The key is another school's. */
  | 'foreign'
  | 'unsigned'

export interface JudgedReport {
  readonly read: ReadReport
  /** Row of 学校名录; where the school is not in it, the row it would get. */
  readonly school: string
  readonly schoolName: string
  /** Cells of a row to add to 学校名录; null where the school is known. */
  readonly newSchool: Readonly<Record<string, Cell>> | null
  readonly signature: Signature
  readonly is: 'newer' | 'older' | 'same'
  /** A sure place is not all: the school was told by its name. */
  readonly byName: boolean
}

/** Why a report cannot be judged at all: it does not say of which school it is. */
export const NO_SCHOOL: Problem = { code: 'reception.no-school' }

/** What the bureau's workbook knows, looked up once for a batch. */
export class Register {
  private readonly byCode = new Map<string, string>()
  private readonly byName = new Map<string, string | null>()
  private readonly byHash = new Map<string, KnownReport>()
  private readonly bySchool = new Map<string, KnownReport[]>()

  constructor(
    private readonly book: Workbook,
    readonly reports: readonly KnownReport[],
  ) {
    for (const id of book.view('schools').ids()) {
      const [code, name] = [book.stored('schools', id, 'code'), book.stored('schools', id, 'name')]
      if (typeof code === 'string') this.byCode.set(code.trim(), id)
      if (typeof name === 'string') this.byName.set(name.trim(), this.byName.has(name.trim()) ? null : id)
    }
    for (const report of reports) this.add(report)
  }

  private add(report: KnownReport): void {
    this.byHash.set(report.hash, report)
    const others = this.bySchool.get(report.school)
    if (others) others.push(report)
    else this.bySchool.set(report.school, [report])
  }

  /** Hashes of all reports there are. */
  get known(): ReadonlySet<string> {
    return new Set(this.byHash.keys())
  }

  /** A report that has come before, as it was written down then: nobody has read it again. */
  recall(hash: string): JudgedReport {
    const report = this.byHash.get(hash)!
    const { school, period, made, workbook, replica, vector, signer, quarterly } = report
    const code = this.book.stored('schools', school, 'code')
    const schoolName = this.book.shownName(school) ?? ''
    return {
      read: {
        hash,
        bytes: new Uint8Array(),
        school: { code: typeof code === 'string' ? code : '', name: schoolName },
        workbook: { id: workbook, name: schoolName },
        period,
        made,
        replica,
        vector: vector ?? {},
        signer: signer || null,
        rows: { hazards: report.hazardRows, incidents: report.incidentRows },
        quarterly,
        profile: {},
        named: [],
        edited: null,
      },
      school,
      schoolName,
      newSchool: null,
      signature: signer === '' ? 'unsigned' : 'known',
      is: 'same',
      byName: false,
    }
  }

  judge(read: ReadReport): JudgedReport | Problem {
    const code = read.school.code.trim()
    const name = read.school.name.trim()
    const found = code === '' ? (this.byName.get(name) ?? null) : (this.byCode.get(code) ?? null)
    if (found === null && code === '') return NO_SCHOOL
    const school = found ?? fixedId('school', code)
    return {
      read,
      school,
      schoolName: found === null ? name : (this.book.shownName(found) ?? name),
      newSchool: found === null ? schoolOf(read) : null,
      signature: this.signature(read, school),
      is: this.order(read, school),
      byName: code === '',
    }
  }

  private signature({ signer, replica }: ReadReport, school: string): Signature {
    const before = this.bySchool.get(school) ?? []
    if (signer === null)
      return before.some((each) => each.replica === replica && each.signer !== '') ? 'changed' : 'unsigned'
    if (before.some((each) => each.signer === signer)) return 'known'
    if (before.some((each) => each.replica === replica && each.signer !== '')) return 'changed'
    return this.reports.some((each) => each.signer === signer) ? 'foreign' : 'new'
  }

  private order(read: ReadReport, school: string): JudgedReport['is'] {
    if (this.byHash.has(contentHash(read))) return 'same'
    const facts = factsOf(read)
    return (this.bySchool.get(school) ?? []).some((other) => isOlder(facts, other)) ? 'older' : 'newer'
  }
}

/** What tells the file from others: that its sheets were written in makes it another one. */
export const contentHash = ({ hash, edited }: ReadReport): string => edited?.hash ?? hash

const factsOf = ({ hash, period, vector }: ReadReport): ReportFacts => ({
  hash,
  period,
  vector,
  corrects: null,
  saved: '',
})

const types = new Set<unknown>(schools.columns.type.options!.map(({ zh }) => zh))

/** As far as a school's own file tells: the telephones and the rest are the bureau's to fill in. */
function schoolOf({ school, profile }: ReadReport): Record<string, Cell> {
  const count = (cell: Cell | undefined): Cell => (typeof cell === 'number' ? cell : null)
  const name = (cell: Cell | undefined): Cell => (typeof cell === 'string' ? cell : null)
  return {
    code: school.code.trim(),
    name: school.name.trim() || name(profile['school_name']),
    type: types.has(profile['school_type']) ? profile['school_type']! : null,
    own: profile['ownership'] === OWN[1] ? OWN[1]! : OWN[0]!,
    principal: name(profile['principal']),
    vp: name(profile['safety_vp']),
    officer: name(profile['safety_office_head']),
    size: count(profile['students_total']),
    staff_count: count(profile['staff_total']),
    state: schools.columns.state.options![0]!.zh,
  }
}

const OWN = schools.columns.own.options!.map(({ zh }) => zh)

/** The report as the register will have it. `corrected`: with what was written into its sheets. */
export function registered(
  { read, school }: JudgedReport,
  {
    file,
    received,
    problems,
    corrected,
  }: {
    readonly file: string
    readonly received: string
    readonly problems: string
    readonly corrected: boolean
  },
): KnownReport {
  const count = (table: string) => read.rows[table] ?? 0
  const made = new Date(read.made)
  return {
    hash: corrected ? read.edited!.hash : read.hash,
    school,
    period: read.period,
    received,
    file,
    made: Number.isNaN(made.getTime()) ? '' : localTime(made),
    workbook: read.workbook.id,
    replica: read.replica,
    signer: corrected ? '' : (read.signer ?? ''),
    vector: read.vector,
    corrects: corrected ? read.hash : null,
    saved: '',
    hazardRows: count('hazards'),
    incidentRows: count('incidents'),
    drillRows: count('drills'),
    inspectionRows: count('inspections'),
    quarterly: read.quarterly,
    problems,
  }
}
