import { plainXlsx } from '../../exchange/plain-xlsx.ts'
import type { TestFile } from '../school-files.ts'
import type { Hand } from './hand.ts'

/** A state of the program to look at. A new screen or dialog is one entry here. */
export interface Look {
  readonly name: string
  /** Screen or table, by its name in the address. */
  readonly at?: string
  /** What one does there to get to what is looked at. */
  readonly by?: (hand: Hand) => Promise<void>
  /** The side panel is open. */
  readonly panel?: true
  /** Also at 200 % and in the system's own colours. */
  readonly close?: true
  /** Not to be reached on a phone, or not different there. */
  readonly desk?: true
}

const file = (name: string, ...sheets: Parameters<typeof plainXlsx>[0]): TestFile => ({
  name,
  mimeType: '',
  buffer: Buffer.from(plainXlsx(sheets)),
})

/** A list as a school keeps it: a title, headings of two rows, a note below, a value that is no date. */
const roster = file('教师情况表.xlsx', {
  name: '名册',
  merges: ['A1:F1', 'A2:A3', 'B2:D2', 'E2:E3', 'F2:F3'],
  rows: [
    ['城关小学教师情况表', null, null, null, null, null],
    ['序号', '基本信息', null, null, '带哪个组', '到校时间'],
    [null, '工号', '教师姓名', '联系方式', null, null],
    [1, 'X101', '张　三', 13900000001, '语文组', '2020年9月1日'],
    [2, 'X002', '李四', '139-0000-0002', '数学组', '2019.9.1'],
    [3, 'Ｘ００３', '王五', '13900000003', '语文组', '二零二零年'],
    ['合计', 3, null, null, null, null],
    ['填表人：王芳', null, null, '审核：', null, null],
  ],
})

const bar = (name: string) => async (hand: Hand) => {
  await hand.page
    .getByRole('banner')
    .getByRole('button', { name: hand.say(name) })
    .click()
  await hand.dialog()
}
const heading = (key: string, entry?: string) => (hand: Hand) => hand.column(key, entry)

/** The cell in hand, scrolled to if need be. */
async function choose(hand: Hand, row: number, column: string) {
  const cell = hand.cell(row, column)
  const viewport = hand.page.locator('.ag-grid-viewport')
  for (let tries = 0; tries < 12 && !(await cell.isVisible()); tries++) {
    await viewport.evaluate((element) => (element.scrollLeft += 200))
    await hand.page.waitForTimeout(60)
  }
  await cell.click()
}

/** A row chosen, its panel shown (on a phone it covers the table). */
async function inHand(hand: Hand, column: string) {
  const { page } = hand
  await hand.cell(0, column).click({ position: { x: 8, y: 8 } })
  const button = page.locator('main .head button[aria-pressed]').last()
  if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click()
  await page.locator('aside').waitFor()
}

async function importing(hand: Hand) {
  await bar('导入')(hand)
  await hand.give(roster)
  await hand.page.locator('dialog[open] [role=tab]').first().waitFor()
}

async function ownColumn(hand: Hand) {
  await hand.column('name', '在右侧添加列…')
  await hand.dialog()
}

async function incident(hand: Hand) {
  const { page } = hand
  await page.getByRole('radio', { name: hand.say('课堂') }).check({ force: true })
  await page.locator('main select').filter({ visible: true }).first().selectOption('体育运动')
  if ((await page.getByRole('radio', { name: hand.say('中度') }).count()) === 0)
    await hand.click('button', '加一名受伤者')
  await page
    .getByRole('radio', { name: hand.say('中度') })
    .first()
    .check({ force: true })
}

async function exporting(hand: Hand) {
  await bar('导出')(hand)
  const dialog = await hand.dialog()
  await dialog.locator('input[name=audience][value=whole]').check()
}

export const walk: readonly Look[] = [
  { name: 'today', at: 'today', close: true },
  { name: 'table-plain', at: 'staff', close: true },
  { name: 'table-wide', at: 'incidents', close: true },
  { name: 'table-panel', at: 'incidents', panel: true, close: true, by: (hand) => inHand(hand, 'no') },
  {
    name: 'panel-linked',
    at: 'incidents',
    panel: true,
    desk: true,
    by: async (hand) => {
      await inHand(hand, 'no')
      await hand.page.locator('aside [role=tab]').nth(1).click()
    },
  },
  {
    name: 'panel-history',
    at: 'staff',
    panel: true,
    desk: true,
    by: async (hand) => {
      await inHand(hand, 'name')
      await hand.page.locator('aside [role=tab]').last().click()
    },
  },
  {
    name: 'panel-attachments',
    at: 'staff',
    panel: true,
    by: async (hand) => {
      await inHand(hand, 'name')
      await hand.page.locator('aside [role=tab]').nth(2).click()
      await hand.page.locator('aside img').first().waitFor()
    },
  },
  {
    name: 'attachment-viewer',
    at: 'staff',
    panel: true,
    by: async (hand) => {
      await inHand(hand, 'name')
      await hand.page.locator('aside [role=tab]').nth(2).click()
      await hand.page
        .locator('aside')
        .getByRole('button', { name: /操场\.jpg/ })
        .first()
        .click()
      await hand.dialog()
    },
  },
  { name: 'panel-findings', at: 'findings', panel: true, desk: true, by: (hand) => inHand(hand, 'person') },
  { name: 'table-policy', at: 'policy' },
  { name: 'table-generated', at: 'allowances', desk: true },
  { name: 'table-exports-empty', at: 'exports' },
  { name: 'table-meetings', at: 'meetings' },
  { name: 'form-single', at: 'profile' },
  {
    name: 'cell-list',
    at: 'incidents',
    by: async (hand) => void (await choose(hand, 0, 'scene'), await hand.press('F2')),
  },
  {
    name: 'cell-calendar',
    at: 'incidents',
    by: async (hand) => void (await choose(hand, 0, 'occurred_at'), await hand.press('F2')),
  },
  {
    name: 'cell-invalid',
    at: 'incidents',
    by: async (hand) =>
      void (
        await choose(hand, 1, 'occurred_at'),
        await hand.type('上周三'),
        await hand.press('Enter'),
        await hand.press('ArrowUp')
      ),
  },
  { name: 'column-menu', at: 'staff', close: true, by: heading('name') },
  {
    name: 'context-menu',
    at: 'staff',
    desk: true,
    close: true,
    by: ({ app }) => app.cell(3, 'name').click({ button: 'right' }),
  },
  { name: 'sort', at: 'staff', desk: true, by: heading('name', '按多列排序…') },
  { name: 'filter', at: 'staff', desk: true, by: heading('dept', '筛选…') },
  { name: 'subtotal', at: 'staff', desk: true, by: heading('dept', '按这一列分类汇总…') },
  { name: 'columns', at: 'staff', desk: true, by: heading('name', '显示哪些列…') },
  {
    name: 'filtered',
    at: 'areas',
    by: async (hand) => {
      await hand.column('kind', '筛选…')
      await hand.page.locator('.grid-popup input[type=checkbox]').nth(1).uncheck()
      await hand.page.locator('.grid-popup .primary').click()
    },
  },
  { name: 'views', at: 'staff', by: (hand) => hand.click('button', '视图') },
  {
    name: 'find',
    at: 'staff',
    close: true,
    by: async (hand) =>
      void (
        await hand.press('Control+f'),
        await hand.page.getByRole('search').waitFor(),
        await hand.type('办公室')
      ),
  },
  {
    name: 'replace',
    at: 'staff',
    desk: true,
    by: async (hand) => {
      await hand.press('Control+h')
      await hand.page.getByRole('searchbox').waitFor()
      await hand.type('办公室')
      await hand.page.getByRole('search').getByRole('textbox').last().fill('综合办')
      await hand.click('button', '全部替换…')
      await hand.dialog()
    },
  },
  {
    name: 'paste-special',
    at: 'staff',
    desk: true,
    by: async (hand) =>
      void (await choose(hand, 0, 'phone'), await hand.press('Control+Alt+v'), await hand.dialog()),
  },
  {
    name: 'paste-special-filled',
    at: 'staff',
    desk: true,
    by: async (hand) => {
      await choose(hand, 0, 'phone')
      await hand.press('Control+Alt+v')
      await (await hand.dialog()).locator('textarea').focus()
      await hand.paste('甲\t乙\t丙\r\n1\t2\t3\r\n')
    },
  },
  {
    name: 'paste-refused',
    at: 'staff',
    by: async (hand) =>
      void (await choose(hand, 0, 'sex'), await hand.paste('男生\r\n女\r\n不详\r\n'), await hand.dialog()),
  },
  { name: 'add-column', at: 'staff', by: ownColumn },
  {
    name: 'formula-column',
    at: 'staff',
    by: async (hand) => {
      await ownColumn(hand)
      const dialog = await hand.dialog()
      await dialog.locator('input[type=text]').first().fill('称呼')
      await dialog.locator('select').first().selectOption('formula')
      const formula = dialog.locator('[role=combobox]').last()
      await formula.fill('')
      await formula.pressSequentially('=LEFT([@姓名],1)&"老师"')
      await dialog.locator('table').waitFor()
    },
  },
  {
    name: 'formula-mistake',
    at: 'staff',
    desk: true,
    by: async (hand) => {
      await ownColumn(hand)
      const dialog = await hand.dialog()
      await dialog.locator('select').first().selectOption('formula')
      const formula = dialog.locator('[role=combobox]').last()
      await formula.fill('')
      await formula.pressSequentially('=SUM')
    },
  },
  { name: 'rename-column', at: 'staff', by: heading('name', '改列名…') },
  { name: 'add-table', at: 'staff', desk: true, by: (hand) => hand.click('button', '添加表…') },
  {
    name: 'palette',
    at: 'staff',
    close: true,
    by: async (hand) => void (await hand.press('Control+k'), await hand.dialog()),
  },
  { name: 'shortcuts', at: 'staff', by: async (hand) => void (await hand.press('F1'), await hand.dialog()) },
  { name: 'scores', at: 'scores', close: true },
  {
    name: 'receipt',
    at: 'scores',
    close: true,
    by: ({ page }) => page.getByRole('row', { name: /余晓岚/ }).click(),
  },
  {
    name: 'what-if',
    at: 'scores',
    close: true,
    by: async (hand) => {
      await hand.click('button', '规则试算')
      const rule = hand.page
        .getByRole('group')
        .filter({ has: hand.page.getByRole('radio') })
        .filter({ visible: true })
      await rule.getByRole('radio').last().check()
      await hand.page
        .locator('main table')
        .first()
        .waitFor({ timeout: 4000 })
        .catch(() => {})
    },
  },
  {
    name: 'print-scores',
    at: 'scores',
    by: async (hand) => void (await hand.click('button', '打印名单'), await hand.dialog()),
  },
  { name: 'dashboard', at: 'dashboard', close: true },
  {
    name: 'print-paper',
    at: 'dashboard',
    by: async (hand) => {
      await hand.click('button', '打印报表')
      await (await hand.dialog()).locator('select').first().selectOption('incident')
    },
  },
  { name: 'attendance', at: 'attendance', close: true },
  { name: 'attendance-table', at: 'classAttendance' },
  {
    name: 'rota',
    at: 'rota',
    close: true,
    by: async (hand) => void (await hand.click('button', '自动排班'), await hand.dialog()),
  },
  {
    name: 'holiday-duty',
    at: 'holidayDuty',
    by: async (hand) => void (await hand.click('button', '自动排班'), await hand.dialog()),
  },
  {
    name: 'duty-calendar',
    at: 'rota',
    by: async (hand) => void (await hand.click('button', '导出日历'), await hand.dialog()),
  },
  { name: 'hazard-steps', at: 'hazards', panel: true, close: true, by: (hand) => inHand(hand, 'no') },
  { name: 'duty-log', at: 'dutyLog', panel: true, by: (hand) => inHand(hand, 'date') },
  { name: 'monthly-report', at: 'monthlyReports', panel: true, by: (hand) => inHand(hand, 'month') },
  { name: 'term-end', at: 'terms', panel: true, by: (hand) => inHand(hand, 'term') },
  { name: 'entry-empty', at: 'entry', close: true },
  { name: 'entry-clocks', at: 'entry', close: true, by: incident },
  {
    name: 'entry-saved',
    at: 'entry',
    by: async (hand) => {
      await incident(hand)
      await hand.click('button', '保存')
      await hand.page.waitForTimeout(300)
    },
  },
  { name: 'today-clocks', at: 'today' },
  { name: 'import-choose', at: 'staff', close: true, by: bar('导入') },
  { name: 'import-preview', at: 'staff', by: importing },
  {
    name: 'import-columns',
    at: 'staff',
    by: async (hand) => void (await importing(hand), await hand.click('button', '对应列')),
  },
  {
    name: 'import-sheet',
    at: 'staff',
    by: async (hand) => void (await importing(hand), await hand.click('button', '工作表与表头')),
  },
  { name: 'export', at: 'staff', close: true, by: bar('导出') },
  { name: 'export-whole', at: 'staff', by: exporting },
  { name: 'export-scores', at: 'scores', desk: true, by: bar('导出') },
  {
    name: 'export-passages',
    at: 'incidents',
    by: async (hand) => {
      await bar('导出')(hand)
      const dialog = await hand.dialog()
      await dialog.locator('input[name=audience][value=bureau]').check()
      const summaries = dialog.locator('input[type=checkbox]')
      await summaries.filter({ visible: true }).last().check()
      await dialog.locator('button.primary').click()
      await hand.page.waitForTimeout(1500)
    },
  },
  {
    name: 'merge',
    at: 'staff',
    by: async (hand) => {
      const bytes = await hand.page.evaluate(async () => [
        ...(await dutybook.exportFile({ kind: 'xlsx', audience: 'whole' })),
      ])
      await bar('导入')(hand)
      await hand.give({ name: '本机导出.xlsx', mimeType: '', buffer: Buffer.from(bytes) })
      await hand.page.locator('dialog[open] button.primary').last().waitFor({ timeout: 60_000 })
    },
  },
  { name: 'backup', at: 'staff', close: true, by: bar('备份') },
  {
    name: 'restore',
    at: 'staff',
    desk: true,
    by: async (hand) => {
      await bar('备份')(hand)
      await hand.page.locator('dialog[open] section').last().getByRole('button').click()
      await hand.page.waitForTimeout(200)
    },
  },
  { name: 'problems', at: 'problems', close: true },
  { name: 'conflicts', at: 'conflicts', close: true },
  {
    name: 'conflicts-many',
    at: 'conflicts',
    desk: true,
    by: async (hand) => void (await hand.click('button', '都用对方的'), await hand.dialog()),
  },
  { name: 'history', at: 'history', close: true },
  {
    name: 'storage',
    at: 'staff',
    by: async (hand) =>
      void (
        await hand.page.locator('footer .storage').evaluate((element: HTMLElement) => element.click()),
        await hand.dialog()
      ),
  },
  {
    name: 'person',
    at: 'today',
    desk: true,
    by: (hand) => hand.page.locator('header .preferences button').click(),
  },
  {
    name: 'drawer',
    at: 'today',
    by: async (hand) => {
      const more = hand.page.locator('nav.bar button').last()
      if (await more.isVisible()) await more.click()
    },
  },
  {
    name: 'cards',
    at: 'staff',
    by: async (hand) => {
      const cards = await hand.the('button', '卡片')
      if (await cards.isVisible()) await cards.click()
    },
  },
]
