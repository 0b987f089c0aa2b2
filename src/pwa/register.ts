import { trustedUrl } from '../shared/trusted-url.ts'

/**
 * The service worker and how a new version takes over. A new version is downloaded whole, then waits. It is offered
 * and never forced: only `apply()` starts it, and only after every tab of this browser said that nothing is being
 * typed and everything is durable.
 */
export interface UpdateHost {
  /** Resolves when this tab has no open editor and no unsaved change. Editing should stop from then on. */
  settled(): Promise<void>
  /** A new version waits. May be called again for a still newer one. */
  onUpdate(update: Update): void
}

export interface Update {
  /** Starts the new version in all tabs. Pending until each of them has settled; then this page is reloaded. */
  apply(): Promise<void>
}

export interface Registration {
  /** Asks the server for a new version now: only when the user asks, for the app makes no requests by itself. */
  check(): Promise<void>
}

const CHANNEL = 'dutybook-update'
const LOCK = 'dutybook-unsettled'

export async function registerServiceWorker(host: UpdateHost): Promise<Registration | null> {
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined
  if (!container) return null

  const tab = joinTabs(() => host.settled())

  // The first worker of all claims the page too, and changes nothing; only a replaced one calls for a reload.
  let controlled = container.controller !== null
  container.addEventListener('controllerchange', () => {
    if (controlled) void host.settled().then(() => location.reload())
    controlled = true
  })

  try {
    // Relative to the page: the app may be served from any folder.
    const registration = await container.register(trustedUrl('./sw.js'), { updateViaCache: 'none' })
    announceWaiting(registration, (worker) =>
      host.onUpdate({
        async apply() {
          await tab.allSettled()
          worker.postMessage({ type: 'SKIP_WAITING' })
        },
      }),
    )
    return {
      async check() {
        await registration.update()
      },
    }
  } catch {
    // The app works, but only online; whoever looks at what is kept will see that.
    return null
  }
}

function announceWaiting(registration: ServiceWorkerRegistration, announce: (worker: ServiceWorker) => void) {
  if (registration.waiting) announce(registration.waiting)
  const follow = (worker: ServiceWorker | null) =>
    worker?.addEventListener('statechange', () => {
      // Without an active one it is the first, and nobody needs to be asked.
      if (worker.state === 'installed' && registration.active) announce(worker)
    })
  follow(registration.installing)
  registration.addEventListener('updatefound', () => follow(registration.installing))
}

/**
 * Each tab holds a shared lock as long as it may have something unsettled. Asked over the channel, it settles and
 * lets go; whoever gets the lock alone knows that all have. A closed or crashed tab loses its lock by itself.
 */
function joinTabs(settled: () => Promise<void>) {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  void navigator.locks.request(LOCK, { mode: 'shared' }, () => held)

  const channel = new BroadcastChannel(CHANNEL)
  channel.onmessage = () => void settled().then(letGo)

  return {
    async allSettled() {
      channel.postMessage('settle')
      await settled()
      letGo()
      await navigator.locks.request(LOCK, () => {})
    },
  }
}
