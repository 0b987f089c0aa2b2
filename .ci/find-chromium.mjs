// Where this computer keeps a Chromium: the one named by CHROMIUM_PATH, the usual places, or Playwright's own.
import { existsSync } from 'node:fs'

const usualPlaces = {
  linux: ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'],
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
}

/** A path, or undefined. A CHROMIUM_PATH that names nothing is an error: another browser would test another thing. */
export async function findChromium() {
  const named = process.env['CHROMIUM_PATH']
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH 指向的文件不存在 / names no file: ${named}`)
    return named
  }
  return usualPlaces[process.platform]?.find((path) => existsSync(path)) ?? (await ofPlaywright())
}

// `npx playwright install chromium` puts one into the user's cache.
async function ofPlaywright() {
  try {
    const { chromium } = await import('@playwright/test')
    const path = chromium.executablePath()
    return existsSync(path) ? path : undefined
  } catch {
    return undefined
  }
}
