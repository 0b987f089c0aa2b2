import { dateOf, type LocalDate } from '../shared/local-date.ts'
import type { Step } from '../tables/column.ts'
import { settingOf, type SettingKey } from '../rules/policy.ts'
import type { DeductionEntry, ScoreFacts } from '../rules/score-facts.ts'
import { allowanceRowId, scoreRowId } from '../engine/generated.ts'
import type { Workbook } from '../engine/workbook.ts'

export interface IncidentName {
  readonly id: string
  readonly no: string
  readonly date: LocalDate | null
}

/** One line of a receipt, ready to be spoken: labels are the stored Chinese ones, sentences are codes. */
export interface ReceiptLine {
  readonly id: string
  readonly source: string
  readonly date: LocalDate | null
  /** The incident, or all those a management deduction counted. */
  readonly incidents: readonly IncidentName[]
  readonly class6: string | null
  /** The clause the points are taken by, as the school's rules cite it. */
  readonly clause: string
  /** Negative takes off; 0 for what sets the whole score to zero. */
  readonly points: number
  readonly counted: boolean
  /** How the points came about. */
  readonly steps: readonly Step[]
  /** Why the incident has its class, with the other reading where the text has two. */
  readonly classSteps: readonly Step[]
}

export interface ReceiptVeto {
  readonly id: string
  readonly year: string
  readonly reason: string
  readonly incident: IncidentName | null
  /** The meeting that lifted it. */
  readonly lifted: string | null
}

/** Everything behind one person's score of one term: what an appeal argues about. */
export interface Receipt {
  readonly scoreRow: string
  readonly term: string
  readonly personId: string
  readonly person: string
  readonly department: string
  readonly posts: string
  readonly state: string
  readonly score: Readonly<Pick<ScoreFacts, (typeof SHOWN)[number]>>
  readonly lines: readonly ReceiptLine[]
  readonly expected: readonly ReceiptLine[]
  readonly scoreSteps: readonly Step[]
  readonly allowanceSteps: readonly Step[]
  readonly vetoes: readonly ReceiptVeto[]
  readonly rules: string
  /** What the rows come to now, where the score was sealed and they have moved since. */
  readonly unsealed: number | null
}

const SHOWN = [
  'base',
  'direct',
  'mgmt',
  'other',
  'expected',
  'raw',
  'zeroed',
  'final',
  'rank',
  'veto',
  'grade',
  'amount',
] as const

const CLAUSE: Readonly<Record<string, SettingKey>> = {
  '事故(直接)': 'score.table',
  '事故(管理责任-主任)': 'mgmt.threshold.director',
  '事故(管理责任-副校长)': 'mgmt.threshold.vp',
  隐瞒迟报漏报: 'conceal.scope',
}

/** Null when the person is not assessed in the term. */
export function receiptOf(book: Workbook, term: string, person: string): Receipt | null {
  const score = book.score(term, person)
  if (!score) return null
  const all = [
    ...book.receipt(term, person).map((entry) => madeLine(book, entry)),
    ...manualLines(book, term, person),
  ]
  const scoreRow = scoreRowId(term, person)
  return {
    scoreRow,
    term: book.shownName(term) ?? '',
    personId: person,
    person: book.shownName(person) ?? String(book.stored('staff', person, 'name') ?? ''),
    department: nameIn(book, score.department),
    posts: score.posts ?? '',
    state: String(book.stored('termScores', scoreRow, 'state') ?? ''),
    score: Object.fromEntries(SHOWN.map((key) => [key, score[key]])) as Receipt['score'],
    lines: all.filter(({ counted }) => counted),
    expected: all.filter(({ counted }) => !counted),
    scoreSteps: book.why('termScores', scoreRow, 'final'),
    allowanceSteps: book.why('allowances', allowanceRowId(term, person), 'amount'),
    vetoes: vetoesOf(book, term, person),
    rules: book.environment().policyVersion,
    unsealed: movedSince(book, term, person, score.final),
  }
}

function movedSince(book: Workbook, term: string, person: string, final: number): number | null {
  const live = book.isSealed(term) ? book.liveScore(term, person) : null
  return live === null || live.final === final ? null : live.final
}

function madeLine(book: Workbook, entry: DeductionEntry): ReceiptLine {
  const incidents = entry.incidents.map((id) => incidentName(book, id))
  return {
    id: entry.id,
    source: entry.source,
    date: entry.incident === null ? null : (incidents[0]?.date ?? null),
    incidents,
    class6: entry.class6,
    clause: settingOf(CLAUSE[entry.source]!).basis,
    points: entry.points,
    counted: entry.state === '已确认',
    steps: entry.steps,
    classSteps:
      entry.source === '事故(直接)' && entry.incident !== null
        ? ((book.value('incidents', entry.incident, 'why') ?? []) as readonly Step[])
        : [],
  }
}

/** Adjustments a meeting entered by hand; they count once it has confirmed them. */
function manualLines(book: Workbook, term: string, person: string): ReceiptLine[] {
  const rows = book
    .children('staff', person)
    .filter(({ table, by }) => table === 'deductions' && by === 'person')
    .flatMap(({ ids }) => ids)
  return rows.flatMap((row): ReceiptLine[] => {
    if (row.startsWith('#deduction:') || !isRow(book, 'terms', book.stored('deductions', row, 'term'), term))
      return []
    const state = book.stored('deductions', row, 'state')
    const points = book.value('deductions', row, 'points')
    if (state === '撤销' || typeof points !== 'number') return []
    const incident = book.stored('deductions', row, 'incident')
    const name =
      typeof incident === 'string' && book.has('incidents', incident) ? incidentName(book, incident) : null
    const meeting = book.stored('deductions', row, 'meeting')
    return [
      {
        id: row,
        source: String(book.stored('deductions', row, 'source') ?? '其他(手工)'),
        date: name?.date ?? null,
        incidents: name ? [name] : [],
        class6: null,
        clause: meeting === null ? '' : nameIn(book, String(meeting)),
        points,
        counted: state === '已确认',
        steps: (book.value('deductions', row, 'explain') ?? []) as readonly Step[],
        classSteps: [],
      },
    ]
  })
}

function vetoesOf(book: Workbook, term: string, person: string): ReceiptVeto[] {
  const made = book
    .view('vetoes')
    .ids()
    .filter((id) => id.startsWith(`#veto:${term}|${person}|`))
  const byHand = book
    .children('staff', person)
    .filter(({ table, by }) => table === 'vetoes' && by === 'who')
    .flatMap(({ ids }) => ids)
    .filter(
      (id) =>
        !id.startsWith('#veto:') && inYearOf(book, term, String(book.stored('vetoes', id, 'year') ?? '')),
    )
  return [...made, ...byHand].map((id) => {
    const incident = book.stored('vetoes', id, 'incident')
    const lifted = book.stored('vetoes', id, 'lifted')
    return {
      id,
      year: String(book.stored('vetoes', id, 'year') ?? ''),
      reason: String(book.stored('vetoes', id, 'reason') ?? ''),
      incident:
        typeof incident === 'string' && book.has('incidents', incident) ? incidentName(book, incident) : null,
      lifted: lifted === null ? null : nameIn(book, String(lifted)),
    }
  })
}

/** A veto entered by hand names a calendar year, a school year or a term. */
function inYearOf(book: Workbook, term: string, year: string): boolean {
  const span = book.environment().terms.find(({ id }) => id === term)
  return (
    span !== undefined &&
    [span.name, span.schoolYear, span.from.slice(0, 4), span.to.slice(0, 4)].includes(year)
  )
}

function incidentName(book: Workbook, id: string): IncidentName {
  const at = book.stored('incidents', id, 'occurred_at')
  return {
    id,
    no: String(book.stored('incidents', id, 'no') ?? ''),
    date: typeof at === 'string' ? dateOf(at) : null,
  }
}

const nameIn = (book: Workbook, reference: string | null): string =>
  reference === null ? '' : (book.shownName(reference) ?? reference)

const isRow = (book: Workbook, table: string, cell: unknown, row: string): boolean =>
  cell === row || (typeof cell === 'string' && book.find([table], cell) === row)
