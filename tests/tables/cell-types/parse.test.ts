import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../src/tables/cell.ts'
import * as column from '../../../src/tables/column.ts'
import type { Column } from '../../../src/tables/column.ts'
import { cellTypeOf } from '../../../src/tables/cell-types/of.ts'
import { tables } from '../../../src/tables/index.ts'
import { context } from './context.ts'

type Case = readonly [input: string | number | boolean, expected: Cell | { readonly code: string }]
const code = (code: string) => ({ code })

function reads(name: string, on: Column, cases: readonly Case[]) {
  describe(name, () => {
    it.each(cases)('%j', (input, expected) => {
      const result = cellTypeOf(on).parse(input, on, context)
      const got = result.ok ? result.value : { code: result.problem.code }
      expect(got).toEqual(expected)
      if (result.ok && result.value !== null) expect(cellTypeOf(on).valid(result.value, on)).toBe(true)
    })
  })
}

const label = { zh: '某列', en: 'Some column' }

reads('text', column.text({ ...label, holds: 'label' }), [
  ['007', '007'],
  ['110101199003071234', '110101199003071234'],
  [' 前后 空格 ', ' 前后 空格 '],
  ['１２３', '１２３'],
  ['', null],
  ['　 ', null],
  [13800001111, '13800001111'],
  [110101199003071200, '110101199003071200'],
  [1e21, '1000000000000000000000'],
  [0.0000001, '0.0000001'],
  [true, '是'],
  ['一\r\n二\r三', '一\n二\n三'],
  ['甲\u0000乙', '甲乙'],
  ['半\uD800个', '半\uFFFD个'],
  ['字'.repeat(32_767), '字'.repeat(32_767)],
  ['字'.repeat(32_768), code('text.too-long')],
])

reads('integer', column.integer({ ...label, min: 0, max: 100_000 }), [
  ['12', 12],
  ['１２', 12],
  ['1,234', 1234],
  ['１，２３４', 1234],
  ['45人', 45],
  ['1.2万', 12_000],
  ['12.0', 12],
  [12, 12],
  ['12.5', code('number.not-whole')],
  [12.5, code('number.not-whole')],
  ['-1', code('number.too-small')],
  ['100001', code('number.too-large')],
  ['1,2', code('number.unreadable')],
  ['1e3', code('number.unreadable')],
  ['十二', code('number.unreadable')],
  ['-', code('number.unreadable')],
  ['.', code('number.unreadable')],
  [Number.NaN, code('number.unreadable')],
  [Number.POSITIVE_INFINITY, code('number.unreadable')],
  [true, code('number.unreadable')],
  ['', null],
])

reads('number', column.number(label), [
  ['-10', -10],
  ['－１０．５', -10.5],
  ['.5', 0.5],
  ['5.', 5],
  ['10分', 10],
  ['50%', code('number.unreadable')],
  ['1000000000000000', code('number.too-large')],
])

reads('a number of percents', column.number({ zh: '责任比例%', en: 'Share %' }), [
  ['50%', 50],
  ['50％', 50],
])

reads('money', column.money(label), [
  ['￥1,234.5', 1234.5],
  ['¥ 500', 500],
  ['500元', 500],
  ['500 元', 500],
  ['1.5万元', 15_000],
  ['1.005', 1.01],
  ['1.0049', 1],
  ['-1.005', -1.01],
  [1.005, 1.01],
  [0.1 + 0.2, 0.3],
  ['-0', 0],
  ['5分', code('number.unreadable')],
  ['5角', code('number.unreadable')],
  ['约500', code('number.unreadable')],
])

reads('yesno', column.yesno(label), [
  ...['是', '√', '✓', 'Y', 'yes', 'TRUE', '1', '有', 'Ｙ', ' 是 '].map((word) => [word, true] as const),
  ...['否', '×', 'N', 'no', 'FALSE', '0', '无', 'Ｎ'].map((word) => [word, false] as const),
  [1, true],
  [0, false],
  [true, true],
  [2, code('yesno.unreadable')],
  ['也许', code('yesno.unreadable')],
  ['', null],
])

reads('date', column.date(label), [
  ['2026-3-2', '2026-03-02'],
  ['2026/03/02', '2026-03-02'],
  ['2026.3.2', '2026-03-02'],
  ['２０２６－３－２', '2026-03-02'],
  ['2026年3月2日', '2026-03-02'],
  ['2026年3月2号（星期一）', '2026-03-02'],
  ['3月2日', '2026-03-02'],
  ['3/2', '2026-03-02'],
  ['3-2', '2026-03-02'],
  ['26/3/2', '2026-03-02'],
  ['20260302', '2026-03-02'],
  [20260302, '2026-03-02'],
  [46083, '2026-03-02'],
  [46083.6, '2026-03-02'],
  ['2026-03-02 00:00:00', '2026-03-02'],
  ['2026-03-02T14:05', '2026-03-02'],
  ['今天', '2026-03-02'],
  ['昨天', '2026-03-01'],
  ['明天', '2026-03-03'],
  ['2024-2-29', '2024-02-29'],
  ['2026-2-29', code('date.no-such-day')],
  ['2026-2-30', code('date.no-such-day')],
  ['20260230', code('date.no-such-day')],
  ['2026-13-1', code('date.no-such-day')],
  ['2月30日', code('date.no-such-day')],
  ['03/02/26', code('date.two-digit-year')],
  ['0206-3-2', code('date.year-out-of-range')],
  ['2026', code('date.unreadable')],
  [2026, code('date.unreadable')],
  [3.2, code('date.unreadable')],
  [202603, code('date.year-out-of-range')],
  ['46083', code('date.unreadable')],
  ['3/2/26', code('date.unreadable')],
  ['下周一', code('date.unreadable')],
  ['2026-03-02 晚', code('date.unreadable')],
  [true, code('date.unreadable')],
  ['', null],
])

reads('time', column.time(label), [
  ['2026-3-2 14:05', '2026-03-02 14:05'],
  ['2026-03-02T14:05', '2026-03-02 14:05'],
  ['2026-03-02T14:05:59', '2026-03-02 14:05'],
  ['2026/3/2 9:05', '2026-03-02 09:05'],
  ['２０２６－３－２　１４：０５', '2026-03-02 14:05'],
  ['2026年3月2日14时5分', '2026-03-02 14:05'],
  ['2026年3月2日 下午2点半', '2026-03-02 14:30'],
  ['3月2日上午8:00', '2026-03-02 08:00'],
  ['3月2日 14点', '2026-03-02 14:00'],
  ['3月2日凌晨12:30', '2026-03-02 00:30'],
  ['3月2日上午12:30', code('time.unreadable')],
  ['3月2日中午12:30', '2026-03-02 12:30'],
  ['3月2日中午1点', '2026-03-02 13:00'],
  ['3月2日下午12:30', '2026-03-02 12:30'],
  ['3月2日下午14:05', '2026-03-02 14:05'],
  ['3月2日晚上8点', '2026-03-02 20:00'],
  ['3/2 2:05 PM', '2026-03-02 14:05'],
  ['20260302 14:05', '2026-03-02 14:05'],
  ['今天 14:05', '2026-03-02 14:05'],
  ['昨天下午3点', '2026-03-01 15:00'],
  ['现在', '2026-03-02 09:30'],
  [46083.5868055556, '2026-03-02 14:05'],
  [46083, '2026-03-02 00:00'],
  ['2026-3-2', code('time.clock-missing')],
  ['今天', code('time.clock-missing')],
  ['14:05', code('time.date-missing')],
  ['2026-2-30 14:05', code('date.no-such-day')],
  ['2026-3-2 24:00', code('time.unreadable')],
  ['2026-3-2 14:60', code('time.unreadable')],
  ['2026-3-2 14:', code('time.unreadable')],
  ['2026-3-2 上午14:05', code('time.unreadable')],
  ['2026-3-2 晚上12点', code('time.unreadable')],
  ['3/2 12:05 am', '2026-03-02 00:05'],
  ['早上', code('time.unreadable')],
  [true, code('time.unreadable')],
  ['', null],
])

reads('choice of scene', tables.incidents.columns.scene, [
  ['校内(非课堂)', '校内(非课堂)'],
  ['校内（非课堂）', '校内(非课堂)'],
  ['校内', '校内(非课堂)'],
  ['in class', '课堂'],
  [' 课 堂 ', '课堂'],
  ['火星', code('choice.unknown')],
  ['', null],
])

reads('choice of injury', tables.incidentPeople.columns.level, [
  ['轻微', '轻微'],
  ['轻微(皮外伤)', '轻微'],
  ['皮外伤', '轻微'],
  ['严重（重伤）', '严重'],
])

reads('choice of source, alike but for the brackets', tables.deductions.columns.source, [
  ['其他', '其他(手工)'],
  ['事故(直接)', '事故(直接)'],
  ['事故', code('choice.unknown')],
])

reads('choice with yes and no', tables.findings.columns.educated, [
  ['√', '是'],
  ['×', '否'],
  [true, '是'],
  [0, '否'],
  ['待查', '待查'],
])

reads('choice without yes and no', tables.incidents.columns.injury_level, [
  ['√', code('choice.unknown')],
  ['无', '无'],
])

reads('choice of grade', tables.classes.columns.grade, [
  [7, '7'],
  ['初一', '7'],
  ['高一', '高1'],
])

reads('choices', tables.incidents.columns.evidence, [
  ['照片、监控', ['照片', '监控']],
  ['照片，照片;病历', ['照片', '病历']],
  ['照片、录音', code('choices.unknown')],
  ['、', null],
  ['', null],
])

reads('open choices', tables.staff.columns.posts, [
  ['班主任、教导主任', ['班主任', '教务主任']],
  ['国旗手', ['国旗手']],
  ['班主任/任课教师', ['班主任', '任课教师']],
])

reads('reference', column.reference('staff', label), [
  ['王伟', '#wang'],
  ['王 伟', '#wang'],
  ['王　伟 ', '#wang'],
  ['#wang', '#wang'],
  ['李 娜', '#li'],
  ['Anna Li', '#anna'],
  ['一年级（1）班', '#class'],
  ['张敏', code('reference.many')],
  ['赵钱', code('reference.unknown')],
  ['#nobody', code('reference.unknown')],
  ['', null],
])

reads('references', column.references('staff', label), [
  ['王伟、Anna Li', ['#wang', '#anna']],
  ['王伟，王伟', ['#wang']],
  ['王伟\nAnna Li', ['#wang', '#anna']],
  ['王伟、赵钱', code('reference.unknown')],
  ['王伟、张敏', code('reference.many')],
  ['', null],
])

reads('steps', column.steps(label), [['x', code('steps.computed')]])

it('a reader in another language types the labels shown to them', () => {
  const scene = tables.incidents.columns.scene
  const hant = { ...context, optionLabel: (zh: string) => zh.replace('课', '課') }
  expect(cellTypeOf(scene).parse('課堂', scene, hant)).toEqual({ ok: true, value: '课堂' })
  expect(cellTypeOf(scene).format('课堂', scene, hant)).toBe('課堂')
  const posts = tables.staff.columns.on_roster
  const english = { ...context, optionLabel: (_zh: string, en: string) => en }
  expect(cellTypeOf(posts).format(true, posts, english)).toBe('Yes')
})
