/** How two texts stand to each other: negative, 0 or positive. */
export type CompareTexts = (a: string, b: string) => number

const FOREIGN_DIGIT = /(?![0-9])\p{Nd}/u
const FOREIGN_DIGITS = new RegExp(FOREIGN_DIGIT, 'gu')
const DIGITS = [...'0123456789']

// Only what the digit counts, not how it is written. Made when first asked: most ledgers hold no such digit.
let sameDigit: Intl.Collator | undefined

function asPlainDigit(digit: string): string {
  sameDigit ??= new Intl.Collator('zh', { sensitivity: 'base' })
  return DIGITS.find((plain) => sameDigit!.compare(plain, digit) === 0) ?? digit
}

const withPlainDigits = (text: string): string =>
  FOREIGN_DIGIT.test(text) ? text.replace(FOREIGN_DIGITS, asPlainDigit) : text

/**
 * Texts by a locale's order, numbers within them by size: 2 班 before 10 班. Digits of other kinds (１, ٣) are taken as
 * plain ones first: the collator (ICU 78) orders texts that mix them in circles, `0１王 < 0王 < １= < 0１王`, and a sort
 * by a circle depends on where it began.
 */
export function numbersBySize(locale: string): CompareTexts {
  const collator = new Intl.Collator(locale, { numeric: true })
  return (a, b) => collator.compare(withPlainDigits(a), withPlainDigits(b))
}

/** The same, and never two different texts as equal. */
export function distinctly(compare: CompareTexts): CompareTexts {
  return (a, b) => compare(a, b) || (a < b ? -1 : a > b ? 1 : 0)
}
