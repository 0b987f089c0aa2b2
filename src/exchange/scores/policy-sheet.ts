import type { ExportCell, ExportSheet } from '../xlsx-write.ts'
import { POLICY, RULES } from './columns.ts'
import type { ScoreBook } from './score-book.ts'

/** "No limit" as a number, which MIN and MAX can read. */
const UNLIMITED = 999_999

/** Every number of the policy that a formula reads, to be changed and seen in the scores. */
export function policySheet(book: ScoreBook): ExportSheet {
  const { policy } = book.data
  const three = (name: string, [g1, g2, g3]: readonly number[], basis: string) => ({
    name,
    g1: g1!,
    g2: g2!,
    g3: g3!,
    basis,
  })
  const one = (name: string, value: ExportCell, basis: string) => ({
    name,
    g1: value,
    g2: null,
    g3: null,
    basis,
  })
  const rules: Record<(typeof RULES)[number], ReturnType<typeof three> | ReturnType<typeof one>> = {
    diligent: three('尽责时扣分', policy.diligent, '安全事故：已尽责仍按等级扣分'),
    undiligent: three('未尽责时扣分', policy.undiligent, '安全责任事故：按等级扣分'),
    directorThreshold: three(
      '主任：每满几起',
      policy.directorThreshold,
      '本部门每学期责任事故起数，逐级分别计',
    ),
    directorPoints: three('主任：扣分', policy.directorPoints, '每满一次扣的分数'),
    vpThreshold: three('分管副校长：每满几起', policy.vpThreshold, '所管部门合计起数，一起事故只计一次'),
    vpPoints: three('分管副校长：扣分', policy.vpPoints, '每满一次扣的分数'),
    base: one('基础分', policy.base, '每学期每人'),
    floor: one('最低分', policy.floor ?? -UNLIMITED, '低于此分按此分计'),
    ceiling: one('最高分', policy.ceiling ?? UNLIMITED, '高于此分按此分计'),
    standard: one('津贴标准(元)', policy.standard, '100 分对应的金额'),
    decimals: one('金额保留小数位', policy.decimals, '四舍五入'),
    termMonths: one('学期月数', policy.termMonths, '在岗系数 = 在岗月数 ÷ 学期月数'),
  }
  const others = (book.data.otherSettings ?? []).map((setting) =>
    one(setting.name, setting.value, setting.basis),
  )
  return book.sheet(
    'policy',
    POLICY,
    [...RULES.map((name) => rules[name]), ...others],
    [[], ['改动上面的数字，学期考核和津贴发放会随着重算；程序里的成绩不变。']],
  )
}
