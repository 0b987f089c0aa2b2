import type { Workbook } from '../../engine/workbook.ts'
import { fixedId } from '../../shared/id.ts'
import { localTime } from '../../shared/local-date.ts'
import type { Problem } from '../../shared/result.ts'
import { isOlder, type ReportFacts } from '../../sync/standing-reports.ts'
import type { Cell } from '../../tables/cell.ts'
import type { ReadReport } from '../../workers/report-work.ts'
import { directoryOf, listedAs, type Directory } from './directory.ts'
import { rateIn, type KnownReport } from './known-reports.ts'

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
  /** `lost`: it stands in the register, and its bytes are not on this computer; taking it in brings them back. */
  readonly is: 'newer' | 'older' | 'same' | 'lost'
  /** A sure place is not all: the school was told by its name. */
  readonly byName: boolean
  /** The central school whose file brings it, by that school's own list; null when it comes by itself. */
  readonly through: Through | null
}

export interface Through {
  /** Row of the central school, and what it is called. */
  readonly school: string
  readonly name: string
  /** How that agrees with the directory's own column: it says so, says nothing yet, or names another school. */
  readonly parent: 'said' | 'unsaid' | 'other'
}

/** Why a report cannot be judged at all: it does not say of which school it is. */
export const NO_SCHOOL: Problem = { code: 'reception.no-school' }
/** A school takes in what the schools below it have made, never its own. */
export const OWN_SCHOOL: Problem = { code: 'reception.own-school' }

/** What the bureau's workbook knows, looked up once for a batch. */
export class Register {
  private readonly byCode = new Map<string, string>()
  private readonly byName = new Map<string, string | null>()
  private readonly byHash = new Map<string, KnownReport>()
  private readonly bySchool = new Map<string, KnownReport[]>()
  private readonly directory: Directory

  constructor(
    private readonly book: Workbook,
    readonly reports: readonly KnownReport[],
    /** Id of the workbook that takes in, and the hashes of the files that are on this computer. */
    private readonly self: string,
    private readonly kept: ReadonlySet<string>,
  ) {
    const directory = (this.directory = directoryOf(book))
    for (const id of book.view(directory).ids()) {
      const [code, name] = [book.stored(directory, id, 'code'), book.stored(directory, id, 'name')]
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

  /** Hashes of all reports there are, with their bytes on this computer: none of them need be read again. */
  get known(): ReadonlySet<string> {
    return new Set([...this.byHash.keys()].filter((hash) => this.kept.has(hash)))
  }

  /** A report that has come before, as it was written down then: nobody has read it again. */
  recall(hash: string, carrier: JudgedReport | null = null): JudgedReport {
    const report = this.byHash.get(hash)!
    const { school, period, made, workbook, replica, vector, signer, quarterly } = report
    const code = this.book.stored(this.directory, school, 'code')
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
        passes: report.passes,
        named: [],
        edited: null,
      },
      school,
      schoolName,
      newSchool: null,
      signature: signer === '' ? 'unsigned' : 'known',
      is: 'same',
      byName: false,
      through: carrier && carrier.school !== school ? this.through(carrier, school) : null,
    }
  }

  /** @param carrier the central school's own report, in whose list this one stands */
  judge(read: ReadReport, carrier: JudgedReport | null = null): JudgedReport | Problem {
    if (this.isOwn(read)) return OWN_SCHOOL
    const code = read.school.code.trim()
    const name = read.school.name.trim()
    const found = code === '' ? (this.byName.get(name) ?? null) : (this.byCode.get(code) ?? null)
    if (found === null && code === '') return NO_SCHOOL
    const school = found ?? fixedId('school', code)
    return {
      read,
      school,
      schoolName: found === null ? name : (this.book.shownName(found) ?? name),
      newSchool: found === null ? listedAs(this.directory, read) : null,
      signature: this.signature(read, school),
      is: this.order(read, school),
      byName: code === '',
      through: carrier && carrier.school !== school ? this.through(carrier, school) : null,
    }
  }

  private isOwn({ workbook, school }: ReadReport): boolean {
    if (this.directory !== 'villageSchools') return false
    const [profile] = this.book.view('profile').ids()
    const code = profile === undefined ? null : this.book.stored('profile', profile, 'school_code')
    return workbook.id === this.self || (typeof code === 'string' && code.trim() === school.code.trim())
  }

  private through(carrier: JudgedReport, school: string): Through {
    const { directory, book } = this
    const isKnown = directory === 'schools' && book.positionOf(directory, school) >= 0
    const said = isKnown ? book.stored('schools', school, 'parent') : null
    const parent = said === null ? 'unsaid' : said === carrier.school ? 'said' : 'other'
    return { school: carrier.school, name: carrier.schoolName, parent }
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
    const hash = contentHash(read)
    if (this.byHash.has(hash)) return this.kept.has(hash) ? 'same' : 'lost'
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
    pledgeRate: rateIn(read.profile['pledge_rate']),
    problems,
    passes: read.passes,
    via: null,
    viaFile: '',
  }
}
