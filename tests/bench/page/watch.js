// Runs in every page of the bench before its own scripts: notes when the first rows are painted and the frames drawn.
{
  const watch = { shown: null, live: null, entered: null, frames: null, painted: [] }
  globalThis.benchWatch = watch

  const live = () =>
    [...document.querySelectorAll('.ag-cell')].some((cell) => cell.textContent.startsWith('SG-'))
  const app = {
    // Rows are seen first as they were left, in a picture, and then as cells.
    shown: () => document.querySelector('#boot canvas') !== null || live(),
    live,
    holds: (value) => [...document.querySelectorAll('.ag-cell')].some((cell) => cell.textContent === value),
  }
  const page = () => globalThis.benchPage ?? app

  // Once they are there and two frames have passed, style, layout and paint of them lie behind.
  const until = (what, note) => {
    if (what()) requestAnimationFrame(() => requestAnimationFrame(() => note(performance.now())))
    else requestAnimationFrame(() => until(what, note))
  }
  until(
    () => page().shown(),
    (at) => (watch.shown = at),
  )
  until(
    () => (page().live ?? page().shown)(),
    (at) => (watch.live = at),
  )

  watch.untilHeld = (value) => {
    const look = () => {
      if (page().holds(value)) watch.entered = performance.now()
      else setTimeout(look, 2)
    }
    look()
  }

  watch.recordFrames = () => {
    const frames = (watch.frames = [])
    let before = performance.now()
    const next = () => {
      if (watch.frames !== frames) return
      const now = performance.now()
      frames.push(now - before)
      before = now
      requestAnimationFrame(next)
    }
    requestAnimationFrame(next)
  }

  /** Resolves with the time of the first frame in which something inside `selector` reads differently; null when nothing does for half a second. */
  watch.nextPaint = (selector) =>
    new Promise((resolve) => {
      const late = setTimeout(() => (observer.disconnect(), resolve(null)), 500)
      const observer = new MutationObserver(() => {
        observer.disconnect()
        clearTimeout(late)
        // The frame that draws it, and then the first task after it.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => resolve(performance.now())
          port2.postMessage(null)
        })
      })
      observer.observe(document.querySelector(selector), {
        subtree: true,
        childList: true,
        characterData: true,
      })
    })
}
