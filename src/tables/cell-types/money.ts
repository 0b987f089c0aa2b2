import { roundHalfUp } from '../../shared/plain-number.ts'
import { ok } from '../../shared/result.ts'
import { numberType } from './number-type.ts'

/** Yuan to the fen. */
export const money = numberType({
  take: (digits) => ok(roundHalfUp(digits, 2) + 0),
  write: (value) => value.toFixed(2),
  sheetFormat: '0.00',
  width: 110,
})
