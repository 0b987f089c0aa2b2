import type { Cell } from '../../src/tables/cell.ts'
import { randomFrom } from '../oracle/random-from.ts'

/**
 * The workload of the bench: 200 staff (4 vice principals, 16 directors, 180 others), 6 terms and as many incidents
 * as wanted, each with one finding, an injured pupil or a loss, and now and then a late report. The same rows for the
 * same size on every machine, as stored cells column by column: references are ids, yes/no is a boolean.
 */
export interface BenchSchool {
  readonly tables: Readonly<
    Record<string, { readonly ids: string[]; readonly columns: Record<string, Cell[]> }>
  >
  /** The same incidents as bare numbers, for the limit and for checking every engine's answer. */
  readonly facts: Facts
  /** Single-cell edits that each change the severity of one incident, to be made one after the other. */
  readonly edits: readonly SeverityEdit[]
}

export interface Facts {
  /** By incident. */
  readonly person: Uint8Array
  readonly term: Uint8Array
  /** 1 to 3. */
  readonly severity: Uint8Array
  readonly undiligent: Uint8Array
  readonly late: Uint8Array
  /** By person: the department, 0 to 15. */
  readonly department: Uint8Array
}

export interface SeverityEdit {
  readonly table: 'incidentPeople'
  readonly row: string
  readonly column: 'level'
  readonly value: string
  /** Where and what the edit is in `facts`. */
  readonly incident: number
  readonly severity: number
}

export const STAFF = 200
export const VICE_PRINCIPALS = 4
export const DEPARTMENTS = 16
export const TERMS = 6
const EDITS = 1000

const LEVELS = ['', '轻微', '中度', '严重']
const LOSSES = [0, 450, 5200, 18000]
const SURNAMES = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗']
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平']
const AREAS = [
  '食堂',
  '宿舍一号楼',
  '宿舍二号楼',
  '操场',
  '校门口',
  '教学楼东',
  '教学楼西',
  '实验室',
  '停车场',
  '图书馆',
]
const TYPES = ['跌倒碰撞', '打架', '体育运动', '手工实验', '大扫除劳动', '其他']
const SCENES = ['校内(非课堂)', '课堂', '宿舍', '食堂']
const STORIES = [
  '课间走廊追逐碰撞',
  '学生受伤送医',
  '设备损坏待修',
  '体育课落地不稳',
  '午休推搡',
  '值守时离岗',
  '巡查不到位',
  '家长已回访',
]
/** First days of the six terms and of the one after; 140 days are drawn from in each. */
const TERM_STARTS = [
  '2021-09-01',
  '2022-02-21',
  '2022-09-01',
  '2023-02-13',
  '2023-09-01',
  '2024-02-26',
  '2024-09-01',
]

/** `#i000001`: numbered from 1, as wide as the largest. */
const id = (letter: string, index: number, width: number) =>
  `#${letter}${String(index + 1).padStart(width, '0')}`
export const personId = (person: number) => id('s', person, 3)
export const termId = (term: number) => id('t', term, 1)
const departmentId = (department: number) => id('d', department, 2)
const incidentId = (incident: number) => id('i', incident, 6)

export function benchSchool(incidentCount: number, seed = 42): BenchSchool {
  const random = randomFrom(seed)
  const int = (below: number) => Math.floor(random() * below)
  const organisation = makeOrganisation(int)
  const facts: Facts = {
    person: new Uint8Array(incidentCount),
    term: new Uint8Array(incidentCount),
    severity: new Uint8Array(incidentCount),
    undiligent: new Uint8Array(incidentCount),
    late: new Uint8Array(incidentCount),
    department: organisation.department,
  }
  const days = TERM_STARTS.slice(0, TERMS).map((start) => daysFrom(start, 140))

  const incidents = emptyColumns([
    'no',
    'occurred_at',
    'known_at',
    'known_by',
    'area',
    'scene',
    'aspect',
    'type',
    'narrative',
    'first_aid',
    'loss_yuan',
    'loss_kind',
    'loss_owner',
    'food_poisoning',
    'state',
  ])
  const people = emptyColumns(['incident', 'role', 'who', 'class', 'pupil_code', 'injury', 'level'])
  const findings = emptyColumns([
    'incident',
    'person',
    'capacity',
    'should_be_there',
    'was_there',
    'educated',
    'guided',
  ])
  const legs = emptyColumns([
    'incident',
    'leg',
    'accountable',
    'receiver',
    'done_at',
    'channel',
    'verdict',
    'meeting',
  ])
  /** Incidents whose severity comes from an injury, in the order of the people's rows. */
  const injured: number[] = []

  for (let i = 0; i < incidentCount; i++) {
    const person = (facts.person[i] = int(STAFF))
    const term = (facts.term[i] = int(TERMS))
    const severity = (facts.severity[i] = random() < 0.7 ? 1 : random() < 0.75 ? 2 : 3)
    const undiligent = (facts.undiligent[i] = random() < 0.45 ? 1 : 0)
    const late = (facts.late[i] = random() < 0.004 ? 1 : 0)
    const byLoss = random() < 0.2
    const day = days[term]![int(140)]!
    const at = `${day} ${pad(7 + int(10))}:${pad(int(60))}`

    const row = push(incidents, incidentId(i))
    row('no', `SG-${day.replaceAll('-', '')}-${i + 1}`)
    row('occurred_at', at)
    row('known_at', at)
    row('known_by', personId(person))
    row('area', id('a', int(AREAS.length), 2))
    row('scene', byLoss ? '财产' : SCENES[int(SCENES.length)]!)
    row('aspect', byLoss ? '总务后勤' : '教育教学')
    row('type', byLoss ? '设施损坏' : TYPES[int(TYPES.length)]!)
    row('narrative', `${STORIES[int(STORIES.length)]!}${i + 1}`)
    row('first_aid', '现场处置后通知家长')
    row('loss_yuan', byLoss ? LOSSES[severity]! : 0)
    row('loss_kind', '损坏')
    row('loss_owner', '学校')
    row('food_poisoning', '否')
    row('state', '已认定')

    if (!byLoss) {
      const hurt = push(people, id('p', injured.length, 6))
      hurt('incident', incidentId(i))
      hurt('role', '受伤者')
      hurt('who', '学生')
      hurt('class', id('c', int(24), 2))
      hurt('pupil_code', `XS${100000 + int(900000)}`)
      hurt('injury', '擦伤')
      hurt('level', LEVELS[severity]!)
      injured.push(i)
    }

    const finding = push(findings, id('f', i, 6))
    finding('incident', incidentId(i))
    finding('person', personId(person))
    finding('capacity', byLoss ? '其他' : '班主任')
    finding('should_be_there', '是')
    finding('was_there', '是')
    finding('educated', '是')
    finding('guided', undiligent ? '否' : '是')

    if (late) {
      const leg = push(legs, id('l', legs.ids.length, 6))
      leg('incident', incidentId(i))
      leg('leg', '责任人→处室负责人')
      leg('accountable', personId(person))
      leg('receiver', '处室负责人')
      leg('done_at', `${day} 23:30`)
      leg('channel', '电话')
      leg('verdict', '迟报')
      leg('meeting', '#m1')
    }
  }

  return {
    tables: { ...organisation.tables, incidents, incidentPeople: people, findings, reportLegs: legs },
    facts,
    edits: makeEdits(int, facts, injured),
  }
}

interface ColumnRows {
  readonly ids: string[]
  readonly columns: Record<string, Cell[]>
}

const emptyColumns = (keys: readonly string[]): ColumnRows => ({
  ids: [],
  columns: Object.fromEntries(keys.map((key) => [key, []])),
})

function push(table: ColumnRows, rowId: string): (key: string, value: Cell) => void {
  table.ids.push(rowId)
  return (key, value) => table.columns[key]!.push(value)
}

const pad = (n: number) => String(n).padStart(2, '0')

function daysFrom(start: string, count: number): string[] {
  const first = Date.parse(`${start}T00:00:00Z`)
  return Array.from({ length: count }, (_, i) => new Date(first + i * 86_400_000).toISOString().slice(0, 10))
}

function makeOrganisation(int: (below: number) => number) {
  const department = new Uint8Array(STAFF)
  const staff = emptyColumns(['staff_no', 'name', 'dept', 'posts', 'status', 'scored', 'on_roster'])
  for (let person = 0; person < STAFF; person++) {
    const boss = person < VICE_PRINCIPALS
    department[person] = boss ? person : (person - VICE_PRINCIPALS) % DEPARTMENTS
    const row = push(staff, personId(person))
    row('staff_no', `T${String(person + 1).padStart(3, '0')}`)
    // The number keeps names single: references by name must find one person.
    row('name', `${SURNAMES[int(20)]!}${GIVEN[int(20)]!}${GIVEN[int(20)]!}${person + 1}`)
    row('dept', departmentId(department[person]!))
    row('posts', [boss ? '教学副校长' : person < VICE_PRINCIPALS + DEPARTMENTS ? '教务主任' : '任课教师'])
    row('status', '在岗')
    row('scored', true)
    row('on_roster', true)
  }

  const departments = emptyColumns(['dept', 'kind', 'line', 'director', 'vp', 'receives_reports'])
  for (let i = 0; i < DEPARTMENTS; i++) {
    const row = push(departments, departmentId(i))
    row('dept', `第${i + 1}处室`)
    row('kind', '处室')
    row('line', i % 4 === 0 ? '总务后勤' : '教育教学')
    row('director', personId(VICE_PRINCIPALS + i))
    row('vp', personId(i % VICE_PRINCIPALS))
    row('receives_reports', i < 3)
  }

  const terms = emptyColumns([
    'school_year',
    'term',
    'start_date',
    'end_date',
    'score_from',
    'score_to',
    'status',
  ])
  for (let i = 0; i < TERMS; i++) {
    const row = push(terms, termId(i))
    const year = 2021 + Math.floor(i / 2)
    const dayBefore = new Date(Date.parse(`${TERM_STARTS[i + 1]!}T00:00:00Z`) - 86_400_000)
      .toISOString()
      .slice(0, 10)
    row('school_year', `${year}-${year + 1}`)
    row('term', i % 2 === 0 ? '第一学期' : '第二学期')
    row('start_date', TERM_STARTS[i]!)
    row('end_date', daysFrom(TERM_STARTS[i]!, 140).at(-1)!)
    row('score_from', TERM_STARTS[i]!)
    row('score_to', dayBefore)
    row('status', '进行中')
  }

  const areas = emptyColumns(['area', 'kind', 'freq'])
  AREAS.forEach((area, i) => {
    const row = push(areas, id('a', i, 2))
    row('area', area)
    row('kind', '其他')
    row('freq', '每周')
  })

  const classes = emptyColumns(['class_name', 'grade', 'homeroom', 'students'])
  for (let i = 0; i < 24; i++) {
    const row = push(classes, id('c', i, 2))
    row('class_name', `${Math.floor(i / 4) + 1}年级${(i % 4) + 1}班`)
    row('grade', String(Math.floor(i / 4) + 1))
    row('homeroom', personId(VICE_PRINCIPALS + DEPARTMENTS + i))
    row('students', 40)
  }

  const meetings = emptyColumns(['at', 'kind', 'chair', 'scribe', 'attend', 'agenda', 'decisions'])
  const meeting = push(meetings, '#m1')
  meeting('at', '2024-06-28 16:00')
  meeting('kind', '行政会')
  meeting('chair', personId(0))
  meeting('scribe', personId(1))
  meeting('attend', [personId(0), personId(1)])
  meeting('agenda', '认定迟报')
  meeting('decisions', '按材料认定')

  return { department, tables: { terms, departments, staff, areas, classes, meetings } }
}

function makeEdits(int: (below: number) => number, facts: Facts, injured: readonly number[]): SeverityEdit[] {
  const severity = facts.severity.slice()
  return Array.from({ length: injured.length > 0 ? EDITS : 0 }, () => {
    const position = int(injured.length)
    const incident = injured[position]!
    const next = (severity[incident] = 1 + ((severity[incident]! + int(2)) % 3))
    return {
      table: 'incidentPeople' as const,
      row: id('p', position, 6),
      column: 'level' as const,
      value: LEVELS[next]!,
      incident,
      severity: next,
    }
  })
}

const DILIGENT_POINTS = [0, 10, 20, 30]
const UNDILIGENT_POINTS = [0, 20, 50, 100]
const MANAGEMENT_POINTS = [0, 10, 20, 40]

/**
 * Every score straight from the facts, by person × 6 + term: what each engine in the bench has to answer. The facts
 * are read as they are, so `severity` may have been edited.
 */
export function rightScores(facts: Facts): { raw: Int32Array; final: Int32Array } {
  const raw = new Int32Array(STAFF * TERMS).fill(100)
  const late = new Uint8Array(STAFF * TERMS)
  const ofDepartment = new Uint32Array(DEPARTMENTS * TERMS * 4)
  for (let i = 0; i < facts.person.length; i++) {
    const severity = facts.severity[i]!
    const term = facts.term[i]!
    const score = facts.person[i]! * TERMS + term
    raw[score]! -= facts.undiligent[i] ? UNDILIGENT_POINTS[severity]! : DILIGENT_POINTS[severity]!
    if (facts.late[i]) late[score] = 1
    if (facts.undiligent[i])
      ofDepartment[(facts.department[facts.person[i]!]! * TERMS + term) * 4 + severity]!++
  }
  for (let term = 0; term < TERMS; term++)
    for (let severity = 1; severity <= 3; severity++) {
      const ofVicePrincipal = new Uint32Array(VICE_PRINCIPALS)
      for (let department = 0; department < DEPARTMENTS; department++) {
        const count = ofDepartment[(department * TERMS + term) * 4 + severity]!
        ofVicePrincipal[department % VICE_PRINCIPALS]! += count
        raw[(VICE_PRINCIPALS + department) * TERMS + term]! -=
          Math.floor(count / 2) * MANAGEMENT_POINTS[severity]!
      }
      for (let vp = 0; vp < VICE_PRINCIPALS; vp++)
        raw[vp * TERMS + term]! -= Math.floor(ofVicePrincipal[vp]! / 4) * MANAGEMENT_POINTS[severity]!
    }
  return { raw, final: raw.map((score, i) => (late[i] ? 0 : Math.max(0, score))) }
}
