import type { Cell } from '../../tables/cell.ts'

/** What a row of the bureau tells of something that has to be put right. */
export interface Finding {
  readonly school: string
  readonly schoolName: string
  /** Row of 隐患汇总台账, and what it is called there. */
  readonly hazard: string | null
  readonly no: string | null
  readonly visit: string | null
  readonly what: string
  readonly advice: string | null
  readonly due: string | null
  readonly today: string
}

/** A rectification order as far as it writes itself; somebody reads it before it goes out. */
export function draftOf(finding: Finding): Record<string, Cell> {
  const { school, schoolName, hazard, no, visit, what, advice, due, today } = finding
  const wanted = advice ? `整改要求：${advice}` : '请落实责任人、措施和时限，整改后报整改情况。'
  return {
    kind: '整改通知',
    title: `关于${schoolName}${no === null ? '督查所见问题' : `隐患 ${no} `}的整改通知`,
    text: [what, wanted].filter((line) => line.trim() !== '').join('\n'),
    to: [school],
    hazard,
    visit,
    due: due !== null && due >= today ? due : null,
  }
}
