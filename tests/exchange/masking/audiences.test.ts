import { describe, expect, it } from 'vitest'
import { AUDIENCES, readAudience, treatmentOf } from '../../../src/exchange/masking/audiences.ts'
import { ageBand, few, fewIn, gradeBand, gradeOfClass, monthOf } from '../../../src/exchange/masking/bands.ts'
import { contentOf, isAboutPersons } from '../../../src/exchange/masking/content.ts'
import { tables } from '../../../src/tables/index.ts'
import type { Table } from '../../../src/tables/table.ts'

const all: Readonly<Record<string, Table>> = tables
const columns = Object.values(all).flatMap((table) =>
  Object.entries(table.columns).map(([key, column]) => [`${table.name}.${key}`, column] as const),
)
const of = (name: string) => columns.find(([each]) => each === name)![1]
const treatments = (name: string) =>
  AUDIENCES.map((audience) => treatmentOf(contentOf(of(name), all), audience))

describe('who sees what', () => {
  it('every column has an answer for every audience', () => {
    for (const [name] of columns)
      for (const treatment of treatments(name)) expect(treatment, name).toBeTypeOf('string')
  })

  it('personal and sensitive columns never leave for the bureau or a notice board as they are', () => {
    const open = columns
      .filter(([, column]) => column.privacy)
      .filter(([name]) =>
        treatments(name)
          .slice(2)
          .some((each) => each === 'as-is' || each === 'looked-through'),
      )
      .map(([name]) => name)
    // The sex of a colleague without a name, and of pupils in numbers, is what the bureau counts by.
    expect(open).toEqual(['staff.sex'])
  })

  it.each([
    ['incidentPeople.name', ['as-is', 'surname', 'left-out', 'left-out']],
    ['incidentPeople.pupil_code', ['as-is', 'as-is', 'left-out', 'left-out']],
    ['incidentPeople.class', ['as-is', 'looked-through', 'grade-band', 'left-out']],
    ['incidentPeople.over14', ['as-is', 'as-is', 'age-band', 'left-out']],
    ['incidentPeople.injury', ['as-is', 'left-out', 'left-out', 'left-out']],
    ['incidentPeople.level', ['as-is', 'as-is', 'left-out', 'left-out']],
    ['incidentPeople.cost', ['as-is', 'left-out', 'left-out', 'left-out']],
    ['incidents.narrative', ['as-is', 'looked-through', 'summary', 'fixed-sentence']],
    ['incidents.type', ['as-is', 'as-is', 'as-is', 'open-kind']],
    ['incidents.known_by', ['as-is', 'as-is', 'signers', 'department']],
    ['incidents.responsible', ['as-is', 'as-is', 'signers', 'department']],
    ['incidents.occurred_at', ['as-is', 'as-is', 'as-is', 'month']],
    ['incidents.area', ['as-is', 'looked-through', 'looked-through', 'place-kind']],
    ['incidents.no', ['as-is', 'looked-through', 'looked-through', 'left-out']],
    ['incidents.injured', ['as-is', 'as-is', 'as-is', 'few']],
    ['staff.phone', ['as-is', 'as-is', 'phone', 'left-out']],
    ['staff.posts', ['as-is', 'looked-through', 'of-signers', 'left-out']],
    ['exports.by', ['as-is', 'as-is', 'signers', 'department']],
  ] as const)('%s', (name, expected) => expect(treatments(name)).toEqual(expected))

  it('knows the tables whose rows are persons', () => {
    const persons = Object.values(all).filter((table) => isAboutPersons(table, all))
    expect(persons.map(({ name }) => name).sort()).toEqual(
      [
        ...['allowances', 'deductions', 'findings', 'incidentPeople', 'reportLegs', 'staff', 'termScores'],
        'vetoes',
        ...['departmentReviews', 'disputes', 'rewards'],
        ...['absences', 'aftercare', 'contracts', 'duties', 'leadership', 'staffAttendance', 'swaps'],
      ].sort(),
    )
  })

  it.each([
    ['covered', 'bureau'],
    ['whole', 'whole'],
    ['报教育局', 'bureau'],
    ['公示', 'public'],
    ['L1', 'school'],
    ['constructor', null],
    ['', null],
  ])('“%s” means %s', (name, audience) => expect(readAudience(name)).toBe(audience))
})

describe('told roughly', () => {
  it.each([
    ['小', '学前'],
    ['3', '小学低年级'],
    ['4', '小学高年级'],
    ['9', '初中'],
    ['高2', '高中'],
    ['', null],
  ])('grade %s', (grade, band) => expect(gradeBand(grade)).toBe(band))

  it.each([
    ['是', '9', '14 岁及以上'],
    ['否', '9', '12—13 岁'],
    ['否', '2', '6—11 岁'],
    ['否', '大', '6 岁以下'],
    ['否', '', '14 岁以下'],
    ['', '2', null],
  ])('over 14 %s, grade %s', (over14, grade, band) => expect(ageBand(over14, grade)).toBe(band))

  it.each([
    ['三(2)班', '3'],
    ['初二1班', '8'],
    ['高一（3）班', '高1'],
    ['大班', '大'],
    ['7.1', '7'],
    ['火箭班', ''],
  ])('class %s', (name, grade) => expect(gradeOfClass(name)).toBe(grade))

  it('small numbers and days', () => {
    expect([0, 1, 2, 3, 40].map(few)).toEqual([0, '少于3', '少于3', 3, 40])
    expect(fewIn('1/0/3/12 (程度未填 2)')).toBe('少于3/0/3/12 (程度未填 少于3)')
    expect(monthOf('2026-09-07 10:25')).toBe('2026年9月')
    expect(monthOf('上星期')).toBeNull()
  })
})
