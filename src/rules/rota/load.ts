/** Swaps and replacements are made up for elsewhere, so they are nobody's load. */
export const countsAsLoad = (origin: string | null): boolean => origin !== '调班' && origin !== '代班'

const AWAY: ReadonlySet<unknown> = new Set(['病假', '事假', '公出', '产假', '婚丧假'])

/** Leave for which one cannot be on duty: not to be late, and not to miss a lesson. */
export const isAway = (kind: unknown, period: unknown): boolean => AWAY.has(kind) && period !== '第n节'
