import { dateOf, daysBetween } from '../shared/local-date.ts'
import type { Tables } from '../tables/index.ts'
import { rulesOf } from './rule.ts'

const { rule, all } = rulesOf<Tables['todos']>()

export const todosRules = all({
  level: rule({ own: ['due', 'snooze', 'done_on'] }, ({ due, snooze, done_on }, { now }) => {
    const today = dateOf(now)
    if (done_on !== null) return '已办'
    if (snooze !== null && snooze > today) return '稍后'
    if (due === null) return null
    const left = daysBetween(today, due)
    if (left < 0) return '已逾期'
    if (left === 0) return '今天'
    return left <= 3 ? '3天' : left <= 7 ? '7天' : '以后'
  }),
})
