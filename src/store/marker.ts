import type { LogRecord } from './log.ts'

/**
 * A note outside IndexedDB of what must be inside it. A cut or cleared database opens without an error, just with
 * less in it, so the only way to notice is to have written down elsewhere how much there was.
 */
export interface Marker {
  readonly workbook: string
  readonly name: string
  /** Number of the last durable change and when it was made. */
  readonly n: number
  readonly at: string
  readonly rows: number
  /** The chain hash up to `n`. */
  readonly hash: string
}

export type MarkerVerdict =
  | { readonly kind: 'ok' }
  /** Changes `from` … `to` are missing; the last one that is there was made at `since`. */
  | { readonly kind: 'missing'; readonly from: number; readonly to: number; readonly since: string | null }
  /** As many changes as there were, but not the same ones. */
  | { readonly kind: 'different'; readonly since: string | null }

export function judge(
  marker: Marker | null,
  found: { last: number; chain: string; lastAt: string | null },
): MarkerVerdict {
  if (!marker || marker.n < found.last) return { kind: 'ok' }
  if (marker.n > found.last)
    return { kind: 'missing', from: found.last + 1, to: marker.n, since: found.lastAt }
  return marker.hash === found.chain ? { kind: 'ok' } : { kind: 'different', since: found.lastAt }
}

const PREFIX = 'dutybook.marker.'

/** The markers of this browser, in its localStorage. Where that is blocked, there are simply none. */
export class Markers {
  private readonly storage: Storage | null

  constructor(storage: () => Storage) {
    this.storage = attempt(storage)
  }

  read(workbook: string): Marker | null {
    const text = attempt(() => this.storage?.getItem(PREFIX + workbook) ?? null)
    return text === null ? null : parse(text)
  }

  all(): Marker[] {
    const { storage } = this
    if (!storage) return []
    const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i))
    return keys
      .filter((key): key is string => key !== null && key.startsWith(PREFIX))
      .map((key) => this.read(key.slice(PREFIX.length)))
      .filter((marker) => marker !== null)
  }

  write(marker: Marker): void {
    attempt(() => this.storage?.setItem(PREFIX + marker.workbook, JSON.stringify(marker)))
  }

  remove(workbook: string): void {
    attempt(() => this.storage?.removeItem(PREFIX + workbook))
  }
}

function parse(text: string): Marker | null {
  const marker = attempt(() => JSON.parse(text) as Partial<Marker>)
  return marker && typeof marker.workbook === 'string' && Number.isInteger(marker.n)
    ? (marker as Marker)
    : null
}

/** A blocked or full localStorage must not stop anybody from working: the marker is a second safety, not the data. */
function attempt<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}

/** The chain hash with one more record: two copies with the same hash hold the same changes in the same order. */
export function chain(previous: string, record: LogRecord): string {
  const { n, replica, seq, at, by, change } = record
  return hash(previous + JSON.stringify([n, replica, seq, at, by, change]))
}

/** 64 bits against accidents, not against forgers: two FNV-1a runs that start apart. */
function hash(text: string): string {
  let a = 0x811c9dc5
  let b = 0x01000193
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ code, 0x85ebca6b)
    b ^= b >>> 13
  }
  return hex(a) + hex(b)
}

const hex = (n: number) => (n >>> 0).toString(16).padStart(8, '0')
