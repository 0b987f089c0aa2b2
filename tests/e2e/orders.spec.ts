import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { AppPage, expect, test } from './app-page.ts'

const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const LOOKS = process.env['ORDERS_LOOKS']

/** For the eye: pictures of what is on show, where somebody wants them. */
async function look(page: Page, name: string): Promise<void> {
  if (!LOOKS) return
  await page.screenshot({ path: `${LOOKS}/${name}.png` })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.screenshot({ path: `${LOOKS}/${name}-dark.png` })
  await page.emulateMedia({ colorScheme: 'light' })
  const size = page.viewportSize()!
  await page.setViewportSize({ width: 390, height: 844 })
  await page.screenshot({ path: `${LOOKS}/${name}-phone.png` })
  await page.setViewportSize(size)
}

const asFile = (name: string, buffer: Buffer) => ({ name, mimeType: EXCEL, buffer })

/** The file a school makes for its bureau. */
async function reported(page: Page): Promise<Buffer> {
  const text = await page.evaluate(async () => {
    const bytes = await dutybook.exportFile({ kind: 'xlsx', audience: 'bureau' })
    let text = ''
    for (const byte of bytes) text += String.fromCharCode(byte)
    return btoa(text)
  })
  return Buffer.from(text, 'base64')
}

/** Gives the bureau a report on its screen of reception. */
async function receive(page: Page, name: string, report: Buffer): Promise<void> {
  await page.goto('/#/reception')
  await page.locator('input[data-reception=files]').setInputFiles([asFile(name, report)])
  const agree = page.getByRole('button', { name: /认可首次出现的签名/ })
  const take = page.getByRole('button', { name: '收下 1 份' })
  await expect(agree.or(take).first()).toBeVisible()
  if (await agree.isVisible()) await agree.click()
  await take.click()
  await expect(page.getByRole('status').filter({ hasText: '收下 1 份' })).toBeVisible()
}

/** Opens a file of tasks as anything else is opened. */
async function give(page: Page, file: ReturnType<typeof asFile>): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: '导入' }).click()
  await page.getByRole('dialog').locator('input[type=file]').setInputFiles(file)
}

test('a bureau’s order goes to a school, is done there, and comes back as done', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const app = new AppPage(page)
  await app.open()
  await app.call('create', { kind: 'school', name: '东镇小学' })
  const [profile] = await app.call('rows', 'profile')
  await app.call('edit', [
    { table: 'profile', row: String(profile!.id), column: 'school_code', value: '1001' },
    { table: 'profile', row: String(profile!.id), column: 'school_name', value: '东镇小学' },
  ])
  const { ids } = await app.call('add', 'hazards', [
    { no: 'YH-1', found_on: '2026-03-02', content: '操场栏杆松动', level: '一般' },
  ])
  const hazard = ids[0]!
  const first = await reported(page)
  const school = (await app.call('workbooks'))[0]!.id

  // The bureau has the hazard in its ledger, and orders it put right.
  await app.call('create', { kind: 'bureau', name: '丰禾县教育局' })
  const bureau = (await app.call('workbooks')).find(({ id }) => id !== school)!.id
  await app.call('add', 'schools', [
    { code: '1001', name: '东镇小学' },
    { code: '1002', name: '西镇小学' },
  ])
  await receive(page, '东镇.xlsx', first)
  await page.goto('/#/allHazards')
  await page.getByRole('gridcell', { name: '操场栏杆松动' }).click()
  await page.getByRole('complementary').getByRole('button', { name: '下达整改通知' }).click()
  const [order] = await app.call('rows', 'orders')
  expect(order).toMatchObject({ kind: '整改通知', to: ['东镇小学'], state: '草拟' })
  await app.call('edit', [
    { table: 'orders', row: String(order!.id), column: 'due', value: '2026-03-20' },
    { table: 'orders', row: String(order!.id), column: 'date', value: '2026-03-05' },
  ])
  await app.call('add', 'orders', [
    { kind: '规则参数', title: '统一整改时限', date: '2026-03-05', part: '期限' },
  ])
  await app.call('add', 'policy', [{ group: '期限', key: 'hazard.days', value: '9', changed: '局' }])
  await page.goto('/#/orders')
  await look(page, 'orders')
  await page.getByRole('main').getByRole('button', { name: '导出任务文件' }).click()
  await expect(page.getByRole('dialog').getByRole('checkbox', { checked: true })).toHaveCount(2)
  await look(page, 'send')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出', exact: true }).last().click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^任务-.*\.xlsx$/)
  const tasks = asFile('任务.xlsx', await readFile(await file.path()))
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('2 项任务已登记下达')
  await page.getByRole('button', { name: '看各校办理' }).click()
  const state = async () =>
    (await app.call('rows', 'orderAnswers'))
      .filter(({ order }) => String(order).includes('隐患'))
      .map(({ school, state }) => [school, state])
  expect(await state()).toEqual([['东镇小学', '逾期']])
  await page.goto('/#/today')
  await look(page, 'bureau-today')
  await page.getByRole('button', { name: '复制催办名单' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/【催办】RW-.*1 所：东镇小学/)
  const atBureau = await app.call('stateHash')

  // Its tasks are no report, and are told so in the bureau's own workbook.
  await give(page, tasks)
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('请在学校的工作簿里打开')
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click()
  expect(await app.call('stateHash')).toBe(atBureau)

  // The school asks once who it is, takes it in, and does it.
  await app.call('open', school)
  await page.goto('/#/today')
  await give(page, tasks)
  const dialog = page.getByRole('dialog', { name: '上级下达的任务' })
  await expect(dialog).toContainText('丰禾县教育局')
  await expect(dialog).toContainText('对应本校隐患 YH-1')
  await expect(dialog).toContainText('7 → 9')
  await look(page, 'tasks')
  const take = dialog.getByRole('button', { name: '收下 2 项' })
  await expect(take).toBeDisabled()
  await dialog.getByRole('checkbox', { name: '已核对，是教育局发来的' }).check()
  await take.click()
  await expect(dialog.getByRole('status')).toContainText('收下了 2 项任务')
  await dialog.getByRole('button', { name: '关闭' }).last().click()
  const directives = await app.call('rows', 'directives')
  const own = directives.find(({ hazard }) => hazard === 'YH-1')!
  expect(own).toMatchObject({ from: '丰禾县教育局', due: '2026-03-20', state: '已逾期' })
  await expect(page.getByRole('main').getByText(String(own['title'])).first()).toBeVisible()
  await look(page, 'school-today')
  // Once more it changes nothing, and nobody is asked about the signature again.
  const taken = await app.call('stateHash')
  await give(page, tasks)
  await expect(dialog).toContainText('签名和以前收的一样')
  await expect(dialog.getByRole('status')).toContainText('都收过了')
  await dialog.getByRole('button', { name: '关闭' }).last().click()
  expect(await app.call('stateHash')).toBe(taken)

  const done = [
    ['directives', String(own.id), 'done', '栏杆已加固'],
    ['directives', String(own.id), 'done_on', '2026-03-15'],
  ] as const
  const cells = (all: readonly (readonly [string, string, string, string])[]) =>
    app.call(
      'edit',
      all.map(([table, row, column, value]) => ({ table, row, column, value })),
    )
  await cells(done)
  await app.call('settled')
  const second = await reported(page)
  await app.call('add', 'staff', [{ name: '王伟' }, { name: '李强' }])
  await cells([
    ['hazards', hazard, 'owner', '王伟'],
    ['hazards', hazard, 'measure', '更换螺栓'],
    ['hazards', hazard, 'done_text', '栏杆已加固'],
    ['hazards', hazard, 'done_on', '2026-03-15'],
    ['hazards', hazard, 'reviewer', '李强'],
    ['hazards', hazard, 'reviewed_on', '2026-03-16'],
    ['hazards', hazard, 'review', '合格'],
    ['hazards', hazard, 'closed_on', '2026-03-17'],
    ['hazards', hazard, 'closed_by', '李强'],
  ])
  await app.call('settled')
  const third = await reported(page)

  // The bureau sees it answered, and done when the hazard is closed; an older report changes nothing any more.
  await app.call('open', bureau)
  await receive(page, '东镇二.xlsx', second)
  const answer = async () =>
    (await app.call('rows', 'orderAnswers')).find(({ order }) => String(order).includes('隐患'))
  expect(await answer()).toMatchObject({ answer: '栏杆已加固', done_on: '2026-03-15', state: '逾期' })
  await receive(page, '东镇三.xlsx', third)
  expect(await answer()).toMatchObject({ hazard_state: '已销号', state: '已办结' })
  await page.goto('/#/orderAnswers')
  await look(page, 'answers')
  expect((await app.call('rows', 'orders')).find(({ kind }) => kind === '整改通知')).toMatchObject({
    schools: 1,
    closed: 1,
    state: '全部办结',
  })
})
