import { adjustmentsOf, CONCEALED, SEVERITIES } from '../score-formula-model.ts'
import type { ExportCell, ExportSheet } from '../xlsx-write.ts'
import { DEPARTMENTS, FINDINGS, LEGS, SCORES, NAMES } from './columns.ts'
import { addresses, countIfs, ranges, sumIfs } from './formulas.ts'
import type { ScoreBook } from './score-book.ts'

/** Each person's score, added up from the sheets that follow. */
export function scoresSheet(book: ScoreBook): ExportSheet {
  const at = addresses(SCORES)
  const findings = ranges(NAMES.findings, FINDINGS, book.data.findings.length)
  const legs = ranges(NAMES.legs, LEGS, book.data.legs.length)
  const departments = ranges(NAMES.departments, DEPARTMENTS, book.data.departments.length)
  const own = ranges(NAMES.scores, SCORES, book.data.persons.length)
  const rows = book.data.persons.map((person, index) => {
    const cell = at(index)
    const result = book.model.persons.get(person.id)!
    const adjust = adjustmentsOf(person, result, book.data)
    const code = cell('code')
    const vp = SEVERITIES.map((severity, grade): ExportCell => ({
      formula: sumIfs(findings('vpFlag'), [
        [findings('vpCode'), code],
        [findings('severity'), `"${severity}"`],
      ]),
      value: result.vpCounts[grade]!,
    }))
    const zeroes = CONCEALED.map((verdict) =>
      countIfs([
        [legs('personCode'), code],
        [legs('verdict'), `"${verdict}"`],
      ]),
    ).join('+')
    const vpPoints = [0, 1, 2].map(
      (grade) =>
        `INT(${cell(`vp${grade + 1}` as 'vp1')}/${book.rule('vpThreshold', grade)})*${book.rule('vpPoints', grade)}`,
    )
    return {
      rank: book.data.excerpt
        ? person.rank
        : { formula: `RANK(${cell('final')},${own('final')},0)`, value: person.rank },
      name: person.name,
      department: person.department,
      posts: person.posts,
      base: { formula: book.rule('base'), value: person.base },
      direct: {
        formula: `${sumIfs(findings('points'), [[findings('personCode'), code]])}+${cell('adjustDirect')}`,
        value: person.direct,
      },
      mgmt: {
        formula: [
          sumIfs(departments('points'), [[departments('directorCode'), code]]),
          ...vpPoints,
          cell('adjustMgmt'),
        ].join('+'),
        value: person.mgmt,
      },
      other: person.other,
      raw: {
        formula: `${cell('base')}-${cell('direct')}-${cell('mgmt')}+${cell('other')}`,
        value: person.raw,
      },
      zeroed: {
        formula: `IF(${cell('adjustZero')}="归零","是",IF(${cell('adjustZero')}="不归零","否",IF(${zeroes}>0,"是","否")))`,
        value: person.zeroed ? '是' : '否',
      },
      final: {
        formula: `IF(${cell('zeroed')}="是",0,MIN(${book.rule('ceiling')},MAX(${book.rule('floor')},${cell('raw')})))+${cell('adjustFinal')}`,
        value: person.final,
      },
      veto: person.veto ? '是' : '否',
      grade: person.grade,
      expected: person.expected,
      state: person.state,
      ack: null,
      code: book.personCode(person.id),
      vp1: vp[0]!,
      vp2: vp[1]!,
      vp3: vp[2]!,
      adjustDirect: adjust.direct,
      adjustMgmt: adjust.mgmt,
      adjustZero: adjust.zeroed || null,
      adjustFinal: adjust.final,
    }
  })
  return book.sheet('scores', SCORES, rows, [
    [],
    [
      `计分期间：${book.data.from} 至 ${book.data.to}；规则版本：${book.data.policyVersion}；导出时间：${book.data.madeAt}`,
    ],
    [
      book.data.excerpt
        ? '这是一个人的成绩。“差额调整”是由别人的记录得出的部分，那些记录不在这个文件里。'
        : '“差额调整”是规则设置中公式没有写到的部分，一般为 0。',
    ],
  ])
}
