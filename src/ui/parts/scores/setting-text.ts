/** The policy table holds every value as text; these read and write the parts an editor shows apart. */
export type Entry = readonly [left: string, right: string]

/** `a=b;c=d` as pairs; nothing for `off`. */
export function entriesOf(text: string): Entry[] {
  return text
    .split(/[;；]/)
    .map((item) => item.split(/[=＝]/))
    .filter((parts) => parts.length === 2 && parts[0]!.trim() !== '')
    .map(([left, right]) => [left!.trim(), right!.trim()])
}

export const entriesText = (entries: readonly Entry[]): string =>
  entries.length ? entries.map(([left, right]) => `${left}=${right}`).join(';') : 'off'

/** `10,20,20` as its numbers, as many as wanted. */
export function numbersOf(text: string, count: number): string[] {
  const parts = text.split(/[,，、]/).map((part) => part.trim())
  return Array.from({ length: count }, (_, at) => parts[at] ?? '')
}
