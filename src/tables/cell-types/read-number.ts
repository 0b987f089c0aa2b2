import { plainNumber } from '../../shared/plain-number.ts'
import { halfWidth } from '../../shared/typed-text.ts'
import type { Column } from '../column.ts'

// Not 分 or 角 with money: they would be read as so many yuan.
const MONEY_UNITS = '元|块|rmb|yuan'
const COUNT_UNITS = '人|名|个|位|次|分|周|月|天|岁|起|条|件|年|个月'

const written = (units: string) =>
  new RegExp(`^([+-]?)¥?([+-]?)(\\d{1,3}(?:,\\d{3})+|\\d+)?(?:\\.(\\d*))?(万)?(?:${units})?$`)
const AS_MONEY = written(MONEY_UNITS)
const AS_NUMBER = written(`${MONEY_UNITS}|${COUNT_UNITS}`)

/**
 * A number as people write it, in plain digits: `１２３`, `1,234.5`, `￥500`, `500元`, `1.2万元`. Null when it is not
 * one; digits are kept as written, so that money is rounded from what stands on paper.
 */
export function readNumber(input: string | number | boolean, column: Column): string | null {
  if (typeof input === 'boolean') return null
  if (typeof input === 'number') return Number.isFinite(input) ? plainNumber(input) : null
  let typed = halfWidth(input).replace(/\s+/g, '').toLowerCase()
  // 50% in a column of percents is 50; elsewhere it could as well mean 0.5.
  if (typed.endsWith('%') && /[%％]/.test(column.zh)) typed = typed.slice(0, -1)
  const parts = (column.type === 'money' ? AS_MONEY : AS_NUMBER).exec(typed)
  if (!parts) return null
  const [, signBefore, signAfter, whole, fraction = '', tenThousand] = parts
  if ((signBefore && signAfter) || (whole === undefined && fraction === '')) return null
  let digits = (whole ?? '0').replaceAll(',', '').replace(/^0+(?=\d)/, '')
  let decimals = fraction
  if (tenThousand) {
    digits = (digits + decimals.slice(0, 4).padEnd(4, '0')).replace(/^0+(?=\d)/, '')
    decimals = decimals.slice(4)
  }
  const sign = (signBefore || signAfter) === '-' ? '-' : ''
  return decimals ? `${sign}${digits}.${decimals}` : sign + digits
}
