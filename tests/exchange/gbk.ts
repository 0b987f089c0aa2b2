/** GBK bytes of a text: the page and Node can read this encoding but not write it, so the table is turned round. */
export function encodeGbk(text: string): Uint8Array {
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0)!
    if (code < 0x80) bytes.push(code)
    else {
      const pair = table().get(character)
      if (!pair) throw new RangeError(`GBK has no ${character}`)
      bytes.push(...pair)
    }
  }
  return new Uint8Array(bytes)
}

let pairs: Map<string, readonly [number, number]> | null = null

function table(): Map<string, readonly [number, number]> {
  if (pairs) return pairs
  pairs = new Map()
  const decoder = new TextDecoder('gb18030')
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      const character = decoder.decode(new Uint8Array([lead, trail]))
      if (character.length === 1 && character !== '\ufffd' && !pairs.has(character))
        pairs.set(character, [lead, trail])
    }
  return pairs
}
