import type { Browser, BrowserContext } from '@playwright/test'
import { AppPage } from './app-page.ts'
import { watchLaws } from './fixtures.ts'

/** The open workbook as the file that another copy merges, taken out of the page as plain numbers. */
export const packageOf = (app: AppPage): Promise<number[]> =>
  app.page.evaluate(async () => [...(await dutybook.exportPackage())])

/** Merges such a file into the open workbook; a computer without one gets the file's own. */
export async function merge(app: AppPage, file: readonly number[]): Promise<void> {
  const merged = await app.page.evaluate(async (bytes) => dutybook.merge(new Uint8Array(bytes)), file)
  if (!merged.ok) throw new Error(JSON.stringify(merged))
}

/** A second computer: a browser profile of its own, under the same laws. */
export async function otherComputer(
  browser: Browser,
  baseURL: string,
): Promise<{ app: AppPage; context: BrowserContext; breaches: readonly string[] }> {
  const context = await browser.newContext()
  const breaches = await watchLaws(context, new URL(baseURL).origin)
  return { app: new AppPage(await context.newPage()), context, breaches }
}

/** The name that stands in the history of this computer. */
export async function callMe(app: AppPage, name: string): Promise<void> {
  await app.page.getByRole('button', { name: /使用人/ }).click()
  await app.page.getByRole('dialog').getByRole('textbox').fill(name)
  await app.page.getByRole('dialog').getByRole('button', { name: '确定' }).click()
}
