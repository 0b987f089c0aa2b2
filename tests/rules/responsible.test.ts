import { expect, it } from 'vitest'
import { policyFrom } from '../../src/rules/policy.ts'
import { suggestResponsible, type ResponsibleFacts } from '../../src/rules/responsible.ts'

const facts: ResponsibleFacts = {
  scene: '校内(非课堂)',
  type: '打架',
  lesson: '科任',
  victimHomerooms: ['甲班主任'],
  offenderHomerooms: ['乙班主任', '甲班主任'],
  onPost: ['值周'],
  areaOwner: '包保',
  logisticsWorker: '工人',
  logisticsDirector: '总务主任',
}

const suggested = (change: Partial<ResponsibleFacts>, settings: Readonly<Record<string, string>> = {}) => {
  const { policy } = policyFrom(Object.entries(settings).map(([key, value]) => ({ key, value })))
  return suggestResponsible({ ...facts, ...change }, policy).map(
    ({ person, capacity }) => `${capacity} ${person}`,
  )
}

it.each([
  [{}, {}, ['班主任 甲班主任', '值周人员 值周']],
  [{ onPost: [] }, {}, ['班主任 甲班主任']],
  [{}, { 'responsible.inSchool': 'homeroom' }, ['班主任 甲班主任']],
  [{}, { 'responsible.inSchool': 'onPost' }, ['值周人员 值周']],
  [{ onPost: [] }, { 'responsible.inSchool': 'onPost' }, ['班主任 甲班主任']],
  [{ onPost: [] }, { 'responsible.fight': 'both' }, ['班主任 甲班主任', '班主任 乙班主任']],
  [{ onPost: [] }, { 'responsible.fight': 'offender' }, ['班主任 乙班主任', '班主任 甲班主任']],
  [{ onPost: [], type: '跌倒碰撞' }, { 'responsible.fight': 'both' }, ['班主任 甲班主任']],
  [{ scene: '课堂' }, {}, ['当堂科任教师 科任']],
  [{ scene: '后勤设施' }, {}, ['后勤人员 包保']],
  [{ scene: '后勤设施', areaOwner: null }, {}, ['后勤人员 工人']],
  [{ scene: '后勤设施' }, { 'responsible.logistics': 'worker' }, ['后勤人员 工人']],
  [{ scene: '后勤设施' }, { 'responsible.logistics': 'director' }, ['后勤人员 总务主任']],
  [{ scene: '上下学途中' }, {}, []],
  [{ scene: '上下学途中', onPost: [] }, { 'classify.scenes': '上下学途中=班主任' }, ['班主任 甲班主任']],
])('%j with %j: %j', (change, settings, wanted) => {
  expect(suggested(change, settings)).toEqual(wanted)
})
