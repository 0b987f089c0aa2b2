import type { Step } from '../tables/column.ts'
import { findingOf, needsBoth, wasAbsent, type Examined, type Finding } from './diligence.ts'
import type { Policy } from './policy.ts'

/** Why a person was found diligent or not: what was answered, how the school reads the clause, and the other reading. */
export function findingSteps(
  row: Examined & { readonly override: Finding | null },
  isFoodPoisoning: boolean,
  policy: Policy,
): readonly Step[] {
  if (row.override !== null) return [{ code: 'finding.by-hand', params: { finding: row.override } }]
  if (isFoodPoisoning) return [{ code: 'finding.food-poisoning' }]
  const steps: Step[] = []
  if (row.absent_post === '是') steps.push({ code: 'finding.off-post' })
  if (row.educated === '否') steps.push({ code: 'finding.not-educated' })
  if (row.guided === '否') steps.push({ code: 'finding.not-guided' })
  if (wasAbsent(row)) steps.push({ code: 'finding.absent' })
  if (row.educated === '待查') steps.push({ code: 'finding.education-open' })
  if (row.educated === null && row.capacity !== '后勤人员') steps.push({ code: 'finding.education-empty' })
  if (row.guided === '待查') steps.push({ code: 'finding.guidance-open' })
  if (row.guided === null) steps.push({ code: 'finding.guidance-empty' })
  steps.push(...readingSteps(row, policy))
  steps.push({ code: 'finding.result', params: { finding: findingOf(row, policy) } })
  return steps
}

/** The sentences that say how an unclear clause was read, and what the other reading would give. */
function readingSteps(row: Examined, policy: Policy): Step[] {
  const steps: Step[] = []
  if (needsBoth(row, policy)) steps.push({ code: 'finding.read-as-and' })
  const mixed = (row.educated === '否') !== (row.guided === '否')
  if (mixed && policy['classify.partial'] !== 'anyNo')
    steps.push({ code: `finding.partial-${policy['classify.partial']}` })
  if (row.capacity === '班主任') {
    const homeroom = policy['classify.diligence.homeroom'] === 'or' ? 'and' : 'or'
    const other = findingOf(row, { ...policy, 'classify.diligence.homeroom': homeroom })
    if (other !== findingOf(row, policy))
      steps.push({ code: `finding.otherwise-${homeroom}`, params: { finding: other } })
  }
  return steps
}
