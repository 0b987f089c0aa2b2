/** A county on paper: what an assessment goes by, in plain rows, and what it comes to when somebody counts by hand. */
export interface PaperCounty {
  readonly today: string
  readonly day: number
  readonly visitsEach: number
  readonly studiesEach: number
  readonly schools: readonly {
    readonly name: string
    readonly kindergarten: boolean
    readonly dept: string
  }[]
  readonly sections: readonly string[]
  readonly pledges: readonly {
    readonly school: string
    readonly year: string
    readonly signed: string | null
  }[]
  readonly hazards: readonly {
    readonly school: string
    readonly no: string
    readonly found_on: string
    readonly state: string | null
    readonly closed_on: string | null
  }[]
  readonly receipts: readonly {
    readonly school: string
    readonly month: string
    readonly received: string | null
    readonly returned: boolean
    readonly drill_rows: number | null
  }[]
  readonly incidents: readonly {
    readonly school: string
    readonly no: string
    readonly times: string
    readonly class6: string
    readonly confirmed: string | null
  }[]
  readonly investigations: readonly { readonly incident: string; readonly veto: string | null }[]
  readonly visits: readonly { readonly school: string; readonly date: string; readonly form: string }[]
  readonly studies: readonly { readonly dept: string; readonly date: string }[]
  readonly reports: readonly {
    readonly dept: string
    readonly quarter: string
    readonly sent: string | null
  }[]
  /** Points given on the spot, by school and item. */
  readonly given: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly points: Readonly<Record<string, number>>
}

/** A fraction rounded to a tenth, half up, in whole numbers. */
const toTenth = (num: number, den: number): number => Math.floor((num * 20 + den) / (2 * den)) / 10

const YEAR = '2026'
const ENDS: Readonly<Record<string, string>> = { Q1: '03-31', Q2: '06-30', Q3: '09-30', Q4: '12-31' }

function dueOf(month: string, day: number): string {
  const last = new Date(Date.UTC(+month.slice(0, 4), +month.slice(5), 0)).getUTCDate()
  return `${month}-${String(Math.min(day, last)).padStart(2, '0')}`
}

const came = (receipt: PaperCounty['receipts'][number]) => receipt.received !== null && !receipt.returned
const fault = ({ class6, confirmed }: PaperCounty['incidents'][number]) =>
  class6.includes('责任') && (confirmed === null || confirmed === '已认定')

/** The computed points of an item as [numerator, denominator] of its share; null where nothing is known. */
function share(
  county: PaperCounty,
  school: PaperCounty['schools'][number],
  item: string,
): [number, number] | null {
  const own = <R extends { readonly school: string }>(rows: readonly R[]) =>
    rows.filter((row) => row.school === school.name)
  const ofYear = own(county.receipts).filter(({ month }) => month.startsWith(YEAR))
  if (item === '责任制与责任书')
    return own(county.pledges).some(({ year, signed }) => year === YEAR && signed !== null) ? [1, 1] : [0, 1]
  if (item === '检查与隐患') {
    const found = own(county.hazards).filter(({ found_on }) => found_on.startsWith(YEAR))
    if (found.length === 0) return ofYear.some(came) ? [1, 1] : null
    const gone = found.filter(({ state, closed_on }) =>
      state === null ? closed_on !== null : state === '已销号',
    )
    return [gone.length, found.length]
  }
  if (item === '月报季报按时率') {
    const months = Array.from({ length: 12 }, (_, n) => `${YEAR}-${String(n + 1).padStart(2, '0')}`).filter(
      (month) => dueOf(month, county.day) < county.today,
    )
    if (months.length === 0 || ofYear.length === 0) return null
    const good = months.filter((month) =>
      ofYear.some(
        (row) => row.month === month && came(row) && row.received!.slice(0, 10) <= dueOf(month, county.day),
      ),
    )
    return [good.length, months.length]
  }
  if (item === '演练') {
    const told = ofYear.filter((row) => came(row) && row.drill_rows !== null)
    if (told.length === 0) return null
    const needed = school.kindergarten ? Math.max(1, Math.floor(told.length / 3)) : told.length
    const held = told.reduce((sum, row) => sum + row.drill_rows!, 0)
    return held >= needed ? [1, 1] : [held, needed]
  }
  if (item === '事故') {
    const tenths = own(county.incidents)
      .filter((incident) => incident.times.startsWith(YEAR) && fault(incident))
      .reduce((sum, { class6 }) => sum + (class6[0] === '严' ? 10 : class6.startsWith('较') ? 5 : 2), 0)
    return [Math.max(0, 10 - tenths), 10]
  }
  return null
}

export interface NaiveSchool {
  readonly name: string
  readonly scores: Readonly<Record<string, number | null>>
  readonly total: number
  readonly vetoed: boolean
  readonly rank: number | null
  readonly grade: string | null
}

const gradeFrom = (score: number) =>
  score >= 90 ? '优秀' : score >= 80 ? '良好' : score >= 60 ? '合格' : '不合格'

export function naiveSchools(county: PaperCounty): NaiveSchool[] {
  const results = county.schools.map((school) => {
    const scores = Object.fromEntries(
      Object.entries(county.points).map(([item, points]) => {
        const given = county.given[school.name]?.[item]
        if (given !== undefined) return [item, Math.max(0, Math.min(points, given))]
        const found = share(county, school, item)
        return [item, found === null ? null : toTenth(points * found[0], found[1])]
      }),
    )
    const own = county.incidents.filter((incident) => incident.school === school.name)
    const vetoed =
      own.some((each) => each.times.startsWith(YEAR) && fault(each) && each.class6[0] === '严') ||
      county.investigations.some(
        ({ incident, veto }) => veto === YEAR && own.some(({ no }) => `${school.name} ${no}` === incident),
      )
    const total =
      Object.values(scores).reduce<number>((sum, score) => sum + Math.round((score ?? 0) * 10), 0) / 10
    return { name: school.name, scores, total, vetoed, whole: !Object.values(scores).includes(null) }
  })
  return results.map(({ whole, ...result }) => {
    const before = results.filter(
      (other) =>
        other.whole &&
        (result.vetoed
          ? !other.vetoed || other.total > result.total
          : !other.vetoed && other.total > result.total),
    )
    return {
      ...result,
      rank: whole ? before.length + 1 : null,
      grade: result.vetoed ? '不合格' : whole ? gradeFrom(result.total) : null,
    }
  })
}

export interface NaiveSection {
  readonly name: string
  readonly score: number | null
}

export function naiveSections(county: PaperCounty): NaiveSection[] {
  const over = Object.entries(ENDS).filter(([, end]) => `${YEAR}-${end}` < county.today)
  const quarterOf = (date: string) => `Q${Math.ceil(+date.slice(5, 7) / 3)}`
  const within = (date: string, quarter: string) => date.startsWith(YEAR) && quarterOf(date) === quarter
  const tenthPercent = (part: number, whole: number) =>
    whole === 0 ? null : Math.round((part / whole) * 1000) / 10
  return county.sections.map((name) => {
    const schools = county.schools.filter(({ dept }) => dept === name).map((school) => school.name)
    let [visitsDue, visitsDone, studiesDue, studiesDone, reportsDone] = [0, 0, 0, 0, 0]
    for (const [quarter, end] of over) {
      for (const school of schools) {
        const made = county.visits.filter(
          (visit) => visit.school === school && visit.form === '专门督查' && within(visit.date, quarter),
        ).length
        visitsDue += county.visitsEach
        visitsDone += Math.min(made, county.visitsEach)
      }
      const held = county.studies.filter((study) => study.dept === name && within(study.date, quarter)).length
      studiesDue += county.studiesEach
      studiesDone += Math.min(held, county.studiesEach)
      if (
        county.reports.some(
          (report) =>
            report.dept === name &&
            report.quarter === `${YEAR}-${quarter}` &&
            report.sent !== null &&
            report.sent <= `${YEAR}-${end}`,
        )
      )
        reportsDone++
    }
    const hazards = county.hazards.filter(
      ({ school, found_on }) => schools.includes(school) && found_on.startsWith(YEAR),
    )
    const gone = hazards.filter(({ state, closed_on }) =>
      state === null ? closed_on !== null : state === '已销号',
    )
    const incidents = county.incidents.filter(
      (each) => schools.includes(each.school) && each.times.startsWith(YEAR) && fault(each),
    ).length
    const parts: readonly (readonly [number | null, number])[] = [
      [tenthPercent(visitsDone, visitsDue), 30],
      [tenthPercent(studiesDone, studiesDue), 15],
      [tenthPercent(reportsDone, over.length), 15],
      [tenthPercent(gone.length, hazards.length), 25],
    ]
    const known = parts.filter(([rate]) => rate !== null)
    if (known.length === 0) return { name, score: null }
    const got = known.reduce((sum, [rate, weight]) => sum + Math.round(rate! * 10) * weight, 0) / 1000
    const most = known.reduce((sum, [, weight]) => sum + weight, 15)
    const score = ((got + Math.max(0, 15 - 5 * incidents)) / most) * 100
    return { name, score: Math.round(score * 10 + 1e-9) / 10 }
  })
}
