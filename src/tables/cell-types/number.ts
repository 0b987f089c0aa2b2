import { plainNumber } from '../../shared/plain-number.ts'
import { ok } from '../../shared/result.ts'
import { numberType } from './number-type.ts'

export const number = numberType({
  take: (digits) => ok(Number(digits) + 0),
  write: plainNumber,
  width: 100,
})
