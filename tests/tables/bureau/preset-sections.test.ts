import { expect, it } from 'vitest'
import { presetSections } from '../../../src/tables/bureau/preset-sections.ts'
import { bureauTables } from '../../../src/tables/bureau/all-tables.ts'

/** What each section of the plans answers for, by the words its duties must have. */
const DUTIES: readonly (readonly [item: string, dept: string, words: readonly string[]])[] = [
  ['P1-14', '法规安全科(安稳办)', ['处置事故', '配合上级调查']],
  ['P1-16', '法规安全科(安稳办)', ['综合治理']],
  ['P1-17', '法规安全科(安稳办)', ['立案', '调查', '处理']],
  ['P1-18', '办公室(党政办)', ['上报下达', '媒体采访', '后勤保障']],
  ['P1-19', '政教科(德育)', ['军训', '艺术节', '体检', '防疫', '社会实践', '法治']],
  ['P1-20', '教育科(基教股)', ['高中', '特教', '招生']],
  ['P1-21', '民办教育科', ['审批', '检查', '取缔']],
  ['P1-22', '师训科(进修学校)', ['培训内容', '师德', '校长']],
  ['P1-23', '电大工作站', ['招生', '考试']],
  ['P1-24', '成职教科', ['实习', '普通话', '竞赛', '监管']],
  ['P1-25', '人事科', ['稳定', '班子', '招聘']],
  ['P1-27', '计财科', ['资产', '资金']],
  ['P1-28', '勤工俭学科', ['劳动实践', '社会实践']],
  ['P1-29', '老干科', ['离退休']],
  ['P1-30', '督导室', ['督导']],
  ['P1-31', '招生办', ['试卷', '考场']],
  ['P1-32', '仪器站', ['易燃', '放射性', '实验操作考试']],
  ['P1-33', '教研室', ['公共安全课', '竞赛', '质量检测']],
  ['P1-34', '审计科', ['审计']],
  ['P1-34', '体育科(体卫艺)', ['竞赛', '裁判']],
  ['P1-34', '纪检信访科(监察室)', ['查处', '来信来访']],
  ['P1-34', '后勤中心', ['车辆', '防火', '防盗', '食堂']],
  ['P1-34', '青少年活动中心', ['活动']],
  ['P1-34', '资助中心', ['资助']],
  ['P5-09', '纪检信访科(监察室)', ['体罚', '失职', '信访']],
  ['P5-10', '人事科', ['支教', '招聘']],
  ['P5-11', '计财科', ['安全专项经费', '境外', '营养餐', '消防']],
  ['P5-12', '体育科(体卫艺)', ['场地', '文艺']],
  ['P5-12', '教育科(基教股)', ['心理健康', '书刊']],
  ['P5-13', '信息中心', ['网站', '回复网民', '校园网络']],
  ['P5-14', '幼教室', ['手足口', '麻疹', '消防']],
  ['P5-14', '招生办', ['保密', '考生信息']],
  ['P6-02', '办公室(党政办)', ['意识形态', '网络评论员', '档案室']],
  ['P6-03', '法规安全科(安稳办)', ['突发', '周边']],
  ['P6-04', '规划科(基建)', ['地质灾害', '校舍安全年检']],
  ['P6-05', '教育科(基教股)', ['控辍保学', '留守', '传染病', '校外活动', '保密']],
  ['P6-06', '人事科', ['代课教师', '来访接待', '师德']],
  ['P6-07', '资助中心', ['贷款']],
]

it.each(DUTIES)('%s %s answers for %s', (_item, dept, words) => {
  const section = presetSections.find((each) => each.dept === dept)
  const said = `${section?.job ?? ''} ${section?.safety ?? ''}`
  expect(words.filter((word) => !said.includes(word))).toEqual([])
})

it('every section has a name of its own, two duties at least, and matters that are on the list', () => {
  const names = presetSections.map(({ dept }) => dept)
  expect(new Set(names).size).toBe(names.length)
  const matters = bureauTables.sections.columns.topics.options!.map(({ zh }) => zh)
  for (const { safety, topics } of presetSections) {
    expect(safety.trim().split('\n').length).toBeGreaterThanOrEqual(2)
    expect(topics.filter((topic) => !matters.includes(topic))).toEqual([])
  }
})
