import type { Desk } from './desk.svelte.ts'
import { rememberedView, rememberView } from './view-memory.ts'

/** Goes to a table that shows only rows with these texts, by column; otherwise it stays arranged as it was. */
export function showOnly(desk: Desk, table: string, texts: Readonly<Record<string, string>>): void {
  const { session, settings } = desk
  const before = rememberedView(settings, session.info.id, table)
  const filters = Object.fromEntries(Object.entries(texts).map(([column, text]) => [column, [text]]))
  rememberView(settings, session.info.id, table, {
    ...(before ?? { columns: [], sort: null }),
    filters,
  })
  desk.show(table)
}
