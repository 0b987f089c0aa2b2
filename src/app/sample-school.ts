import { addMinutes, type LocalTime } from '../shared/local-date.ts'
import { EARLIEST, sampleDays } from './sample-school/days.ts'
import { dutyRows } from './sample-school/duty.ts'
import { educationRows } from './sample-school/education.ts'
import { facilityRows } from './sample-school/facilities.ts'
import { sampleHazards } from './sample-school/hazards.ts'
import { inspectionRows } from './sample-school/inspections.ts'
import { ledgerRows } from './sample-school/ledgers.ts'
import { reportRows } from './sample-school/reports.ts'
import { responsibilityRows } from './sample-school/responsibility.ts'
import { incidents, LATE, type SampleIncident } from './sample-school-incidents.ts'
import {
  areas,
  classes,
  departments,
  meetings,
  profile,
  staff,
  terms,
  type SampleCell,
  type SampleRow,
} from './sample-school-people.ts'

/** Rows of one table, as people would write them: references by name. */
export interface SampleBlock {
  readonly table: string
  readonly rows: readonly SampleRow[]
  /** Where another row has to know its id before it exists. */
  readonly ids?: readonly string[]
}

/**
 * The sample school, table by table: two terms of a small school, with every situation somebody may want to look at before
 * trusting the program with their own. The incidents have their days; what a school does every day and week follows the
 * moment at which it is opened. Loaded only when asked for.
 */
export function sampleSchool(now: LocalTime = EARLIEST): SampleBlock[] {
  const days = sampleDays(now)
  const hazards = sampleHazards(days)
  // First, for it marks the hazards that were reported.
  const reports = reportRows(days, hazards)
  return merged([
    { table: 'profile', rows: profile },
    { table: 'terms', rows: terms },
    { table: 'departments', rows: departments },
    { table: 'staff', rows: staff },
    { table: 'areas', rows: areas },
    { table: 'classes', rows: classes },
    { table: 'meetings', rows: meetings },
    { table: 'incidents', rows: incidents.map(incidentRow) },
    { table: 'incidentPeople', rows: incidents.flatMap(peopleRows) },
    { table: 'findings', rows: incidents.flatMap(findingRows) },
    { table: 'reportLegs', rows: incidents.flatMap(legRows) },
    ...responsibilityRows(days),
    ...inspectionRows(days),
    { table: 'hazards', rows: hazards.map(({ cells }) => cells), ids: hazards.map(({ id }) => id) },
    ...reports,
    ...dutyRows(days),
    ...educationRows(days),
    ...ledgerRows(days),
    ...facilityRows(days, hazards),
  ])
}

/** One block a table; what two lists say of one stands there in the order in which they say it. */
function merged(blocks: readonly SampleBlock[]): SampleBlock[] {
  const all = new Map<string, SampleBlock>()
  for (const block of blocks) {
    const before = all.get(block.table)
    all.set(block.table, before ? { table: block.table, rows: [...before.rows, ...block.rows] } : block)
  }
  return [...all.values()]
}

const LOGISTICS = ['后勤设施', '财产', '食堂']

const numberOf = (incident: SampleIncident) => `SG-${incident.at.slice(0, 10).replaceAll('-', '')}-01`
const knownAt = (incident: SampleIncident) => String(incident.more?.['known_at'] ?? incident.at)

/** Without the empty cells, so that a new row's own defaults apply. */
const filled = (cells: Readonly<Record<string, SampleCell | undefined>>): SampleRow =>
  Object.fromEntries(
    Object.entries(cells).filter(
      (entry): entry is [string, SampleCell] => entry[1] !== undefined && entry[1] !== null,
    ),
  )

function incidentRow(incident: SampleIncident): SampleRow {
  return filled({
    no: numberOf(incident),
    occurred_at: incident.at,
    known_at: knownAt(incident),
    known_by: incident.by,
    area: incident.area,
    scene: incident.scene,
    aspect: LOGISTICS.includes(incident.scene) ? '总务后勤' : '教育教学',
    type: incident.type,
    narrative: incident.story,
    first_aid: incident.aid,
    loss_yuan: 0,
    food_poisoning: '否',
    conceal: '否',
    state: incident.state ?? '已认定',
    decided_at: incident.meeting,
    // The safety officer writes a row up within the morning or afternoon.
    entered_at: addMinutes(knownAt(incident), 90),
    ...incident.more,
  })
}

function peopleRows(incident: SampleIncident): SampleRow[] {
  const [reporter, , parentsAfter] = incident.reports ?? []
  return (incident.people ?? []).map(([role, who, inClass, code, name, injury, level, cost]) => {
    const told = role === '受伤者' && typeof parentsAfter === 'number'
    return filled({
      incident: numberOf(incident),
      role,
      who,
      class: inClass,
      pupil_code: code,
      name,
      over14: role === '肇事者' ? '否' : null,
      injury,
      level,
      cost,
      claim: cost === undefined ? null : cost >= 1000 ? '已报案' : '未报案',
      guardian_told: told ? addMinutes(knownAt(incident), parentsAfter) : null,
      told_by: told ? reporter : null,
      told_how: told ? '电话' : null,
    })
  })
}

function findingRows(incident: SampleIncident): SampleRow[] {
  return (incident.findings ?? []).map(
    ([person, capacity, should_be_there, was_there, educated, guided, absent_post, appeal]) =>
      filled({
        incident: numberOf(incident),
        person,
        capacity,
        should_be_there,
        was_there,
        educated,
        guided,
        absent_post,
        appeal,
        decided: incident.meeting,
      }),
  )
}

function legRows(incident: SampleIncident): SampleRow[] {
  const row = (leg: string, accountable: string, receiver: string, after: number, channel: string) =>
    filled({
      incident: numberOf(incident),
      leg,
      accountable,
      receiver,
      done_at: addMinutes(knownAt(incident), after),
      channel,
      ...LATE[`${numberOf(incident)} ${leg}`],
    })
  const rows: SampleRow[] = []
  if (incident.reports) {
    const [reporter, headAfter, parentsAfter, viceAfter, principalAfter] = incident.reports
    const { director, vp } = leadersOf(reporter)
    if (headAfter !== null) rows.push(row('责任人→处室负责人', reporter, director, headAfter, '电话'))
    if (parentsAfter !== null) rows.push(row('通知家长', reporter, '家长', parentsAfter, '电话'))
    if (viceAfter !== null) rows.push(row('主任→分管副校长', director, vp, viceAfter, '当面'))
    if (typeof principalAfter === 'number')
      rows.push(row('副校长→校长', vp, '程远山', principalAfter, '电话'))
  }
  for (const leg of incident.legs ?? []) rows.push(row(...leg))
  return rows
}

function leadersOf(person: string): { director: string; vp: string } {
  const dept = staff.find((row) => row['name'] === person)?.['dept']
  const line = departments.find((row) => row['dept'] === dept)
  return { director: String(line?.['director']), vp: String(line?.['vp']) }
}
