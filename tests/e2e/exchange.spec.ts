import { test } from './app-page.ts'
import { exchangeRounds } from './exchange.ts'

/** A few rounds for every change; `npm run test:exchange` plays two hundred. */
test('two browser profiles exchange real .xlsx files and hold the same after every round', async () => {
  test.setTimeout(180_000)
  await exchangeRounds(4, 20270310)
})
