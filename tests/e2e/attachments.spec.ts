import { createHash } from 'node:crypto'
import type { Locator, Page } from '@playwright/test'
import { jpegOfTelephone, marksOf, pngOfProgram, SECRETS, webpOfProgram } from '../exchange/pictures.ts'
import { AppPage, expect, test } from './app-page.ts'
import { barriers } from './axe.ts'
import { watchLaws } from './fixtures.ts'

const [WIDTH, HEIGHT] = [2400, 1200]
/** One colour a corner, so that it can be seen which way up a picture is: above left, above right, below left … */
const CORNERS = ['red', 'lime', 'blue', 'yellow']

/** A picture of four corners as this browser writes it, with nothing beside it. */
async function plain(page: Page, type: string): Promise<Buffer> {
  const numbers = await page.evaluate(
    async ([type, corners, width, height]) => {
      const canvas = document.createElement('canvas')
      canvas.width = width
      canvas.height = height
      const context = canvas.getContext('2d')!
      corners.forEach((colour, at) => {
        context.fillStyle = colour
        context.fillRect((at % 2) * (width / 2), at > 1 ? height / 2 : 0, width / 2, height / 2)
      })
      const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, type, 0.9))
      return [...new Uint8Array(await blob!.arrayBuffer())]
    },
    [type, CORNERS, WIDTH, HEIGHT] as const,
  )
  return Buffer.from(numbers)
}

const add = (page: Page, files: { name: string; mimeType: string; buffer: Buffer }[]) =>
  page.getByLabel('添加照片或文件').setInputFiles(files)

/** Attaches bytes by the door for programs, and reads back what is kept. */
function attached(page: Page, row: string, bytes: Buffer, name: string) {
  return page.evaluate(
    async ([row, base64, name]) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      const done = await dutybook.attach('staff', row, bytes, name)
      if (!done.ok) return { problem: done.problem.code }
      const kept = (await dutybook.attachments('staff', row)).at(-1)!
      const back = (await dutybook.attachmentBytes(kept.hash))!
      const picture = await createImageBitmap(new Blob([back as Uint8Array<ArrayBuffer>]))
      const canvas = new OffscreenCanvas(picture.width, picture.height)
      const context = canvas.getContext('2d')!
      context.drawImage(picture, 0, 0)
      const colour = (x: number, y: number) =>
        [...context.getImageData(x * picture.width, y * picture.height, 1, 1).data].slice(0, 3)
      const corners = [colour(0.1, 0.1), colour(0.9, 0.1), colour(0.1, 0.9), colour(0.9, 0.9)]
      return {
        kept,
        bytes: [...back],
        size: [picture.width, picture.height],
        corners: corners.map(([red, green, blue]) =>
          red! > 128 ? (green! > 128 ? 'yellow' : 'red') : green! > 128 ? 'lime' : blue! > 128 ? 'blue' : '?',
        ),
      }
    },
    [row, bytes.toString('base64'), name] as const,
  )
}

function expectClean(bytes: readonly number[]) {
  const kept = Buffer.from(bytes)
  const text = kept.toString('latin1')
  for (const word of [...SECRETS, 'Exif', 'http://ns.adobe.com', 'Photoshop', 'GPS'])
    expect(text, word).not.toContain(word)
  // JFIF, tables, frame, picture: no other segment, and not a second picture behind the first.
  expect(marksOf(kept).filter((mark) => (mark > 0xe0 && mark <= 0xef) || mark === 0xfe)).toEqual([])
  expect(text.indexOf('\xff\xd8\xff', 2)).toBe(-1)
}

test('photos are kept upright, small, and without anything the camera wrote beside the picture', async ({
  app,
  page,
}) => {
  test.slow()
  await app.open()
  await app.create()
  const { ids } = await app.call('add', 'staff', [{ name: '王伟' }])
  const row = ids[0]!
  const jpeg = await plain(page, 'image/jpeg')
  // Which corner comes where, for the eight ways a camera can be held.
  const turned = ['0123', '1032', '3210', '2301', '0213', '2031', '3120', '1302']
  for (const [at, order] of turned.entries()) {
    const orientation = at + 1
    const done = await attached(page, row, jpegOfTelephone(jpeg, orientation, at % 2 === 0), 'IMG_1.JPG')
    expect(done.corners, `orientation ${orientation}`).toEqual([...order].map((corner) => CORNERS[+corner]))
    expect(done.size).toEqual(orientation >= 5 ? [800, 1600] : [1600, 800])
    expectClean(done.bytes!)
    expect(done.kept).toMatchObject({ name: 'IMG_1.jpg', type: 'image/jpeg', here: true })
    expect(done.kept!.hash).toBe(createHash('sha256').update(Buffer.from(done.bytes!)).digest('hex'))
  }
  for (const [name, bytes] of [
    ['截图.png', pngOfProgram(await plain(page, 'image/png'))],
    ['图.webp', webpOfProgram(await plain(page, 'image/webp'), WIDTH, HEIGHT)],
  ] as const) {
    expect(SECRETS.some((secret) => bytes.includes(secret))).toBe(true)
    const done = await attached(page, row, bytes, name)
    expect(done.corners, name).toEqual(CORNERS)
    expectClean(done.bytes!)
  }
  const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1')
  const bomb = await plain(page, 'image/png')
  bomb.writeUInt32BE(60_000, 16)
  for (const [bytes, name, problem] of [
    [heic, 'IMG.HEIC', 'photo.heic'],
    [jpeg.subarray(0, 400), 'a.jpg', 'photo.undecodable'],
    [bomb, 'a.png', 'photo.undecodable'],
    [Buffer.from('<svg onload="alert(1)"/>'), 'a.svg', 'attachment.kind'],
    [Buffer.from('<script>'), 'a.html', 'attachment.kind'],
    [Buffer.alloc(0), 'a.jpg', 'attachment.empty'],
    [Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(20 * 1024 * 1024)]), 'a.pdf', 'attachment.too-large'],
  ] as const)
    expect((await attached(page, row, bytes, name)).problem, name).toBe(problem)
  expect(await app.call('attachments', 'staff', row)).toHaveLength(10)
})

const isDrawn = (tile: Locator, width: number) =>
  expect.poll(() => tile.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(width)

test('photos and files are added to a row in its panel, looked at, and covered', async ({ app, page }) => {
  test.slow()
  await app.open()
  await app.create()
  await app.call('add', 'staff', [{ name: '王伟' }])
  await app.goTo('教职工名册')
  await app.select(0, 'name')
  const panel = page.getByRole('complementary', { name: '侧栏' })
  await panel.getByRole('tab', { name: '附件' }).click()
  await expect(panel.getByText('这一行还没有附件。')).toBeVisible()
  const photo = jpegOfTelephone(await plain(page, 'image/jpeg'), 6)
  await add(page, [
    { name: '操场.JPG', mimeType: 'image/jpeg', buffer: photo },
    { name: '情况说明.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 说明') },
    { name: 'IMG_2.HEIC', mimeType: 'image/heic', buffer: Buffer.from('\0\0\0\x18ftypheic', 'latin1') },
  ])
  await expect(panel.getByRole('tab', { name: '附件 2' })).toBeVisible()
  await expect(panel.getByRole('alert')).toContainText('“IMG_2.HEIC”没有添加：这是苹果手机的 HEIC 照片')
  await expect(panel.getByText('有 1 个文件原样保存')).toBeVisible()
  const tile = panel.getByRole('button', { name: '操场.jpg' })
  await isDrawn(tile, 160)
  expect(await barriers(page)).toEqual([])

  await tile.click()
  const dialog = page.getByRole('dialog', { name: '操场.jpg' })
  await expect(dialog.getByRole('img', { name: '操场.jpg' })).toBeVisible()
  await dialog.getByRole('checkbox', { name: '含人脸/病历' }).check()
  await expect(dialog.getByText('已遮住：含人脸或病历')).toBeVisible()
  await expect(dialog.getByRole('img', { name: '操场.jpg' })).toBeHidden()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('dialog', { name: '情况说明.pdf' })).toContainText('这种文件不在这里打开')
  const download = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('button', { name: '下载' }).click()
  expect((await download).suggestedFilename()).toBe('情况说明.pdf')
  await page.keyboard.press('Escape')
  await expect(tile.locator('.cover')).toBeVisible()
})

test.describe('unplugged', () => {
  test.use({ serviceWorkers: 'allow' })

  test('a photo is there offline after a reload, is deleted and brought back', async ({
    app,
    page,
    context,
  }) => {
    test.slow()
    await app.open()
    await app.create()
    const { ids } = await app.call('add', 'staff', [{ name: '王伟' }])
    await attached(page, ids[0]!, await plain(page, 'image/jpeg'), '操场.jpg')
    await page.waitForFunction(() => navigator.serviceWorker?.controller !== null)
    await context.setOffline(true)
    await app.reload()
    await app.goTo('教职工名册')
    await app.select(0, 'name')
    const panel = page.getByRole('complementary', { name: '侧栏' })
    await panel.getByRole('tab', { name: '附件 1' }).click()
    const tile = panel.getByRole('button', { name: '操场.jpg' })
    await isDrawn(tile, 320)
    await tile.click()
    await page.getByRole('dialog').getByRole('button', { name: '删除' }).click()
    await expect(panel.getByText('这一行还没有附件。')).toBeVisible()
    await page.keyboard.press('Control+z')
    await isDrawn(tile, 320)
  })
})

test('a copy that has the row without the file says where it is, and shows it once a file brings it', async ({
  app,
  page,
  browser,
  baseURL,
}) => {
  test.slow()
  await app.open()
  await app.create()
  const { ids } = await app.call('add', 'staff', [{ name: '王伟' }])
  await attached(page, ids[0]!, await plain(page, 'image/jpeg'), '证件.jpg')
  const exported = (attachments: boolean) =>
    page.evaluate(
      async (attachments) => [
        ...(await dutybook.exportFile({ kind: 'xlsx', audience: 'whole', attachments })),
      ],
      attachments,
    )
  const [without, along] = [await exported(false), await exported(true)]
  expect(along.length).toBeGreaterThan(without.length)

  const context = await browser.newContext()
  const breaches = await watchLaws(context, new URL(baseURL!).origin)
  const other = new AppPage(await context.newPage())
  await other.open()
  const merge = (file: number[]) =>
    other.page.evaluate(async (file) => dutybook.merge(Uint8Array.from(file)), file)
  expect(await merge(without)).toMatchObject({ ok: true })
  await other.goTo('教职工名册')
  await other.select(0, 'name')
  const panel = other.page.getByRole('complementary', { name: '侧栏' })
  await panel.getByRole('tab', { name: '附件 1' }).click()
  await expect(panel.getByText(/照片在另一台电脑上/)).toBeVisible()
  expect(await merge(along)).toMatchObject({ ok: true, files: { files: 1, damaged: 0 } })
  await other.reload()
  await other.select(0, 'name')
  await panel.getByRole('tab', { name: '附件 1' }).click()
  await isDrawn(panel, 320)
  expect(await other.call('stateHash')).toBe(await app.call('stateHash'))
  expect(breaches).toEqual([])
  await context.close()
})
