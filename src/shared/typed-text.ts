/**
 * What a Chinese input method types beside plain ASCII. Full-width digits, letters and punctuation mean the same as
 * the half-width ones wherever a value is read; text cells keep them as typed.
 */
const PUNCTUATION: Readonly<Record<string, string>> = {
  '\u3000': ' ',
  '、': ',',
  '。': '.',
  '【': '[',
  '】': ']',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '−': '-',
  '–': '-',
  '—': '-',
  '￥': '¥',
}

export const halfWidth = (text: string): string =>
  text.replace(/[\uFF01-\uFF5E\u3000、。【】“”‘’−–—￥\u00A0]/g, (character) => {
    if (character === '\u00A0') return ' '
    return PUNCTUATION[character] ?? String.fromCharCode(character.charCodeAt(0) - 0xfee0)
  })

// eslint-disable-next-line no-control-regex -- \r, and the characters an xlsx file may not hold
const SUSPECT = /[\u0000-\u0008\u000B-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/

/**
 * Text that every file format can carry back: no control characters but tab and line break, no half of a surrogate
 * pair, one kind of line break. Everything else stays exactly as typed.
 */
export const cleanText = (text: string): string =>
  // Nearly every cell of a large import is clean, and looking once is cheaper than replacing three times.
  SUSPECT.test(text)
    ? text
        .replace(/\r\n?/g, '\n')
        // eslint-disable-next-line no-control-regex -- as above
        .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
        .replace(/\p{Surrogate}/gu, '\uFFFD')
    : text

/** For telling labels apart whatever their width, spaces and capitals. */
export const labelKey = (text: string): string =>
  halfWidth(text.normalize('NFC')).replace(/\s+/g, '').toLowerCase()

/**
 * A name as people mean it: `王 伟`, often spaced to the width of three characters in ledgers, is `王伟`; spaces
 * between Latin words stay.
 */
export const nameAsMeant = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\s\u3000]+/g, ' ')
    .trim()
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
