import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellName, columnOf, NO_PLACE, placeNamed, placeOf, rowOf } from '../../src/exchange/sheet-data.ts'

const place = fc.record({ row: fc.nat(1_048_575), column: fc.nat(16_383) })

test('every cell is found by its name, in capitals or not, fixed or not', () => {
  fc.assert(
    fc.property(place, fc.boolean(), fc.boolean(), fc.boolean(), ({ row, column }, small, across, down) => {
      const name = cellName(row, column)
      const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(name)!
      const written = `${across ? '$' : ''}${letters}${down ? '$' : ''}${digits}`
      const found = placeNamed(small ? written.toLowerCase() : written)
      expect(found).toBe(placeOf(row, column))
      expect([rowOf(found), columnOf(found)]).toEqual([row, column])
    }),
  )
})

test('nothing else names a cell', () => {
  const letter = fc.constantFrom(...'$AaXZz019١Ａ. :-', '')
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 9 }), (letters) => {
      const text = letters.join('')
      if (!/^\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6}$/.test(text)) expect(placeNamed(text), text).toBe(NO_PLACE)
    }),
    { numRuns: 2000 },
  )
  for (const past of ['XFE1', 'ZZZ1', 'A1048577', 'AAAA1', 'A01', '$1', 'A', ''])
    expect(placeNamed(past), past).toBe(NO_PLACE)
})
