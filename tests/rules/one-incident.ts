import type { Step } from '../../src/tables/column.ts'
import { EngineBook } from '../engine/open-book.ts'
import type { Book, PlainRow } from '../oracle/naive-school.ts'

/**
 * A school with one incident, written in one line so that twenty cases are twenty lines:
 *
 *     课堂 伤:学生轻微,教职工中度 损:学校999.99 责:教是导否,后勤导是离 食:疑似
 *
 * The scene, then in any order: 伤 injured persons (who and level; `?骨折` is a wording without level, `<` the first level
 * after the latest: 学生严重<轻微), 损 owner and loss, 责 findings (capacity 师 or 后勤, else homeroom teacher; 教 and 导 with
 * 是, 否, 查 or 空; 在 there, 缺 absent where expected, 离 off post, `=` a finding by hand), 食 food poisoning, 级 the
 * ledger's injury level, 定 a class by hand.
 */
export function oneIncident(line: string, settings: Readonly<Record<string, string>> = {}): EngineBook {
  const [scene = '', ...tokens] = line.split(' ')
  const rows = { incidents: [incidentRow(scene, tokens)], ...childRows(tokens) }
  const policy = Object.entries(settings).map(([key, value]) => ({ key, value }))
  return new EngineBook({ ...school, ...rows, policy } as unknown as Book)
}

export const INCIDENT = '#incidents-0'

export const classOf = (book: EngineBook): unknown => book.classOf(INCIDENT) ?? '待定'
export const codesOf = (steps: readonly Step[]): string[] => steps.map(({ code }) => code)

const school = {
  departments: [{ dept: '教导处', director: '主任', vp: '副校长' }],
  staff: ['主任', '副校长', '甲', '乙', '丙'].map((name) => ({ name, dept: '教导处', scored: '是' })),
  terms: [
    {
      school_year: '2026-2027',
      term: '第一学期',
      start_date: '2026-09-01',
      end_date: '2027-01-22',
      score_from: '2026-09-01',
      score_to: '2027-02-21',
    },
  ],
}

const NO = 'SG-20260907-01'
const part = (tokens: readonly string[], name: string) =>
  tokens.find((token) => token.startsWith(`${name}:`))?.slice(name.length + 1) ?? ''
const items = (tokens: readonly string[], name: string) =>
  part(tokens, name)
    .split(',')
    .filter((item) => item !== '')

function incidentRow(scene: string, tokens: readonly string[]): PlainRow {
  const loss = part(tokens, '损')
  return {
    no: NO,
    occurred_at: '2026-09-07 10:00',
    scene,
    loss_yuan: loss === '' ? 0 : Number(loss.replace(/^\D+/, '')),
    loss_owner: /^\D+/.exec(loss)?.[0] ?? '',
    food_poisoning: part(tokens, '食') || '否',
    injury_level: part(tokens, '级'),
    override: part(tokens, '定'),
    state: '已认定',
  }
}

function childRows(tokens: readonly string[]): Record<string, PlainRow[]> {
  return {
    incidentPeople: items(tokens, '伤').map(personRow),
    findings: items(tokens, '责').map(findingRow),
  }
}

function personRow(item: string): PlainRow {
  const [, who = '', rest = ''] = /^(学生|教职工|家长|外来人员)(.*)$/.exec(item) ?? []
  const [level = '', first = level] = rest.split('<')
  const wording = rest.startsWith('?') ? rest.slice(1) : ''
  return {
    incident: NO,
    role: '受伤者',
    who,
    level: wording || rest === '?' ? '' : level,
    first_level: wording || rest === '?' ? '' : first,
    injury: wording,
  }
}

const ANSWERS: Readonly<Record<string, string>> = { 是: '是', 否: '否', 查: '待查', 空: '' }

function findingRow(item: string, index: number): PlainRow {
  const [examined = '', byHand = ''] = item.split('=')
  const answer = (about: string) => ANSWERS[new RegExp(`${about}(.)`).exec(examined)?.[1] ?? '空']!
  const expected = examined.includes('在') || examined.includes('缺')
  return {
    incident: NO,
    person: ['甲', '乙', '丙'][index]!,
    capacity: examined.startsWith('师')
      ? '当堂科任教师'
      : examined.startsWith('后勤')
        ? '后勤人员'
        : '班主任',
    should_be_there: expected ? '是' : '否',
    was_there: expected ? (examined.includes('在') ? '是' : '否') : '不适用',
    educated: answer('教'),
    guided: answer('导'),
    absent_post: examined.includes('离') ? '是' : '',
    override: byHand,
  }
}
