import { halfWidth, nameAsMeant } from '../shared/typed-text.ts'
import type { CellContext } from '../tables/cell-types/cell-type.ts'
import { optionSpelled } from '../tables/cell-types/read-option.ts'
import { readClock } from '../tables/cell-types/read-clock.ts'
import { readDate } from '../tables/cell-types/read-date.ts'
import { readNumber } from '../tables/cell-types/read-number.ts'
import { splitList } from '../tables/cell-types/split-list.ts'
import { readYesNo } from '../tables/cell-types/yesno.ts'
import type { Column } from '../tables/column.ts'
import { ideasOf } from './heading-words.ts'
import { headingKey } from './headings.ts'
import type { SheetValue } from './sheet-data.ts'

/** What the values under a heading look like: shares of the filled cells, 0 … 1. */
export interface ColumnProfile {
  readonly filled: number
  /** Different texts, the first few. */
  readonly samples: readonly string[]
  readonly distinct: number
  readonly date: number
  readonly time: number
  readonly number: number
  readonly yesNo: number
  readonly phone: number
  readonly identity: number
  readonly person: number
  readonly staff: number
  readonly className: number
  readonly department: number
  /** 1, 2, 3 … down the sheet. */
  readonly counting: number
  readonly code: number
  /** Characters of a text, on average. */
  readonly length: number
}

const SAMPLES = 24

/** 1390000 0001 with or without spaces and dashes; a landline with its area. */
const PHONE = /^(?:\+?86)?(?:1[3-9]\d{9}|0\d{2,3}\d{7,8}|\d{7,8})$/
const IDENTITY = /^\d{17}[\dx]$/i
const PERSON = /^\p{Script=Han}{2,4}$/u
const CLASS =
  /^(?:[一二三四五六七八九初高小中大托]|\d{1,2})\s*(?:年级|年|级)?\s*[(（]?(?:[一二三四五六七八九十\d]{1,3})[)）]?\s*班?$|班$/
const DEPARTMENT = /(?:处|室|部|组|办|科|队|中心|食堂|门卫|班子)$/
const CODE = /^[a-z]{0,6}[-_]?\d{1,8}(?:[-_]\d{1,8})*$/i

const SURNAMES =
  '王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚欧阳诸葛司马孟'

export function profileOf(values: readonly SheetValue[], context: CellContext): ColumnProfile {
  const filled = values.filter((value) => value !== null && value !== '')
  const texts = filled.map((value) => halfWidth(String(value)).trim())
  const share = (fits: (text: string, value: SheetValue) => boolean) =>
    filled.length === 0 ? 0 : texts.filter((text, at) => fits(text, filled[at]!)).length / filled.length
  const bare = (text: string) => text.replace(/[\s-]/g, '')
  const found = (tables: readonly string[]) => (text: string) =>
    splitList(text).every((name) => context.find(tables, nameAsMeant(name)) !== null)
  const distinct = new Set(texts)
  return {
    filled: filled.length,
    samples: [...distinct].slice(0, SAMPLES),
    distinct: distinct.size,
    date: share((text, value) => isDate(text, value, context.now) === 'date'),
    time: share((text, value) => isDate(text, value, context.now) === 'time'),
    number: share((text, value) => typeof value === 'number' || readNumber(text, NUMBER) !== null),
    yesNo: share((text, value) => typeof value === 'boolean' || readYesNo(text) !== null),
    phone: share((text) => PHONE.test(bare(text))),
    identity: share((text) => IDENTITY.test(bare(text))),
    person: share((text) => {
      const name = nameAsMeant(text)
      return PERSON.test(name) && SURNAMES.includes(name[0]!)
    }),
    staff: share(found(PEOPLE)),
    className: share((text) => CLASS.test(text)),
    department: share((text) => DEPARTMENT.test(text) || context.find(DEPARTMENTS, text) !== null),
    counting: counting(filled),
    code: distinct.size < filled.length * 0.7 ? 0 : share((text) => CODE.test(text)),
    length: texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length),
  }
}

/** A school's and a bureau's: a workbook has one of each pair. */
const PEOPLE = ['staff', 'bureauStaff']
const DEPARTMENTS = ['departments', 'sections']

const NUMBER: Column = { zh: '', en: '', type: 'money', computed: false }

function isDate(text: string, value: SheetValue, now: string): 'date' | 'time' | null {
  if (typeof value === 'number')
    return value > 36_526 && value < 65_000 ? (value % 1 === 0 ? 'date' : 'time') : null
  if (typeof value !== 'string') return null
  const read = readDate(text, now)
  if (!read?.ok) return null
  const rest = read.value.rest.trim()
  if (rest === '') return 'date'
  return readClock(rest) === null ? null : 'time'
}

function counting(values: readonly SheetValue[]): number {
  let steps = 0
  for (let at = 1; at < values.length; at++) if (Number(values[at]) === Number(values[at - 1]) + 1) steps++
  return values.length < 2 ? 0 : steps / (values.length - 1)
}

/**
 * How well values fit a column of ours: 1 they can hardly be anything else, 0 they say nothing, -1 they cannot be.
 */
export function fitOf(profile: ColumnProfile, column: Column): number {
  if (profile.filled === 0) return 0
  const { type } = column
  const strange = Math.max(profile.phone, profile.identity)
  switch (type) {
    case 'date':
      return signed(profile.date + profile.time * 0.8)
    case 'time':
      return signed(profile.time + profile.date * 0.7)
    case 'integer':
    case 'number':
    case 'money':
      return signed(profile.number) * (profile.counting > 0.8 && profile.filled > 4 ? 0.2 : 0.7) - strange
    case 'yesno':
      return signed(profile.yesNo)
    case 'choice':
    case 'choices':
      return fitOfOptions(profile, column)
    case 'reference':
    case 'references':
      return fitOfReference(profile, column)
    case 'text':
    case 'long':
    case 'signature':
      return fitOfText(profile, column)
    default:
      return 0
  }
}

const signed = (share: number) => Math.max(-1, Math.min(1, share * 2 - 1))

/** Shares of the different values, so that one common word does not speak for all. */
function fitOfOptions(profile: ColumnProfile, column: Column): number {
  const options = column.options ?? []
  if (options.length === 0) return 0
  const fits = (text: string) => optionSpelled(text, options) !== null
  const yesNo = options.some(({ zh }) => zh === '是') ? profile.yesNo : 0
  const spelled = profile.samples.filter((text) =>
    column.type === 'choices' ? splitList(text).every(fits) : fits(text),
  ).length
  const share = Math.max(spelled / profile.samples.length, yesNo)
  return column.open ? share * 0.8 : signed(share)
}

function fitOfReference(profile: ColumnProfile, column: Column): number {
  switch (column.to?.[0]) {
    case 'staff':
    case 'bureauStaff':
      return signed(Math.max(profile.staff, profile.person * 0.9))
    case 'departments':
    case 'sections':
      return signed(profile.department)
    case 'classes':
      return signed(profile.className)
    case 'incidents':
      return profile.code > 0.8 || profile.length > 5 ? 0.3 : -0.3
    default:
      return profile.date + profile.time + profile.phone > 0.8 ? -0.6 : 0
  }
}

/** A text column takes anything; what its own name says of its values still tells a phone from a person. */
function fitOfText(profile: ColumnProfile, column: Column): number {
  const ideas = ideasOf(headingKey(column.zh))
  if (ideas.has('phone')) return signed(profile.phone)
  if (ideas.has('name')) return signed(Math.max(profile.person, profile.staff))
  if (ideas.has('class')) return signed(profile.className)
  if (ideas.has('dept')) return signed(profile.department)
  if (ideas.has('number'))
    return profile.phone + profile.identity > 0.5 ? -1 : profile.code > 0.7 ? 0.5 : -0.2
  if (profile.identity > 0.5 || profile.phone > 0.7) return -0.8
  if (profile.date + profile.time > 0.7) return -0.6
  if (column.type === 'long') return profile.length > 8 ? 0.4 : profile.yesNo > 0.8 ? -0.5 : 0
  return profile.length > 30 ? -0.2 : 0
}

/** Values that only one kind of column holds: they may speak where the heading does not. */
export const isTelling = (profile: ColumnProfile, column: Column): boolean => {
  if (profile.filled < 3) return false
  const ideas = ideasOf(headingKey(column.zh))
  if (column.type === 'text')
    return (ideas.has('phone') && profile.phone > 0.9) || (ideas.has('name') && profile.staff > 0.9)
  if (column.type === 'choice') return profile.distinct >= 2 && !column.options?.some(({ zh }) => zh === '是')
  return column.type === 'time' && profile.time > 0.9
}
