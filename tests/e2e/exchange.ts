import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, type AppPage } from './app-page.ts'
import { Profile, Site } from './profile.ts'

const VALUES = ['甲', '乙', '丙', '']

/** Numbers that look like chance and are the same for the same seed: a failure can be played again. */
function chance(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/**
 * Two browser profiles on disk edit at random, and hand each other the .xlsx that the export dialog downloads, through the
 * file input of the import dialog and the dialog that merges, for so many rounds. After every round in which both have
 * read the other they hold the same.
 */
export async function exchangeRounds(rounds: number, seed: number): Promise<void> {
  const site = new Site()
  await site.start()
  const profiles = [new Profile(), new Profile()]
  const folder = mkdtempSync(join(tmpdir(), 'dutybook-exchange-'))
  const below = chance(seed)
  try {
    const apps: AppPage[] = []
    for (const profile of profiles) apps.push(await profile.open(site))
    for (const app of apps) await app.ready()
    const [a, b] = apps as [AppPage, AppPage]
    await a.create()
    await a.call('add', 'staff', [{ name: '李四' }, { name: '赵六' }])
    await beginFrom(b.page, await download(a.page, folder))
    for (let round = 0; round < rounds; round++) {
      for (const app of apps) for (let i = below(4); i >= 0; i--) await randomStep(app, below)
      // Crossed files now and then, else one after the other.
      const crossed = below(3) === 0
      const fromA = await download(a.page, folder)
      if (!crossed) await receive(b.page, fromA)
      const fromB = await download(b.page, folder)
      await receive(a.page, fromB)
      if (crossed) await receive(b.page, fromA)
      if (below(10) === 0) await apps[below(2)]!.reload()
      const hashes = [await a.call('stateHash'), await b.call('stateHash')]
      expect(hashes[1], `round ${round + 1} of seed ${seed}`).toBe(hashes[0])
      expect(await b.call('conflicts'), `round ${round + 1}`).toHaveLength((await a.call('conflicts')).length)
    }
    expect(profiles.flatMap((profile) => profile.allBreaches)).toEqual([])
  } finally {
    for (const profile of profiles) {
      await profile.close()
      profile.remove()
    }
    await site.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function randomStep(app: AppPage, below: (most: number) => number): Promise<void> {
  const rows = await app.call('rows', 'staff')
  const row = rows[below(Math.max(1, rows.length))]?.id
  switch (below(8)) {
    case 0:
      await app.call('add', 'staff', [{ name: `新人${below(1000)}` }])
      return
    case 1:
      if (row && rows.length > 3) await app.call('remove', 'staff', [row])
      return
    case 2:
      await app.call('undo')
      return
    case 3: {
      const conflicts = await app.call('conflicts')
      const conflict = conflicts[below(Math.max(1, conflicts.length))]
      if (conflict) await app.call('resolve', conflict.id, below(conflict.values.length))
      return
    }
    default:
      if (row)
        await app.call('edit', [
          { table: 'staff', row, column: below(2) ? 'phone' : 'name', value: VALUES[below(VALUES.length)]! },
        ])
  }
}

/** The complete workbook by the export dialog, saved as a file. */
async function download(page: Page, folder: string): Promise<string> {
  await page.evaluate(() => dutybook.settled())
  await page.getByRole('banner').getByRole('button', { name: '导出' }).click()
  const dialog = page.getByRole('dialog', { name: '导出' })
  await dialog.getByRole('radio', { name: /所选的表/ }).check()
  await dialog.getByRole('button', { name: '全选', exact: true }).click()
  await dialog.getByRole('radio', { name: /^全部/ }).check()
  await dialog.getByRole('textbox', { name: /带出原因/ }).fill('两台电脑交换')
  const downloading = page.waitForEvent('download')
  await dialog.getByRole('button', { name: '导出', exact: true }).click()
  const path = join(folder, `${Math.random().toString(36).slice(2)}.xlsx`)
  await (await downloading).saveAs(path)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  return path
}

/** Opens the file on a computer that has no workbook yet, as somebody does who begins from a colleague's. */
async function beginFrom(page: Page, path: string): Promise<void> {
  await page.getByRole('main').locator('input[type=file]').setInputFiles(path)
  const dialog = page.getByRole('dialog', { name: '打开文件' })
  await dialog.getByRole('button', { name: '打开', exact: true }).click()
  await dialog.getByRole('button', { name: '打开工作簿' }).click()
  await expect(page.getByRole('banner')).toBeVisible()
}

/** Gives the file to the import dialog, which knows it for a copy's, and agrees to the merge. */
async function receive(page: Page, path: string): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: '导入' }).click()
  await page.getByRole('dialog', { name: '导入文件' }).locator('input[type=file]').setInputFiles(path)
  const dialog = page.getByRole('dialog', { name: '合并文件' })
  // An export is an entry in the workbook itself: there is always something new.
  await dialog.getByRole('button', { name: '合并', exact: true }).click()
  await expect(dialog.getByRole('status')).toContainText('已合并')
  // Nobody has touched the file on its way.
  await expect(dialog.getByRole('status')).toContainText('没有人在 Excel、WPS 里改过')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
}
