import type { Download, Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import { parquetReadObjects } from 'hyparquet'
import { hasOffice, recalculated } from '../exchange/libre-office.ts'
import { readSpreadsheet } from '../../src/exchange/read-file.ts'
import type { Automation } from '../../src/app/automation.ts'
import { expectAccessible } from './axe.ts'
import { expect, requestsDuring, test } from './fixtures.ts'
import {
  excel,
  ledger,
  ledgerFile,
  ledgerHeadings,
  staffFile,
  staffList,
  type TestFile,
} from './school-files.ts'

const TERM = '2026-2027 第一学期'

declare global {
  interface Window {
    readonly dutybook: Automation
  }
}

const state = (page: Page) => page.evaluate(() => window.dutybook.stateHash())
const scores = (page: Page): Promise<Readonly<Record<string, unknown>>[]> =>
  page.evaluate((term) => window.dutybook.scores(term), TERM)
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name })

async function newSchool(page: Page) {
  await page.goto('/')
  await page.getByRole('button', { name: '新建工作簿' }).click()
  await page.getByLabel('学校名称').fill('实验小学')
  await page.getByRole('button', { name: '新建', exact: true }).click()
  await expect(page.getByRole('banner')).toContainText('实验小学')
}

async function sampleSchool(page: Page) {
  await page.goto('/')
  await page.getByRole('button', { name: '打开示例学校' }).click()
  await expect(page.getByRole('banner')).toContainText('示例学校')
}

async function choose(page: Page, file: TestFile) {
  if (!(await dialog(page, '导入文件').isVisible()))
    await page.getByRole('banner').getByRole('button', { name: '导入' }).click()
  await dialog(page, '导入文件').locator('input[type=file]').setInputFiles(file)
}

async function importWhole(page: Page, file: TestFile, rows: number) {
  await choose(page, file)
  await dialog(page, '导入文件')
    .getByRole('button', { name: `导入 ${rows} 行` })
    .click()
  await expect(dialog(page, '导入文件').getByRole('status')).toContainText('已导入')
  await page.keyboard.press('Escape')
}

const bytesOf = async (download: Download) => new Uint8Array(await readFile(await download.path()))

async function exportFromDialog(page: Page): Promise<Download> {
  const downloading = page.waitForEvent('download')
  await dialog(page, '导出').getByRole('button', { name: '导出', exact: true }).click()
  const download = await downloading
  await expect(dialog(page, '导出').getByRole('status')).toContainText('已导出')
  return download
}

test.describe('unplugged at the end', () => {
  test.use({ serviceWorkers: 'allow' })

  test('a school brings in its own Excel, corrects it, and the principal gets the same numbers', async ({
    page,
    context,
  }) => {
    test.setTimeout(120_000)
    await newSchool(page)

    await choose(page, await staffFile())
    const importing = dialog(page, '导入文件')
    await expect(importing.getByRole('tab', { name: '新增 5 行' })).toHaveAttribute('aria-selected', 'true')
    await expect(importing.getByRole('row', { name: '3 13900000001 教导处 周明 T001' })).toBeVisible()
    await importing.getByRole('button', { name: '对应列' }).click()
    await expect(importing.getByLabel('“教师姓名”导入到')).toHaveValue('name')
    await importing.getByRole('button', { name: '下一步' }).click()
    await importing.getByRole('button', { name: '导入 5 行' }).click()
    await expect(importing.getByRole('status')).toContainText('新增 5 行')
    await importing.getByRole('button', { name: '查看教职工名册' }).click()
    await expect(page.getByText('郑　强').first()).toBeVisible()

    // Two departments are here already: the ledger file only names who leads them.
    await choose(page, await ledgerFile())
    await expect(importing.getByRole('tab', { name: '新增 10 行' })).toBeVisible()
    await importing.getByRole('tab', { name: '修改 2 行' }).click()
    await expect(importing.getByText('负责主任：（空） → 郑　强')).toBeVisible()
    await importing.getByRole('button', { name: '导入 12 行' }).click()
    await expect(importing.getByRole('status')).toContainText('新增 10 行，修改 2 行')
    await page.keyboard.press('Escape')

    const of = async (name: string) => (await scores(page)).find((row) => row['person'] === name)!
    expect(await of('周明')).toMatchObject({ direct: 40, final: 60, amount: 60 })
    expect(await of('郑　强')).toMatchObject({ mgmt: 10, final: 90 })

    // The same file with one finding put right: only that cell is proposed.
    await page.evaluate(async () => {
      const [row] = window.dutybook.rows('findings', { where: { incident: 'SG-01' } })
      window.dutybook.edit([{ table: 'findings', row: row!.id, column: 'educated', value: '是' }])
      await window.dutybook.settled()
    })
    expect(await of('周明')).toMatchObject({ direct: 30, final: 70 })
    expect(await of('郑　强')).toMatchObject({ mgmt: 0, final: 100 })
    await choose(page, await ledgerFile())
    await expect(importing.getByRole('tab', { name: '相同 11 行' })).toBeVisible()
    await importing.getByRole('tab', { name: '修改 1 行' }).click()
    await expect(importing.getByText('教育到位：是 → 否')).toBeVisible()
    await page.keyboard.press('Escape')

    await page.getByRole('banner').getByRole('button', { name: '导出' }).click()
    const exporting = dialog(page, '导出')
    await exporting.getByRole('radio', { name: /给校长的考核工作簿/ }).check()
    await expect(exporting.getByRole('status')).toContainText('5 人')
    // Until it is ready, the worker fetches the rest of the app ahead: no request of the export's.
    await page.evaluate(() => navigator.serviceWorker.ready)
    let download: Download | undefined
    expect(await requestsDuring(page, async () => void (download = await exportFromDialog(page)))).toEqual([])
    expect(download!.suggestedFilename()).toBe(`双责簿-实验小学-${TERM}.xlsx`)
    const bytes = await bytesOf(download!)
    await page.keyboard.press('Escape')

    const here = await scores(page)
    const compare = (books: ReadonlyMap<string, Record<string, unknown>[]>) => {
      const allowances = books.get('津贴发放')!
      const there = books.get('学期考核')!.slice(0, here.length)
      expect(
        there.map((row, at) => [
          row['姓名'],
          row['直接责任扣分'],
          row['管理责任扣分'],
          row['原始得分'],
          row['最终得分'],
          allowances[at]!['应发(元)'],
        ]),
      ).toEqual(
        here.map(({ person, direct, mgmt, raw, final, amount }) => [
          person,
          direct,
          mgmt,
          raw,
          final,
          amount,
        ]),
      )
    }
    if (hasOffice) compare((await recalculated([bytes]))[0]!)

    await context.setOffline(true)
    await page.reload()
    await expect(page.getByRole('banner')).toContainText('实验小学')
    expect(await scores(page)).toEqual(here)
  })
})

test.describe('bad input is named, and nothing stored is changed', () => {
  const line = (change: Partial<Record<string, string>>) =>
    ledgerHeadings.map((heading, at) => change[heading] ?? ledger[1]![at]!)

  interface BadRow {
    readonly title: string
    readonly rows: (string | number | null)[][]
    readonly shows: readonly string[]
  }
  const badRows: readonly BadRow[] = [
    {
      title: 'a cell of the wrong type',
      rows: [line({}), line({ 事故编号: 'SG-9', 事发时间: '上星期' })],
      shows: ['4', '发生时间', '看不懂这个时间'],
    },
    {
      title: 'a time in the future',
      rows: [line({ 事故编号: 'SG-8', 事发时间: '2199-01-01 08:00' })],
      shows: ['3', '发生时间', '时间比现在还晚'],
    },
    {
      title: 'a choice that is none',
      rows: [line({ 事故编号: 'SG-7', 事故场景: '月球' })],
      shows: ['3', '场景', '请从这些里选一个'],
    },
    {
      title: 'one number twice',
      rows: [line({ 事故编号: 'SG-6' }), line({ 事故编号: 'SG-6', 事故经过: '另一起' })],
      shows: ['3', '编号', '第 3、4 行都是“SG-6”'],
    },
  ]

  for (const { title, rows, shows } of badRows)
    test(title, async ({ page }) => {
      await newSchool(page)
      const before = await state(page)
      await choose(page, await excel('台账.xlsx', { 事故台账: [ledgerHeadings, ...rows] }))
      const importing = dialog(page, '导入文件')
      await importing.getByRole('tab', { name: /不能导入 \d+ 行/ }).click()
      const refused = importing.getByRole('tabpanel').getByRole('row').nth(1)
      for (const text of shows) await expect(refused).toContainText(text)
      expect(await state(page)).toBe(before)
      await page.keyboard.press('Escape')
      expect(await state(page)).toBe(before)
    })

  test('a person nobody knows', async ({ page }) => {
    await sampleSchool(page)
    const before = await state(page)
    const rows = [
      ['所属事故', '责任人姓名', '身份', '教育是否到位', '指导是否到位', '是否应当在场', '是否在场'],
      ['SG-20261109-01', '查无此人', '班主任', '是', '是', '是', '是'],
    ]
    await choose(page, await excel('认定.xlsx', { 事故责任认定: rows }))
    await expect(dialog(page, '导入文件')).toContainText('第 3 行“责任人”：没有找到“查无此人”')
    await page.keyboard.press('Escape')
    expect(await state(page)).toBe(before)
  })

  test('files that cannot be used', async ({ page }) => {
    await newSchool(page)
    const before = await state(page)
    const importing = dialog(page, '导入文件')
    const whole = await staffFile()
    const files: [TestFile, string][] = [
      [{ ...whole, name: '空.xlsx', buffer: Buffer.alloc(0) }, '这个文件是空的'],
      [
        { ...whole, name: '半个.xlsx', buffer: whole.buffer.subarray(0, whole.buffer.length / 2) },
        '文件不完整',
      ],
      [{ name: '照片.xlsx', mimeType: '', buffer: Buffer.from('%PDF-1.4') }, '这是 PDF'],
      [await excel('只有表头.xlsx', { 教职工: staffList.slice(0, 1) }), '没有数据行，没有导入任何内容'],
      [
        await excel('别的表.xlsx', {
          菜单: [
            ['周一', '周二'],
            ['米饭', '面条'],
          ],
        }),
        '没有找到能对上的表头',
      ],
    ]
    for (const [file, says] of files) {
      await choose(page, file)
      await expect(importing.getByRole('alert'), file.name).toContainText(says)
      await expect(importing.getByRole('alert'), file.name).toContainText('没有任何改动')
      const again = importing.getByRole('button', { name: '换一个文件' })
      await again.click()
      await expect(importing.getByRole('button', { name: '选择文件' })).toBeVisible()
    }
    expect(await state(page)).toBe(before)
  })

  test('a file with a password asks for it', async ({ page }) => {
    test.setTimeout(180_000)
    await newSchool(page)
    const before = await state(page)
    await choose(page, await excel('加密.xlsx', { 教职工: staffList }, '安全2026'))
    const importing = dialog(page, '导入文件')
    await importing.getByLabel('密码').fill('不对')
    await importing.getByRole('button', { name: '打开', exact: true }).click()
    await expect(importing.getByRole('alert')).toContainText('密码不对', { timeout: 60_000 })
    expect(await state(page)).toBe(before)
    await importing.getByLabel('密码').fill('安全2026')
    await page.keyboard.press('Enter')
    await expect(importing.getByRole('tab', { name: '新增 5 行' })).toBeVisible({ timeout: 60_000 })
  })
})

test('an import is one step back, also after the page was loaded again', async ({ page }) => {
  await newSchool(page)
  const before = await state(page)
  await importWhole(page, await staffFile(), 5)
  const after = await state(page)
  expect(after).not.toBe(before)
  await page.evaluate(() => window.dutybook.settled())
  await page.reload()
  await expect(page.getByRole('banner')).toContainText('实验小学')
  expect(await state(page)).toBe(after)
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await expect.poll(() => state(page)).toBe(before)

  await importWhole(page, await staffFile(), 5)
  await choose(page, await ledgerFile())
  await dialog(page, '导入文件').getByRole('button', { name: '导入 12 行' }).click()
  await dialog(page, '导入文件').getByRole('button', { name: '撤销这次导入' }).click()
  await expect(dialog(page, '导入文件').getByRole('status')).toContainText('已撤销')
  expect(await page.evaluate(() => window.dutybook.rows('incidents').length)).toBe(0)
})

test('rows with a bad cell come in marked when somebody wants them', async ({ page }) => {
  await newSchool(page)
  const rows = [...staffList, ['13900000006', '教导处', '孙六', 'T006', '任课教师', null]]
  const headings = [...rows[0]!, '在岗状态']
  const withStatus = rows.slice(1).map((row, at) => [...row, at === 5 ? '外星' : '在岗'])
  await choose(page, await excel('名单.xlsx', { 教职工: [headings, ...withStatus] }))
  const importing = dialog(page, '导入文件')
  await expect(importing.getByRole('tab', { name: '不能导入 1 行' })).toBeVisible()
  await importing.getByRole('checkbox', { name: '保留不合格的内容并标出' }).check()
  await expect(importing.getByRole('tab', { name: '不能导入 0 行' })).toBeVisible()
  await importing.getByRole('button', { name: '导入 6 行' }).click()
  await expect(importing.getByRole('status')).toContainText('新增 6 行')
  const [kept] = await page.evaluate(() => window.dutybook.rows('staff', { where: { name: '孙六' } }))
  expect(kept).toMatchObject({ status: '外星' })
})

test('CSV in an old encoding, pasted cells, and a file dropped on the page', async ({ page }) => {
  await newSchool(page)
  const importing = dialog(page, '导入文件')
  // 姓名,部门 / 张三,教导处 in GBK
  const gbk = Buffer.from('d0d5c3fb2cb2bfc3c50d0ad5c5c8fd2cbdccb5bcb4a60d0a', 'hex')
  await choose(page, { name: '名单.csv', mimeType: 'text/csv', buffer: gbk })
  await expect(importing.getByRole('row', { name: '2 张三 教导处' })).toBeVisible()
  await expect(importing.getByLabel('文字编码')).toHaveValue('gb18030')
  await importing.getByLabel('文字编码').selectOption('big5')
  await expect(importing.getByRole('alert')).toContainText('没有找到能对上的表头')
  await importing.getByLabel('文字编码').selectOption('gb18030')
  await expect(importing.getByRole('button', { name: '导入 1 行' })).toBeEnabled()

  await importing.getByRole('button', { name: '换一个文件' }).click()
  await page.evaluate(() => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', '姓名\t部门\n李四\t总务处\n王五\t教导处\n')
    document.activeElement!.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  })
  await expect(importing.getByRole('tab', { name: '新增 2 行' })).toBeVisible()
  await page.keyboard.press('Escape')

  const { buffer, name } = await staffFile()
  const files = await page.evaluateHandle(
    ({ bytes, name }) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([new Uint8Array(bytes)], name))
      return transfer
    },
    { bytes: [...buffer], name },
  )
  await page.getByRole('main').dispatchEvent('dragover', { dataTransfer: files })
  await expect(page.getByText('松开鼠标，导入这个文件')).toBeVisible()
  await page.getByRole('main').dispatchEvent('drop', { dataTransfer: files })
  await expect(importing.getByRole('tab', { name: '新增 5 行' })).toBeVisible()
})

test('20,000 rows: exact counts, a short list, and it can be stopped', async ({ page }) => {
  test.setTimeout(180_000)
  await newSchool(page)
  const lines = Array.from(
    { length: 20_000 },
    (_, n) => `L${n},2026-9-${1 + (n % 28)} 10:2${n % 10},${n % 2 ? '课堂' : '校内'},跌倒碰撞,第${n}起`,
  )
  const buffer = Buffer.from(`编号,发生时间,场景,事件类型,经过\n${lines.join('\n')}\n`)
  const file = { name: '台账.csv', mimeType: 'text/csv', buffer }
  await choose(page, file)
  const importing = dialog(page, '导入文件')
  await importing.getByRole('button', { name: '停止' }).click()
  await expect(importing.getByRole('button', { name: '选择文件' })).toBeVisible()

  await choose(page, file)
  await expect(importing.getByRole('tab', { name: '新增 20000 行' })).toBeVisible({ timeout: 90_000 })
  await expect(importing.getByRole('tabpanel').getByRole('row')).toHaveCount(201)
  await expect(importing).toContainText('第 1–200 行，共 20000 行')
  await importing.getByRole('button', { name: '导入 20000 行' }).click()
  await expect(importing.getByRole('status')).toContainText('已导入', { timeout: 90_000 })
  await importing.getByRole('button', { name: '撤销这次导入' }).click()
  await expect(importing.getByRole('status')).toContainText('已撤销', { timeout: 60_000 })
  expect(await page.evaluate(() => window.dutybook.rows('incidents').length)).toBe(0)
})

test('chosen tables, CSV and Parquet go out without what is sensitive, unless asked', async ({ page }) => {
  await sampleSchool(page)
  await page.getByRole('banner').getByRole('button', { name: '导出' }).click()
  const exporting = dialog(page, '导出')
  await exporting.getByRole('radio', { name: /所选的表/ }).check()
  await exporting.getByRole('button', { name: '全不选' }).click()
  await expect(exporting.getByRole('alert')).toContainText('至少选一张')
  await expect(exporting.getByRole('button', { name: '导出', exact: true })).toBeDisabled()
  await exporting.getByRole('checkbox', { name: /^事故涉及人员/ }).check()
  await expect(exporting.getByRole('radio', { name: /^报教育局/ })).toBeChecked()
  await expect(exporting.getByRole('status')).toContainText(/没有带出的列：.*姓名/)
  await expect(exporting.getByRole('status')).toContainText('改了写法的列：班级')
  const read = async (download: Download) => {
    const result = await readSpreadsheet(await bytesOf(download), download.suggestedFilename())
    if (!result.ok) throw new Error(result.problem.code)
    return result.sheets
  }
  const [about, people] = await read(await exportFromDialog(page))
  expect(about!.name).toBe('说明')
  expect(people!.rows[1]).toContain('角色')
  expect(people!.rows[1]).not.toContain('姓名')
  await page.keyboard.press('Escape')

  await page.getByRole('banner').getByRole('button', { name: '导出' }).click()
  await expect(exporting.getByRole('status')).toContainText('上次导出')
  await exporting.getByRole('radio', { name: /CSV/ }).check()
  await exporting.getByLabel('表', { exact: true }).selectOption('incidentPeople')
  await exporting.getByRole('radio', { name: /^全部/ }).check()
  await expect(exporting.getByRole('alert')).toContainText('为什么要带出')
  await exporting.getByLabel(/^带出原因/).fill('保险理赔')
  const download = await exportFromDialog(page)
  expect(download.suggestedFilename()).toMatch(/^双责簿-.+-事故涉及人员-\d{4}-\d\d-\d\d\.csv$/)
  const bytes = await bytesOf(download)
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect((await read(download))[0]!.rows[0]).toContain('姓名')
  await page.keyboard.press('Escape')

  await page.getByRole('banner').getByRole('button', { name: '导出' }).click()
  await exporting.getByRole('radio', { name: /Parquet/ }).check()
  await exporting.getByRole('radio', { name: /^全部/ }).check()
  await exporting.getByLabel(/^带出原因/).fill('建数据平台')
  const platform = await exportFromDialog(page)
  expect(platform.suggestedFilename()).toMatch(/^双责簿-.+-\d{4}-\d\d-\d\d\.parquet\.zip$/)
  const parts = unzipSync(await bytesOf(platform))
  const { tables } = JSON.parse(strFromU8(parts['schema.json']!)) as { tables: { file: string }[] }
  expect(Object.keys(parts).sort()).toEqual(['schema.json', ...tables.map(({ file }) => file)].sort())
  const rows = await parquetReadObjects({ file: parts['incidents.parquet']!.slice().buffer })
  const shown = await page.evaluate(() =>
    window.dutybook.rows('incidents').map(({ no, class6 }) => [no, class6]),
  )
  expect(rows.map(({ no, class6 }) => [no, class6])).toEqual(shown)
})

test('what cannot be saved can still be exported', async ({ page, allowed }) => {
  allowed.push(/QuotaExceeded/)
  await sampleSchool(page)
  await page.evaluate(() => window.dutybook.settled())
  await page.evaluate(() => {
    const refuse = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    IDBObjectStore.prototype.add = refuse
    IDBObjectStore.prototype.put = refuse
    const [row] = window.dutybook.rows('staff')
    window.dutybook.edit([{ table: 'staff', row: row!.id, column: 'phone', value: '13912340000' }])
  })
  const banner = page.getByRole('alert').filter({ has: page.getByRole('button', { name: '导出' }) })
  await banner.getByRole('button', { name: '导出' }).click()
  const exporting = dialog(page, '导出')
  await exporting.getByRole('radio', { name: /CSV/ }).check()
  await exporting.getByLabel('表', { exact: true }).selectOption('staff')
  await expect(exporting.getByRole('status')).toContainText('1 步改动还没有保存到本机')
  const bytes = await bytesOf(await exportFromDialog(page))
  expect(new TextDecoder().decode(bytes)).toContain('13912340000')
})

for (const look of [
  { name: 'light', colorScheme: 'light', viewport: { width: 1366, height: 768 } },
  { name: 'dark', colorScheme: 'dark', viewport: { width: 1366, height: 768 } },
  { name: 'phone', colorScheme: 'light', viewport: { width: 390, height: 844 } },
] as const)
  test.describe(`on show, ${look.name}`, () => {
    test.use({ colorScheme: look.colorScheme, viewport: look.viewport })

    test('the dialogs have nothing that shuts anybody out', async ({ page }, info) => {
      test.setTimeout(180_000)
      const seen = async (what: string) => {
        await expectAccessible(page, what)
        await page.screenshot({ path: info.outputPath(`${what}.png`) })
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect(wide, `${what}: wider than the screen`).toBeLessThanOrEqual(0)
      }
      await sampleSchool(page)
      await page.getByRole('banner').getByRole('button', { name: '导入' }).click()
      await seen('choose')
      const rows = [
        [
          '所属事故',
          '责任人姓名',
          '身份',
          '教育是否到位',
          '指导是否到位',
          '是否应当在场',
          '是否在场',
          '天气',
        ],
        ['SG-20261109-01', '查无此人', '班主任', '是', '是', '是', '是', '晴'],
        ['SG-20261109-02', '孟庆祥', '校医', '是', '是', '是', '是', '晴'],
      ]
      await choose(page, await excel('认定.xlsx', { 事故责任认定: rows, 教职工: staffList }))
      const importing = dialog(page, '导入文件')
      await seen('preview')
      await importing.getByRole('button', { name: '工作表与表头' }).click()
      await seen('sheet')
      await importing.getByRole('button', { name: '对应列' }).click()
      await seen('columns')
      await importing.getByRole('button', { name: '预览与导入' }).click()
      await importing.getByRole('tab', { name: /与原样不同/ }).click()
      await seen('ledger')
      await importing.getByRole('tab', { name: /不能导入/ }).click()
      await seen('rejected')
      await importing.getByRole('button', { name: /^导入 \d+ 行$/ }).click()
      await expect(importing.getByRole('status')).toContainText('已导入')
      await seen('done')
      await page.keyboard.press('Escape')
      await page.getByRole('banner').getByRole('button', { name: '导出' }).click()
      await seen('export')
      await dialog(page, '导出')
        .getByRole('radio', { name: /所选的表/ })
        .check()
      await seen('export-tables')
      await exportFromDialog(page)
      await seen('exported')
    })
  })
