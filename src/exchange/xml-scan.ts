import { FileProblem } from './sheet-data.ts'

/**
 * A strict, forward-only reader of one XML part, fed in pieces. It refuses what a spreadsheet never needs and an
 * attacker does: document types, entities of one's own, control characters, deep nesting, tags that do not match.
 * Names come without their namespace prefix, because Excel, WPS and strict files choose different ones.
 *
 * A sheet of 20,000 rows has a million tags, so each is walked through once, letter by letter, and nothing of it becomes a
 * text of its own that nobody asks for.
 */
export interface XmlHandler {
  /** `attributes` may be asked until this returns. */
  open(name: string, attributes: Attributes): void
  close(name: string): void
  text(text: string): void
}

export type Attributes = (localName: string) => string | null

const DEPTH = 200
/** A run of text or one tag longer than this is padding; the longest legal cell is 32,767 characters. */
const PENDING = 4 * 1024 * 1024

// eslint-disable-next-line no-control-regex -- these are the characters XML forbids
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/

const BLANK = 0x20
const EXCLAMATION = 0x21
const QUOTE = 0x22
const APOSTROPHE = 0x27
const SLASH = 0x2f
const COLON = 0x3a
const LESS = 0x3c
const EQUALS = 0x3d
const GREATER = 0x3e
const QUESTION = 0x3f

/** The rest of the markup has not come yet. */
const UNFINISHED = -1

export class XmlScanner {
  readonly #part: string
  readonly #handler: XmlHandler
  /** Names of the elements that are open, with their prefix and without. */
  readonly #open: string[] = []
  readonly #locals: string[] = []
  #rest = ''
  #rooted = false
  #text = ''
  /** Whether anything in the text stands for something else: of most pieces one look says that nothing does. */
  #coded = false
  /** The attributes of the tag in hand: where each name without its prefix and each value begin and end in the text. */
  readonly #places: number[] = []
  #used = 0
  readonly #attributes: Attributes = (wanted) => this.#attribute(wanted)

  constructor(part: string, handler: XmlHandler) {
    this.#part = part
    this.#handler = handler
  }

  push(piece: string) {
    if (FORBIDDEN.test(piece)) throw new FileProblem('file.control-character', { part: this.#part })
    const text = this.#rest === '' ? piece : this.#rest + piece
    this.#text = text
    this.#coded = text.includes('&') || text.includes('\r')
    let at = 0
    for (;;) {
      const from = text.charCodeAt(at) === LESS ? at : text.indexOf('<', at)
      if (from < 0) break
      if (from > at) this.#characters(text.slice(at, from))
      const to = this.#markup(text, from)
      at = to < 0 ? from : to
      if (to < 0) break
    }
    if (text.length - at > PENDING) throw new FileProblem('file.cell-too-long', { limit: 32767 })
    this.#rest = text.slice(at)
    this.#text = ''
  }

  end() {
    if (this.#rest.trim() !== '' || this.#open.length > 0 || !this.#rooted) throw this.#damaged()
  }

  /** The position after the markup that starts at `from`, told to the handler; or that it is unfinished. */
  #markup(text: string, from: number): number {
    switch (text.charCodeAt(from + 1)) {
      case SLASH:
        return this.#endTag(text, from)
      case EXCLAMATION:
        return this.#declaration(text, from)
      case QUESTION:
        return afterQuotes(text, from)
      default:
        return this.#startTag(text, from)
    }
  }

  #declaration(text: string, from: number): number {
    if (text.startsWith('<!--', from)) return after(text, '-->', from + 4)
    if (!text.startsWith('<![CDATA[', from)) {
      if (!text.includes('>', from)) return UNFINISHED
      throw new FileProblem('file.document-type', { part: this.#part })
    }
    const to = after(text, ']]>', from + 9)
    if (to >= 0) this.#handler.text(text.slice(from + 9, to - 3))
    return to
  }

  #startTag(text: string, from: number): number {
    const nameEnd = endOfName(text, from + 1)
    this.#used = 0
    for (let at = nameEnd; ;) {
      const next = pastBlanks(text, at)
      if (next >= text.length) return UNFINISHED
      const letter = text.charCodeAt(next)
      if (letter === GREATER) return this.#opened(text.slice(from + 1, nameEnd), false, next + 1)
      if (letter === SLASH) {
        if (next + 1 >= text.length) return UNFINISHED
        if (text.charCodeAt(next + 1) !== GREATER) throw this.#damaged()
        return this.#opened(text.slice(from + 1, nameEnd), true, next + 2)
      }
      // Nothing but a blank divides an attribute from what stands before it.
      if (next === at) throw this.#damaged()
      at = this.#readAttribute(text, next)
      if (at === UNFINISHED) return UNFINISHED
    }
  }

  #opened(name: string, closed: boolean, to: number): number {
    if (name === '' || (this.#rooted && this.#open.length === 0)) throw this.#damaged()
    this.#rooted = true
    const local = localName(name)
    this.#handler.open(local, this.#attributes)
    if (closed) this.#handler.close(local)
    else {
      this.#locals.push(local)
      if (this.#open.push(name) > DEPTH) throw new FileProblem('file.too-deep', { part: this.#part })
    }
    return to
  }

  /** The position after the attribute that starts at `from`. */
  #readAttribute(text: string, from: number): number {
    const nameEnd = endOfName(text, from)
    const equals = pastBlanks(text, nameEnd)
    const open = pastBlanks(text, equals + 1)
    if (open >= text.length) return UNFINISHED
    const quote = text.charCodeAt(open)
    if (nameEnd === from || text.charCodeAt(equals) !== EQUALS || (quote !== QUOTE && quote !== APOSTROPHE))
      throw this.#damaged()
    let close = open + 1
    for (; close < text.length; close++) {
      const letter = text.charCodeAt(close)
      if (letter === quote) break
      if (letter === LESS) throw this.#damaged()
    }
    if (close >= text.length) return UNFINISHED
    const places = this.#places
    let used = this.#used
    places[used++] = pastPrefix(text, from, nameEnd)
    places[used++] = nameEnd
    places[used++] = open + 1
    places[used++] = close
    this.#used = used
    return close + 1
  }

  #attribute(wanted: string): string | null {
    const places = this.#places
    for (let i = 0; i < this.#used; i += 4) {
      const from = places[i]!
      if (places[i + 1]! - from !== wanted.length || !this.#text.startsWith(wanted, from)) continue
      const value = this.#text.slice(places[i + 2], places[i + 3])
      return this.#coded ? this.#decode(value) : value
    }
    return null
  }

  #endTag(text: string, from: number): number {
    const end = text.indexOf('>', from)
    if (end < 0) return UNFINISHED
    const name = this.#open.pop()
    if (name === undefined || !text.startsWith(name, from + 2)) throw this.#damaged()
    if (pastBlanks(text, from + 2 + name.length) !== end) throw this.#damaged()
    this.#handler.close(this.#locals.pop()!)
    return end + 1
  }

  #characters(text: string) {
    if (this.#open.length === 0) {
      if (text.replace(/^\ufeff/, '').trim() !== '') throw this.#damaged()
      return
    }
    this.#handler.text(this.#coded ? this.#decode(text.replace(/\r\n?/g, '\n')) : text)
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

/** Blanks below it are tabs and line ends: whatever else is there is forbidden anyhow. */
function pastBlanks(text: string, at: number): number {
  while (text.charCodeAt(at) <= BLANK) at++
  return at
}

function endOfName(text: string, at: number): number {
  for (; at < text.length; at++) {
    const letter = text.charCodeAt(at)
    if (letter > GREATER) continue
    if (letter <= QUOTE || letter === APOSTROPHE || letter === SLASH || letter >= LESS) break
  }
  return at
}

function pastPrefix(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === COLON) return at + 1
  return from
}

function after(text: string, end: string, from: number): number {
  const found = text.indexOf(end, from)
  return found < 0 ? UNFINISHED : found + end.length
}

/** The position after the first `>` that stands in no quotes. */
function afterQuotes(text: string, from: number): number {
  let quote = 0
  for (let at = from; at < text.length; at++) {
    const letter = text.charCodeAt(at)
    if (quote !== 0) {
      if (letter === quote) quote = 0
    } else if (letter === QUOTE || letter === APOSTROPHE) quote = letter
    else if (letter === GREATER) return at + 1
  }
  return UNFINISHED
}
