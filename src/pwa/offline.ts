/**
 * Whether the app would start without a network, by looking rather than believing: a worker is active and the page
 * itself is among the files kept. People, "cleaners" and browsers delete such copies.
 */
export type OfflineState = 'unsupported' | 'preparing' | 'ready' | 'missing'

export async function offlineState(): Promise<OfflineState> {
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined
  if (!container) return 'unsupported'
  const registration = await container.getRegistration()
  if (!registration) return 'missing'
  if (!registration.active) return 'preparing'
  return (await isPageKept(registration.scope)) ? 'ready' : 'missing'
}

/** Calls back with the state now and once more when a first download has completed. */
export async function watchOffline(onChange: (state: OfflineState) => void): Promise<void> {
  const state = await offlineState()
  onChange(state)
  if (state !== 'preparing') return
  await navigator.serviceWorker.ready
  onChange(await offlineState())
}

// Kept files carry `?__WB_REVISION__=…` in their address, so the search part is left aside.
async function isPageKept(scope: string): Promise<boolean> {
  const page = new URL('index.html', scope).href
  return (await caches.match(page, { ignoreSearch: true })) !== undefined
}
