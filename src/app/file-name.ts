/** Text without the characters that one system or another does not allow in the name of a file. */
export const asFileName = (text: string | null): string =>
  (text ?? '')
    .replace(/[\p{Cc}"*/:<>?\\|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 60)
