import type { Download } from '@playwright/test'
import { expect } from '../app-page.ts'
import { banner, button, cell, dialog, field, list, main, option, role, within, type Spot } from './spots.ts'
import { column, school, shown, type Task } from './task.ts'

const staff = [{ name: '王伟' }, { name: '李静' }, { name: '张伟' }]
const classes = [
  { class_name: '一(1)班', students: 42 },
  { class_name: '一(2)班', students: 40 },
]

const finding = (spot: Spot) => within(role('search', '查找和替换'), spot)
const said = finding((page) => page.getByRole('status'))
const views = (spot: Spot) => within(dialog('“教职工名册”的视图'), spot)
const importing = (spot: Spot) => within(dialog('导入文件'), spot)
const exporting = (spot: Spot) => within(dialog('导出'), spot)
/** Below what was done; the cross above is called the same. */
const closing = exporting((page) => page.locator('.actions').getByRole('button', { name: '关闭' }))
const adding = (spot: Spot) => within(dialog('在“学生数”右侧添加列'), spot)

/** The first cell of the column that was added: it stands right of the pupils. */
const added: Spot = (page) => page.locator('.ag-row[row-index="0"] .ag-cell[col-id="students"] + .ag-cell')

const csv = {
  name: '新教师.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('姓名,手机\n孙丽,13800000001\n周波,13800000002\n'),
}

let download: Promise<Download>

/** The book as a whole: looking for something, kept arrangements, own columns, paper and files. */
export const workbook: readonly Task[] = [
  {
    name: '查找，到下一处，再全部替换',
    given: (app) => school(app, { staff }),
    keys: async (hand) => {
      await hand.press('Control+f')
      await hand.isAt(finding(role('searchbox', '查找')))
      await hand.type('伟')
      await hand.press('Enter', 'Enter')
      await hand.sees(said, '第 2 处，共 2 处')
      await hand.press('Control+h')
      await hand.tabTo(finding(field('替换为')))
      await hand.type('玮')
      await hand.meets('find and replace')
      await hand.tabTo(finding(button('全部替换…')))
      await hand.press('Enter')
      await hand.tabTo(button('替换 2 格'))
      await hand.meets('what will be replaced')
      await hand.press('Enter')
      await hand.sees(said, '没有找到')
      await hand.press('Escape')
    },
    mouse: async (hand) => {
      await hand.click(banner(button('命令面板')))
      await hand.click(within(dialog('命令面板'), option(/^查找/)))
      await hand.type('伟')
      await hand.click(finding(button(/^下一处/)))
      await hand.click(finding(button(/^下一处/)))
      await hand.sees(said, '第 2 处，共 2 处')
      await hand.click(finding(button('替换')))
      await hand.click(finding(field('替换为')))
      await hand.type('玮')
      await hand.click(finding(button('全部替换…')))
      await hand.click(button('替换 2 格'))
      await hand.sees(said, '没有找到')
      await hand.click(finding(button('关闭')))
    },
    wished: async (app) => {
      await expect.poll(() => column(app, 'staff', 'name')).toEqual(['王玮', '李静', '张玮'])
      await expect(app.field).toBeFocused()
    },
  },
  {
    name: '保存一个视图，再回到它',
    given: (app) => school(app, { staff }),
    keys: async (hand) => {
      await hand.toCell(0, '姓名')
      await hand.inColumnMenu('j', '降序')
      await hand.command('视图', '视图')
      await hand.isAt(views(field('视图名称')))
      await hand.type('姓名倒序')
      await hand.press('Enter')
      await hand.meets('kept views')
      await hand.tabTo(views(button('恢复最初的样子')))
      await hand.press('Enter')
      await hand.sees(cell(0, 'name'), '王伟')
      await hand.command('视图', '视图')
      await hand.isAt(views(button('打开视图“姓名倒序”')))
      await hand.press('Enter')
    },
    mouse: async (hand) => {
      await hand.inColumnMenu('姓名', '降序')
      await hand.click(main(button('视图')))
      await hand.click(views(field('视图名称')))
      await hand.type('姓名倒序')
      await hand.click(views(button('保存现在的样子')))
      await hand.click(views(button('恢复最初的样子')))
      await hand.sees(cell(0, 'name'), '王伟')
      await hand.click(main(button('视图')))
      await hand.click(views(button('打开视图“姓名倒序”')))
    },
    wished: async (app) => {
      await expect.poll(() => shown(app, 'name')).toEqual(['张伟', '王伟', '李静'])
      await expect(app.field).toBeFocused()
    },
  },
  {
    name: '添加自己的一列并填上',
    given: (app) => school(app, { classes }),
    keys: async (hand) => {
      await hand.toCell(0, '学生数')
      await hand.inColumnMenu('z', '在右侧添加列…')
      await hand.isAt(adding(field('名称')))
      await hand.type('转入')
      await hand.meets('adding a column')
      await hand.press('Enter')
      await hand.toCell(0, '转入')
      await hand.type('两人')
      await hand.press('Enter')
    },
    mouse: async (hand) => {
      await hand.inColumnMenu('学生数', '在右侧添加列…')
      await hand.click(adding(field('名称')))
      await hand.type('转入')
      await hand.click(adding(button('添加')))
      await hand.click(added)
      await hand.type('两人')
      await hand.click(cell(0, 'class_name'))
    },
    wished: async (app) => {
      await expect(added(app.page)).toHaveText('两人')
      await expect(app.field).toBeFocused()
    },
  },
  {
    name: '添加一个公式列',
    given: (app) => school(app, { classes }),
    keys: async (hand) => {
      await hand.toCell(0, '学生数')
      await hand.inColumnMenu('z', '在右侧添加列…')
      await hand.isAt(adding(field('名称')))
      await hand.type('需要桌椅')
      await hand.tabTo(adding(list('里面是什么')))
      await hand.choose(adding(list('里面是什么')), '公式（自动算出）')
      await hand.tabTo(adding(list('公式')))
      await hand.press('End')
      await hand.type('[@学')
      await hand.press('Enter')
      await hand.type('+2')
      await hand.sees(adding(role('table', '前几行的结果')), '44')
      await hand.meets('writing a formula')
      await hand.press('Enter')
    },
    mouse: async (hand) => {
      await hand.inColumnMenu('学生数', '在右侧添加列…')
      await hand.click(adding(field('名称')))
      await hand.type('需要桌椅')
      await hand.choose(adding(list('里面是什么')), '公式（自动算出）')
      await hand.click(adding(list('公式')))
      await hand.type('[@学')
      await hand.click(adding(option(/^学生数/)))
      await hand.type('+2')
      await hand.click(adding(button('添加')))
    },
    wished: async (app) => {
      await expect(added(app.page)).toHaveText('44')
      await expect(app.field).toBeFocused()
    },
  },
  {
    name: '照看到的样子打印',
    given: async (app) => {
      await school(app, { staff })
      // Else a window of the system would wait for an answer.
      await app.page.evaluate(() => (globalThis.print = () => {}))
    },
    keys: (hand) => hand.command('打印', '打印'),
    mouse: (hand) => hand.click(main(button('打印'))),
    wished: async (app) => {
      await expect(app.page.locator('.paper tbody tr')).toHaveCount(3)
      await expect(app.page.locator('.paper')).toContainText('王伟')
      await app.page.evaluate(() => dispatchEvent(new Event('afterprint')))
    },
  },
  {
    name: '导出给校内看的 .xlsx',
    given: async (app) => {
      await school(app, { staff })
      download = app.page.waitForEvent('download')
    },
    keys: async (hand) => {
      await hand.command('导出', '导出')
      await hand.walkTo(exporting(role('radio', /^校内/)), 'ArrowUp')
      await hand.meets('the export')
      await hand.press('Enter')
      await hand.isAt(closing)
      await hand.press('Enter')
    },
    mouse: async (hand) => {
      await hand.click(banner(button('导出')))
      await hand.click(exporting(role('radio', /^校内/)))
      await hand.click(exporting(button('导出')))
      await hand.click(closing)
    },
    wished: async (app) => {
      expect((await download).suggestedFilename()).toMatch(/^双责簿-城关小学.*\.xlsx$/)
      await expect(dialog('导出')(app.page)).toBeHidden()
    },
  },
  {
    name: '导入一个 .csv',
    given: (app) => school(app, { staff }),
    keys: async (hand) => {
      await hand.command('导入', '导入')
      await hand.isAt(importing(button('选择文件')))
      await hand.giveFile(csv)
      await hand.isAt(importing(button('导入 2 行')))
      await hand.meets('the preview of an import')
      await hand.press('Enter')
      await hand.isAt(importing(button('查看教职工名册')))
      await hand.press('Enter')
    },
    mouse: async (hand) => {
      await hand.click(banner(button('导入')))
      await hand.giveFile(importing(button('选择文件')), csv)
      await hand.click(importing(button('导入 2 行')))
      await hand.click(importing(button('查看教职工名册')))
    },
    wished: async (app) => {
      await expect.poll(() => column(app, 'staff', 'phone')).toContain('13800000002')
      await expect.poll(() => shown(app, 'name')).toEqual(['王伟', '李静', '张伟', '孙丽', '周波'])
      await expect(dialog('导入文件')(app.page)).toBeHidden()
    },
  },
]
