/**
 * The independent judge of every class, score, veto and allowance: reads plain rows, follows the words of the plan,
 * and shares no line with the program. It is quadratic on purpose; a judge has to be obvious, not quick.
 *
 * Default policy only. Not judged here: settings other than the defaults, 人工更正, hand-made deductions and vetoes,
 * lifted vetoes, sealed terms.
 *
 * Where the plan leaves room, this is the reading (the worked schools fix the first four):
 *  1. Concealment counts whatever the state of the incident; points, management and veto by 未尽责 want 已认定.
 *  2. A term's veto mark looks at the incidents of that term only.
 *  3. An undiligent person outside 纳入考核 still counts for the department's management deduction.
 *  4. Suspected food poisoning alone is 不计入, not pending.
 *  5. An empty answer about education or guidance is open like 待查: nobody has looked. Logistics staff are asked for
 *     checks, not lessons, so an empty 教育到位 is no open question about them.
 *  6. A finding whose person is unknown speaks for the class of the incident and costs nobody anything.
 *  7. Two findings about one person in one incident cost twice; the management rule counts the incident once.
 *  8. Where terms overlap, an incident belongs to the one that begins first, rows that begin alike in their order:
 *     the order in which rows happened to come must not decide.
 *  9. An unscored scene is unscored even with confirmed food poisoning (the plan speaks of poisoning at school).
 *     An injured pupil of unknown degree, where no other harm is known, leaves the class pending.
 * 10. Months: the calendar months of `score_from`…`score_to` with at least 15 days inside the term; of these, the
 *     months with at least 15 days in post. Without either staff date, or in a term without such a month, all;
 *     in post on no day of the term, none.
 */
export type PlainCell = null | undefined | string | number | boolean | readonly string[]

/**
 * Cells by column key. `$id` may carry the row's id (then references may be ids), `$deleted: true` hides the row.
 * An enum is its Chinese label, yes/no is 是/否 or a boolean, a reference is a shown name or an id.
 */
export type PlainRow = Readonly<Record<string, PlainCell>>
export type Book = Readonly<Record<string, readonly PlainRow[]>>

export interface Score {
  readonly direct: number
  readonly mgmt: number
  readonly raw: number
  readonly zeroed: boolean
  readonly final: number
  readonly veto: boolean
  readonly amount: string
}

export interface Judgement {
  /** Class by the incident's `no`; null while it is pending. */
  readonly classes: Readonly<Record<string, string | null>>
  /** Term (`2026-2027 第一学期`) → person's name → score. */
  readonly scores: Readonly<Record<string, Readonly<Record<string, Score>>>>
  /** The same, row by row, for books in which names are not unique. */
  readonly classOfRow: ReadonlyMap<PlainRow, string | null>
  readonly scoreOfRows: readonly {
    readonly term: PlainRow
    readonly person: PlainRow
    readonly score: Score
  }[]
}

type Severity = 0 | 1 | 2 | 3
type Diligence = '尽责' | '未尽责' | '待认定'

const POINTS: Record<Severity, { diligent: number; undiligent: number }> = {
  0: { diligent: 0, undiligent: 0 },
  1: { diligent: 10, undiligent: 20 },
  2: { diligent: 20, undiligent: 50 },
  3: { diligent: 30, undiligent: 100 },
}
const MANAGEMENT_POINTS: Record<Severity, number> = { 0: 0, 1: 10, 2: 20, 3: 40 }
const SEVERITIES = [1, 2, 3] as const
const GRADE = { 1: '一般', 2: '较严重的', 3: '严重的' } as const
const INJURY: Record<string, Severity> = { 轻微: 1, 中度: 2, 严重: 3, 死亡: 3 }
const UNSCORED_SCENES: readonly PlainCell[] = ['上下学途中', '校外非组织']
const CONCEALED: readonly PlainCell[] = ['迟报', '漏报', '隐瞒']

const SHOWN_BY: Record<string, (row: PlainRow) => string> = {
  staff: (row) => String(row['name'] ?? ''),
  departments: (row) => String(row['dept'] ?? ''),
  incidents: (row) => String(row['no'] ?? ''),
  terms: (row) => [row['school_year'], row['term']].filter(Boolean).join(' '),
}

const DATE = /^\d{4}-\d{2}-\d{2}$/
const TIME = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/

export function judge(book: Book): Judgement {
  const live = (table: string) => (book[table] ?? []).filter((row) => row['$deleted'] !== true)

  /** The one live row that bears this id or this shown name. Two bearers are none: nobody is guessed. */
  const find = (table: string, wanted: PlainCell): PlainRow | null => {
    if (typeof wanted !== 'string' || wanted === '') return null
    const found = live(table).filter((row) => row['$id'] === wanted || SHOWN_BY[table]!(row) === wanted)
    return found.length === 1 ? found[0]! : null
  }

  const terms = live('terms')
  const staff = live('staff')
  const departments = live('departments')
  const incidents = live('incidents')

  const severityOf = new Map<PlainRow, Severity>()
  const hurt = live('incidentPeople').map((row) => ({ row, incident: find('incidents', row['incident']) }))
  const hurtIn = (incident: PlainRow) =>
    hurt.filter((person) => person.incident === incident).map((person) => person.row)
  for (const incident of incidents) severityOf.set(incident, severity(incident, hurtIn(incident)))

  const findings = live('findings').flatMap((row) => {
    const incident = find('incidents', row['incident'])
    if (!incident) return []
    const person = find('staff', row['person'])
    return [
      {
        incident,
        person,
        department: person && find('departments', person['dept']),
        diligence: diligence(incident, row),
        severity: severityOf.get(incident)!,
        term: termOf(incident, terms),
        decided: incident['state'] === '已认定',
      },
    ]
  })

  const concealments = live('reportLegs').flatMap((row) => {
    const incident = find('incidents', row['incident'])
    const person = find('staff', row['accountable'])
    if (!incident || !person || !CONCEALED.includes(row['verdict'])) return []
    return [{ person, term: termOf(incident, terms) }]
  })

  const classOfRow = new Map<PlainRow, string | null>()
  for (const incident of incidents)
    classOfRow.set(
      incident,
      severityOf.get(incident) === 0 && harmUnknown(incident, hurtIn(incident))
        ? null
        : className(
            severityOf.get(incident)!,
            findings.filter((finding) => finding.incident === incident).map((finding) => finding.diligence),
          ),
    )

  const leaders = departments.map((department) => ({
    department,
    director: find('staff', department['director']),
    vp: find('staff', department['vp']),
  }))

  /** How many decided incidents of this severity and term have an undiligent person of these departments. */
  const liable = (term: PlainRow, among: readonly PlainRow[], severity: Severity) => {
    const counted = new Set<PlainRow>()
    for (const finding of findings)
      if (
        finding.decided &&
        finding.term === term &&
        finding.severity === severity &&
        finding.diligence === '未尽责' &&
        finding.department !== null &&
        among.includes(finding.department)
      )
        counted.add(finding.incident)
    return counted.size
  }

  const score = (term: PlainRow, person: PlainRow): Score => {
    let direct = 0
    let veto = false
    for (const finding of findings) {
      if (finding.person !== person || finding.term !== term || !finding.decided) continue
      if (finding.diligence === '尽责') direct += POINTS[finding.severity].diligent
      if (finding.diligence === '未尽责') direct += POINTS[finding.severity].undiligent
      if (finding.diligence === '未尽责' && finding.severity > 0) veto = true
    }

    let mgmt = 0
    const inCharge = leaders.filter((leader) => leader.vp === person).map((leader) => leader.department)
    for (const severity of SEVERITIES) {
      for (const leader of leaders)
        if (leader.director === person)
          mgmt += Math.floor(liable(term, [leader.department], severity) / 2) * MANAGEMENT_POINTS[severity]
      if (inCharge.length > 0)
        mgmt += Math.floor(liable(term, inCharge, severity) / 4) * MANAGEMENT_POINTS[severity]
    }

    const zeroed = concealments.some((one) => one.person === person && one.term === term)
    const raw = 100 - direct - mgmt
    const final = zeroed ? 0 : Math.max(0, raw)
    const { inPost, inTerm } = monthsInPost(term, person)
    return {
      direct,
      mgmt,
      raw,
      zeroed,
      final,
      veto: veto || zeroed,
      amount: yuan(100 * final * inPost, inTerm),
    }
  }

  const scoreOfRows = terms.flatMap((term) =>
    staff
      .filter((person) => person['scored'] === '是' || person['scored'] === true)
      .map((person) => ({ term, person, score: score(term, person) })),
  )

  const classes: Record<string, string | null> = {}
  for (const [row, found] of classOfRow) classes[SHOWN_BY['incidents']!(row)] = found
  const scores: Record<string, Record<string, Score>> = {}
  for (const term of terms) scores[SHOWN_BY['terms']!(term)] ??= {}
  for (const one of scoreOfRows)
    scores[SHOWN_BY['terms']!(one.term)]![SHOWN_BY['staff']!(one.person)] = one.score
  return { classes, scores, classOfRow, scoreOfRows }
}

/** A pupil is hurt and nobody has said how badly: what is known may not be all. */
const harmUnknown = (incident: PlainRow, people: readonly PlainRow[]): boolean =>
  !UNSCORED_SCENES.includes(incident['scene']) &&
  people.some(
    (person) =>
      person['role'] === '受伤者' && person['who'] === '学生' && !(String(person['level'] ?? '') in INJURY),
  )

function severity(incident: PlainRow, people: readonly PlainRow[]): Severity {
  if (UNSCORED_SCENES.includes(incident['scene'])) return 0
  if (incident['food_poisoning'] === '确认') return 3
  let worst: Severity = 0
  for (const person of people) {
    if (person['role'] !== '受伤者' || person['who'] !== '学生') continue
    const injury = INJURY[String(person['level'] ?? '')] ?? 0
    if (injury > worst) worst = injury
  }
  const loss = incident['loss_yuan']
  if (incident['loss_owner'] === '学校' && typeof loss === 'number' && loss > 0) {
    const byLoss: Severity = loss < 1000 ? 1 : loss < 10000 ? 2 : 3
    if (byLoss > worst) worst = byLoss
  }
  return worst
}

function diligence(incident: PlainRow, finding: PlainRow): Diligence {
  if (incident['food_poisoning'] === '确认') return '未尽责'
  if (finding['educated'] === '否' || finding['guided'] === '否') return '未尽责'
  if (finding['absent_post'] === '是') return '未尽责'
  if (finding['should_be_there'] === '是' && finding['was_there'] === '否') return '未尽责'
  const open = (answer: PlainCell) => answer === '待查' || isEmpty(answer)
  const lessonsNotAsked = finding['capacity'] === '后勤人员' && isEmpty(finding['educated'])
  if ((open(finding['educated']) && !lessonsNotAsked) || open(finding['guided'])) return '待认定'
  return '尽责'
}

/** Empty, or a text that is no answer at all. */
const isEmpty = (answer: PlainCell): boolean => answer !== '是' && answer !== '否' && answer !== '待查'

function className(severity: Severity, found: readonly Diligence[]): string | null {
  if (severity === 0) return '不计入'
  if (found.includes('未尽责')) return `${GRADE[severity]}安全责任事故`
  if (found.length === 0 || found.includes('待认定')) return null
  return `${GRADE[severity]}安全事故`
}

function termOf(incident: PlainRow, terms: readonly PlainRow[]): PlainRow | null {
  const at = incident['occurred_at']
  if (typeof at !== 'string' || !TIME.test(at)) return null
  const day = at.slice(0, 10)
  const inOrder = [...terms].sort((a, b) =>
    (dateIn(a, 'score_from') ?? '').localeCompare(dateIn(b, 'score_from') ?? ''),
  )
  for (const term of inOrder) {
    const from = dateIn(term, 'score_from')
    const to = dateIn(term, 'score_to')
    if (from !== null && to !== null && from <= day && day <= to) return term
  }
  return null
}

const dateIn = (row: PlainRow, column: string): string | null => {
  const value = row[column]
  return typeof value === 'string' && DATE.test(value) ? value : null
}

/** Counts day by day: slower than arithmetic, and nothing to get wrong. */
function monthsInPost(term: PlainRow, person: PlainRow): { inPost: number; inTerm: number } {
  const from = dateIn(term, 'score_from')
  const to = dateIn(term, 'score_to')
  const joined = dateIn(person, 'valid')
  const left = dateIn(person, 'valid_to')
  if (from === null || to === null || (joined === null && left === null)) return { inPost: 1, inTerm: 1 }
  const termDays = new Map<string, number>()
  const postDays = new Map<string, number>()
  const day = new Date(`${from}T00:00:00Z`)
  for (;;) {
    const date = day.toISOString().slice(0, 10)
    if (date > to) break
    const month = date.slice(0, 7)
    termDays.set(month, (termDays.get(month) ?? 0) + 1)
    if ((joined === null || joined <= date) && (left === null || date <= left))
      postDays.set(month, (postDays.get(month) ?? 0) + 1)
    day.setUTCDate(day.getUTCDate() + 1)
  }
  const months = [...termDays].filter(([, days]) => days >= 15).map(([month]) => month)
  if (postDays.size === 0) return { inPost: 0, inTerm: 1 }
  if (months.length === 0) return { inPost: 1, inTerm: 1 }
  return { inPost: months.filter((month) => (postDays.get(month) ?? 0) >= 15).length, inTerm: months.length }
}

/** `cents / parts` as yuan with two decimals, half up, in whole numbers so that no half is lost to binary. */
function yuan(cents: number, parts: number): string {
  const rounded = Math.floor((2 * cents + parts) / (2 * parts))
  return `${Math.floor(rounded / 100)}.${String(rounded % 100).padStart(2, '0')}`
}
