import { expect, test } from '../app-page.ts'
import { DAILY } from './daily.ts'
import { Keys } from './hands.ts'

test('the work of every day takes fewer strokes than in a ledger', async ({ app, page }) => {
  const hand = new Keys(page)
  await hand.watch()
  await page.clock.install({ time: new Date('2027-03-10T07:50:00+08:00') })
  await app.open()
  await app.create('示例学校', true)
  // The tasks begin with empty books, as the ones in the ledger beside do.
  await app.empty('dutyLog', 'classAttendance', 'absences', 'weeklySummaries', 'hazards', 'feedback')
  await app.call('add', 'terms', [
    { school_year: '2026-2027', term: '第二学期', start_date: '2027-02-22', end_date: '2027-07-09' },
  ])
  const counted: Record<string, { program: number; ledger: number }> = {}
  for (const { name, wps, keys, wished } of DAILY)
    await test.step(name, async () => {
      await hand.begin()
      await keys(hand)
      await wished(app)
      const { presses, characters } = await hand.end()
      counted[name] = { program: presses + characters, ledger: wps }
    })
  console.log('\nStrokes of the daily work, here and in a ledger kept in WPS:')
  console.table(counted)
  for (const [name, { program, ledger }] of Object.entries(counted))
    expect(program, name).toBeLessThan(ledger)
})
