export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Below what it belongs to; above when there is more room; never outside the window. */
export function popupPlace(
  anchor: Box,
  size: { width: number; height: number },
  screen: { width: number; height: number },
): { left: number; top: number } {
  const below = anchor.top + anchor.height
  const room = screen.height - below
  const above = size.height > room && anchor.top > room
  return {
    left: Math.max(4, Math.min(anchor.left, screen.width - size.width - 4)),
    top: Math.max(4, above ? anchor.top - size.height : Math.min(below, screen.height - size.height - 4)),
  }
}
