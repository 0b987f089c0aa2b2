import { registerServiceWorker } from '../../../src/pwa/register.ts'

/**
 * A page with nothing but the update flow in it, so a test can be both the user and the app: `typing` keeps the tab
 * from settling, `update` is what the app was offered.
 */
const harness = {
  offers: 0,
  applied: false,
  stopTyping: () => {},
  startTyping() {
    harness.settled = new Promise((resolve) => {
      harness.stopTyping = resolve
    })
  },
  settled: Promise.resolve(),
  apply: (): Promise<void> => Promise.reject(new Error('no update was offered')),
  check: (): Promise<void> => Promise.reject(new Error('not registered')),
}
export type Harness = typeof harness

void registerServiceWorker({
  settled: () => harness.settled,
  onUpdate(update) {
    harness.offers++
    harness.apply = () => update.apply()
  },
}).then((registration) => {
  if (registration) harness.check = () => registration.check()
})

Object.assign(window, { harness })
document.getElementById('app')!.textContent = document.documentElement.dataset['build']!
