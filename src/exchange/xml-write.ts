/** How texts stand in the XML of a workbook. */

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export const xmlDocument = (xml: string): Uint8Array => new TextEncoder().encode(DECLARATION + xml)

/** A text between tags. What XML cannot hold is escaped as the format does it. */
export const inXml = (text: string): string =>
  text.replace(FORBIDDEN, escaped).replace(/[&<>\r]/g, (character) => ENTITIES[character]!)

/** A text in quotes, where a reader of XML makes one space of any white space that is not escaped. */
export const inQuotes = (text: string): string =>
  inXml(text).replace(/["\t\n]/g, (character) => ENTITIES[character]!)

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** Characters that XML cannot hold, and halves of such as are written in two. */
// eslint-disable-next-line no-control-regex -- these are the characters XML forbids
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

/**
 * The text of a cell, between tags. Characters that XML cannot hold, and texts that look like the escape for them, go
 * in the escape the format has for both; whatever somebody typed comes back exactly.
 */
export const cellText = (text: string): string => (MAYBE_SPECIAL.test(text) ? specialText(text) : text)

/** One look over the text, because nearly none has such a character. */
// eslint-disable-next-line no-control-regex -- these are the characters XML forbids
const MAYBE_SPECIAL = /[&<>\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]|_x/

const specialText = (text: string) =>
  text
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    // A reader of XML makes a line feed of a carriage return.
    .replace(/\r/g, escaped)
    .replace(FORBIDDEN, escaped)
    .replace(/[&<>]/g, (character) => ENTITIES[character]!)

const escaped = (character: string) =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`

/** XML that grows: a sheet is written piece by piece and never one text, of which an engine has a longest. */
export class GrowingXml {
  #bytes = new Uint8Array(1 << 16)
  #length = 0
  #waiting = DECLARATION

  add(xml: string): void {
    this.#waiting += xml
    if (this.#waiting.length > WAITING) this.#flush()
  }

  bytes(): Uint8Array {
    this.#flush()
    return this.#bytes.subarray(0, this.#length)
  }

  #flush() {
    // A character takes three bytes at most.
    const needed = this.#length + this.#waiting.length * 3
    if (needed > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2))
      larger.set(this.#bytes.subarray(0, this.#length))
      this.#bytes = larger
    }
    this.#length += encoder.encodeInto(this.#waiting, this.#bytes.subarray(this.#length)).written
    this.#waiting = ''
  }
}

const encoder = new TextEncoder()
/** Characters that are encoded at once. */
const WAITING = 1 << 15
