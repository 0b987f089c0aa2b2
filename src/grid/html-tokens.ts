/** A piece of markup: a tag as it opens or closes, or text with its character references read. */
export type HtmlToken =
  | { readonly is: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly is: 'close'; readonly name: string }
  | { readonly is: 'text'; readonly text: string }
  /** What stands in a <style>, unread. */
  | { readonly is: 'style'; readonly text: string }

/**
 * Reads markup from the clipboard piece by piece and makes nothing of it: no element, no script, no picture is ever
 * fetched. (DOMParser would be a place where text becomes markup, which the page's policy forbids.) Damaged markup is
 * read as far as it goes.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0
  while (at < html.length) {
    const tag = html.indexOf('<', at)
    if (tag < 0) return yield { is: 'text', text: decoded(html.slice(at)) }
    if (tag > at) yield { is: 'text', text: decoded(html.slice(at, tag)) }
    if (html.startsWith('<!--', tag)) at = after(html, '-->', tag + 4)
    // Doctypes, and Office's `<![if …]>`, which are comments to everybody else.
    else if (/[!?]/.test(html[tag + 1] ?? '')) at = after(html, '>', tag)
    else {
      NAME.lastIndex = tag
      const read = NAME.exec(html)
      if (!read) {
        yield { is: 'text', text: '<' }
        at = tag + 1
        continue
      }
      at = endOfTag(html, NAME.lastIndex)
      const name = read[2]!.toLowerCase()
      if (read[1]) yield { is: 'close', name }
      else if (RAW.has(name)) {
        const end = closing(html, name, at)
        if (name === 'style') yield { is: 'style', text: html.slice(at, end) }
        at = after(html, '>', end)
      } else yield { is: 'open', name, attributes: attributesIn(html.slice(tag + read[0].length, at)) }
    }
  }
}

/** What stands in these is not text of the page. */
const RAW: ReadonlySet<string> = new Set(['style', 'script', 'title', 'xml', 'noscript', 'template', 'rt'])

const NAME = /<(\/?)([a-z][\w:-]*)/iy

/** Past the `>` of a tag; a quote means something only where a value begins. What never ends is all tag. */
function endOfTag(html: string, from: number): number {
  for (let at = from; at < html.length; at++) {
    const character = html[at]
    if (character === '>') return at + 1
    if (character !== '=') continue
    VALUE.lastIndex = at + 1
    const quote = VALUE.exec(html)?.[1]
    if (quote === undefined) continue
    at = html.indexOf(quote, VALUE.lastIndex)
    if (at < 0) break
  }
  return html.length
}

const VALUE = /\s*(["'])/y
const ATTRIBUTE = /([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g

function attributesIn(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [, name, double, single, bare] of text.matchAll(ATTRIBUTE))
    found.set(name!.toLowerCase(), decoded(double ?? single ?? bare ?? ''))
  return found
}

const after = (html: string, end: string, from: number): number => {
  const at = html.indexOf(end, from)
  return at < 0 ? html.length : at + end.length
}

function closing(html: string, name: string, from: number): number {
  const at = html.slice(from).search(new RegExp(`</${name}`, 'i'))
  return at < 0 ? html.length : from + at
}

/** The references that spreadsheets and Chinese web pages write; others stay as they stand. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  middot: '·',
  bull: '•',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  yen: '¥',
  deg: '°',
  times: '×',
  divide: '÷',
  plusmn: '±',
  sup2: '²',
  sup3: '³',
}

const decoded = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]\w*));?/gi, (whole, decimal, hex, name) => {
        if (name !== undefined) return NAMED[name] ?? whole
        const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex, 16)
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD'
      })
    : text
