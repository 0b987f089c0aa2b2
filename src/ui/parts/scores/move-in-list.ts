/** Where a key leads in a list of so many rows; null when the key is none of the list's. */
export function movedTo(key: string, from: number, size: number): number | null {
  if (size === 0) return null
  switch (key) {
    case 'ArrowDown':
      return Math.min(size - 1, from + 1)
    case 'ArrowUp':
      return Math.max(0, from - 1)
    case 'PageDown':
      return Math.min(size - 1, from + 10)
    case 'PageUp':
      return Math.max(0, from - 10)
    case 'Home':
      return 0
    case 'End':
      return size - 1
    default:
      return null
  }
}
