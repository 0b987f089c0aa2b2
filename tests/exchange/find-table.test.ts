import { describe, expect, it } from 'vitest'
import { HeadingIndexes } from '../../src/exchange/choose-table.ts'
import { findTables } from '../../src/exchange/find-table.ts'
import type { MergedRange, SheetValue } from '../../src/exchange/sheet-data.ts'
import { SheetGrid } from '../../src/exchange/sheet-grid.ts'
import { tables } from '../../src/tables/index.ts'

const indexes = new HeadingIndexes(tables)

const find = (rows: SheetValue[][], merges: MergedRange[] = []) =>
  findTables(new SheetGrid({ name: 'Sheet1', hidden: false, rows, merges, warnings: [] }), indexes.knowing)

const merge = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right })

describe('the table of a sheet', () => {
  it('stands under titles, with headings of two rows as paths', () => {
    const [found] = find(
      [
        ['学生意外伤害事故登记表', null, null, null],
        ['事故编号', '受伤学生', null, '备注'],
        [null, '姓名', '班级', null],
        ['SG-1', '小明', '三年级2班', null],
      ],
      [merge(0, 0, 0, 3), merge(1, 0, 2, 0), merge(1, 1, 1, 2), merge(1, 3, 2, 3)],
    )
    expect(found).toMatchObject({ first: 1, last: 2, rows: [3] })
    expect(found!.headings).toEqual([['事故编号'], ['受伤学生', '姓名'], ['受伤学生', '班级'], ['备注']])
    expect(found!.leftOut).toEqual([{ row: 1, reason: 'title', text: '学生意外伤害事故登记表' }])
  })

  it('is told from units, numbers of columns, pages, sums and signatures', () => {
    const [found] = find([
      ['班级', '班主任', '学生数', '住宿生'],
      [null, null, '（人）', '（人）'],
      [1, 2, 3, 4],
      ['一年级1班', '张三', 40, 3],
      ['本页小计', null, 40, 3],
      ['班级', '班主任', '学生数', '住宿生'],
      ['一年级2班', '李四', 41, 2],
      ['合 计', null, 81, 5],
      ['填表人：王芳', null, '审核：', null],
      ['说明：人数以学籍为准。', null, null, null],
    ])
    expect(found!.rows).toEqual([3, 6])
    expect(found!.leftOut.map(({ row, reason }) => [row, reason])).toEqual([
      [2, 'units'],
      [3, 'column-numbers'],
      [5, 'total'],
      [6, 'repeated-header'],
      [8, 'total'],
      [9, 'signature'],
      [10, 'note'],
    ])
  })

  it('is one of several when others stand apart under headings of their own', () => {
    const found = find([
      ['姓名', '手机', '部门'],
      ['张三', '139', '教导处'],
      [],
      ['李四', '138', '总务处'],
      [],
      ['部门一览'],
      ['部门名称', '负责人', '分管领导'],
      ['教导处', '张三', '李四'],
    ])
    expect(found.map(({ first, rows }) => [first, rows]).sort()).toEqual([
      [0, [1, 3]],
      [6, [7]],
    ])
  })

  it('keeps a row of data that only looks like a heading', () => {
    const [found] = find([
      ['区域名称', '类别', '检查频次'],
      ['食堂', '教室', '每周'],
      ['食堂', '教室', '每月'],
    ])
    expect(found).toMatchObject({ first: 0, last: 0, rows: [1, 2] })
  })
})
