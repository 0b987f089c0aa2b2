/** Works through a generator while the browser has nothing better to do; the answer stops it. */
export function whileIdle(work: Generator<void>, done: () => void): () => void {
  let cancel = () => {}
  const next = () => {
    cancel = whenIdle((remaining) => {
      do {
        if (work.next().done) return done()
      } while (remaining() > 2)
      next()
    })
  }
  next()
  return () => cancel()
}

function whenIdle(task: (remaining: () => number) => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const request = requestIdleCallback((deadline) => task(() => deadline.timeRemaining()), { timeout: 2000 })
    return () => cancelIdleCallback(request)
  }
  // Safari has no idle callback: a short piece, then the page has its turn.
  const timer = setTimeout(() => {
    const end = performance.now() + 8
    task(() => end - performance.now())
  }, 50)
  return () => clearTimeout(timer)
}
