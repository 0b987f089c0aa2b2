import { expect } from '../app-page.ts'
import {
  banner,
  box,
  button,
  cell,
  dialog,
  heading,
  item,
  list,
  main,
  rowNumber,
  status,
  within,
} from './spots.ts'
import { column, school, shown, type Task } from './task.ts'

const named = (...names: readonly string[]) => ({ staff: names.map((name) => ({ name })) })
const classes = [
  { class_name: '二(1)班', grade: '2', students: 38 },
  { class_name: '一(1)班', grade: '1', students: 42 },
  { class_name: '二(2)班', grade: '2', students: 41 },
  { class_name: '一(2)班', grade: '1', students: 45 },
]
const departments = [{ dept: '教导处' }, { dept: '总务处' }]
const staff = [
  { name: '王晓明', dept: '教导处' },
  { name: '李静', dept: '总务处' },
  { name: '赵强', dept: '教导处' },
]

/** Rows and columns as such. */
export const rowsAndColumns: readonly Task[] = [
  {
    name: '在末尾新增一行并填上',
    given: (app) => school(app, named('王晓明', '李静')),
    keys: async (hand) => {
      await hand.toCell(0, '姓名')
      await hand.command('新增', '新增 1 行')
      await hand.type('赵强')
      await hand.press('Enter')
    },
    mouse: async (hand) => {
      await hand.click(main(button('新增一行')))
      await hand.click(cell(2, 'name'))
      await hand.type('赵强')
      await hand.click(cell(0, 'name'))
    },
    wished: async (app) => {
      await expect.poll(() => column(app, 'staff', 'name')).toEqual(['王晓明', '李静', '赵强'])
      await expect(app.page.getByText('共 3 行')).toBeVisible()
    },
  },
  {
    name: '在上方插入一行，填好，再上移一行',
    given: (app) => school(app, named('王晓明', '李静', '赵强')),
    keys: async (hand) => {
      await hand.toCell(2, '姓名')
      await hand.inMenu('z', '在上方插入 1 行 Ctrl++')
      await hand.type('孙丽')
      await hand.press('Enter', 'ArrowUp', 'Alt+Shift+ArrowUp')
    },
    mouse: async (hand) => {
      await hand.inMenu(cell(2, 'name'), /^在上方插入 1 行/)
      await hand.type('孙丽')
      await hand.click(cell(3, 'name'))
      await hand.inMenu(cell(2, 'name'), /^上移/)
      await hand.click(cell(1, 'name'))
    },
    wished: async (app) => {
      const names = ['王晓明', '孙丽', '李静', '赵强']
      await expect.poll(() => column(app, 'staff', 'name')).toEqual(names)
      expect(await shown(app, 'name')).toEqual(names)
      await expect(app.field).toHaveAccessibleName(/^第 2 行，姓名，孙丽/)
    },
  },
  {
    name: '复制出一行',
    given: (app) => school(app, { classes }),
    keys: async (hand) => {
      await hand.toCell(0, '班级')
      await hand.meets('a table')
      await hand.press('Shift+F10')
      await hand.meets('the menu of a cell')
      await hand.walkTo(item('复制出 1 行'), 'f')
      await hand.press('Enter')
    },
    mouse: (hand) => hand.inMenu(rowNumber(0), '复制出 1 行'),
    wished: async (app) => {
      await expect.poll(() => column(app, 'classes', 'students')).toEqual([38, 38, 42, 41, 45])
      await expect(app.page.getByText('共 5 行')).toBeVisible()
    },
  },
  {
    name: '删掉两行，撤销，重做，再撤销',
    given: (app) => school(app, named('王晓明', '李静', '赵强')),
    keys: async (hand) => {
      await hand.toCell(0, '姓名')
      await hand.press('Shift+ArrowDown', 'Shift+Space', 'Control+-')
      await hand.sees(status, '1 行')
      await hand.press('Control+z')
      await hand.sees(status, '3 行')
      await hand.press('Control+y')
      await hand.sees(status, '1 行')
      await hand.press('Control+z')
    },
    mouse: async (hand) => {
      await hand.drag(rowNumber(0), rowNumber(1))
      await hand.inMenu(rowNumber(1), /^删除选中的 2 行/)
      await hand.sees(status, '1 行')
      await hand.click(banner(button('撤销')))
      await hand.sees(status, '3 行')
      await hand.click(banner(button('重做')))
      await hand.sees(status, '1 行')
      await hand.click(banner(button('撤销')))
    },
    wished: async (app) => {
      await expect.poll(() => column(app, 'staff', 'name')).toEqual(['王晓明', '李静', '赵强'])
      expect(await shown(app, 'name')).toEqual(['王晓明', '李静', '赵强'])
    },
  },
  {
    name: '先按一列、再按两列排序',
    given: (app) => school(app, { classes }),
    keys: async (hand) => {
      await hand.toCell(0, '年级')
      await hand.inColumnMenu('s', '升序')
      await hand.press('Alt+ArrowDown')
      await hand.meets('the menu of a column')
      await hand.walkTo(item('按多列排序…'), 'a')
      await hand.press('Enter')
      await hand.isAt(list('第 1 个排序的列'))
      await hand.tabTo(button('再加一列'))
      await hand.press('Enter')
      await hand.tabBackTo(list('第 2 个排序的列'))
      await hand.choose(list('第 2 个排序的列'), '学生数')
      await hand.press('Tab')
      await hand.choose(list('第 2 个排序的方向'), '降序')
      await hand.meets('sorting by several columns')
      await hand.press('Enter')
    },
    mouse: async (hand) => {
      await hand.click(button('按“年级”排序'))
      await hand.inColumnMenu('年级', '按多列排序…')
      await hand.click(button('再加一列'))
      await hand.choose(list('第 2 个排序的列'), '学生数')
      await hand.choose(list('第 2 个排序的方向'), '降序')
      await hand.click(within(dialog('按多列排序…'), button('确定')))
    },
    wished: async (app) => {
      await expect.poll(() => shown(app, 'class_name')).toEqual(['一(2)班', '一(1)班', '二(2)班', '二(1)班'])
      await expect(app.field).toBeFocused()
    },
  },
  {
    name: '只看一个部门，再取消筛选',
    given: (app) => school(app, { staff, departments }),
    keys: async (hand) => {
      await hand.toCell(0, '部门')
      await hand.press('Control+Shift+L')
      await hand.type('jdc')
      await hand.sees(within(dialog('筛选“部门”'), box('教导处 2')))
      await hand.meets('a filter')
      await hand.press('Enter')
      await hand.seesNo(cell(2, 'name'))
      await hand.press('Control+Shift+L')
      await hand.tabTo(button('取消筛选'))
      await hand.press('Enter')
    },
    mouse: async (hand) => {
      await hand.inColumnMenu('部门', /^筛选…/)
      await hand.click(box('全选'))
      await hand.click(box('教导处 2'))
      await hand.click(within(dialog('筛选“部门”'), button('确定')))
      await hand.seesNo(cell(2, 'name'))
      await hand.click(button('取消“部门”的筛选'))
    },
    wished: async (app) => {
      await expect.poll(() => shown(app, 'name')).toEqual(['王晓明', '李静', '赵强'])
      await expect(app.field).toBeFocused()
    },
  },
  {
    name: '隐藏一列，再显示出来',
    given: (app) => school(app, { staff, departments }),
    keys: async (hand) => {
      await hand.toCell(0, '性别')
      await hand.inColumnMenu('y', '隐藏这一列')
      await hand.seesNo(heading('sex'))
      await hand.inColumnMenu('x', '显示哪些列…')
      await hand.meets('choosing columns')
      await hand.walkTo(box('性别'), 'ArrowDown')
      await hand.press('Space', 'Escape')
    },
    mouse: async (hand) => {
      await hand.inColumnMenu('性别', '隐藏这一列')
      await hand.seesNo(heading('sex'))
      await hand.inColumnMenu('姓名', '显示哪些列…')
      await hand.click(box('性别'))
      await hand.click(within(dialog('显示哪些列…'), button('确定')))
    },
    wished: async (app) => {
      await expect(app.cell(0, 'sex')).toBeVisible()
      await expect(app.field).toBeFocused()
    },
  },
  {
    name: '冻结前两列，把一列加宽',
    given: (app) => school(app, { staff, departments }),
    keys: async (hand) => {
      await hand.toCell(0, '姓名')
      await hand.inColumnMenu('d', '冻结到这一列')
      await hand.inColumnMenu('j', '加宽')
      await hand.press('Enter', 'Escape')
    },
    mouse: async (hand) => {
      await hand.inColumnMenu('姓名', '冻结到这一列')
      await hand.dragBorder(heading('name'), 40)
    },
    wished: async (app) => {
      await expect.poll(async () => (await app.cell(0, 'name').boundingBox())!.width).toBe(140)
      const before = (await app.cell(0, 'name').boundingBox())!.x
      await app.page.locator('.ag-grid-viewport').evaluate((viewport) => (viewport.scrollLeft = 400))
      await expect(app.cell(0, 'sex')).not.toBeInViewport()
      expect((await app.cell(0, 'name').boundingBox())!.x).toBe(before)
    },
  },
  {
    name: '选几块，看合计',
    given: (app) => school(app, { classes }),
    keys: async (hand) => {
      await hand.toCell(0, '学生数')
      await hand.press('Shift+ArrowDown', 'Shift+F8', 'ArrowDown', 'ArrowDown', 'ArrowDown')
    },
    mouse: async (hand) => {
      await hand.drag(cell(0, 'students'), cell(1, 'students'))
      await hand.click(cell(3, 'students'), 'Control')
    },
    wished: (app) => expect(app.status).toContainText(/选中 2 块区域 3 格.*求和 125/),
  },
]
