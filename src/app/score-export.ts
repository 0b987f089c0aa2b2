import { isId } from '../shared/id.ts'
import type { Cell } from '../tables/cell.ts'
import type { Step } from '../tables/column.ts'
import type { ExportWords } from './export-words.ts'
import type { Workbook } from '../engine/workbook.ts'
import type { DeductionEntry, ScoreFacts } from '../rules/score-facts.ts'
import { gradeOfSeverity, liableFor } from '../rules/points.ts'
import { inPost } from '../rules/months-in-post.ts'
import { formatSetting, settingKeys, settingOf, type Policy, type SettingKey } from '../rules/policy.ts'
import type { TermSpan } from '../rules/terms.ts'
import { peopleTablesOf } from '../exchange/masking/people-tables.ts'
import type {
  ScoreDeduction,
  ScoreDepartment,
  ScoreExportData,
  ScoreFinding,
  ScoreIncident,
  ScoreLeg,
  ScorePerson,
  ScorePolicy,
  Three,
} from '../exchange/score-data.ts'

export interface ScoreExportOptions {
  /** The school's name, should its profile have none. */
  readonly school: string
  readonly words: ExportWords
}

/** One term's scores with the facts behind them, as the open workbook has them now. */
export function scoreExportOf(
  book: Workbook,
  term: TermSpan,
  { school, words }: ScoreExportOptions,
): ScoreExportData {
  const { policy, policyVersion, now } = book.environment()
  const facts = new TermFacts(book, term, words.say)
  const persons = facts.persons()
  return {
    school: schoolName(book) || school,
    term: term.name,
    from: term.from,
    to: term.to,
    madeAt: now,
    policyVersion,
    policy: policyOf(policy, term),
    persons,
    departments: facts.departments(),
    incidents: facts.incidents(),
    findings: facts.findings(),
    legs: facts.legs(),
    deductions: facts.deductions(persons),
    otherSettings: otherSettings(policy, words),
    sealed: book.isSealed(term.id),
  }
}

/** The organisation's own name, as its profile has it. */
export function schoolName(book: Workbook): string {
  const { profile, ownName } = peopleTablesOf(book.tables)
  const [row] = book.view(profile).ids()
  return row === undefined ? '' : String(book.stored(profile, row, ownName) ?? '')
}

/** Reads the rows of one term, with references resolved as scoring resolves them. */
class TermFacts {
  private readonly inTerm: readonly string[]
  private readonly policy: Policy

  constructor(
    private readonly book: Workbook,
    private readonly term: TermSpan,
    private readonly say: (steps: readonly Step[]) => string,
  ) {
    this.policy = book.environment().policy
    this.inTerm = book
      .view('incidents')
      .ids()
      .filter((id) => book.value('incidents', id, 'term') === term.id)
  }

  persons(): ScorePerson[] {
    const persons: ScorePerson[] = []
    for (const id of this.book.assessed(this.term.id)) {
      const facts = this.book.score(this.term.id, id)
      if (facts) persons.push(this.person(id, facts))
    }
    return persons
  }

  private person(id: string, facts: ScoreFacts): ScorePerson {
    const { months, prorata, base, direct, mgmt, other, raw, zeroed, final, rank, veto, grade } = facts
    return {
      ...{ id, months, prorata, base, direct, mgmt, other, raw, zeroed, final, rank, veto, grade },
      name: this.book.shownName(id) ?? String(this.book.stored('staff', id, 'name') ?? ''),
      department: this.nameOf(facts.department),
      posts: facts.posts ?? '',
      amount: facts.amount,
      expected: facts.expected,
      state: String(this.book.stored('termScores', `#score:${this.term.id}|${id}`, 'state') ?? ''),
    }
  }

  departments(): ScoreDepartment[] {
    return this.book
      .view('departments')
      .ids()
      .map((id) => ({
        id,
        name: this.book.shownName(id) ?? '',
        line: this.text('departments', id, 'line'),
        director: this.rowOf('staff', this.book.stored('departments', id, 'director')),
        vp: this.rowOf('staff', this.book.stored('departments', id, 'vp')),
      }))
  }

  incidents(): ScoreIncident[] {
    return this.inTerm.map((id) => {
      const severity = this.text('incidents', id, 'severity')
      const loss = this.book.stored('incidents', id, 'loss_yuan')
      return {
        id,
        no: this.text('incidents', id, 'no'),
        occurredAt: this.text('incidents', id, 'occurred_at'),
        area: this.nameOf(this.book.stored('incidents', id, 'area')),
        scene: this.text('incidents', id, 'scene'),
        type: this.text('incidents', id, 'type'),
        injury: this.text('incidents', id, 'injury_counted'),
        loss: typeof loss === 'number' ? loss : 0,
        severity: gradeOfSeverity(severity) > 0 ? severity : '',
        class6: this.text('incidents', id, 'class6'),
        state: this.text('incidents', id, 'state'),
      }
    })
  }

  findings(): ScoreFinding[] {
    return this.inTerm.flatMap((incident) =>
      this.children(incident, 'findings').map((id) => this.finding(incident, id)),
    )
  }

  private finding(incident: string, id: string): ScoreFinding {
    const named = this.book.stored('findings', id, 'person')
    const person = this.rowOf('staff', named)
    const department =
      person === null
        ? this.rowOf('departments', this.book.stored('findings', id, 'department'))
        : this.rowOf('departments', this.book.stored('staff', person, 'dept'))
    const bears =
      person ?? (this.policy['score.noPerson'] === 'director' ? this.directorOf(department) : null)
    // Where the incident is judged as a whole, everybody named bears what was found of it.
    const liable = liableFor(
      this.text('findings', id, 'finding'),
      this.text('incidents', incident, 'liability'),
      this.policy,
    )
    return {
      incident,
      person: bears,
      personName: this.nameOf(bears ?? named),
      department,
      capacity: this.text('findings', id, 'capacity'),
      finding: liable === null ? '待认定' : liable ? '未尽责' : '尽责',
      class6: this.text('findings', id, 'class6'),
    }
  }

  private directorOf(department: string | null): string | null {
    return department && this.rowOf('staff', this.book.stored('departments', department, 'director'))
  }

  legs(): ScoreLeg[] {
    return this.inTerm.flatMap((incident) =>
      this.children(incident, 'reportLegs').map((id): ScoreLeg => {
        const accountable = this.book.stored('reportLegs', id, 'accountable')
        return {
          incident,
          leg: this.text('reportLegs', id, 'leg'),
          accountable: this.rowOf('staff', accountable),
          accountableName: this.nameOf(accountable),
          dueAt: this.text('reportLegs', id, 'due_at'),
          doneAt: this.text('reportLegs', id, 'done_at'),
          result: this.text('reportLegs', id, 'result'),
          verdict: this.text('reportLegs', id, 'verdict'),
        }
      }),
    )
  }

  deductions(persons: readonly ScorePerson[]): ScoreDeduction[] {
    return persons.flatMap(({ id, name }) =>
      this.book.receipt(this.term.id, id).map((entry) => this.deduction(id, name, entry)),
    )
  }

  private deduction(person: string, personName: string, entry: DeductionEntry): ScoreDeduction {
    return {
      person,
      personName,
      source: entry.source,
      incidentNo: entry.incident === null ? '' : (this.book.shownName(entry.incident) ?? ''),
      class6: entry.class6 ?? '',
      points: entry.points,
      explanation: this.say(entry.steps),
      state: entry.state,
    }
  }

  private children(incident: string, table: string): readonly string[] {
    return this.book.children('incidents', incident).find((rows) => rows.table === table)?.ids ?? []
  }

  private text(table: string, row: string, column: string): string {
    const value = this.book.value(table, row, column)
    return value === null || typeof value === 'object' ? '' : String(value)
  }

  /** The row a reference cell means, or null while its name means none or several. */
  private rowOf(table: string, cell: Cell): string | null {
    if (typeof cell !== 'string') return null
    const found = isId(cell) ? cell : this.book.find([table], cell)
    return found !== null && this.book.has(table, found) ? found : null
  }

  private nameOf(cell: Cell): string {
    if (typeof cell !== 'string') return ''
    return isId(cell) ? (this.book.shownName(cell) ?? '') : cell
  }
}

function policyOf(policy: Policy, term: TermSpan): ScorePolicy {
  const table = policy['score.table']
  const points = three(policy['mgmt.points'])
  return {
    base: policy['score.base'],
    diligent: policy['score.noFault'] ? [table[0]!, table[2]!, table[4]!] : [0, 0, 0],
    undiligent: [table[1]!, table[3]!, table[5]!],
    directorThreshold: three(policy['mgmt.threshold.director']),
    directorPoints: points,
    vpThreshold: three(policy['mgmt.threshold.vp']),
    vpPoints: points,
    floor: policy['score.floor'] === 'none' ? null : Number(policy['score.floor']),
    ceiling: policy['score.ceiling'],
    standard: policy['allow.amount'],
    decimals: DECIMALS.get(policy['allow.round']) ?? 2,
    termMonths: policy['allow.prorata'] === 'month' ? inPost(term, null, null, policy).whole : 0,
  }
}

const three = ([a = 0, b = 0, c = 0]: readonly number[]): Three => [a, b, c]

const DECIMALS = new Map([
  [0.01, 2],
  [0.1, 1],
  [1, 0],
])

/** Settings whose numbers stand in the sheet anyway, where the formulas read them. */
const IN_FORMULAS: ReadonlySet<SettingKey> = new Set([
  'score.base',
  'score.table',
  'score.floor',
  'score.ceiling',
  'mgmt.points',
  'mgmt.threshold.director',
  'mgmt.threshold.vp',
  'allow.amount',
  'allow.round',
])

/** What the school has decided otherwise than the plan's default reading: without it the numbers cannot be followed. */
function otherSettings(
  policy: Policy,
  { say, settingName, settingValue }: ExportWords,
): NonNullable<ScoreExportData['otherSettings']> {
  return settingKeys
    .filter((key) => !IN_FORMULAS.has(key))
    .map((key) => ({ key, value: formatSetting(key, policy[key]) }))
    .filter(({ key, value }) => value !== settingOf(key).format(settingOf(key).default))
    .map(({ key, value }) => ({
      name: settingName(key),
      value: settingValue(key, value),
      basis: say([{ code: `setting.${key}` }]),
    }))
}
