// Draws public/icons/*.png from icon.svg with the browser, the one drawing tool that is surely there.
// Run by hand after changing the SVG: node .ci/draw-icons.mjs
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { findChromium } from './find-chromium.mjs'

const icons = fileURLToPath(new URL('../public/icons/', import.meta.url))
const svg = readFileSync(`${icons}icon.svg`, 'utf8')

// A maskable icon may be cut to a circle of 80 %: the ground fills the square, the picture shrinks into it.
const page = (size, scale) => `<!doctype html>
  <body style="margin:0;background:${scale < 1 ? '#1f5f52' : 'transparent'}">
  <div style="width:${size}px;height:${size}px;transform:scale(${scale})">${svg}</div>`

const browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox'] })
for (const [name, size, scale] of [
  ['icon-192', 192, 1],
  ['icon-512', 512, 1],
  ['icon-maskable-512', 512, 0.86],
]) {
  const tab = await browser.newPage({ viewport: { width: size, height: size } })
  await tab.setContent(page(size, scale))
  await tab.screenshot({ path: `${icons}${name}.png`, omitBackground: true })
  await tab.close()
}
await browser.close()
