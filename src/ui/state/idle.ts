/** Works through a generator while the browser has nothing better to do; the answer stops it. */
export function whileIdle<T>(work: Generator<void, T>, done: (result: T) => void): () => void {
  let cancel = () => {}
  const next = () => {
    cancel = whenIdle((remaining) => {
      do {
        const step = work.next()
        if (step.done) return done(step.value)
      } while (remaining() > 2)
      next()
    })
  }
  next()
  return () => cancel()
}

/** Once the browser has nothing better to do, two seconds from now at the latest; the answer calls it off. */
export function whenIdle(task: (remaining: () => number) => void): () => void {
  const aShortWhile = () => {
    const end = performance.now() + 8
    task(() => end - performance.now())
  }
  if (typeof requestIdleCallback === 'function') {
    // On a computer that is never idle a piece of work every two seconds would take minutes: a few at once.
    const request = requestIdleCallback(
      (deadline) => (deadline.didTimeout ? aShortWhile() : task(() => deadline.timeRemaining())),
      { timeout: 2000 },
    )
    return () => cancelIdleCallback(request)
  }
  // Safari has no idle callback: a short piece, then the page has its turn.
  const timer = setTimeout(aShortWhile, 50)
  return () => clearTimeout(timer)
}

/** Waits until nobody has done anything for so many milliseconds; the answer calls it off. */
export function whenQuiet(task: () => void, quiet: number): () => void {
  const timer = setTimeout(task, quiet)
  return () => clearTimeout(timer)
}
