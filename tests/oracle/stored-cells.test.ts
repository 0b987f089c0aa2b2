import { describe, expect, it } from 'vitest'
import { seededSchool } from './generate-school.ts'
import { judge, type Book, type PlainRow } from './naive-school.ts'
import { storedBook, storedCell } from './stored-cells.ts'

describe('a plain book as stored cells', () => {
  it('keeps yes/no as booleans, emptiness as null and anything else as typed', () => {
    expect(storedCell('staff', 'scored', '是')).toBe(true)
    expect(storedCell('staff', 'scored', '否')).toBe(false)
    expect(storedCell('staff', 'scored', '说不清楚')).toBe('说不清楚')
    expect(storedCell('findings', 'educated', '是')).toBe('是')
    expect(storedCell('incidents', 'loss_owner', '')).toBeNull()
    expect(storedCell('incidents', 'loss_yuan', 0)).toBe(0)
  })

  it('is the same school to the judge', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const plain = seededSchool(seed)
      const stored: Book = Object.fromEntries(
        Object.entries(storedBook(plain)).map(([table, { ids, columns }]) => [
          table,
          ids.map((id, i): PlainRow => ({
            $id: id,
            ...Object.fromEntries(Object.entries(columns).map(([key, cells]) => [key, cells[i]])),
          })),
        ]),
      )
      expect(judge(stored).scores).toEqual(judge(plain).scores)
      expect(judge(stored).classes).toEqual(judge(plain).classes)
    }
  })
})
