import { emptyDraft, type DraftPerson, type IncidentDraft } from '../../../app/record-incident.ts'
import type { Desk } from '../../state/desk.svelte.ts'

/** An incident half entered. Every stroke is kept on this computer, so that nothing is lost with the tab. */
export class EntryDraft {
  draft = $state.raw<IncidentDraft>(emptyDraft(''))
  /** It was begun before the page was loaded. */
  found = $state(false)

  constructor(private readonly desk: Desk) {
    const kept = desk.settings.draft(desk.session.info.id)
    const fresh = this.#fresh()
    this.draft = isDraft(kept) ? { ...fresh, ...kept } : fresh
    this.found = isDraft(kept)
  }

  set(change: Partial<IncidentDraft>): void {
    this.draft = { ...this.draft, ...change }
    void this.desk.settings.keepDraft(this.desk.session.info.id, this.draft)
  }

  addPerson(person: DraftPerson): void {
    this.set({ people: [...this.draft.people, person] })
  }

  setPerson(at: number, change: Partial<DraftPerson>): void {
    this.set({
      people: this.draft.people.map((person, other) => (other === at ? { ...person, ...change } : person)),
    })
  }

  removePerson(at: number): void {
    this.set({ people: this.draft.people.filter((_, other) => other !== at) })
  }

  /** Saved or thrown away: the next one starts now. */
  clear(): void {
    this.draft = this.#fresh()
    this.found = false
    void this.desk.settings.keepDraft(this.desk.session.info.id, null)
  }

  /** Whoever sits at this computer is most likely the one who knows. */
  #fresh(): IncidentDraft {
    const { book } = this.desk.session
    const { person } = this.desk.settings.current
    const known = person === '' ? null : book.find(['staff'], person)
    const knownBy = known === null || known === 'many' ? '' : known
    return { ...emptyDraft(book.environment().now), knownBy }
  }
}

/** Written by this program, perhaps an older one: fields it did not know are filled in by a fresh draft. */
const isDraft = (kept: unknown): kept is Partial<IncidentDraft> =>
  typeof kept === 'object' && kept !== null && 'occurredAt' in kept && 'people' in kept
