import { newBureauRows } from '../../../src/app/new-bureau.ts'
import { Session } from '../../../src/app/session.ts'
import type { Change } from '../../../src/engine/change.ts'
import { Workbook } from '../../../src/engine/workbook.ts'
import { bureauRules } from '../../../src/rules/bureau/all-rules.ts'
import type { OpenedWorkbook } from '../../../src/store/workbook-store.ts'
import { bureauTables } from '../../../src/tables/bureau/all-tables.ts'

export const NOW = '2026-10-05 09:00'

/** A bureau's open workbook whose store keeps changes and files in memory, with these schools: code → name. */
export function bureauSession(
  schools: Readonly<Record<string, string>> = {},
  now = () => NOW,
): {
  session: Session
  changes: Change[]
} {
  const changes: Change[] = []
  const bytes = new Map<string, Uint8Array>()
  const store = {
    info: { id: 'bureau', name: '教育局', kind: 'bureau' },
    saving: { saved: 0, pending: 0, problem: null, writer: 'this' },
    conflicts: [],
    onRemoteChange: () => () => {},
    onSaving: () => () => {},
    onWriter: () => () => {},
    settled: async () => {},
    commit: async (change: Change) => changes.push(change),
    files: {
      keep: async (files: readonly { hash: string; bytes: Uint8Array }[]) => {
        for (const file of files) bytes.set(file.hash, file.bytes)
        return { ok: true, value: undefined }
      },
      bytes: async (hash: string) => bytes.get(hash) ?? null,
      all: async () => [...bytes.keys()].map((hash) => ({ hash })),
    },
  }
  const book = new Workbook({ tables: bureauTables, rules: bureauRules, now })
  book.start()
  const session = new Session(book, store as unknown as OpenedWorkbook, {
    person: () => '',
    now,
    builtIn: { tables: bureauTables, rules: bureauRules },
  })
  const how = { source: 'program', label: { code: 'workbook.created' } } as const
  const founding = { name: '教育局', person: '', now: now(), sample: false }
  session.write({ ...how, edits: [], added: newBureauRows(founding) })
  const ids = Object.keys(schools).map((code) => `#school-${code}`)
  const columns = { code: Object.keys(schools), name: Object.values(schools) }
  session.write({ ...how, edits: [], added: [{ table: 'schools', ids, columns }] })
  changes.length = 0
  return { session, changes }
}
