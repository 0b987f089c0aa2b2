import type { TableName } from '../index.ts'
import type { CommonPart } from './common-part.ts'

/** What an empty table may be filled with. Loaded when somebody asks: none of it is needed to start. */
export const commonContent: Readonly<Partial<Record<TableName, () => Promise<readonly CommonPart[]>>>> = {
  rotaPosts: async () => (await import('./rota-posts.ts')).rotaPostParts,
  checklists: async () => (await import('./checklists.ts')).checklistParts(),
}
