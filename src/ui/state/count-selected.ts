import type { Selected } from '../../grid/grid-callbacks.ts'
import { whenQuiet, whileIdle } from './idle.ts'
import { summaryText } from './summary-text.ts'

/** Milliseconds a selection stands still before it is counted. */
const COUNTING = 80

/** Counts and adds up what is selected, for the status line, once nobody pulls any more. */
export function countSelected(say: (text: string) => void): {
  readonly of: (selected: Selected) => void
  readonly stop: () => void
} {
  let stop = () => {}
  return {
    of: (selected) => {
      stop()
      say('')
      if (selected.cells <= 1) return
      // Nobody reads the sum while still pulling.
      const cancel = whenQuiet(() => {
        stop = whileIdle(selected.summary(), (found) => say(summaryText(selected, found)))
      }, COUNTING)
      stop = cancel
    },
    stop: () => stop(),
  }
}
