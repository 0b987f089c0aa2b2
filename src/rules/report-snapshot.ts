import type { LocalDate } from '../shared/local-date.ts'

/** A hazard as a report tells of it. Persons are left out: a report that is kept for years needs none. */
export interface ReportedHazard {
  readonly id: string
  readonly no: string
  readonly found: LocalDate
  readonly area: string
  readonly category: string
  readonly level: string
  readonly content: string
  readonly deadline: LocalDate | null
  readonly done: LocalDate | null
  readonly closed: LocalDate | null
  readonly fund: number
}

/** What was sent: the days it covers, the day it was due, and its hazards. */
export interface Snapshot {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly due: LocalDate | null
  readonly hazards: readonly ReportedHazard[]
}

const KEYS = [
  'id',
  'no',
  'found',
  'area',
  'category',
  'level',
  'content',
  'deadline',
  'done',
  'closed',
  'fund',
] as const satisfies readonly (keyof ReportedHazard)[]

/** The most a cell holds, of which the figures must have their place whatever people have written. */
const LONGEST = 32_000
const CONTENT_LENGTHS = [200, 60, 20, 0] as const

/** As text, the same for the same report: one line that says what it covers, and one for each hazard. */
export function snapshotText({ from, to, due, hazards }: Snapshot): string {
  for (const length of CONTENT_LENGTHS) {
    const lines = hazards.map((hazard) =>
      JSON.stringify(KEYS.map((key) => (key === 'content' ? hazard.content.slice(0, length) : hazard[key]))),
    )
    const text = [JSON.stringify([from, to, due]), ...lines].join('\n')
    if (text.length <= LONGEST || length === 0) return text
  }
  throw new Error('unreachable')
}

/** Null for an empty cell and for text that is no snapshot: it came from a file, and files are foreign. */
export function snapshotFrom(text: string | null): Snapshot | null {
  if (text === null) return null
  try {
    const [head, ...lines] = text.split('\n').map((line): unknown => JSON.parse(line))
    if (!Array.isArray(head) || typeof head[0] !== 'string' || typeof head[1] !== 'string') return null
    const hazards = lines.map((line) => {
      if (!Array.isArray(line) || line.length !== KEYS.length || typeof line[2] !== 'string')
        throw new Error('no hazard')
      return Object.fromEntries(KEYS.map((key, at) => [key, line[at]])) as unknown as ReportedHazard
    })
    return { from: head[0], to: head[1], due: (head[2] ?? null) as LocalDate | null, hazards }
  } catch {
    return null
  }
}
