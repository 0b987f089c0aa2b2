/**
 * Installing the app as one of the computer's own programs. Browsers that offer it announce so by an event, once,
 * early; the offer is kept until the user takes it.
 */
export type InstallState = 'unavailable' | 'offered' | 'installed'

export interface Installation {
  readonly state: InstallState
  /** Opens the browser's own dialog; true when the user agreed. Needs a click, as browsers demand. */
  install(): Promise<boolean>
}

interface InstallPrompt extends Event {
  prompt(): Promise<void>
  readonly userChoice: Promise<{ outcome: 'accepted' | 'dismissed' }>
}

/** Call at start: the browser's offer comes soon after the page has loaded and is not repeated. */
export function watchInstallation(onChange: (state: InstallState) => void): Installation {
  let offer: InstallPrompt | null = null
  let state: InstallState = isInstalled() ? 'installed' : 'unavailable'

  const become = (next: InstallState) => {
    if (next === state) return
    state = next
    onChange(state)
  }

  window.addEventListener('beforeinstallprompt', (event) => {
    // Otherwise the browser shows its own banner in the middle of work.
    event.preventDefault()
    offer = event as InstallPrompt
    become('offered')
  })
  window.addEventListener('appinstalled', () => {
    offer = null
    become('installed')
  })

  return {
    get state() {
      return state
    },
    async install() {
      if (!offer) return false
      const taken = offer
      // A prompt may be used once.
      offer = null
      await taken.prompt()
      const { outcome } = await taken.userChoice
      become(outcome === 'accepted' ? 'installed' : 'unavailable')
      return outcome === 'accepted'
    },
  }
}

const isInstalled = () => window.matchMedia('(display-mode: standalone)').matches
