import type { Session, SessionEvent } from '../../app/session.ts'

/** The engine's shapes, as the session hands them out: screens know the app, not the engine. */
export type Book = Session['book']
export type Moved = Extract<SessionEvent, { type: 'changed' }>['moved']
export type Saving = Session['saving']
export type ChildRows = ReturnType<Book['children']>[number]

/** A cell by name. */
export interface CellPlace {
  readonly table: string
  readonly row: string
  readonly column: string
}
