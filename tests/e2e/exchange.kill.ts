import { test } from './app-page.ts'
import { exchangeRounds } from './exchange.ts'

const ROUNDS = Number(process.env['EXCHANGE_ROUNDS'] ?? (process.env['QUICK'] ? 10 : 200))

test(`two browser profiles exchange real .xlsx files for ${ROUNDS} random rounds`, async () => {
  test.setTimeout(0)
  // Not in the title: the process that lists tests and the one that runs them would draw different ones.
  const seed = Number(process.env['EXCHANGE_SEED'] ?? Date.now() % 1_000_000)
  console.log(`EXCHANGE_SEED=${seed}`)
  await exchangeRounds(ROUNDS, seed)
})
