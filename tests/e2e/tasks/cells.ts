import { expect } from '../app-page.ts'
import { button, cell, fillHandle, listed, role, tableField } from './spots.ts'
import { column, school, shown, type Task } from './task.ts'

const staff = [{ name: '王晓明' }, { name: '李静' }, { name: '赵强' }, { name: '孙丽' }, { name: '周波' }]
const classes = [
  { class_name: '一(1)班', students: 42, boarders: 3 },
  { class_name: '一(2)班', students: 40, boarders: 5 },
  { class_name: '二(1)班' },
  { class_name: '二(2)班' },
]

/** Values in cells. */
export const cells: readonly Task[] = [
  {
    name: '填一个值，再改一段文字里的几个字',
    given: (app) => school(app, { meetings: [{ place: '101 教室' }, {}] }),
    keys: async (hand) => {
      await hand.toCell(1, '地点')
      await hand.type('东门岗亭')
      await hand.press('Enter', 'ArrowUp', 'ArrowUp', 'F2', 'Home', 'Delete', 'Delete', 'Delete')
      await hand.type('102')
      await hand.press('Enter')
    },
    mouse: async (hand) => {
      await hand.click(cell(1, 'place'))
      await hand.type('东门岗亭')
      await hand.doubleClick(cell(0, 'place'))
      await hand.doubleClick(tableField, { x: 14, y: 14 })
      await hand.type('102')
      await hand.click(cell(1, 'kind'))
    },
    wished: async (app) => {
      await expect(app.cell(0, 'place')).toHaveText('102 教室')
      expect(await column(app, 'meetings', 'place')).toEqual(['102 教室', '东门岗亭'])
    },
  },
  {
    name: '复制一块，贴到别处',
    given: (app) => school(app, { classes }),
    keys: async (hand) => {
      await hand.toCell(0, '学生数')
      await hand.press(
        'Shift+ArrowRight',
        'Shift+ArrowDown',
        'Control+c',
        'ArrowDown',
        'ArrowDown',
        'Control+v',
      )
    },
    mouse: async (hand) => {
      await hand.drag(cell(0, 'students'), cell(1, 'boarders'))
      await hand.inMenu(cell(0, 'students'), /^复制 Ctrl/)
      await hand.inMenu(cell(2, 'students'), /^粘贴/)
    },
    wished: async (app) => {
      await expect.poll(() => column(app, 'classes', 'boarders')).toEqual([3, 5, 3, 5])
      expect(await column(app, 'classes', 'students')).toEqual([42, 40, 42, 40])
      await expect(app.field).toBeFocused()
    },
  },
  {
    name: '剪切一块，贴到别处',
    given: (app) => school(app, { classes }),
    keys: async (hand) => {
      await hand.toCell(1, '学生数')
      await hand.press('Shift+ArrowRight', 'Control+x', 'ArrowDown', 'ArrowDown', 'Control+v')
    },
    mouse: async (hand) => {
      await hand.drag(cell(1, 'students'), cell(1, 'boarders'))
      await hand.inMenu(cell(1, 'students'), /^剪切/)
      await hand.inMenu(cell(3, 'students'), /^粘贴/)
    },
    wished: async (app) => {
      await expect.poll(() => column(app, 'classes', 'students')).toEqual([42, null, null, 40])
      expect(await column(app, 'classes', 'boarders')).toEqual([3, null, null, 5])
    },
  },
  {
    name: '把一个值贴满一片',
    given: (app) => school(app, { classes: [{ grade: '2' }, {}, {}, {}] }),
    keys: async (hand) => {
      await hand.toCell(0, '年级')
      await hand.press('Control+c', 'ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+v')
    },
    mouse: async (hand) => {
      await hand.inMenu(cell(0, 'grade'), /^复制 Ctrl/)
      await hand.drag(cell(1, 'grade'), cell(3, 'grade'))
      await hand.inMenu(cell(2, 'grade'), /^粘贴/)
    },
    wished: (app) => expect.poll(() => column(app, 'classes', 'grade')).toEqual(['2', '2', '2', '2']),
  },
  {
    name: '照前两个日期往下填',
    given: (app) =>
      school(app, { terms: [{ start_date: '2026-09-01' }, { start_date: '2026-09-08' }, {}, {}] }),
    keys: async (hand) => {
      await hand.toCell(0, '开学日')
      await hand.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown')
      await hand.inMenu('a', /^按序列填充/)
    },
    mouse: async (hand) => {
      await hand.drag(cell(0, 'start_date'), cell(1, 'start_date'))
      await hand.drag(fillHandle, cell(3, 'start_date'))
    },
    wished: async (app) => {
      const dates = ['2026-09-01', '2026-09-08', '2026-09-15', '2026-09-22']
      await expect.poll(() => column(app, 'terms', 'start_date')).toEqual(dates)
      expect(await shown(app, 'start_date')).toEqual(dates)
      await expect(app.field).toBeFocused()
    },
  },
  {
    name: '从列表里选年级，再勾“是”',
    given: (app) => school(app, { classes: [{ class_name: '三(1)班' }] }),
    keys: async (hand) => {
      await hand.toCell(0, '年级')
      await hand.press('F2')
      await hand.walkToOption('3', 'ArrowDown')
      await hand.press('Enter')
      await hand.toCell(0, '是否低年级接送交接')
      await hand.press('Space')
    },
    mouse: async (hand) => {
      await hand.doubleClick(cell(0, 'grade'))
      await hand.click(listed('3'))
      await hand.scrollTo(0, 'handover')
      await hand.doubleClick(cell(0, 'handover'))
      await hand.click(listed('是'))
    },
    wished: async (app) => {
      await expect.poll(() => column(app, 'classes', 'handover')).toEqual(['是'])
      expect(await column(app, 'classes', 'grade')).toEqual(['3'])
      await expect(app.cell(0, 'handover')).toHaveText('是')
      await expect(app.field).toBeFocused()
    },
  },
  {
    name: '按拼音首字母选人',
    given: (app) => school(app, { classes: [{ class_name: '一(1)班' }], staff }),
    keys: async (hand) => {
      await hand.toCell(0, '班主任')
      await hand.type('lj')
      await hand.sees(listed(/^李静/))
      await hand.meets('a list under a cell')
      await hand.press('Enter')
    },
    mouse: async (hand) => {
      await hand.doubleClick(cell(0, 'homeroom'))
      await hand.type('lj')
      await hand.click(listed(/^李静/))
    },
    wished: async (app) => {
      await expect(app.cell(0, 'homeroom')).toHaveText('李静')
      expect(await column(app, 'classes', 'homeroom')).toEqual(['李静'])
    },
  },
  {
    name: '用日历选日期',
    given: (app) => school(app, { terms: [{ start_date: '2026-11-23' }] }),
    keys: async (hand) => {
      await hand.toCell(0, '开学日')
      await hand.press('F2', 'ArrowDown', 'ArrowDown')
      await hand.meets('the calendar under a cell')
      await hand.press('Enter')
    },
    mouse: async (hand) => {
      await hand.doubleClick(cell(0, 'start_date'))
      await hand.click(button('下个月'))
      await hand.click((page) => role('grid', '日历')(page).locator('[title="2026-12-07"]'))
    },
    wished: async (app) => {
      await expect(app.cell(0, 'start_date')).toHaveText('2026-12-07')
      expect(await column(app, 'terms', 'start_date')).toEqual(['2026-12-07'])
      await expect(app.field).toBeFocused()
    },
  },
]
