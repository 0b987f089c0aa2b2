import { dateOf } from '../shared/local-date.ts'
import type { Tables } from '../tables/index.ts'
import { rulesOf } from './rule.ts'

const { rule, all } = rulesOf<Tables['directives']>()

export const directivesRules = all({
  state: rule({ own: ['date', 'due', 'done', 'done_on'] }, ({ date, due, done, done_on }, { now }) => {
    if (done_on !== null) return due !== null && done_on > due ? '逾期办结' : '按时办结'
    if (due === null) return done !== null ? '按时办结' : date === null ? null : '无时限'
    return due < dateOf(now) ? '已逾期' : '办理中'
  }),
})
