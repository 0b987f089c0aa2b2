import type { Row } from '../tables/table.ts'
import type { Tables } from '../tables/index.ts'
import type { Class6, Severity } from './severity.ts'

export type Liability = NonNullable<Row<Tables['incidents']>['liability']>

/** What the findings of an incident say together, as bits that fold by `|`. */
const DILIGENT = 1
const AT_FAULT = 2
const PENDING = 4

/** One fold step over an incident's findings. */
export function gatherFinding(gathered: number, child: { readonly finding: string | null }): number {
  if (child.finding === '未尽责') return gathered | AT_FAULT
  return gathered | (child.finding === '尽责' ? DILIGENT : PENDING)
}

/** The worst of the findings makes the incident's own class (A17); with none there is nothing to judge by. */
export function liabilityOf(gathered: number): Liability {
  if (gathered & AT_FAULT) return '是'
  return gathered === 0 || gathered & PENDING ? '待认定' : '否'
}

const WITHOUT_FAULT: Readonly<Record<Severity, Class6 | null>> = {
  一般: '一般安全事故',
  较严重: '较严重的安全事故',
  严重: '严重的安全事故',
  不计入: '不计入',
  待定: null,
}
const WITH_FAULT: Readonly<Record<Severity, Class6 | null>> = {
  一般: '一般安全责任事故',
  较严重: '较严重的安全责任事故',
  严重: '严重的安全责任事故',
  不计入: '不计入',
  待定: null,
}

/** Severity and fault make the class (P4-12); null while either is pending. */
export function classOf(severity: Severity | null, liable: boolean | null): Class6 | null {
  if (severity === null) return null
  if (severity === '不计入') return '不计入'
  return liable === null ? null : (liable ? WITH_FAULT : WITHOUT_FAULT)[severity]
}

export const isFaultClass = (class6: Class6): boolean => class6.includes('责任')
