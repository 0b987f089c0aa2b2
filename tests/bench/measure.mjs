// Medians, percentiles and CPU time. The computer may be shared: CPU time counts only what this process used, and
// contenders take turns, so that a busy minute hits all of them.

export const sorted = (values) => [...values].sort((a, b) => a - b)

export const percentile = (values, share) =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))]

export const median = (values) => percentile(values, 0.5)

/** Milliseconds of CPU, user and system, that `work` takes in this process. */
export function cpuOf(work) {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

export async function wallOf(work) {
  const before = performance.now()
  await work()
  return performance.now() - before
}
