import { expect, type AppPage } from '../app-page.ts'
import {
  banner,
  button,
  cell,
  field,
  list,
  main,
  navigation,
  panel,
  role,
  status,
  tableField,
  title,
  within,
  type Spot,
} from './spots.ts'
import { show, type Task } from './task.ts'

/** In the sample school, which the first of these tasks opens. */
async function sample(app: AppPage, place = 'today'): Promise<void> {
  await show(app, place)
  await expect(app.page.locator('main h1')).toBeVisible()
}

const inEntry = (spot: Spot) => main(spot)
const receipt = role('region', '余晓岚 的得分依据')

/** What comes up at a school: from the first screen to incidents, scores and problems. */
export const schoolLife: readonly Task[] = [
  {
    name: '从第一屏打开示例学校',
    given: (app) => expect(title('双责簿')(app.page)).toBeVisible(),
    keys: async (hand) => {
      await hand.meets('the first screen')
      await hand.tabTo(button('打开示例学校'))
      await hand.press('Enter')
    },
    mouse: (hand) => hand.click(button('打开示例学校')),
    wished: async (app) => {
      await expect(banner(button(/示例学校/))(app.page)).toBeVisible()
      expect(await app.call('rows', 'staff')).toHaveLength(40)
    },
  },
  {
    name: '去一张表',
    given: (app) => sample(app),
    keys: async (hand) => {
      await hand.meets('today')
      await hand.walkTo(navigation(button('今日')), 'F6', 6)
      await hand.walkTo(navigation(button('教职工名册')), 'j')
      await hand.press('Enter')
      await hand.toCell(1, '姓名')
    },
    mouse: async (hand) => {
      await hand.click(navigation(button('教职工名册')))
      await hand.click((page) => page.locator('.ag-row[row-index="1"] .ag-cell[col-id="name"]'))
    },
    wished: async (app) => {
      await expect(title('教职工名册')(app.page)).toBeVisible()
      await expect(app.field).toHaveAccessibleName(/^第 2 行，姓名/)
    },
  },
  {
    name: '记一起事故',
    given: (app) => sample(app),
    keys: async (hand) => {
      await hand.command('jyqsg', '打开：记一起事故')
      await hand.isAt(role('radio', '校内(非课堂)'))
      await hand.press('ArrowRight')
      await hand.tabTo(list('事件类型'))
      await hand.choose(list('事件类型'), '体育运动')
      await hand.tabTo(inEntry(button('加一名受伤者')))
      await hand.press('Enter')
      await hand.meets('recording an incident')
      await hand.press('Control+Enter')
    },
    mouse: async (hand) => {
      await hand.click(navigation(button('记一起事故')))
      await hand.click((page) => page.locator('label').filter({ hasText: /^\s*课堂\s*$/ }))
      await hand.choose(list('事件类型'), '体育运动')
      await hand.click(inEntry(button('加一名受伤者')))
      await hand.click(inEntry(button('保存')))
    },
    wished: async (app) => {
      await expect(app.page.getByRole('heading', { name: /^已记下 SG-/ })).toBeFocused()
      const { scene, type } = (await app.call('rows', 'incidents')).at(-1)!
      expect({ scene, type }).toEqual({ scene: '课堂', type: '体育运动' })
    },
  },
  {
    name: '看一个人的得分依据',
    given: (app) => sample(app),
    keys: async (hand) => {
      await hand.command('xqkh', '打开：学期考核')
      await hand.isAt(role('searchbox', '按姓名或拼音查找'))
      await hand.type('yxl')
      await hand.sees(role('row', /^余晓岚/))
      await hand.press('ArrowDown', 'Enter')
      await hand.isAt(within(receipt, title('余晓岚 的得分依据')))
      await hand.meets('a receipt')
    },
    mouse: async (hand) => {
      await hand.click(navigation(button('学期考核')))
      await hand.click(role('row', /^余晓岚/))
    },
    wished: async (app) => {
      await expect(receipt(app.page).getByRole('group', { name: '得分算式' })).toContainText('70')
      const scores = await app.call('scores', '2026-2027 第一学期')
      expect(scores).toContainEqual(expect.objectContaining({ person: '余晓岚', final: 70 }))
    },
  },
  {
    name: '从问题跳到格子，在侧栏改好',
    given: async (app) => {
      const [first] = await app.call('rows', 'staff')
      await app.call('edit', [{ table: 'staff', row: first!.id, column: 'name', value: '' }])
      await sample(app)
    },
    keys: async (hand) => {
      await hand.command('wt', '打开：问题')
      await hand.tabTo(main(button(/姓名.*必须填写/)))
      await hand.meets('problems')
      await hand.press('Enter')
      await hand.isAt(tableField)
      await hand.press('F6')
      await hand.isAt(panel(role('tab', '内容')))
      await hand.tabTo(panel(field('姓名')))
      await hand.type('方远')
      await hand.press('Enter')
    },
    mouse: async (hand) => {
      await hand.click(within(status, button(/^问题/)))
      await hand.click(main(button(/姓名.*必须填写/)))
      await hand.click(panel(field('姓名')))
      await hand.type('方远')
      await hand.click(cell(0, 'staff_no'))
    },
    wished: async (app) => {
      await expect(app.cell(0, 'name')).toHaveText('方远')
      expect((await app.call('rows', 'staff'))[0]).toMatchObject({ name: '方远' })
    },
  },
  {
    name: '换一种语言',
    given: (app) => sample(app, 'staff'),
    keys: (hand) => hand.command('English', '语言：English'),
    mouse: (hand) => hand.choose(banner(list('语言')), 'English'),
    wished: async (app) => {
      await expect(title('Staff')(app.page)).toBeVisible()
      await expect(app.page.locator('html')).toHaveAttribute('lang', 'en')
    },
  },
]
