import { readFileSync } from 'node:fs'
import type { Download, Page } from '@playwright/test'
import { expect, test, type AppPage } from './app-page.ts'
import { expectAccessible } from './axe.ts'
import { Profile, Site } from './profile.ts'

const backups = (page: Page) => page.getByRole('dialog', { name: '备份与恢复' })
const restoring = (page: Page) => page.getByRole('dialog', { name: '从备份恢复' })
const PASSWORD = '操场边三棵老槐树2026'

async function school(app: AppPage): Promise<string> {
  await app.create()
  const { ids } = await app.call('add', 'staff', [{ name: '张三', phone: '13800000001' }])
  await app.call('edit', [{ table: 'staff', row: ids[0]!, column: 'phone', value: '13800000002' }])
  await app.call('settled')
  return ids[0]!
}

async function openBackups(page: Page) {
  await page.getByRole('button', { name: '备份', exact: true }).click()
  await expect(backups(page)).toBeVisible()
}

async function makeBackup(page: Page, password = ''): Promise<Download> {
  const section = backups(page).getByRole('region', { name: '立即备份' })
  if (password) {
    await section.getByLabel('密码（可不填）').fill(password)
    await section.getByLabel('再输一次密码').fill(password)
    await expect(section).toContainText('这个密码不容易猜')
  }
  const downloading = page.waitForEvent('download')
  await section.getByRole('button', { name: '立即备份' }).click()
  const download = await downloading
  await expect(section.getByRole('status')).toContainText('已备份到')
  return download
}

const chooseFile = async (page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }) => {
  const choosing = page.waitForEvent('filechooser')
  await restoring(page)
    .getByRole('button', { name: /选择备份文件|换一个文件/ })
    .click()
  await (await choosing).setFiles(file)
}

/** The row's history as the panel shows it. */
async function historyOf(app: AppPage, name: string): Promise<string[]> {
  await app.goTo('教职工名册')
  await app.select(0, 'name')
  await expect(app.cell(0, 'name')).toContainText(name)
  const panel = app.page.getByRole('complementary', { name: '侧栏' })
  await panel.getByRole('tab', { name: '修改记录' }).click()
  await expect(panel.locator('ol > li').first()).toContainText('：')
  return panel.locator('ol > li').allInnerTexts()
}

test('a backup with a password brings everything back on a new computer, with its history', async () => {
  // Two browsers start, one after the other.
  test.slow()
  const site = new Site()
  await site.start()
  const [old, fresh] = [new Profile(), new Profile()]
  try {
    const app = await old.open(site)
    await app.ready()
    await school(app)
    const hash = await app.call('stateHash')
    const history = await historyOf(app, '张三')
    await openBackups(app.page)
    await expect(backups(app.page)).toContainText('还没有存到电脑之外的备份')
    const download = await makeBackup(app.page, PASSWORD)
    expect(download.suggestedFilename()).toMatch(/^双责簿-实验小学-\d{4}-\d\d-\d\d-\d{6}\.dutybook$/)
    await expect(backups(app.page)).toContainText('上次存到电脑之外：今天')
    const fingerprint = /文件指纹：(\S+)/.exec(await backups(app.page).innerText())![1]!
    const file = readFileSync(await download.path())
    const upload = { name: download.suggestedFilename(), mimeType: 'application/octet-stream', buffer: file }
    await old.close()

    const next = await fresh.open(site)
    await next.ready()
    const { page } = next
    await page.getByRole('button', { name: '从备份恢复' }).click()
    await chooseFile(page, upload)
    await restoring(page).getByLabel('密码').fill('不是这个')
    await restoring(page).getByRole('button', { name: '打开' }).click()
    await expect(restoring(page).getByRole('alert')).toContainText('密码不对')
    await restoring(page).getByLabel('密码').fill(PASSWORD)
    await restoring(page).getByRole('button', { name: '打开' }).click()
    await expect(restoring(page)).toContainText(fingerprint)
    await expect(restoring(page)).toContainText('这台电脑上还没有这本工作簿')
    await restoring(page).getByRole('button', { name: '恢复', exact: true }).click()
    await expect(restoring(page).getByRole('status')).toContainText('已恢复“实验小学”')
    await restoring(page).getByRole('button', { name: '打开工作簿' }).click()
    expect(await next.call('stateHash')).toBe(hash)
    await next.reload()
    expect(await next.call('stateHash')).toBe(hash)
    const restored = await historyOf(next, '张三')
    expect(restored.filter((entry) => !entry.includes('的备份恢复'))).toEqual(history)
    expect([...old.allBreaches, ...fresh.allBreaches]).toEqual([])
  } finally {
    await Promise.all([old.close(), fresh.close()])
    old.remove()
    fresh.remove()
    await site.stop()
  }
})

test('an old backup over newer data loses nothing, after a copy; a damaged one is refused with a reason', async ({
  app,
  page,
}) => {
  await app.open()
  const row = await school(app)
  await openBackups(page)
  const file = readFileSync(await (await makeBackup(page)).path())
  await page.keyboard.press('Escape')
  await app.call('edit', [{ table: 'staff', row, column: 'phone', value: '13900000009' }])
  await app.call('settled')
  const hash = await app.call('stateHash')

  await openBackups(page)
  await expect(backups(page)).toContainText('此后又有 1 步改动')
  await backups(page).getByRole('button', { name: '选择备份文件' }).click()
  const damaged = Buffer.from(file)
  damaged[damaged.length - 60]! ^= 1
  const named = (buffer: Buffer) => ({
    name: '旧备份.dutybook',
    mimeType: 'application/octet-stream',
    buffer,
  })
  await chooseFile(page, named(damaged))
  await expect(restoring(page).getByRole('alert')).toContainText('损坏')
  await chooseFile(page, named(file.subarray(0, 300)))
  await expect(restoring(page).getByRole('alert')).toContainText('不完整')

  await chooseFile(page, named(file))
  await expect(restoring(page)).toContainText('这里有 1 步改动是备份里没有的，会原样保留')
  const copying = page.waitForEvent('download')
  await restoring(page).getByRole('button', { name: '恢复', exact: true }).click()
  const copy = readFileSync(await (await copying).path())
  await expect(restoring(page).getByRole('status')).toContainText('没有改变什么')
  await restoring(page).getByRole('button', { name: '打开工作簿' }).click()
  expect(await app.call('stateHash')).toBe(hash)
  // The copy made before is a backup of what was here.
  const report = await page.evaluate(async (bytes) => dutybook.merge(Uint8Array.from(bytes)), [...copy])
  expect(report).toMatchObject({ ok: true, news: false })
})

test.describe('copies into a folder', () => {
  /** A folder of the browser's own file system, which writes as a real one does. */
  const folderOf = (page: Page) =>
    page.addInitScript(() => {
      Object.assign(globalThis, {
        showDirectoryPicker: async () =>
          (await navigator.storage.getDirectory()).getDirectoryHandle('U盘', { create: true }),
      })
    })
  const filesIn = (page: Page) =>
    page.evaluate(async () => {
      const root = await navigator.storage.getDirectory()
      const folder = await root.getDirectoryHandle('U盘')
      const files: { name: string; bytes: number[] }[] = []
      for await (const [name, handle] of (
        folder as unknown as { entries(): AsyncIterable<[string, FileSystemFileHandle]> }
      ).entries())
        files.push({ name, bytes: [...new Uint8Array(await (await handle.getFile()).arrayBuffer())] })
      return files
    })

  test('are written, read back, listed, go on after a restart with one press, and say what is wrong', async ({
    app,
    page,
  }) => {
    await folderOf(page)
    await app.open()
    await school(app)
    await openBackups(page)
    const section = backups(page).getByRole('region', { name: '自动备份到文件夹' })
    await section.getByLabel('密码（可不填）').fill(PASSWORD)
    await section.getByLabel('再输一次密码').fill(PASSWORD)
    await section.getByRole('button', { name: '选择文件夹并开始' }).click()
    await expect(section).toContainText('正在自动备份到“U盘”')
    await expect(section).toContainText('共 1 份，每份都已读回核对')
    await expect(backups(page)).toContainText('上次存到电脑之外：今天')
    const [copy] = await filesIn(page)
    expect(copy!.name).toMatch(/^双责簿-实验小学-.*\.dutybook$/)
    const report = await page.evaluate(
      async ([bytes, password]) => dutybook.merge(Uint8Array.from(bytes), { password }),
      [copy!.bytes, PASSWORD] as const,
    )
    expect(report).toMatchObject({ ok: true, news: false })

    // After a restart the browser wants to be asked; one press, and it goes on with the key it has kept.
    await page.addInitScript(() => {
      let asked = false
      Object.assign(FileSystemHandle.prototype, {
        queryPermission: async () => (asked ? 'granted' : 'prompt'),
        requestPermission: async () => {
          asked = true
          return 'granted'
        },
      })
    })
    await app.reload()
    await app.goTo('今日')
    await page.getByRole('main').getByRole('button', { name: '重新允许' }).click()
    await expect(page.getByRole('main')).toContainText('正在自动备份到“U盘”')
    await expect.poll(async () => (await filesIn(page)).length).toBe(2)

    // Somebody pulls the stick out.
    await page.evaluate(async () =>
      (await navigator.storage.getDirectory()).removeEntry('U盘', { recursive: true }),
    )
    await openBackups(page)
    await section.getByRole('button', { name: '现在备份一次' }).click()
    await expect(section.getByRole('alert')).toContainText('找不到备份文件夹')
    await expect(app.status).toContainText('备份没有写成')
  })
})

test('without folders the browser still makes backups, and says what it cannot do', async ({ app, page }) => {
  await page.addInitScript(() => {
    Object.assign(globalThis, { showDirectoryPicker: undefined })
  })
  await app.open()
  await school(app)
  await openBackups(page)
  await expect(backups(page)).toContainText('这个浏览器不能自动写入文件夹')
  await backups(page).getByLabel('密码（可不填）').fill('12345678')
  await expect(backups(page)).toContainText('太好猜')
  await expect(backups(page).getByRole('button', { name: '立即备份' })).toBeDisabled()
  await backups(page).getByLabel('密码（可不填）').fill('')
  await makeBackup(page)
  await expectAccessible(page)
  const printed = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        globalThis.print = () => resolve(document.querySelector('.paper')!.textContent ?? '')
      }),
  )
  await backups(page).getByRole('button', { name: '打印恢复卡' }).click()
  expect(await printed).toContain('恢复卡')
})

test('the sample school asks for no backup', async ({ app, page }) => {
  await app.open()
  await app.create('示例学校', true)
  await app.goTo('今日')
  await expect(page.getByRole('main')).toContainText('示例学校只供试用，不提醒备份')
  await expect(app.status).not.toContainText('没有备份')
})

test('programs make and merge backups', async ({ app, page }) => {
  await app.open()
  await school(app)
  const result = await page.evaluate(async (password) => {
    const bytes = await dutybook.exportFile({ kind: 'dutybook', password })
    const [none, wrong, right] = [
      await dutybook.merge(bytes),
      await dutybook.merge(bytes, { password: '错' }),
      await dutybook.merge(bytes, { password }),
    ]
    return { none, wrong, right }
  }, PASSWORD)
  expect(result.none).toMatchObject({ ok: false, problem: { code: 'file.password' } })
  expect(result.wrong).toMatchObject({ ok: false, problem: { code: 'file.wrong-password' } })
  expect(result.right).toMatchObject({ ok: true, news: false })
})
