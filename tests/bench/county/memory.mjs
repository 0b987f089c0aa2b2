// What the processes of one browser hold, as Linux counts it.
import { readFileSync } from 'node:fs'

/** How often it is looked. */
const EVERY = 250

/**
 * Watches the memory of a browser's processes until `stop`: all of them together, and the one that runs the page with
 * its workers. Pages that processes share are shared out among them (PSS).
 *
 * @param {() => Promise<{ id: number, type: string }[]>} processes
 */
export function watchMemory(processes) {
  const peak = { all: 0, page: 0 }
  const look = async () => {
    const sizes = (await processes()).map(({ id, type }) => ({ type, size: sizeOf(id) }))
    const sum = (some) => some.reduce((all, { size }) => all + size, 0)
    peak.all = Math.max(peak.all, sum(sizes))
    peak.page = Math.max(
      peak.page,
      ...sizes.filter(({ type }) => type === 'renderer').map(({ size }) => size),
    )
  }
  let next
  const again = () => {
    next = setTimeout(() => void look().then(again, again), EVERY)
  }
  again()
  return { peak, stop: () => clearTimeout(next) }
}

/** Megabytes; 0 for a process that is gone. */
function sizeOf(id) {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))[1]) / 1000
  } catch {
    return 0
  }
}
