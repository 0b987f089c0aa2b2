/** Of the size, in the widest of the fonts that `--font` may come to. */
const LATIN = 0.68

/** Characters of Chinese are square, others somewhat narrower; in the size of what is measured. */
export const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, character) => sum + (character > '\u2e80' ? size : size * LATIN), 0)

/** Tables are set in 9 points, which are 12 CSS pixels, with a little air on both sides of a cell. */
const [SIZE, AIR] = [12, 12]
/** A column of long texts wraps; a narrow one still holds the characters of its heading one below another. */
const [NARROWEST, WIDEST] = [34, 200]

/** What a column needs on paper for its longest line, in CSS pixels. */
export function widthNeeded(heading: string, texts: Iterable<string>): number {
  // A heading may stand on two lines.
  let widest = widthOf(heading, SIZE) / (heading.length > 4 ? 2 : 1)
  for (const text of texts)
    for (const line of text.split('\n')) widest = Math.max(widest, Math.min(WIDEST, widthOf(line, SIZE)))
  return Math.min(WIDEST, Math.max(NARROWEST, Math.ceil(widest + AIR)))
}
