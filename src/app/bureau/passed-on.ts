/** What is known of a report, as far as it matters who sent it along. */
interface Passed {
  readonly hash: string
  readonly school: string
  readonly period: string
  readonly made: string
  readonly file: string
  /** Hashes of the reports of other schools that came along with it. */
  readonly passes: readonly string[]
}

/** The central school whose list a report stands in, and its file; null and nothing when it came by itself. */
interface Place {
  readonly via: string | null
  readonly viaFile: string
}

/**
 * The reports with the school each came through. That follows from the lists which central schools have signed, not from
 * the file a report happened to come in first: a village school's file that comes by itself as well is the same report,
 * and whichever is first, it stands as sent through its central school.
 */
export function placed<R extends Passed & Place>(reports: readonly R[]): R[] {
  const carriers = new Map<string, R>()
  for (const carrier of reports.filter(({ passes }) => passes.length > 0).sort(byAge))
    for (const hash of carrier.passes) if (!carriers.has(hash)) carriers.set(hash, carrier)
  return reports.map((report) => {
    const carrier = carriers.get(report.hash)
    // Two computers of one school are no school above it.
    return carrier && carrier.school !== report.school
      ? { ...report, via: carrier.school, viaFile: carrier.file }
      : { ...report, via: null, viaFile: '' }
  })
}

/** The list that named it first, on every computer the same. */
const byAge = (a: Passed, b: Passed): number => (age(a) < age(b) ? -1 : 1)
const age = ({ period, made, hash }: Passed): string => [period, made, hash].join('|')
