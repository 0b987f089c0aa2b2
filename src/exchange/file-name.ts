/** Characters that some system does not allow in a file's name, that steer text, or that nobody sees. */
const UNFIT = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"*/:<>?\\|]+/gu

const LONGEST = 80

/** A file's name as a label: without the folders it was in, and nothing that shows as something else. */
export function labelOfFile(name: string, extension?: string): string {
  const last = name.split(/[/\\]/).at(-1)!
  const clean = last.replace(UNFIT, ' ').replace(/\s+/g, ' ').trim()
  const dot = clean.lastIndexOf('.')
  const [stem, ending] = dot > 0 ? [clean.slice(0, dot), clean.slice(dot + 1)] : [clean, '']
  const short = [...stem.trim()].slice(0, LONGEST).join('')
  return [short, extension ?? ending].filter((part) => part !== '').join('.')
}
