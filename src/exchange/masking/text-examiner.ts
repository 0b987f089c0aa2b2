import { hidesStaff, type Audience } from './audiences.ts'
import { covered, PersonalData, type Hit } from './personal-data.ts'

/** The whole of a text, or its beginning. */
export type Wanted = 'whole' | 'summary'

export interface Examined {
  /** What would go out if nothing had been found. */
  readonly text: string
  readonly hits: readonly Hit[]
  /** The same with all of it covered; null when it will not come clean, or needs no covering. */
  readonly covered: string | null
}

/** Who can say what is in a text. */
export interface Examiner {
  examine(wanted: Wanted, text: string): Examined
  find(text: string): readonly Hit[]
}

export interface Names {
  readonly pupils: readonly string[]
  readonly staff: readonly string[]
}

/** Longest summary of what happened that goes to the bureau, in characters. */
export const SUMMARY_LENGTH = 50

/** Looks itself, each time it is asked. */
export class TextExaminer implements Examiner {
  readonly #people: PersonalData
  readonly #staff: boolean

  constructor(names: Names, audience: Audience) {
    this.#people = new PersonalData(names)
    this.#staff = hidesStaff(audience)
  }

  examine(wanted: Wanted, whole: string): Examined {
    const text = wanted === 'whole' ? whole : this.#shortened(whole.replace(/\s+/gu, ' ').trim())
    const hits = this.find(text)
    return { text, hits, covered: hits.length > 0 ? this.#covered(text, hits) : null }
  }

  find(text: string): Hit[] {
    return this.#people.find(text, { staff: this.#staff })
  }

  /** Covering one name can lay bare another that was woven into it; what will not come clean stays here. */
  #covered(text: string, found: readonly Hit[]): string | null {
    let result = text
    let hits = found
    for (let round = 0; round < 4; round++) {
      if (hits.length === 0) return result
      result = covered(result, hits)
      hits = this.find(result)
    }
    return hits.length === 0 ? result : null
  }

  /** Cut at the end of a sentence where there is one, and never through a name: half of it would no longer be found. */
  #shortened(line: string): string {
    const characters = [...line]
    if (characters.length <= SUMMARY_LENGTH) return line
    const room = characters.slice(0, SUMMARY_LENGTH - 1).join('')
    const split = this.find(line).find(({ from, to }) => from < room.length && to > room.length)
    const beginning = split ? line.slice(0, split.from) : room
    return /^.*[。！？；!?;]/u.exec(beginning)?.[0] ?? `${beginning}…`
  }
}

/** A text to be examined, as it travels. */
export type TextInHand = readonly [wanted: Wanted, text: string]

/** Finds nothing, and keeps what it was shown: so that much of it can be examined beside the page. */
export class TextGatherer implements Examiner {
  readonly #seen = { whole: new Set<string>(), summary: new Set<string>() }
  characters = 0

  examine(wanted: Wanted, text: string): Examined {
    const seen = this.#seen[wanted]
    if (!seen.has(text)) {
      seen.add(text)
      this.characters += text.length
    }
    return { text, hits: [], covered: null }
  }

  find(): Hit[] {
    return []
  }

  /** Each text once, in pieces of about so many characters. */
  *pieces(length: number): Generator<TextInHand[]> {
    let piece: TextInHand[] = []
    let filled = 0
    for (const wanted of ['whole', 'summary'] as const)
      for (const text of this.#seen[wanted]) {
        piece.push([wanted, text])
        filled += text.length
        if (filled < length) continue
        yield piece
        piece = []
        filled = 0
      }
    if (piece.length > 0) yield piece
  }
}

/** Knows what was found beside the page, and looks itself where it is asked about something else. */
export class ExaminedTexts implements Examiner {
  readonly #known = { whole: new Map<string, Examined>(), summary: new Map<string, Examined>() }
  #own: TextExaminer | null = null

  constructor(private readonly look: () => TextExaminer) {}

  learn([wanted, text]: TextInHand, examined: Examined): void {
    this.#known[wanted].set(text, examined)
  }

  examine(wanted: Wanted, text: string): Examined {
    return this.#known[wanted].get(text) ?? (this.#own ??= this.look()).examine(wanted, text)
  }

  find(text: string): Hit[] {
    return (this.#own ??= this.look()).find(text)
  }
}

/** Texts examined between two tellings of how far it is. */
const PIECE = 500

/** All of them, in their order: what the worker does. */
export function examineTexts(
  texts: readonly TextInHand[],
  names: Names,
  audience: Audience,
  onProgress: (share: number) => void = () => {},
): Examined[] {
  const examiner = new TextExaminer(names, audience)
  return texts.map(([wanted, text], at) => {
    if (at % PIECE === 0) onProgress(at / texts.length)
    return examiner.examine(wanted, text)
  })
}
