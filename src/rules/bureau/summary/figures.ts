import type { LocalDate, LocalTime } from '../../../shared/local-date.ts'
import { deadlineOf } from '../../../tables/school/hazard-steps.ts'
import { isAtFault, isOpen } from '../county-figures.ts'
import { isIn, type Span } from '../spans.ts'

/** A period and the last day of it that counts: of a running one, today. */
export interface Reckoning {
  readonly span: Span
  readonly day: LocalDate
}

export interface HazardRow {
  readonly found_on: LocalDate | null
  readonly category: string | null
  readonly level: string | null
  readonly interim: string | null
  readonly due: LocalDate | null
  readonly extension: LocalDate | null
  readonly done_on: LocalDate | null
  readonly closed_on: LocalDate | null
  readonly state: string | null
}

export const HAZARD_COLUMNS = [
  'found_on',
  'category',
  'level',
  'interim',
  'due',
  'extension',
  'done_on',
  'closed_on',
  'state',
] as const satisfies readonly (keyof HazardRow)[]

export interface IncidentRow {
  readonly times: LocalTime | null
  readonly type: string | null
  readonly scene: string | null
  readonly class6: string | null
  readonly confirmed: string | null
  readonly cas: number | null
  readonly cas_medium: number | null
  readonly cas_severe: number | null
  readonly cas_dead: number | null
}

export const INCIDENT_COLUMNS = [
  'times',
  'type',
  'scene',
  'class6',
  'confirmed',
  'cas',
  'cas_medium',
  'cas_severe',
  'cas_dead',
] as const satisfies readonly (keyof IncidentRow)[]

export const isMajor = ({ level }: Pick<HazardRow, 'level'>): boolean => level === '重大'

/** Off the list by the end of a day. One that is closed without a day was so as far back as anybody can tell. */
const isClosedBy = (hazard: HazardRow, day: LocalDate): boolean =>
  !isOpen(hazard) && (hazard.closed_on === null || hazard.closed_on <= day)

const wasOpen = (hazard: HazardRow, { day }: Reckoning): boolean =>
  (hazard.found_on === null || hazard.found_on <= day) && !isClosedBy(hazard, day)

const isFound = (hazard: HazardRow, { span }: Reckoning): boolean => isIn(hazard.found_on, span)

/** The last day is still in time. */
const isOverdue = (hazard: HazardRow, reckoning: Reckoning): boolean => {
  const deadline = deadlineOf(hazard)
  return deadline !== null && deadline < reckoning.day && wasOpen(hazard, reckoning)
}

/** What is counted of hazards, each figure said once: the number and the rows behind it come from the same words. */
export const HAZARD_FIGURES = {
  found: isFound,
  foundMajor: (hazard, reckoning) => isMajor(hazard) && isFound(hazard, reckoning),
  foundClosed: (hazard, reckoning) => isFound(hazard, reckoning) && isClosedBy(hazard, reckoning.day),
  foundOverdue: (hazard, reckoning) => isFound(hazard, reckoning) && isOverdue(hazard, reckoning),
  closed: (hazard, { span }) => isIn(hazard.closed_on, span) && !isOpen(hazard),
  open: wasOpen,
  overdue: isOverdue,
  openMajor: (hazard, reckoning) => isMajor(hazard) && wasOpen(hazard, reckoning),
} as const satisfies Readonly<Record<string, (hazard: HazardRow, reckoning: Reckoning) => boolean>>

const hurt = ({ cas, cas_medium, cas_severe }: IncidentRow): number =>
  (cas ?? 0) + (cas_medium ?? 0) + (cas_severe ?? 0)

/** What is added up over the incidents of a period; a row that adds nothing is not behind the figure. */
export const INCIDENT_FIGURES = {
  incidents: () => 1,
  atFault: (incident) => (isAtFault(incident) ? 1 : 0),
  severe: ({ class6 }) => (class6?.startsWith('严重') === true ? 1 : 0),
  injured: hurt,
  dead: ({ cas_dead }) => cas_dead ?? 0,
} as const satisfies Readonly<Record<string, (incident: IncidentRow) => number>>

/** Files due, a school and month each, and what became of them. */
export const REPORT_FIGURES = ['reportsDue', 'inTime', 'late', 'missing', 'awaited'] as const
/** Schools that have a pledge to sign, and that have signed it. */
export const PLEDGE_FIGURES = ['pledging', 'pledged'] as const

export type HazardFigure = keyof typeof HAZARD_FIGURES
export type IncidentFigure = keyof typeof INCIDENT_FIGURES
export type ReportFigure = (typeof REPORT_FIGURES)[number]
export type PledgeFigure = (typeof PLEDGE_FIGURES)[number]
export type CountFigure = HazardFigure | IncidentFigure | ReportFigure | PledgeFigure | 'pupils'

export const COUNT_FIGURES: readonly CountFigure[] = [
  ...(Object.keys(HAZARD_FIGURES) as HazardFigure[]),
  ...(Object.keys(INCIDENT_FIGURES) as IncidentFigure[]),
  ...REPORT_FIGURES,
  ...PLEDGE_FIGURES,
  'pupils',
]

/** A part of a whole, times what people are used to: per cent, or per thousand pupils. */
export interface Ratio {
  readonly part: CountFigure
  readonly whole: CountFigure
  readonly times: 100 | 1000
}

/** To compare schools of different size. Where pupils are the whole, a school whose number is not known has no part in it. */
export const RATIOS = {
  closingRate: { part: 'foundClosed', whole: 'found', times: 100 },
  overdueShare: { part: 'overdue', whole: 'open', times: 100 },
  hazardRate: { part: 'found', whole: 'pupils', times: 1000 },
  openRate: { part: 'open', whole: 'pupils', times: 1000 },
  incidentRate: { part: 'incidents', whole: 'pupils', times: 1000 },
  injuredRate: { part: 'injured', whole: 'pupils', times: 1000 },
  punctuality: { part: 'inTime', whole: 'reportsDue', times: 100 },
  pledgeRate: { part: 'pledged', whole: 'pledging', times: 100 },
} as const satisfies Readonly<Record<string, Ratio>>
export type RatioFigure = keyof typeof RATIOS
export const RATIO_FIGURES = Object.keys(RATIOS) as RatioFigure[]

export type Figure = CountFigure | RatioFigure

export const isRatio = (figure: Figure): figure is RatioFigure => Object.hasOwn(RATIOS, figure)

/** What a school is praised for having more of, or less; of the rest neither is better. */
export const BETTER: Readonly<Partial<Record<Figure, 'more' | 'less'>>> = {
  foundClosed: 'more',
  closed: 'more',
  open: 'less',
  overdue: 'less',
  foundOverdue: 'less',
  openMajor: 'less',
  incidents: 'less',
  atFault: 'less',
  severe: 'less',
  injured: 'less',
  dead: 'less',
  inTime: 'more',
  late: 'less',
  missing: 'less',
  pledged: 'more',
  closingRate: 'more',
  overdueShare: 'less',
  openRate: 'less',
  incidentRate: 'less',
  injuredRate: 'less',
  punctuality: 'more',
  pledgeRate: 'more',
}

/** A figure with what it came from; the value is rounded to one decimal, and null of nothing. */
export interface Reckoned {
  readonly value: number | null
  /** Of a ratio. */
  readonly part?: number
  readonly whole?: number
}

/** Counts by school, at the school's place; at the last one what belongs to no school of the directory. */
export type CountsBySchool = Readonly<Record<CountFigure, Float64Array>>

export function newCounts(schools: number): CountsBySchool {
  const counts = {} as Record<CountFigure, Float64Array>
  for (const figure of COUNT_FIGURES) counts[figure] = new Float64Array(schools + 1)
  return counts
}

/** The place in the counts of a school's place, where -1 is none. */
export const slotOf = (place: number, counts: CountsBySchool): number =>
  place < 0 ? counts.found.length - 1 : place

const sum = (counts: Float64Array, slots: readonly number[]): number =>
  slots.reduce((total, slot) => total + counts[slot]!, 0)

/** What a figure comes to over some schools together. */
export function reckon(figure: Figure, counts: CountsBySchool, slots: readonly number[]): Reckoned {
  if (!isRatio(figure)) return { value: sum(counts[figure], slots) }
  const { part, whole, times } = RATIOS[figure]
  const counted = whole === 'pupils' ? slots.filter((slot) => counts.pupils[slot]! > 0) : slots
  const parts = sum(counts[part], counted)
  const wholes = sum(counts[whole], counted)
  const value = wholes === 0 ? null : Math.round((parts / wholes) * times * 10) / 10
  return { value, part: parts, whole: wholes }
}
