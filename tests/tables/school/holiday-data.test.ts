import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { runnerImport } from 'vite'

it('is what chinese-days has now: run `node .ci/holiday-data.mjs` after a new version of the package', async () => {
  const { module } = await runnerImport<{ holidayData: () => Promise<string> }>('./.ci/holiday-data.mjs')
  expect(await readFile('src/tables/school/holiday-data.ts', 'utf8')).toBe(await module.holidayData())
})
