/** Marks a part of the screen that F6 goes to: the bars, the navigation, what is on show, the panel beside it. */
const REGION = '[data-region]'
/** Where a part is entered, when not at its first control. */
const ENTRANCE = '[data-entrance]'
const CONTROLS = 'button, input, select, textarea, summary, a[href], [tabindex="0"]'

/** The control of each part that had the focus when it was left. */
const left = new WeakMap<Element, HTMLElement>()

/**
 * Takes the focus to the next part of the screen, round in a circle, and there to where it was the last time.
 * `focusTable` hands it to the table on show, if there is one. False leaves the key to the browser: a menu or dialog of
 * the table is open, which somebody must answer first.
 */
export function goToNextRegion(
  { backwards, focusTable }: { readonly backwards: boolean; readonly focusTable: () => boolean },
  page: Document = document,
): boolean {
  const now = page.activeElement
  if (now?.closest('[role=menu], [role=dialog], dialog')) return false
  const regions = [...page.querySelectorAll<HTMLElement>(REGION)].filter(isShown)
  const main = regions.findIndex((region) => region.matches('main'))
  const at = regions.findIndex((region) => region.contains(now))
  if (at >= 0 && now instanceof HTMLElement) left.set(regions[at]!, now)
  const by = backwards ? -1 : 1
  for (let step = 1; step <= regions.length; step++) {
    // From nowhere one comes to what is on show.
    const next = at < 0 ? main + step - 1 : at + by * step
    const region = regions.at(next % regions.length)
    if (region && enter(region, focusTable)) return true
  }
  return false
}

function enter(region: HTMLElement, focusTable: () => boolean): boolean {
  const before = left.get(region)
  if (before && region.contains(before) && isReachable(before)) before.focus()
  else if (region.matches('main') && focusTable()) return true
  else entranceOf(region)?.focus()
  return region.contains(region.ownerDocument.activeElement)
}

const entranceOf = (region: HTMLElement): HTMLElement | undefined =>
  [...region.querySelectorAll<HTMLElement>(ENTRANCE), ...region.querySelectorAll<HTMLElement>(CONTROLS)].find(
    isReachable,
  )

const isReachable = (element: HTMLElement): boolean =>
  isShown(element) && !element.matches(':disabled, [tabindex="-1"], [role=separator]')

const isShown = (element: HTMLElement): boolean => element.getClientRects().length > 0

/**
 * An attachment for where the work on a screen begins: F6 enters it here, and whoever comes to the screen and has the
 * focus nowhere begins here. On a phone the keyboard would jump up.
 */
export function entrance(control: HTMLElement): void {
  control.dataset['entrance'] = ''
  const { activeElement, body } = control.ownerDocument
  const isNowhere = activeElement === body || activeElement?.matches('main')
  if (isNowhere && !matchMedia('(pointer: coarse)').matches) control.focus()
}
