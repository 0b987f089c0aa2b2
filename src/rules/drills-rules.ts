import type { Tables } from '../tables/index.ts'
import { rulesOf } from './rule.ts'

const { rule, all } = rulesOf<Tables['drills']>()

/** People left their places. */
const REAL = new Set(['实战', '双盲'])

export const drillsRules = all({
  in_time: rule({ own: ['seconds'] }, ({ seconds }, { policy }) =>
    seconds === null ? null : seconds <= policy['drill.seconds'],
  ),
  counts: rule({ own: ['at', 'form'] }, ({ at, form }, { policy, now }) =>
    at === null || form === null ? null : at <= now && (REAL.has(form) || policy['drill.tabletop']),
  ),
})
