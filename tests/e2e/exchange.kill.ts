import { test } from './app-page.ts'
import { exchangeRounds } from './exchange.ts'

const ROUNDS = Number(process.env['EXCHANGE_ROUNDS'] ?? (process.env['QUICK'] ? 10 : 200))
const SEED = Number(process.env['EXCHANGE_SEED'] ?? Date.now() % 1_000_000)

test(`two browser profiles exchange real .xlsx files for ${ROUNDS} random rounds (seed ${SEED})`, async () => {
  test.setTimeout(0)
  await exchangeRounds(ROUNDS, SEED)
})
