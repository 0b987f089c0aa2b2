import { expect, test } from '@playwright/test'
import type { AppPage } from './app-page.ts'
import { Profile, Site } from './profile.ts'

const KILLS = process.env['QUICK'] ? 5 : 20

/** What was typed, by its turn, once the status line has called it saved. */
type Acknowledged = Map<number, string>

/**
 * Edits without end, as fast as the program saves them. What is acknowledged leaves the page at once, by a binding:
 * a page that is about to die can tell nothing afterwards.
 */
async function editForEver(app: AppPage, row: string, from: number): Promise<void> {
  await app.page.evaluate(
    ([row, from]) => {
      const acknowledge = (globalThis as unknown as { acknowledge(seq: number, value: string): void })
        .acknowledge
      const line = document.querySelector('[data-saved-seq]')!
      const number = () => Number(line.getAttribute('data-saved-seq'))
      const wait = (wanted: number) =>
        new Promise<void>((resolve) => {
          if (number() >= wanted) return resolve()
          const watch = new MutationObserver(() => {
            if (number() < wanted) return
            watch.disconnect()
            resolve()
          })
          watch.observe(line, { attributeFilter: ['data-saved-seq'] })
        })
      const loop = async () => {
        for (let n = from; ; n++) {
          const before = number()
          const value = `第${n}次`
          // Two cells of one change: a half of it must never be found. Every tenth adds a row as well.
          dutybook.edit([
            { table: 'incidents', row: row!, column: 'cause', value },
            { table: 'incidents', row: row!, column: 'lessons', value },
          ])
          await wait(before + 1)
          acknowledge(n, value)
          if (n % 10 === 0) {
            dutybook.add('staff', [{ name: `新同事${n}`, dept: '教导处' }])
            await wait(before + 2)
          }
        }
      }
      void loop()
    },
    [row, from] as const,
  )
}

/** The same by hand: a person types one thing after another into the same cell. */
async function typeForEver(app: AppPage, told: Acknowledged, from: number): Promise<void> {
  for (let n = from; ; n++) {
    const before = await app.savedNumber()
    await app.page.keyboard.type(`手填${n}`)
    await app.press('Enter', 'ArrowUp')
    await expect.poll(() => app.savedNumber()).toBeGreaterThan(before)
    told.set(n, `手填${n}`)
  }
}

test(`killed ${KILLS} times on one growing profile: nothing acknowledged is lost, nothing is torn`, async () => {
  const site = new Site()
  await site.start()
  const profile = new Profile()
  try {
    let app = await profile.open(site)
    await app.ready()
    await app.create('示例学校', true)
    const row = (await app.call('rows', 'incidents'))[0]!.id
    let next = 1
    let edits = 0

    for (let kill = 1; kill <= KILLS; kill++) {
      const told: Acknowledged = new Map()
      await profile.context.exposeBinding('acknowledge', (_source, seq: number, value: string) => {
        told.set(seq, value)
      })
      const byHand = kill % 3 === 0
      if (byHand) {
        await app.goTo('事故台账')
        await app.select(0, 'cause')
        void typeForEver(app, told, next).catch(() => {})
      } else await editForEver(app, row, next)
      await expect.poll(() => told.size, { message: 'edits are saved' }).toBeGreaterThan(0)
      // At a random moment: the point is that no moment is special.
      await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 2500))
      const [last, value] = [...told].at(-1) ?? [next, '']
      const numberShown = await app.savedNumber().catch(() => 0)
      await profile.kill()
      const [lastTold, valueTold] = [...told].at(-1) ?? [last, value]
      edits += told.size

      app = await profile.open(site)
      await app.ready()
      const incident = (await app.call('rows', 'incidents')).find(({ id }) => id === row)! as Record<
        string,
        unknown
      >
      const found = Number(String(incident['cause']).replace(/\D/g, ''))
      const round = `kill ${kill}: acknowledged ${valueTold}, found ${String(incident['cause'])}`
      expect(found, round).toBeGreaterThanOrEqual(lastTold)
      if (!byHand) expect(incident['lessons'], `${round}: torn`).toBe(incident['cause'])
      expect(await app.savedNumber(), round).toBeGreaterThanOrEqual(numberShown)
      await expect(app.page.getByRole('alert'), 'nothing is announced as lost').toHaveCount(0)

      // Every row added in a change that was followed by another acknowledged one.
      const staff = new Set(
        (await app.call('rows', 'staff')).map((person) => (person as Record<string, unknown>)['name']),
      )
      if (!byHand)
        for (let n = Math.ceil(next / 10) * 10; n < lastTold; n += 10)
          expect(staff.has(`新同事${n}`), `${round}: 新同事${n}`).toBe(true)

      await app.goTo('学期考核')
      await app.page.getByRole('button', { name: '核对' }).click()
      await expect(app.page.getByText(/^一致：/)).toBeVisible()

      const hash = await app.call('stateHash')
      expect(await app.call('undo'), `${round}: undo`).toBe(true)
      expect(await app.call('stateHash')).not.toBe(hash)
      expect(await app.call('redo'), `${round}: redo`).toBe(true)
      expect(await app.call('stateHash')).toBe(hash)
      await app.call('settled')
      next = found + 1
    }
    console.log(`${KILLS} kills, ${edits} acknowledged edits, 0 lost, 0 torn`)
    expect(profile.allBreaches).toEqual([])
  } finally {
    await profile.close().catch(() => {})
    profile.remove()
    await site.stop()
  }
})
