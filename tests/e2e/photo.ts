import type { Locator, Page } from '@playwright/test'
import { expect } from './app-page.ts'

/** A photo as this browser writes it, never the same twice; as large in bytes as photos are. */
export async function photoOf(page: Page, name = '操场.jpg') {
  const base64 = await page.evaluate(async () => {
    const canvas = document.createElement('canvas')
    const [width, height] = [(canvas.width = 800), (canvas.height = 600)]
    const context = canvas.getContext('2d')!
    const noise = context.createImageData(width, height)
    for (let at = 0; at < noise.data.length; at++) noise.data[at] = at % 4 === 3 ? 255 : Math.random() * 256
    context.putImageData(noise, 0, 0)
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1]!
  })
  return { name, mimeType: 'image/jpeg', buffer: Buffer.from(base64, 'base64') }
}

/** Attaches photos to the first row of the staff, as somebody does at its panel. */
export async function attachPhotos(page: Page, names: readonly string[]): Promise<void> {
  const panel = page.getByRole('complementary', { name: '侧栏' })
  await panel.getByRole('tab', { name: /^附件/ }).click()
  const photos = await Promise.all(names.map((name) => photoOf(page, name)))
  await panel.getByLabel('添加照片或文件').setInputFiles(photos)
  await expect(panel.getByRole('tab', { name: `附件 ${names.length}` })).toBeVisible()
}

/** The small picture is there, and is one. */
export const isDrawn = (tile: Locator) =>
  expect
    .poll(() => tile.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0)
