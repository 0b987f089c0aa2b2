import { newSchoolRows } from '../../src/app/new-school.ts'
import { sampleSchool } from '../../src/app/sample-school.ts'
import { Session } from '../../src/app/session.ts'
import type { Change } from '../../src/engine/change.ts'
import { Workbook } from '../../src/engine/workbook.ts'
import type { OpenedWorkbook } from '../../src/store/workbook-store.ts'
import { tables } from '../../src/tables/index.ts'

export const NOW = '2027-03-10 09:00'

/** An open workbook whose store keeps the changes in memory, to be looked at. */
export function memorySession(options: { now?: () => string; sample?: boolean; person?: string } = {}): {
  session: Session
  changes: Change[]
} {
  const now = options.now ?? (() => NOW)
  const changes: Change[] = []
  const store = {
    info: { id: 'memory', name: 'memory', kind: 'school' },
    saving: { saved: 0, pending: 0, problem: null, writer: 'this' },
    lastNumber: 0,
    conflicts: [],
    onRemoteChange: () => () => {},
    onSaving: () => () => {},
    onWriter: () => () => {},
    log: async () => [],
    history: async function* () {},
    settled: async () => {},
    standing: async () => ({ replica: 'memory', vector: { memory: changes.length } }),
    commit: async (change: Change) => changes.push(change),
  }
  const book = new Workbook({ tables, now })
  book.start()
  const session = new Session(book, store as unknown as OpenedWorkbook, {
    person: () => options.person ?? '',
    now,
  })
  const sample = options.sample ?? true
  session.write({
    source: 'program',
    label: { code: 'workbook.created' },
    edits: [],
    added: newSchoolRows({ name: 'memory', person: '', now: now(), sample }),
  })
  if (sample) {
    const rows = sampleSchool().flatMap(({ table, rows }) => rows.map((cells) => ({ table, cells })))
    session.batch({ rows }, { source: 'program', label: { code: 'workbook.sample' } })
  }
  changes.length = 0
  return { session, changes }
}
