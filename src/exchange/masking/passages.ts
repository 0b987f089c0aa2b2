import { mustBeAnswered, type Audience } from './audiences.ts'
import type { Hit } from './personal-data.ts'
import type { Examined, Examiner, Wanted } from './text-examiner.ts'

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
    private readonly examiner: Examiner,
    private readonly options: PassageOptions,
  ) {}

  /** The whole text, with what was found dealt with; null when it stays here. */
  whole(text: string, place: Place): string | null {
    return this.#look('whole', text, place)
  }

  /** The beginning of a text. */
  summary(text: string, place: Place): string | null {
    return this.#look('summary', text, place)
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

  #look(wanted: Wanted, text: string, place: Place): string | null {
    const key = `${wanted}\u0000${text}`
    const known = this.#looked.get(key)
    const looked = known ?? this.#judged(key, wanted, this.examiner.examine(wanted, text), place)
    if (!known) this.#looked.set(key, looked)
    looked.places++
    return looked.outgoing
  }

  #judged(key: string, wanted: Wanted, examined: Examined, place: Place): Looked {
    const { text, hits } = examined
    if (hits.length === 0 && wanted === 'whole')
      return { passage: null, outgoing: text, answered: true, places: 0 }
    const stops = mustBeAnswered(this.options.audience)
    const needs = !stops ? 'warning' : hits.length > 0 ? 'answer' : 'agreement'
    const passage = { ...place, key, text, hits, needs } as const
    const answer = this.options.answers?.get(key) ?? this.options.otherwise
    const agreed = needs === 'agreement' && this.options.agreed === true
    if (agreed && !this.options.answers?.has(key))
      return { passage, outgoing: text, answered: true, places: 0 }
    const outgoing = answer ? this.#outgoing(answer, examined) : undefined
    return outgoing === undefined
      ? { passage, outgoing: stops ? null : text, answered: !stops, places: 0 }
      : { passage, outgoing, answered: true, places: 0 }
  }

  /** Undefined when the answer does not settle it: a name is still there. */
  #outgoing(answer: Answer, { text, hits, covered }: Examined): string | null | undefined {
    switch (answer.is) {
      case 'leave-out':
        return null
      case 'cover':
        return hits.length === 0 ? text : covered
      case 'pass':
        return this.#mayPass(hits) ? text : undefined
      case 'text':
        return this.#mayPass(this.examiner.find(answer.text)) ? answer.text : undefined
    }
  }

  /** A name that everybody knows is a person's never passes to the bureau; a form of address may be none. */
  #mayPass(hits: readonly Hit[]): boolean {
    return !mustBeAnswered(this.options.audience) || hits.every(({ kind }) => kind === 'title')
  }
}
