import type { Session, SessionEvent } from '../../app/session.ts'

/** The engine's shapes, as the session hands them out: screens know the app, not the engine. */
export type Book = Session['book']
export type Moved = Extract<SessionEvent, { type: 'changed' }>['moved']
export type Saving = Session['saving']
export type Disputes = Session['disputes']
export type ChildRows = ReturnType<Book['children']>[number]

/** The cell that says a row is deleted, as the engine names it. */
export const DELETED = '$deleted'

/** A cell by name. */
export interface CellPlace {
  readonly table: string
  readonly row: string
  readonly column: string
}
