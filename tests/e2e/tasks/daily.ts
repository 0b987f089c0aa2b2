import { expect, type AppPage } from '../app-page.ts'
import type { Keys } from './hands.ts'
import { button, list, main, role, tableField, type Spot } from './spots.ts'
import { WPS } from './wps-ledger.ts'

/** A piece of work of every day, by keys alone, from the screen of the day. */
export interface DailyTask {
  readonly name: string
  readonly wps: number
  keys(hand: Keys): Promise<void>
  wished(app: AppPage): Promise<void>
}

const DAY = '2027-03-10'

/** Types into the cell in hand and goes on to the next. */
async function fill(hand: Keys, ...texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    if (text !== '') await hand.type(text)
    await hand.press('Tab')
  }
}

const SKIP = ''

const firstDue: Spot = (page) =>
  page
    .getByRole('region', { name: /^到期事项/ })
    .getByRole('listitem')
    .first()
    .getByRole('button')
    .first()

export const DAILY: readonly DailyTask[] = [
  {
    name: '全校出勤（12 个班，3 个班有缺勤）',
    wps: WPS.attendance,
    keys: async (hand) => {
      await hand.command('jrcq', '打开：今日出勤')
      await hand.isAt(role('textbox', '一(1)班 病假'))
      await hand.press('ArrowDown')
      await hand.type('2')
      await hand.press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight')
      await hand.type('1')
      await hand.press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight')
      await hand.meets('the roll of the school')
      await hand.type('1')
      await hand.press('Control+Enter')
    },
    wished: async (app) => {
      await expect(app.page.getByText('已登记 12 个班。')).toBeVisible()
      const rows = await app.call('rows', 'classAttendance', { where: { date: DAY } })
      expect(rows).toHaveLength(12)
      const found = (of: string) => rows.reduce((sum, row) => sum + Number(row[of] ?? 0), 0)
      expect([found('sick'), found('leave'), found('unknown')]).toEqual([2, 1, 1])
      expect(await app.call('rows', 'absences')).toMatchObject([{ class: '五(1)班', reason: '未知' }])
    },
  },
  {
    name: '值周日志（一处异常）',
    wps: WPS.dutyLog,
    keys: async (hand) => {
      await hand.command('xjtdrz', '写今天的日志')
      await hand.sees(role('heading', '值周日志'))
      await hand.isAt(tableField)
      await fill(hand, '正常', '正常', '正常', '正常', SKIP, '异常', SKIP, SKIP, SKIP, SKIP)
      await fill(hand, '西门围栏松动', '已设警示并报修')
    },
    wished: async (app) => {
      const [log] = await app.call('rows', 'dutyLog', { where: { date: DAY } })
      expect(log).toMatchObject({
        recess_check: '正常',
        clearing_check: '正常',
        patrol_check: '异常',
        issues: '西门围栏松动',
        handled: '已设警示并报修',
        students_absent: 4,
        absence_confirmed: '未完',
        status: '已填',
      })
    },
  },
  {
    name: '登记一处隐患',
    wps: WPS.hazard,
    keys: async (hand) => {
      await hand.command('djycyh', '登记一处隐患')
      await hand.sees(role('heading', '隐患排查整治台账'))
      await hand.isAt(tableField)
      await fill(hand, '值周', '余晓岚', '操场', '体育器械', '单杠螺丝松动')
      await fill(hand, SKIP, SKIP, SKIP, SKIP, '停用并拧紧', SKIP, '总务处', '贺长庚')
    },
    wished: async (app) => {
      const [row] = (await app.call('rows', 'hazards')).slice(-1)
      expect(row).toMatchObject({
        no: 'YH-20270310-01',
        found_on: DAY,
        source: '值周',
        found_by: '余晓岚',
        category: '体育器械',
        content: '单杠螺丝松动',
        level: '一般',
        measure: '停用并拧紧',
        owner: '贺长庚',
      })
      expect(row!['due']).not.toBeNull()
    },
  },
  {
    name: '记一起事故',
    wps: WPS.incident,
    keys: async (hand) => {
      await hand.command('jyqsg', '打开：记一起事故')
      await hand.isAt(role('radio', '校内(非课堂)'))
      await hand.press('ArrowRight')
      await hand.tabTo(list('事件类型'))
      await hand.choose(list('事件类型'), '体育运动')
      await hand.tabTo(main(button('加一名受伤者')))
      await hand.press('Enter')
      await hand.tabBackTo(role('radio', '死亡'))
      await hand.press('ArrowLeft', 'ArrowLeft', 'Control+Enter')
    },
    wished: async (app) => {
      await expect(app.page.getByRole('heading', { name: /^已记下 SG-/ })).toBeVisible()
      const incident = (await app.call('rows', 'incidents')).at(-1)!
      expect(incident).toMatchObject({ scene: '课堂', type: '体育运动', severity: '较严重' })
    },
  },
  {
    name: '看什么到期了，打开第一条',
    wps: WPS.due,
    keys: async (hand) => {
      await hand.command('jr', '打开：今日')
      await hand.sees(firstDue)
      await hand.walkTo(firstDue, 'F6', 6)
      await hand.press('Enter')
    },
    wished: async (app) => {
      await expect(app.page.getByRole('heading', { level: 1 })).not.toHaveText('今日')
    },
  },
]
