import type { Gap, RotaSolution, Shortage, Why } from '../../../app/rota/make-rota.ts'
import { listed, t } from '../../../i18n/translate.ts'

/** A solution with what its numbers stand for. */
export interface Told {
  readonly solution: RotaSolution
  /** Of each person of the problem. */
  readonly names: readonly string[]
  /** Of each place: which post when, such as 第5周 校门. */
  readonly places: readonly string[]
}

/** So many names are read; more are counted. */
const NAMED = 6

function namesOf(people: readonly number[], names: readonly string[]): string {
  const first = listed(people.slice(0, NAMED).map((person) => names[person]!))
  return people.length > NAMED ? t('ui.rota.and-more', { first, count: people.length }) : first
}

/** The place, and everybody who cannot be there by what keeps them away. */
export function shortageWords({ place, missing, why }: Shortage, { names, places }: Told): string {
  const reasons = why.map(({ why, people }) =>
    t('ui.rota.reason', { people: namesOf(people, names), why: t(`ui.rota.why.${why}`) }),
  )
  return t('ui.rota.short', {
    place: places[place]!,
    count: missing,
    reasons: reasons.length > 0 ? reasons.join(t('ui.rota.reason-sign')) : t('ui.rota.nobody'),
  })
}

export function gapWords(gap: Gap, { names }: Told): string {
  const name = names[gap.person]!
  const { count, most } = gap
  switch (gap.why) {
    case 'cap':
      return t('ui.rota.gap.cap', { name, count, most, cap: gap.cap })
    case 'few-periods':
      return t('ui.rota.gap.few-periods', {
        name,
        count,
        most,
        times: gap.periods,
        why: becauseOf(gap.because),
      })
    case 'standing':
      return t('ui.rota.gap.standing', { name, count, most, people: namesOf(gap.others, names) })
    case 'only-they':
      return t('ui.rota.gap.only-they', {
        name,
        count,
        most,
        seats: gap.seats,
        persons: gap.others.length,
        people: namesOf(gap.others, names),
      })
  }
}

const becauseOf = (why: Why | null): string =>
  why === null ? '' : t('ui.rota.because', { why: t(`ui.rota.why.${why}`) })

/** Everybody by how often they are on duty, the most first. */
export function loadsOf({
  solution,
  names,
}: Told): { readonly count: number; readonly names: readonly string[] }[] {
  const loads = new Map<number, string[]>()
  for (const [person, count] of solution.counts.entries())
    loads.set(count, [...(loads.get(count) ?? []), names[person]!])
  return [...loads].sort(([a], [b]) => b - a).map(([count, names]) => ({ count, names }))
}
