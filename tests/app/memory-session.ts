import type { KeyRing } from '../../src/app/key-ring.ts'
import { newSchoolRows } from '../../src/app/new-school.ts'
import { boundRows } from '../../src/app/sample-school/bound-rows.ts'
import { sampleSchool } from '../../src/app/sample-school.ts'
import { Session } from '../../src/app/session.ts'
import type { Change } from '../../src/engine/change.ts'
import { Workbook } from '../../src/engine/workbook.ts'
import type { OpenedWorkbook } from '../../src/store/workbook-store.ts'
import { tables } from '../../src/tables/index.ts'

export const NOW = '2027-03-10 09:00'

/** The part of the sample school that most tests ask about: its people, and what has happened. */
const PEOPLE_AND_INCIDENTS = new Set([
  'profile',
  'terms',
  'departments',
  'staff',
  'areas',
  'classes',
  'meetings',
  'incidents',
  'incidentPeople',
  'findings',
  'reportLegs',
])

/** Written once for each day: rows are only read. */
const written = new Map<string, ReturnType<typeof sampleSchool>>()
function sampleOn(now: string): ReturnType<typeof sampleSchool> {
  const rows = written.get(now) ?? sampleSchool(now)
  written.set(now, rows)
  return rows
}

interface Wanted {
  readonly now?: () => string
  /** `whole`: with all its duties, hazards and ledgers, as somebody gets it who opens it. */
  readonly sample?: boolean | 'whole'
  readonly person?: string
  /** Id of the workbook and of its one copy. */
  readonly workbook?: string
  /** With which its files are signed. */
  readonly keys?: KeyRing
}

/** An open workbook whose store keeps the changes in memory, to be looked at. */
export function memorySession(options: Wanted = {}): {
  session: Session
  changes: Change[]
} {
  const now = options.now ?? (() => NOW)
  const id = options.workbook ?? 'memory'
  const changes: Change[] = []
  const store = {
    info: { id, name: 'memory', kind: 'school' },
    saving: { saved: 0, pending: 0, problem: null, writer: 'this' },
    lastNumber: 0,
    conflicts: [],
    onRemoteChange: () => () => {},
    onSaving: () => () => {},
    onWriter: () => () => {},
    log: async () => [],
    history: async function* () {},
    settled: async () => {},
    standing: async () => ({ replica: id, vector: { [id]: changes.length } }),
    commit: async (change: Change) => changes.push(change),
  }
  const book = new Workbook({ tables, now })
  book.start()
  const session = new Session(book, store as unknown as OpenedWorkbook, {
    person: () => options.person ?? '',
    now,
    ...(options.keys ? { keys: options.keys } : {}),
  })
  const sample = options.sample ?? true
  session.write({
    source: 'program',
    label: { code: 'workbook.created' },
    edits: [],
    added: newSchoolRows({ name: 'memory', person: '', now: now(), sample: sample !== false }),
  })
  const how = { source: 'program', label: { code: 'workbook.sample' } } as const
  if (sample === 'whole') session.accept({ edits: [], rows: boundRows(sampleOn(now())) }, how)
  else if (sample) {
    const told = sampleOn(now()).filter(({ table }) => PEOPLE_AND_INCIDENTS.has(table))
    session.batch({ rows: told.flatMap(({ table, rows }) => rows.map((cells) => ({ table, cells }))) }, how)
  }
  changes.length = 0
  return { session, changes }
}
