import type { Row } from '../tables/table.ts'
import type { Tables } from '../tables/index.ts'
import type { Policy } from './policy.ts'

export type Finding = NonNullable<Row<Tables['findings']>['finding']>

/** What was examined about one person. */
export type Examined = Pick<
  Row<Tables['findings']>,
  'capacity' | 'should_be_there' | 'was_there' | 'educated' | 'guided' | 'absent_post'
>

/** 是, 否 or not known: 待查, or an empty cell, which nobody has looked into. */
const isOpen = (answer: string | null) => answer === null || answer === '待查'

/** The plan asks logistics staff for checks and presence, not for lessons, so an empty 教育 is no open question there. */
const educationOpen = (row: Examined) =>
  isOpen(row.educated) && !(row.educated === null && row.capacity === '后勤人员')

export const wasAbsent = (row: Examined) => row.should_be_there === '是' && row.was_there === '否'

/** Education and guidance together (A2): failed, done, or a mix that somebody must weigh. */
function teaching(row: Examined, policy: Policy): 'failed' | 'open' | 'done' {
  const failures = (row.educated === '否' ? 1 : 0) + (row.guided === '否' ? 1 : 0)
  const open = educationOpen(row) || isOpen(row.guided)
  const partial = policy['classify.partial']
  if (failures === 2 || (failures === 1 && partial === 'anyNo')) return 'failed'
  if (open || (failures === 1 && partial === 'manual')) return 'open'
  return 'done'
}

/**
 * Whether a person did his duty (P4-13 … P4-22). Off post or negligent is always a failure; for the rest a homeroom
 * teacher fails by either teaching or absence, or only by both where the school reads the clause so (A1).
 */
export function findingOf(row: Examined, policy: Policy): Finding {
  if (row.absent_post === '是') return '未尽责'
  const taught = teaching(row, policy)
  const absent = wasAbsent(row)
  if (needsBoth(row, policy)) {
    if (!absent) return '尽责'
    if (taught === 'failed') return '未尽责'
    return taught === 'open' ? '待认定' : '尽责'
  }
  if (taught === 'failed' || absent) return '未尽责'
  return taught === 'open' ? '待认定' : '尽责'
}

export const needsBoth = (row: Pick<Examined, 'capacity'>, policy: Policy): boolean =>
  row.capacity === '班主任' && policy['classify.diligence.homeroom'] === 'and'
