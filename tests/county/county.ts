import { addDays } from '../../src/shared/local-date.ts'
import { seededDraw, type Draw } from '../oracle/draw.ts'

/**
 * A county whose every figure is known beforehand: plain rows with days, drawn from a seed. Nothing of the program is
 * asked here but how days follow each other, so that what comes out of files can be held against it.
 */
export interface County {
  readonly seed: number
  readonly months: readonly string[]
  readonly schools: readonly School[]
}

export interface School {
  readonly code: string
  readonly name: string
  readonly town: string
  /** The central school through which a village school's files go. */
  readonly parent: string | null
  readonly type: string
  readonly pupils: number
}

export interface Hazard {
  readonly no: string
  readonly found_on: string
  readonly category: string
  readonly level: string
  readonly due: string
  readonly fund: number
  readonly content: string
  /** Put right, checked and closed; null for what stays open. */
  readonly done_on: string | null
  readonly closed_on: string | null
}

export interface Incident {
  readonly no: string
  readonly occurred_at: string
  readonly loss: number
  readonly fault: boolean
  readonly scene: string
  readonly type: string
  /** Of the staff, so that nobody's class is another for it. */
  readonly hurt: number
}

export interface Inspection {
  readonly no: string
  readonly date: string
  readonly kind: string
}

export interface Drill {
  readonly at: string
  readonly kind: string
  readonly count: number
}

/** All that will have happened in a school by the end of the last month. */
export interface Life {
  readonly school: School
  readonly hazards: readonly Hazard[]
  readonly incidents: readonly Incident[]
  readonly inspections: readonly Inspection[]
  readonly drills: readonly Drill[]
  /** When each month's report was sent, in the order of the months; null where it never was. */
  readonly sent: readonly (string | null)[]
}

export const CATEGORIES = ['消防', '用电', '校舍建筑', '食品饮水', '体育器械', '门卫安防', '校车交通', '其他']
export const INSPECTION_KINDS = ['每日巡查', '每周必查', '节前必查', '专项']
export const DRILL_KINDS = ['火灾', '地震', '防踩踏', '防汛']
const LOSSES = [0, 80, 999.99, 1000, 6000, 20_000]
const SCENES = ['校内(非课堂)', '后勤设施', '食堂', '宿舍']
const TYPES = ['其他', '设施损坏', '跌倒碰撞', '盗窃', '火灾']
const TOWNS = [
  '城关镇',
  '河东镇',
  '柳林镇',
  '青山乡',
  '白水乡',
  '龙泉镇',
  '石桥镇',
  '西坪乡',
  '大湾镇',
  '双河乡',
]
const VILLAGES = '东南西北上下前后大小'

/** Everything of a month is over by its 19th, before any report of it is sent. */
const LAST_DAY = 19
const IN_TIME = '20 16:30'
const LATE = '02 10:15'

/** @param options.first the first of its months; a time that is nobody's present when left out */
export function makeCounty(options: {
  seed: number
  schools: number
  months: number
  first?: string
}): County {
  const { seed, schools, months, first = '2027-03' } = options
  return {
    seed,
    months: Array.from({ length: months }, (_, at) => monthAfter(first, at)),
    schools: Array.from({ length: schools }, (_, at) => schoolAt(at)),
  }
}

/** A central school, three village schools below it, and one that stands by itself; then the next town. */
function schoolAt(at: number): School {
  const round = Math.floor(at / 5)
  const town =
    TOWNS[round % TOWNS.length]! +
    (round < TOWNS.length ? '' : `第${Math.floor(round / TOWNS.length) + 1}学区`)
  const code = `51${String(at + 1).padStart(6, '0')}`
  const place = at % 5
  const pupils = 60 + ((at * 137) % 900)
  const school = { code, town, pupils }
  if (place === 0) return { ...school, name: `${town}中心小学`, type: '中心校', parent: null }
  if (place === 4) return { ...school, name: `${town}初级中学`, type: '初中', parent: null }
  return { ...school, name: `${town}${VILLAGES[place]}村小学`, type: '小学', parent: `${town}中心小学` }
}

/** What becomes of a school, by the seed and its place alone: any process may draw any school. */
export function lifeOf(county: County, at: number, rows: number): Life {
  const draw = seededDraw(county.seed * 100_003 + at)
  const school = county.schools[at]!
  const share = (part: number) => Math.max(1, Math.round(rows * part))
  const { months } = county
  return {
    school,
    hazards: Array.from({ length: share(0.62) }, (_, n) => makeHazard(draw, months, n)),
    incidents: Array.from({ length: share(0.06) }, (_, n) => makeIncident(draw, months, n)),
    inspections: Array.from({ length: share(0.22) }, (_, n) => ({
      no: `JC-${number(n)}`,
      date: dayOf(draw, months),
      kind: draw.pick(INSPECTION_KINDS),
    })),
    drills: Array.from({ length: share(0.04) }, () => ({
      at: `${dayOf(draw, months)} 10:${two(draw.int(0, 59))}`,
      kind: draw.pick(DRILL_KINDS),
      count: draw.int(30, 1200),
    })),
    sent: months.map((month) => {
      if (draw.chance(5)) return null
      return draw.chance(8) ? `${monthAfter(month, 1)}-${LATE}` : `${month}-${IN_TIME}`
    }),
  }
}

function makeHazard(draw: Draw, months: readonly string[], n: number): Hazard {
  const found_on = dayOf(draw, months)
  const level = draw.chance(4) ? '重大' : '一般'
  const done = draw.chance(80) ? inTheReporting(addDays(found_on, draw.int(0, 45))) : null
  const category = draw.pick(CATEGORIES)
  return {
    no: `YH-${number(n)}`,
    found_on,
    category,
    level,
    due: addDays(found_on, level === '重大' ? 30 : draw.pick([3, 7, 15])),
    fund: draw.pick([0, 0, 50, 120.5, 1999.99]),
    content: `${category}第${n + 1}处不符合要求`,
    done_on: done,
    closed_on: done !== null && draw.chance(90) ? done : null,
  }
}

function makeIncident(draw: Draw, months: readonly string[], n: number): Incident {
  const occurred_at = `${dayOf(draw, months)} ${two(draw.int(8, 16))}:${two(draw.int(0, 59))}`
  // Drawn by the minute: whoever draws nothing more leaves all that comes after as it was.
  const minute = +occurred_at.slice(14)
  return {
    no: `SG-${number(n)}`,
    occurred_at,
    loss: draw.pick(LOSSES),
    fault: draw.chance(40),
    scene: SCENES[minute % SCENES.length]!,
    type: TYPES[minute % TYPES.length]!,
    hurt: minute % 3 === 0 ? 1 + (minute % 2) : 0,
  }
}

const dayOf = (draw: Draw, months: readonly string[]): string =>
  `${draw.pick(months)}-${two(draw.int(1, LAST_DAY))}`

/** Nothing happens between two reports of a school, so that a month's figures do not hang on when it sent them. */
const inTheReporting = (day: string): string =>
  +day.slice(8) <= LAST_DAY ? day : `${monthAfter(day.slice(0, 7), 1)}-01`

export function monthAfter(month: string, count: number): string {
  const months = +month.slice(0, 4) * 12 + +month.slice(5) - 1 + count
  return `${Math.floor(months / 12)}-${two((months % 12) + 1)}`
}

const two = (value: number): string => String(value).padStart(2, '0')
const number = (n: number): string => String(n + 1).padStart(5, '0')
