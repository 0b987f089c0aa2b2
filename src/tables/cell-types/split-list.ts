const SEPARATORS = /[、，,;；|/\n\t]+/

/** The entries of a list written in one cell, each trimmed, in order, none twice. */
export const splitList = (written: string): string[] => [
  ...new Set(
    written
      .split(SEPARATORS)
      .map((entry) => entry.trim())
      .filter((entry) => entry !== ''),
  ),
]

/** An entry that stays one entry when the list is written and read again. */
export const isListEntry = (entry: unknown): entry is string =>
  typeof entry === 'string' && entry !== '' && entry.trim() === entry && !SEPARATORS.test(entry)

export const joinList = (entries: readonly string[]): string => entries.join('、')
