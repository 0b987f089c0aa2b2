import type { Problem } from '../shared/result.ts'

/** What the browser promises about the data. Each is a code of `i18n` under `problem.store.` except 'kept'. */
export interface Persistence {
  /** 'kept': the browser will not delete the data by itself. */
  readonly state: 'kept' | 'store.may-be-deleted' | 'store.cannot-promise'
  /** Little space left, by the browser's own estimate, which is a guess and never a promise. */
  readonly space: Problem | null
}

const LOW = 50_000_000

/**
 * Asks the browser to keep the data for good. Browsers grant it more readily once the page is used or installed, so
 * ask when a workbook holds something, and again on later starts.
 */
export async function askToKeep(storage: StorageManager | undefined): Promise<Persistence> {
  return { state: await ask(storage), space: await lowSpace(storage) }
}

/** The same without asking, for a look at the state on every start. */
export async function isKept(storage: StorageManager | undefined): Promise<Persistence> {
  const kept = await storage?.persisted?.().catch(() => false)
  return {
    state: kept === undefined ? 'store.cannot-promise' : kept ? 'kept' : 'store.may-be-deleted',
    space: await lowSpace(storage),
  }
}

async function ask(storage: StorageManager | undefined): Promise<Persistence['state']> {
  if (!storage?.persist) return 'store.cannot-promise'
  try {
    return (await storage.persist()) ? 'kept' : 'store.may-be-deleted'
  } catch {
    return 'store.cannot-promise'
  }
}

async function lowSpace(storage: StorageManager | undefined): Promise<Problem | null> {
  try {
    const { quota, usage } = (await storage?.estimate?.()) ?? {}
    if (quota === undefined || usage === undefined || quota - usage >= LOW) return null
    return {
      code: 'store.little-space',
      params: { megabytes: Math.max(0, Math.floor((quota - usage) / 1e6)) },
    }
  } catch {
    return null
  }
}
