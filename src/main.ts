import { registerServiceWorker } from './pwa/register.ts'

void registerServiceWorker({ settled: () => Promise.resolve(), onUpdate: () => {} })
