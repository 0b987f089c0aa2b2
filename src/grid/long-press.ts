/** Milliseconds a finger rests before it means the menu, as phones have it. */
const LONG = 500
/** Pixels a resting finger may tremble. */
const TREMBLE = 10
/** The click that comes when the finger leaves would close what it has opened; iOS sends it as late as this. */
const GHOST = 400

/**
 * A finger that rests opens the menu. Our own clock, because Safari sends no `contextmenu` for it; where a browser
 * does, it comes second and is only kept from opening its own menu. A pan ends in `pointercancel` and opens nothing.
 */
export function listenToLongPress(
  area: HTMLElement,
  isTarget: (target: EventTarget | null) => boolean,
  pressed: (point: { readonly x: number; readonly y: number }) => void,
  signal: AbortSignal,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let from = { x: 0, y: 0 }
  let isOpen = false
  let left = -Infinity

  const end = (event: Event) => {
    clearTimeout(timer)
    if (isOpen) left = event.timeStamp
    isOpen = false
  }
  area.addEventListener(
    'pointerdown',
    (event) => {
      clearTimeout(timer)
      isOpen = false
      if (event.pointerType !== 'touch' || !event.isPrimary || !isTarget(event.target)) return
      from = { x: event.clientX, y: event.clientY }
      timer = setTimeout(() => {
        isOpen = true
        pressed(from)
      }, LONG)
    },
    { signal },
  )
  area.addEventListener(
    'pointermove',
    ({ clientX, clientY }) => {
      if (Math.hypot(clientX - from.x, clientY - from.y) > TREMBLE) clearTimeout(timer)
    },
    { signal },
  )
  window.addEventListener('pointerup', end, { signal })
  window.addEventListener('pointercancel', end, { signal })
  area.addEventListener(
    'click',
    (event) => {
      if (event.timeStamp - left > GHOST) return
      left = -Infinity
      event.preventDefault()
      event.stopPropagation()
    },
    { signal, capture: true },
  )
  area.addEventListener(
    'contextmenu',
    (event) => {
      if (!isOpen) return clearTimeout(timer)
      event.preventDefault()
      event.stopPropagation()
    },
    { signal, capture: true },
  )
  signal.addEventListener('abort', () => clearTimeout(timer))
}
