import { describe, expect, it } from 'vitest'
import { compile } from '../../src/formula/compile.ts'
import { functions } from '../../src/formula/functions/all.ts'
import { withKeys, withLabels } from '../../src/formula/names.ts'
import { asFormula } from '../../src/formula/parse.ts'
import { zh } from '../../src/i18n/messages/own.zh.ts'
import { CONTENT, formulaColumn, SmallWorld, smallTables, worked } from './world.ts'

const tables = smallTables()
const problemOf = (formula: string) => {
  const compiled = compile(formula, tables.dangers, tables, {} as never)
  return compiled.ok ? null : [compiled.problem.code, compiled.problem.params?.['at']]
}

describe('what spreadsheets agree on', () => {
  it.each([
    ['=1+2*3', 7],
    ['=2^3^2', 64],
    ['=-2^2', 4],
    ['=50%*[@得分]', 5],
    ['="10"+5', 15],
    ['=0.1+0.2=0.3', 'TRUE'],
    ['=1.1-1-0.1', 0],
    ['="ABC"="abc"', 'TRUE'],
    ['=ROUND(1.005,2)', 1.01],
    ['=ROUND(-2.5,0)', -3],
    ['=ROUND(1234,-2)', 1200],
    ['=INT(-2.1)', -3],
    ['=MOD(-7,3)', 2],
    ['=MOD(0.3,0.1)', 0],
    ['=1/0', '#DIV/0!'],
    ['="a"+1', '#VALUE!'],
    ['=IFERROR(1/0,"无")', '无'],
    ['=IFNA(1/0,"无")', '#DIV/0!'],
    ['=IF([@得分]>=10,"好","差")', '好'],
    ['=IF(FALSE,1)', 'FALSE'],
    ['=IF(1,,3)', 0],
    ['=IFS(得分>20,"高",得分>5,"中",TRUE,"低")', '中'],
    ['=IFS(FALSE,1)', '#N/A'],
    ['=SWITCH([@等级],"一般",1,"严重",2,0)', 1],
    ['=SWITCH("x","一般",1,9)', 9],
    ['=AND(TRUE,[@得分]>3,NOT(FALSE))', 'TRUE'],
    ['=OR(FALSE,0)', 'FALSE'],
    ['=LEN("𠮷田")', 3],
    ['=LEFT([@编号],1)&MID("abcdef",2,3)&RIGHT("xyz",2)', 'Abcdyz'],
    ['=FIND("-",[@编号])', 2],
    ['=FIND("?",[@编号])', '#VALUE!'],
    ['=SEARCH("b?d","xxbcd")', 3],
    ['=SUBSTITUTE("a-b-c","-","+",2)', 'a-b+c'],
    ['=TEXTJOIN("、",TRUE,[等级])', '一般、严重、一般'],
    ['=TEXTJOIN("、",FALSE,[等级])', '一般、严重、一般、'],
    ['=CONCAT("a",1,TRUE)', 'a1TRUE'],
    ['=TEXT([@发现日],"yyyy年m月d日")', '2027年2月28日'],
    ['=TEXT(1234.565,"#,##0.00")', '1,234.57'],
    ['=TEXT(0.256,"0.0%")', '25.6%'],
    ['=TEXT(1.005,"0.00")', '1.01'],
    ['=TEXT(7,"000")', '007'],
    ['=DATE(2027,2,30)', 46448],
    ['=YEAR([@发现日])*10000+MONTH([@发现日])*100+DAY([@发现日])', 20270228],
    ['=EDATE(DATE(2027,1,31),1)=[@发现日]', 'TRUE'],
    ['=EOMONTH([@发现日],0)=[@发现日]', 'TRUE'],
    ['=DATEDIF("2026-03-01",[@发现日],"m")', 11],
    ['=DATEDIF("2026-03-01",[@发现日],"md")', 27],
    ['=WEEKDAY([@发现日],2)', 7],
    ['=NETWORKDAYS(DATE(2027,3,1),DATE(2027,3,14))', 10],
    ['=NETWORKDAYS(DATE(2027,3,14),DATE(2027,3,1))', -10],
    ['=NETWORKDAYS(DATE(2027,2,1),DATE(2027,3,31),[发现日])', 42],
    ['=WORKDAY(DATE(2027,3,5),1)=DATE(2027,3,8)', 'TRUE'],
    ['=TODAY()-DATE(2027,3,10)', 0],
    ['=SUM([得分])', 45.5],
    ['=SUM([得分],[@应发（元）],"2")', 48.505],
    ['=SUM([@[得分]:[应发（元）]])', 11.005],
    ['=AVERAGE([得分])', 45.5 / 3],
    ['=MAX([得分])-MIN([得分])', 24.5],
    ['=COUNT([得分])+COUNTA([等级])*10+COUNTBLANK([等级])*100', 133],
    ['=RANK([@得分],[得分])', 2],
    ['=RANK([@得分],[得分],1)', 2],
    ['=LARGE([得分],1)+SMALL([得分],1)', 35.5],
    ['=MEDIAN([得分])', 10],
    ['=SUMPRODUCT([得分],[应发（元）])', 10.05 - 5.5],
    ['=SUMIF([等级],"一般",[得分])', 10],
    ['=SUMIFS([得分],[等级],[@等级],[编号],"A*")', 10],
    ['=SUMIFS(隐患台账[得分],[得分],">5")', 45.5],
    ['=COUNTIFS([等级],"<>一般")', 2],
    ['=COUNTIF([等级],"")', 1],
    ['=COUNTIF([得分],10)', 1],
    ['=AVERAGEIFS([得分],[等级],"无此")', '#DIV/0!'],
    ['=XLOOKUP([@责任人],教职工[姓名],教职工[部门])', '教导处'],
    ['=XLOOKUP("无此",教职工[姓名],教职工[部门],"没有")', '没有'],
    ['=VLOOKUP("李娜",教职工[[姓名]:[津贴]],3,FALSE)', 80.5],
    ['=VLOOKUP("无此",教职工[[姓名]:[津贴]],3,FALSE)', '#N/A'],
    ['=MATCH("A-2",[编号],0)', 2],
    ['=INDEX([编号],3)', 'B-1'],
    ['=[@责任人.部门]&[@责任人.津贴]*2', '教导处200'],
    ['=CHOOSE(2,"a","b")', 'b'],
  ])('%s', (formula, result) => {
    const found = worked(formula)
    if (typeof result === 'number' && !Number.isInteger(result)) expect(found).toBeCloseTo(result, 10)
    else expect(found).toBe(result)
  })

  it('an empty cell counts for nothing, and nobody is nobody', () => {
    expect(worked('=[@得分]', '#h3')).toBe(0)
    expect(worked('=[@得分]+1', '#h3')).toBe(1)
    expect(worked('=[@得分]&""', '#h3')).toBe(null)
    expect(worked('=ISBLANK([@得分])', '#h3')).toBe('TRUE')
    expect(worked('=[@责任人.部门]&"x"', '#h3')).toBe('x')
    expect(worked('=[@责任人.部门]', '#h4')).toBe('#N/A')
  })

  it('a day is shown as a day in a column of days, and a truth as a truth', () => {
    expect(worked('=EDATE([@发现日],1)', '#h1', 'date')).toBe('2027-03-28')
    expect(worked('=[@发现日]', '#h3', 'date')).toBe(null)
    expect(worked('=[@得分]>5', '#h1', 'yesno')).toBe(true)
    expect(worked('=[@得分]*2', '#h1', 'text')).toBe('20')
  })
})

describe('what is wrong with a formula, and where', () => {
  it.each([
    ['=', ['formula.empty', 1]],
    ['=1+', ['formula.unfinished', 3]],
    ['=SUM(1,2', ['formula.unfinished', 8]],
    ['=IF(1>0,2))', ['formula.syntax', 11]],
    ['=得分 等级', ['formula.no-sign-between', 5]],
    ['=得份+1', ['formula.unknown-name', 2]],
    ['=1+[@无此]', ['formula.unknown-name', 4]],
    ['=SUM(没有[得分])', ['formula.unknown-table', 6]],
    ['=教职工[@姓名]', ['formula.other-row', 2]],
    ['=1+FOO(2)', ['formula.unknown-function', 4]],
    ['=A1+1', ['formula.cell-address', 2]],
    ['=ROUND()', ['formula.too-few', 2]],
    ['=ABS(1,2)', ['formula.too-many', 2]],
    ['=[得分]*2', ['formula.column-as-value', 2]],
    ['=RANK(1,2)', ['formula.column-wanted', 9]],
    ['={1,2}', ['formula.not-supported', 2]],
  ])('%s', (formula, wrong) => expect(problemOf(formula)).toEqual(wrong))
})

describe('how a formula is kept', () => {
  it('takes the signs of a Chinese keyboard', () => {
    expect(asFormula('＝IF（［@得分］＞60，“是（好）”，“否”）')).toBe('=IF([@得分]>60,"是（好）","否")')
    expect(asFormula(' SUM([应发（元）])')).toBe('=SUM([应发（元）])')
    expect(asFormula('=[@应发（元）]×2')).toBe('=[@应发（元）]*2')
  })

  it('keeps keys, shows labels, and follows a new label', () => {
    const typed =
      '=SUMIFS([得分],[等级],[@等级])+得分*[@责任人.津贴]+SUM([@[得分]:[应发（元）]])+SUM(教职工[津贴])'
    const kept = withKeys(typed, tables.dangers, tables)
    expect(kept).toBe(
      '=SUMIFS([score],[level],[@level])+[@score]*[@person.pay]+SUM([@[score]:[share]])+SUM(people[pay])',
    )
    expect(withLabels(kept, tables.dangers, tables)).toBe(typed.replace('+得分*', '+[@得分]*'))
    const renamed = {
      ...tables,
      dangers: {
        ...tables.dangers,
        columns: { ...tables.dangers.columns, score: { ...tables.dangers.columns['score']!, zh: '分#数' } },
      },
    }
    expect(withLabels('=[@score]', renamed.dangers, renamed)).toBe("=[@[分'#数]]")
    expect(withKeys("=[@[分'#数]]", renamed.dangers, renamed)).toBe('=[@score]')
  })

  it('a formula that reads itself, in a ring, has no value, and says so', () => {
    const all = smallTables({
      a: formulaColumn('=[@b]+1', 'number', '甲'),
      b: formulaColumn('=SUM([a])', 'number', '乙'),
      c: formulaColumn('=IFERROR([@a],5)', 'number', '丙'),
    })
    const { formulas } = new SmallWorld(all, CONTENT)
    expect(formulas.problem('dangers', 'b')).toEqual({
      code: 'formula.circular',
      params: { names: '甲 → 乙', at: 1 },
    })
    expect(formulas.value('dangers', '#h1', 'a')).toBe('#REF!')
    expect(formulas.problem('dangers', 'c')).toBe(null)
    expect(formulas.value('dangers', '#h1', 'c')).toBe(5)
  })
})

it('every function has its line of help', () => {
  const missing = [...functions.keys()].filter((name) => !Object.hasOwn(zh, `formula.help.${name}`))
  expect(missing).toEqual([])
})
