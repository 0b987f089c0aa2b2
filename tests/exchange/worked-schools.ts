import { existsSync, readFileSync } from 'node:fs'
import type { ScoreExportData } from '../../src/exchange/score-data.ts'

/** The worked schools as a term's export: facts from the book, results from the expected scores beside it. */

type PlainRow = Record<string, string | number>
export interface WorkedSchool {
  readonly book: Record<string, PlainRow[]>
  readonly classes: Record<string, string | null>
  readonly expected: Record<string, Record<string, ExpectedScore>>
}
export interface ExpectedScore {
  readonly direct: number
  readonly mgmt: number
  readonly raw: number
  readonly zeroed: boolean
  readonly final: number
  readonly veto: boolean
  readonly amount: string
}

const inside = new URL('../fixtures/cases/', import.meta.url)
const outside = new URL('../../../shared/cases/', import.meta.url)

export function workedSchool(n: number): WorkedSchool {
  const folder = existsSync(new URL('term-1.json', inside)) ? inside : outside
  return JSON.parse(readFileSync(new URL(`term-${n}.json`, folder), 'utf8')) as WorkedSchool
}

const text = (row: PlainRow, key: string) => String(row[key] ?? '')

const INJURY: Record<string, number> = { 轻微: 1, 中度: 2, 严重: 3, 死亡: 3 }

function severityOf(incident: PlainRow, people: readonly PlainRow[]): string {
  if (['上下学途中', '校外非组织'].includes(text(incident, 'scene'))) return ''
  const injuries = people
    .filter((one) => one['incident'] === incident['no'] && one['role'] === '受伤者' && one['who'] === '学生')
    .map((one) => INJURY[text(one, 'level')] ?? 0)
  const loss = incident['loss_owner'] === '学校' ? Number(incident['loss_yuan'] || 0) : 0
  const byLoss = loss <= 0 ? 0 : loss < 1000 ? 1 : loss < 10000 ? 2 : 3
  const food = incident['food_poisoning'] === '确认' ? 3 : 0
  return ['', '一般', '较严重', '严重'][Math.max(0, ...injuries, byLoss, food)]!
}

function findingOf(row: PlainRow, incident: PlainRow): string {
  const undiligent =
    incident['food_poisoning'] === '确认' ||
    row['educated'] === '否' ||
    row['guided'] === '否' ||
    row['absent_post'] === '是' ||
    (row['should_be_there'] === '是' && row['was_there'] === '否')
  if (undiligent) return '未尽责'
  return row['educated'] === '待查' || row['guided'] === '待查' ? '待认定' : '尽责'
}

export function exportOf(school: WorkedSchool, termName: string): ScoreExportData {
  const { book } = school
  const term = book['terms']!.find((row) => row['term'] === termName)!
  const inTerm = (incident: PlainRow) => {
    const day = text(incident, 'occurred_at').slice(0, 10)
    return day >= text(term, 'score_from') && day <= text(term, 'score_to')
  }
  const incidents = book['incidents']!.filter(inTerm)
  const byNo = new Map(incidents.map((row) => [text(row, 'no'), row]))
  const staff = new Map(book['staff']!.map((row) => [text(row, 'name'), row]))
  const expected = school.expected[termName]!
  const persons = book['staff']!.filter((row) => text(row, 'name') in expected)
  return {
    school: '实验小学',
    term: `2026-2027 ${termName}`,
    from: text(term, 'score_from'),
    to: text(term, 'score_to'),
    madeAt: '2027-07-05 09:00',
    policyVersion: '0000-0000',
    policy: {
      base: 100,
      diligent: [10, 20, 30],
      undiligent: [20, 50, 100],
      directorThreshold: [2, 2, 2],
      directorPoints: [10, 20, 40],
      vpThreshold: [4, 4, 4],
      vpPoints: [10, 20, 40],
      floor: 0,
      ceiling: 100,
      standard: 100,
      decimals: 2,
      termMonths: 6,
    },
    persons: persons.map((row) => {
      const score = expected[text(row, 'name')]!
      return {
        id: text(row, 'name'),
        name: text(row, 'name'),
        department: text(row, 'dept'),
        posts: '',
        months: 6,
        prorata: 1,
        base: 100,
        other: 0,
        rank: 1 + Object.values(expected).filter((other) => other.final > score.final).length,
        grade: '合格',
        expected: 0,
        state: '试算',
        ...score,
        amount: Number(score.amount),
      }
    }),
    departments: book['departments']!.map((row) => ({
      id: text(row, 'dept'),
      name: text(row, 'dept'),
      line: '',
      director: text(row, 'director'),
      vp: text(row, 'vp'),
    })),
    incidents: incidents.map((row) => ({
      id: text(row, 'no'),
      no: text(row, 'no'),
      occurredAt: text(row, 'occurred_at'),
      area: '',
      scene: text(row, 'scene'),
      type: '',
      injury: '',
      loss: Number(row['loss_yuan'] || 0),
      severity: severityOf(row, book['incidentPeople']!),
      class6: school.classes[text(row, 'no')] ?? '',
      state: text(row, 'state'),
    })),
    findings: book['findings']!.filter((row) => byNo.has(text(row, 'incident'))).map((row) => ({
      incident: text(row, 'incident'),
      person: text(row, 'person'),
      personName: text(row, 'person'),
      department: text(staff.get(text(row, 'person'))!, 'dept'),
      capacity: text(row, 'capacity'),
      finding: findingOf(row, byNo.get(text(row, 'incident'))!),
      class6: '',
    })),
    legs: book['reportLegs']!.filter((row) => byNo.has(text(row, 'incident'))).map((row) => ({
      incident: text(row, 'incident'),
      leg: text(row, 'leg'),
      accountable: text(row, 'accountable'),
      accountableName: text(row, 'accountable'),
      dueAt: '',
      doneAt: '',
      result: '',
      verdict: text(row, 'verdict'),
    })),
    deductions: [],
  }
}
