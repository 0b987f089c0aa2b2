/** What a newer version has put into a file: both sides' parts, and of one that both have the greater text. */
export function mergeExtra(
  mine: Readonly<Record<string, unknown>>,
  theirs: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> | null {
  const gained = Object.entries(theirs).filter(
    ([key, part]) => !Object.hasOwn(mine, key) || JSON.stringify(part) > JSON.stringify(mine[key]),
  )
  return gained.length > 0 ? Object.fromEntries(gained) : null
}
