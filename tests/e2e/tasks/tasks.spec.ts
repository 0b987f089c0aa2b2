import { expect, test } from '../app-page.ts'
import { CORE_TASKS } from './core-tasks.ts'
import { EFFORT } from './effort-reporter.ts'
import { Keys, Mouse } from './hands.ts'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

test('the core tasks are thirty', () => {
  const names = Object.values(CORE_TASKS).flatMap((tasks) => tasks.map(({ name }) => name))
  expect(new Set(names).size).toBe(30)
  expect(names).toHaveLength(30)
})

test('a hand notices when the other one helps', async ({ app, page }) => {
  const [keys, mouse] = [new Keys(page), new Mouse(page)]
  await keys.watch()
  await app.open()
  await keys.begin()
  await page.mouse.click(5, 5)
  await expect(keys.end()).rejects.toThrow('the other hand')
  await mouse.begin()
  await page.keyboard.press('Tab')
  await expect(mouse.end()).rejects.toThrow('the other hand')
})

for (const [area, tasks] of Object.entries(CORE_TASKS))
  for (const way of ['keys', 'mouse'] as const)
    test(`${area}, by ${way} alone`, async ({ app, page }, { annotations }) => {
      const hands = { keys: new Keys(page), mouse: new Mouse(page) }
      const hand = hands[way]
      await hand.watch()
      await app.open()
      for (const task of tasks)
        await test.step(task.name, async () => {
          await task.given(app)
          await hand.begin()
          await (way === 'keys' ? task.keys(hands.keys) : task.mouse(hands.mouse))
          await task.wished(app)
          const { presses, characters } = await hand.end()
          annotations.push({ type: EFFORT, description: [task.name, way, presses, characters].join('\t') })
        })
    })
