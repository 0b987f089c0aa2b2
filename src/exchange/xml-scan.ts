import { FileProblem } from './sheet-data.ts'

/**
 * A strict, forward-only reader of one XML part, fed in pieces. It refuses what a spreadsheet never needs and an
 * attacker does: document types, entities of one's own, control characters, deep nesting, tags that do not match.
 * Names come without their namespace prefix, because Excel, WPS and strict files choose different ones.
 */
export interface XmlHandler {
  open(name: string, attributes: Attributes): void
  close(name: string): void
  text(text: string): void
}

export type Attributes = (localName: string) => string | null

const DEPTH = 200
/** A run of text or one tag longer than this is padding; the longest legal cell is 32,767 characters. */
const PENDING = 4 * 1024 * 1024

const TAG = /^([^\s/>=]+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)$/
const ATTRIBUTE = /([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
// eslint-disable-next-line no-control-regex -- these are the characters XML forbids
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/

export class XmlScanner {
  readonly #part: string
  readonly #handler: XmlHandler
  readonly #open: string[] = []
  #rest = ''
  #rooted = false

  constructor(part: string, handler: XmlHandler) {
    this.#part = part
    this.#handler = handler
  }

  push(piece: string) {
    if (FORBIDDEN.test(piece)) throw new FileProblem('file.control-character', { part: this.#part })
    let text = this.#rest + piece
    let at = 0
    for (;;) {
      const from = text.indexOf('<', at)
      if (from < 0) break
      const to = this.#endOfMarkup(text, from)
      if (to < 0) break
      if (from > at) this.#characters(text.slice(at, from))
      this.#markup(text, from, to)
      at = to
    }
    text = text.slice(at)
    if (text.length > PENDING) throw new FileProblem('file.cell-too-long', { limit: 32767 })
    this.#rest = text
  }

  end() {
    if (this.#rest.trim() !== '' || this.#open.length > 0 || !this.#rooted) throw this.#damaged()
  }

  /** The position after the markup that starts at `from`, or -1 when the rest of it has not come yet. */
  #endOfMarkup(text: string, from: number): number {
    const closing = text.startsWith('<!--', from) ? '-->' : text.startsWith('<![CDATA[', from) ? ']]>' : null
    if (closing !== null) {
      const found = text.indexOf(closing, from + 4)
      return found < 0 ? -1 : found + closing.length
    }
    let at = text.indexOf('>', from)
    // A `>` inside a quoted attribute value does not end the tag.
    while (at >= 0 && insideQuotes(text, from, at)) at = text.indexOf('>', at + 1)
    return at < 0 ? -1 : at + 1
  }

  #markup(text: string, from: number, to: number) {
    const second = text.charCodeAt(from + 1)
    if (second === 0x21) {
      if (text.startsWith('<!--', from)) return
      if (text.startsWith('<![CDATA[', from)) return this.#handler.text(text.slice(from + 9, to - 3))
      throw new FileProblem('file.document-type', { part: this.#part })
    }
    if (second === 0x3f) return
    if (second === 0x2f) return this.#close(text.slice(from + 2, to - 1).trimEnd())
    this.#tag(text.slice(from + 1, to - 1))
  }

  #tag(tag: string) {
    const parts = TAG.exec(tag)
    if (!parts || (this.#rooted && this.#open.length === 0)) throw this.#damaged()
    const name = parts[1]!
    const attributes = parts[2]!
    this.#rooted = true
    const local = localName(name)
    this.#handler.open(local, (wanted) => this.#attribute(attributes, wanted))
    if (parts[3] === '/') return this.#handler.close(local)
    this.#open.push(name)
    if (this.#open.length > DEPTH) throw new FileProblem('file.too-deep', { part: this.#part })
  }

  #close(name: string) {
    if (this.#open.pop() !== name) throw this.#damaged()
    this.#handler.close(localName(name))
  }

  #characters(text: string) {
    if (this.#open.length === 0) {
      if (text.replace(/^\ufeff/, '').trim() !== '') throw this.#damaged()
      return
    }
    this.#handler.text(this.#decode(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text))
  }

  #attribute(attributes: string, wanted: string): string | null {
    if (attributes === '' || !attributes.includes(wanted)) return null
    ATTRIBUTE.lastIndex = 0
    for (let match = ATTRIBUTE.exec(attributes); match; match = ATTRIBUTE.exec(attributes))
      if (localName(match[1]!) === wanted) return this.#decode(match[2] ?? match[3] ?? '')
    return null
  }

  #decode(text: string): string {
    if (!text.includes('&')) return text
    return text.replace(/&([^;]{0,12});?/g, (whole, name: string) => {
      const code = /^#x([0-9a-fA-F]{1,6})$/.exec(name)
      const point = code
        ? parseInt(code[1]!, 16)
        : /^#\d{1,7}$/.test(name)
          ? Number(name.slice(1))
          : NAMED[name]
      if (point === undefined || !whole.endsWith(';') || point > 0x10ffff) throw this.#damaged()
      const decoded = String.fromCodePoint(point)
      if (FORBIDDEN.test(decoded)) throw new FileProblem('file.control-character', { part: this.#part })
      return decoded
    })
  }

  #damaged() {
    return new FileProblem('file.damaged', { part: this.#part })
  }
}

const NAMED: Readonly<Record<string, number>> = Object.assign(Object.create(null), {
  amp: 38,
  lt: 60,
  gt: 62,
  quot: 34,
  apos: 39,
})

const localName = (name: string) => {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

function insideQuotes(text: string, from: number, to: number): boolean {
  let quote = ''
  for (let i = from; i < to; i++) {
    const c = text[i]!
    if (quote !== '') {
      if (c === quote) quote = ''
    } else if (c === '"' || c === "'") quote = c
  }
  return quote !== ''
}
