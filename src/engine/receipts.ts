import { dateOf } from '../shared/local-date.ts'
import type { Step } from '../tables/column.ts'
import { managementPoints, managementSteps, type ManagementRole } from '../rules/management.ts'
import type { Counts, DeductionEntry, DeductionSource, VetoEntry } from '../rules/score-facts.ts'
import type { Concealment } from './concealment.ts'
import { countedIncidents, lineShares } from './director-change.ts'
import type { Scores } from './scores.ts'
import type { ScoreSources } from './score-sources.ts'
import { vetoId } from './concealment.ts'

const SOURCE_OF: Record<ManagementRole, DeductionSource> = {
  director: '事故(管理责任-主任)',
  vp: '事故(管理责任-副校长)',
  // The owner's form has no line of its own for a principal; the school's setting M9 adds him to the managers.
  principal: '事故(管理责任-副校长)',
}

/**
 * Why a score is what it is: every line that was taken, with its incidents, its clause and its working. A receipt is
 * made from the same sums as the score, when somebody asks for it.
 */
export class Receipts {
  constructor(
    private readonly scores: Scores,
    private readonly sources: ScoreSources,
    private readonly concealment: Concealment,
  ) {}

  /** All lines of one person in one term, direct ones first; a score adds up from them. */
  of(person: number, term: number): DeductionEntry[] {
    return [...this.direct(person, term), ...this.management(person, term), ...this.concealed(person, term)]
  }

  /** The lines of everybody, by term and person. */
  all(): DeductionEntry[] {
    const entries: DeductionEntry[] = []
    const { terms } = this.sources.environment()
    for (let term = 0; term < terms.length; term++)
      for (let person = 0; person < this.scores.sums.persons; person++)
        if (this.scores.isScored(person)) entries.push(...this.of(person, term))
    return entries
  }

  private direct(person: number, term: number): DeductionEntry[] {
    const { data, link, environment } = this.sources
    const slot = this.scores.sums.slotOf(person, term)
    const findings = data('findings')
    const incidents = data('incidents')
    const mine =
      environment().policy['score.noPerson'] === 'director'
        ? findings.ids.map((_, finding) => finding)
        : link('findings', 'person').childrenOf(person)
    const entries: (DeductionEntry & { at: string })[] = []
    for (const finding of mine) {
      const entered = this.scores.sums.enteredBy(finding)
      if (!entered || entered.slot !== slot || entered.points === 0) continue
      const incident = this.scores.sums.enteredUnder(finding)
      const points = entered.points / 100
      const class6 = this.sources.computed('findings', finding, 'class6') as DeductionEntry['class6']
      entries.push({
        id: `#deduction:direct:${findings.ids[finding]!}`,
        ...this.head(person, term, '事故(直接)'),
        at: (incidents.cell('occurred_at', incident) as string | null) ?? '',
        incident: incidents.ids[incident]!,
        incidents: [incidents.ids[incident]!],
        class6,
        points: -points,
        state: entered.decided ? '已确认' : '预计',
        steps: [
          {
            code: entered.decided ? 'receipt.direct' : 'receipt.expected',
            params: {
              no: this.numberOf(incident),
              date: dateOf((incidents.cell('occurred_at', incident) as string | null) ?? ''),
              class: class6 ?? '',
              points,
            },
          },
          ...this.sources.why('findings', finding, 'finding'),
        ],
      })
    }
    return entries.sort((a, b) => (a.at < b.at ? -1 : 1)).map(({ at: _, ...entry }) => entry)
  }

  private management(person: number, term: number): DeductionEntry[] {
    const { environment, data } = this.sources
    const { policy } = environment()
    const { sums } = this.scores
    const entries: DeductionEntry[] = []
    if (policy['mgmt.directorScope'] === 'school') {
      if (this.scores.linesOf(person).length)
        this.managed(entries, person, term, 'director', sums.schoolCounts(term), 'school', 0)
    } else
      for (const line of this.scores.linesOf(person)) {
        const shares = lineShares(this.sources, sums, line, term)
        const name = (data('departments').cell('dept', line) as string | null) ?? ''
        const step: Step[] =
          shares.size > 1 ? [{ code: 'receipt.director-changed', params: { department: name } }] : []
        this.managed(
          entries,
          person,
          term,
          'director',
          sums.lineCounts(line, term),
          'line',
          line,
          shares.get(person) ?? 0,
          [{ code: 'receipt.line', params: { department: name } }, ...step],
        )
      }
    if (this.scores.isVicePrincipal(person)) {
      const school = policy['mgmt.vpScope'] !== 'lines'
      this.managed(
        entries,
        person,
        term,
        'vp',
        school ? sums.schoolCounts(term) : sums.vpCounts(person, term),
        school ? 'school' : 'vp',
        school ? 0 : person,
      )
    }
    if (this.scores.isPrincipal(person))
      this.managed(entries, person, term, 'principal', sums.schoolCounts(term), 'school', 0)
    return entries
  }

  private managed(
    entries: DeductionEntry[],
    person: number,
    term: number,
    role: ManagementRole,
    counts: Counts,
    what: 'line' | 'vp' | 'school',
    whose: number,
    points = managementPoints(counts, role, this.sources.environment().policy),
    before: readonly Step[] = [],
  ): void {
    if (points === 0) return
    const ids = this.sources.data('incidents').ids
    const counted = countedIncidents(this.sources, this.scores.sums, what, whose, term)
    const lineId = what === 'line' ? `:${this.sources.data('departments').ids[whose]!}` : ''
    const head = this.head(person, term, SOURCE_OF[role])
    entries.push({
      id: `#deduction:${role}:${head.term}:${head.person}${lineId}`,
      ...head,
      incident: null,
      incidents: counted.map(({ incident }) => ids[incident]!),
      class6: null,
      points: -points,
      state: '已确认',
      steps: [
        ...before,
        ...managementSteps(counts, role, this.sources.environment().policy),
        {
          code: 'receipt.counted-incidents',
          params: { numbers: counted.map(({ incident }) => this.numberOf(incident)).join('、') },
        },
      ],
    })
  }

  private concealed(person: number, term: number): DeductionEntry[] {
    const { data, link, lateMinutes } = this.sources
    const slot = this.scores.sums.slotOf(person, term)
    return this.concealment.legsOf(slot).map((leg) => {
      const incident = link('reportLegs', 'incident').targetOf(leg)
      const points = this.concealment.pointsOf(leg, slot)
      return {
        id: `#deduction:leg:${data('reportLegs').ids[leg]!}:${data('staff').ids[person]!}`,
        ...this.head(person, term, '隐瞒迟报漏报'),
        incident: data('incidents').ids[incident]!,
        incidents: [data('incidents').ids[incident]!],
        class6: null,
        points: -points,
        state: '已确认',
        steps: [
          {
            code: points ? 'receipt.late-lighter' : 'receipt.concealed',
            params: {
              no: this.numberOf(incident),
              leg: (data('reportLegs').cell('leg', leg) as string | null) ?? '',
              verdict: this.concealment.verdictOf(leg) ?? '',
              minutes: lateMinutes(leg) ?? 0,
              points,
            },
          },
        ],
      }
    })
  }

  /** Who may not be honoured, for which year, and why (P4-40, P4-37; V1, V2, V4, V5). */
  vetoes(): VetoEntry[] {
    const { data, link } = this.sources
    const { sums } = this.scores
    const entries: VetoEntry[] = []
    const findings = data('findings').ids
    for (let finding = 0; finding < findings.length; finding++) {
      const entered = sums.enteredBy(finding)
      if (!entered?.veto) continue
      const cause = {
        id: findings[finding]!,
        incident: sums.enteredUnder(finding),
        reason: '责任事故',
      } as const
      this.veto(entries, entered.slot, cause, this.barsDepartment(cause.incident))
    }
    for (const [leg, slots] of this.concealment.zeroedLegs())
      for (const slot of slots) {
        const person = Math.floor(slot / sums.terms)
        const department = link('staff', 'dept').targetOf(person)
        const head = department >= 0 && link('departments', 'director').targetOf(department) === person
        const incident = link('reportLegs', 'incident').targetOf(leg)
        const cause = { id: data('reportLegs').ids[leg]!, incident, reason: '隐瞒迟报漏报' } as const
        this.veto(entries, slot, cause, head && this.sources.environment().policy['veto.dept'] !== 'off')
      }
    return entries
  }

  /** V4: whether a fault in this incident is also listed under the person's department. */
  private barsDepartment(incident: number): boolean {
    const { environment, data } = this.sources
    const from = environment().policy['veto.dept']
    if (from === 'severe') return data('incidents').cell('severity', incident) === '严重'
    return from === 'any'
  }

  private veto(
    entries: VetoEntry[],
    slot: number,
    cause: { readonly id: string; readonly incident: number; readonly reason: VetoEntry['reason'] },
    departmentToo: boolean,
  ): void {
    const { data, link, environment } = this.sources
    const { policy, terms } = environment()
    const { sums } = this.scores
    const incidents = data('incidents')
    const term = terms[slot % sums.terms]!
    const person = Math.floor(slot / sums.terms)
    const at = incidents.cell('occurred_at', cause.incident) as string | null
    const onlyTerm = cause.reason === '隐瞒迟报漏报' && policy['veto.conceal'] === 'term'
    const year = policy['veto.year'] === 'schoolYear' || at === null ? term.schoolYear : at.slice(0, 4)
    const add = (kind: VetoEntry['kind'], who: string) =>
      entries.push({
        id: vetoId(term.id, who, cause.id),
        year: onlyTerm ? term.name : year,
        kind,
        who,
        reason: cause.reason,
        incident: incidents.ids[cause.incident]!,
        on: at === null ? null : dateOf(at),
      })
    add('个人', data('staff').ids[person]!)
    const department = link('staff', 'dept').targetOf(person)
    if (departmentToo && department >= 0) add('部门', data('departments').ids[department]!)
  }

  private head(person: number, term: number, source: DeductionSource) {
    return {
      term: this.sources.environment().terms[term]!.id,
      person: this.sources.data('staff').ids[person]!,
      source,
    }
  }

  private numberOf(incident: number): string {
    return String(this.sources.data('incidents').stored(incident, 'no') ?? '')
  }
}
