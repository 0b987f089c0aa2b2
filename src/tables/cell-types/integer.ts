import { fail, ok } from '../../shared/result.ts'
import { plainNumber } from '../../shared/plain-number.ts'
import { numberType } from './number-type.ts'

export const integer = numberType({
  // 12.0 is a whole number; -0 is 0 everywhere people look.
  take: (digits) => (/\.0*[1-9]/.test(digits) ? fail('number.not-whole') : ok(Number(digits) + 0)),
  write: plainNumber,
  sheetFormat: '0',
  width: 90,
})
