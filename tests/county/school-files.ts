import { exportFile, type ExportRequest } from '../../src/app/export-workbook.ts'
import type { KeyRing } from '../../src/app/key-ring.ts'
import type { Session } from '../../src/app/session.ts'
import { newSigningKey, type SigningKey } from '../../src/sync/signature.ts'
import { memorySession } from '../app/memory-session.ts'
import { value } from '../app/value.ts'
import { workerBeside } from '../app/worker-beside.ts'
import type { County, Hazard, Life } from './county.ts'

const how = { source: 'user', label: { code: 'grid.edit' } } as const
const words = {
  program: '双责簿',
  locale: 'zh-Hans',
  say: (steps: readonly { code: string }[]) => steps.map(({ code }) => code).join('；'),
  settingName: (key: string) => key,
  settingValue: (_key: string, given: string) => given,
}
const DEPARTMENTS = ['教导处', '总务处', '安保部']
const STAFF = ['陈立新', '周海燕', '吴国庆', '郑晓梅', '孙建军', '钱玉兰']
const AREAS = ['教学楼', '食堂', '操场', '校门', '配电房']

type NewRows = { table: string; id: string; cells: Record<string, string | number | boolean | null> }[]

/** A school at work, month by month, in a workbook of the program itself. */
export class SchoolAtWork {
  readonly #session: Session
  #now: string
  #until = ''
  readonly #known = new Map<string, Hazard>()

  constructor(
    { months }: County,
    private readonly life: Life,
  ) {
    this.#now = `${months[0]!}-01 08:00`
    const { school } = life
    let key: Promise<SigningKey> | undefined
    const made = memorySession({
      sample: false,
      now: () => this.#now,
      workbook: `county-${school.code}`,
      keys: { own: () => (key ??= newSigningKey()) } as unknown as KeyRing,
    })
    this.#session = made.session
    this.#put([
      ...DEPARTMENTS.map((dept, at) => row('departments', `d${at}`, { dept })),
      ...STAFF.map((name, at) =>
        row('staff', `s${at}`, { name, dept: DEPARTMENTS[at % DEPARTMENTS.length]!, scored: true }),
      ),
      ...AREAS.map((area, at) => row('areas', `a${at}`, { area, kind: '其他' })),
      row('terms', 't1', {
        school_year: '2026-2027',
        term: '第二学期',
        start_date: `${months[0]!}-01`,
        end_date: `${months.at(-1)!}-28`,
        score_from: `${months[0]!}-01`,
        score_to: `${months.at(-1)!}-28`,
      }),
    ])
    const [profile] = this.#session.book.view('profile').ids()
    const facts = {
      school_name: school.name,
      school_code: school.code,
      parent_school: school.parent ?? '',
      principal: STAFF[0]!,
      school_type: school.type,
      students_total: school.pupils,
    }
    const edits = Object.entries(facts).map(([column, input]) => ({
      table: 'profile',
      row: profile!,
      column,
      input,
    }))
    this.#session.batch({ edits }, how)
  }

  /** Writes down what has happened since, up to this moment. */
  comeTo(now: string): void {
    this.#now = now
    const since = this.#until
    this.#until = now
    const [before, today] = [since.slice(0, 10), now.slice(0, 10)]
    const fresh = (day: string) => day > before && day <= today
    const { hazards, incidents, inspections, drills } = this.life
    const rows: NewRows = []
    const edits: { table: string; row: string; column: string; input: string }[] = []
    for (const hazard of hazards) {
      const { no, found_on, category, level, due, fund, content } = hazard
      if (fresh(found_on)) {
        this.#known.set(no, hazard)
        const facts = { no, found_on, category, level, due, fund, content }
        rows.push(row('hazards', no, { ...facts, ...AT_A_HAZARD, ...endOf(hazard, today) }))
      } else if (this.#known.has(no) && hazard.done_on !== null && fresh(hazard.done_on))
        for (const [column, input] of Object.entries(endOf(hazard, today)))
          edits.push({ table: 'hazards', row: idOf(no), column, input })
    }
    for (const { no, occurred_at, loss, fault, scene, type, hurt } of incidents) {
      // To the minute: in the afternoon of the day a file was made something else may have happened.
      if (occurred_at <= since || occurred_at > now) continue
      const harm = { loss_yuan: loss, loss_kind: loss > 0 ? '损坏' : '', loss_owner: loss > 0 ? '学校' : '' }
      rows.push(
        row('incidents', no, {
          no,
          occurred_at,
          known_at: occurred_at,
          scene,
          type,
          ...AT_AN_INCIDENT,
          ...harm,
        }),
      )
      for (let n = 0; n < hurt; n++)
        rows.push(row('incidentPeople', `p${no}-${n}`, { incident: no, ...HURT }))
      const judged = { incident: no, person: STAFF[1]!, educated: fault ? '否' : '是' }
      rows.push(row('findings', `f${no}`, { ...judged, ...FOUND }))
    }
    for (const { no, date, kind } of inspections)
      if (fresh(date))
        rows.push(row('inspections', no, { no, date, kind, leader: STAFF[2]!, summary: '已查' }))
    for (const [at, drill] of drills.entries())
      if (fresh(drill.at.slice(0, 10)))
        rows.push(row('drills', `dr${at}`, { ...drill, form: '实战', seconds: 110, log: '按预案进行' }))
    this.#put(rows)
    this.#session.batch({ edits }, how)
  }

  /** Marks the month's report as sent now. */
  send(month: string): void {
    this.#put([row('monthlyReports', `m${month}`, { month, sent_at: this.#now, signers: STAFF[0]! })])
  }

  async file(request: ExportRequest): Promise<Uint8Array> {
    const by = workerBeside(() => this.#session)
    return value(await exportFile(this.#session, { otherwise: { is: 'cover' }, ...request }, words, {}, by))
      .bytes
  }

  #put(rows: NewRows): void {
    this.#session.batch({ rows }, how)
  }
}

const AT_A_HAZARD = {
  source: '每周检查',
  found_by: STAFF[3]!,
  area: AREAS[0]!,
  dept: DEPARTMENTS[1]!,
  owner: STAFF[4]!,
  measure: '限期整改',
}
const AT_AN_INCIDENT = {
  area: AREAS[2]!,
  aspect: '教育教学',
  food_poisoning: '否',
  state: '已认定',
  narrative: '已登记',
}
const HURT = { role: '受伤者', who: '教职工', level: '轻微', injury: '已就医' }
const FOUND = {
  capacity: '班主任',
  should_be_there: '是',
  was_there: '是',
  guided: '是',
  absent_post: '否',
}

const idOf = (name: string): string => `#county-${name}`
const row = (table: string, name: string, cells: NewRows[number]['cells']): NewRows[number] => ({
  table,
  id: idOf(name),
  cells,
})

/** The steps that have been taken by a day, down to the last: put right, checked by another, closed. */
function endOf({ done_on, closed_on }: Hazard, today: string): Record<string, string> {
  if (done_on === null || done_on > today) return {}
  const checked = { done_on, done_text: '已整改', reviewer: STAFF[5]!, reviewed_on: done_on, review: '合格' }
  return closed_on === null ? checked : { ...checked, closed_on }
}
