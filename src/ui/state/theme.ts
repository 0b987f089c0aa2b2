import type { Device } from '../../app/device-settings.ts'

export type Theme = Device['theme']

/**
 * Puts a theme on the page. "system" is settled here, so that style sheets know only the outcome; the answer stops
 * following the system.
 */
export function wearTheme(theme: Theme, root: HTMLElement = document.documentElement): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const contrast = matchMedia('(prefers-contrast: more)')
  const put = () => {
    const own = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme
    root.dataset['theme'] = own === 'contrast' ? (dark.matches ? 'dark' : 'light') : own
    root.toggleAttribute('data-contrast', theme === 'contrast' || contrast.matches)
  }
  put()
  dark.addEventListener('change', put)
  contrast.addEventListener('change', put)
  return () => {
    dark.removeEventListener('change', put)
    contrast.removeEventListener('change', put)
  }
}
