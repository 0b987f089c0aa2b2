import { mustBeAnswered, hidesStaff, type Audience } from './audiences.ts'
import { covered, type Hit, type PersonalData } from './personal-data.ts'

/** A cell, and the number of its row as the table shows it. */
export interface Place {
  readonly table: string
  readonly row: string
  readonly column: string
  readonly line: number
}

/** What somebody has decided about a passage. */
export type Answer =
  | { readonly is: 'cover' }
  | { readonly is: 'leave-out' }
  /** Nothing personal is in it, or everybody who gets the file may read it. */
  | { readonly is: 'pass' }
  /** Other words for this file; the cell keeps its own. */
  | { readonly is: 'text'; readonly text: string }

/** A text that somebody has to look at before it leaves. The same text in a hundred cells is looked at once. */
export interface Passage extends Place {
  readonly key: string
  /** What goes out if nothing is done. */
  readonly text: string
  readonly hits: readonly Hit[]
  readonly places: number
  /** `answer`: the file waits; `agreement`: nothing was found, but a person has to say so; `warning`: the file goes. */
  readonly needs: 'answer' | 'agreement' | 'warning'
  readonly answered: boolean
}

export interface PassageOptions {
  readonly audience: Audience
  readonly answers?: ReadonlyMap<string, Answer>
  /** Somebody has read the summaries in which nothing was found. */
  readonly agreed?: boolean
  /** What becomes of passages nobody has answered; they stop the file when left out. */
  readonly otherwise?: Answer
}

/** Longest summary of what happened that goes to the bureau, in characters. */
export const SUMMARY_LENGTH = 50

interface Looked {
  readonly passage: Omit<Passage, 'places' | 'answered'> | null
  readonly outgoing: string | null
  readonly answered: boolean
  places: number
}

/** Looks through every text on its way out, once each, and does with it what was answered. */
export class Passages {
  readonly #looked = new Map<string, Looked>()

  constructor(
    private readonly people: () => PersonalData,
    private readonly options: PassageOptions,
  ) {}

  /** The whole text, with what was found dealt with; null when it stays here. */
  whole(text: string, place: Place): string | null {
    return this.#look(`whole\u0000${text}`, text, place, 'warning')
  }

  /** The beginning of a text. */
  summary(text: string, place: Place): string | null {
    const line = text.replace(/\s+/gu, ' ').trim()
    return this.#look(`summary\u0000${text}`, shortened(line, this.#find(line)), place, 'agreement')
  }

  all(): Passage[] {
    return [...this.#looked.values()].flatMap(({ passage, places, answered }) =>
      passage ? [{ ...passage, places, answered }] : [],
    )
  }

  /** What still keeps the file from going. */
  open(): Passage[] {
    return this.all().filter(({ answered }) => !answered)
  }

  #look(key: string, text: string, place: Place, without: 'warning' | 'agreement'): string | null {
    const known = this.#looked.get(key)
    const looked = known ?? this.#judged(key, text, place, without)
    if (!known) this.#looked.set(key, looked)
    looked.places++
    return looked.outgoing
  }

  #judged(key: string, text: string, place: Place, without: 'warning' | 'agreement'): Looked {
    const hits = this.#find(text)
    if (hits.length === 0 && without === 'warning')
      return { passage: null, outgoing: text, answered: true, places: 0 }
    const stops = mustBeAnswered(this.options.audience)
    const needs = !stops ? 'warning' : hits.length > 0 ? 'answer' : 'agreement'
    const passage = { ...place, key, text, hits, needs } as const
    const answer = this.options.answers?.get(key) ?? this.options.otherwise
    const agreed = needs === 'agreement' && this.options.agreed === true
    if (agreed && !this.options.answers?.has(key))
      return { passage, outgoing: text, answered: true, places: 0 }
    const outgoing = answer ? this.#outgoing(answer, text, hits) : undefined
    return outgoing === undefined
      ? { passage, outgoing: stops ? null : text, answered: !stops, places: 0 }
      : { passage, outgoing, answered: true, places: 0 }
  }

  /** Undefined when the answer does not settle it: a name is still there. */
  #outgoing(answer: Answer, text: string, hits: readonly Hit[]): string | null | undefined {
    switch (answer.is) {
      case 'leave-out':
        return null
      case 'cover':
        return this.#coveredWhole(text)
      case 'pass':
        return this.#mayPass(hits) ? text : undefined
      case 'text':
        return this.#mayPass(this.#find(answer.text)) ? answer.text : undefined
    }
  }

  /** A name that everybody knows is a person's never passes to the bureau; a form of address may be none. */
  #mayPass(hits: readonly Hit[]): boolean {
    return !mustBeAnswered(this.options.audience) || hits.every(({ kind }) => kind === 'title')
  }

  /** Covering one name can lay bare another that was woven into it; what will not come clean stays here. */
  #coveredWhole(text: string): string | null {
    let result = text
    for (let round = 0; round < 4; round++) {
      const hits = this.#find(result)
      if (hits.length === 0) return result
      result = covered(result, hits)
    }
    return null
  }

  #find(text: string): Hit[] {
    return this.people().find(text, { staff: hidesStaff(this.options.audience) })
  }
}

/** Cut at the end of a sentence where there is one, and never through a name: half of it would no longer be found. */
function shortened(line: string, hits: readonly Hit[]): string {
  const characters = [...line]
  if (characters.length <= SUMMARY_LENGTH) return line
  const room = characters.slice(0, SUMMARY_LENGTH - 1).join('')
  const split = hits.find(({ from, to }) => from < room.length && to > room.length)
  const beginning = split ? line.slice(0, split.from) : room
  return /^.*[。！？；!?;]/u.exec(beginning)?.[0] ?? `${beginning}…`
}
