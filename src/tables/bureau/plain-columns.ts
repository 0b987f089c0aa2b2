import { integer, type Column } from '../column.ts'
import { hazards } from '../school/hazards.ts'
import { incidents } from '../school/incidents.ts'
import { tables } from '../index.ts'
import type { Columns, Table } from '../table.ts'

/**
 * What a bureau takes out of a spreadsheet that a school has made itself, by table and column: what the ledgers of the
 * county hold and nobody's name. `decides`: without a readable value there a row cannot be counted.
 */
export const PLAIN = {
  hazards: {
    takes: [
      ...['no', 'found_on', 'source', 'area', 'category', 'content', 'level', 'major_basis', 'impact'],
      ...['interim', 'measure', 'fund', 'dept', 'due', 'extension', 'extension_reason', 'done_text'],
      ...['done_on', 'reviewed_on', 'review', 'returns', 'closed_on', 'shelved', 'state', 'repeat'],
      ...['reported', 'reported_on', 'month'],
    ],
    decides: ['found_on', 'level', 'state', 'closed_on'],
    needs: 'found_on',
    told: ['found_on', 'content', 'area'],
  },
  incidents: {
    takes: [
      ...['no', 'occurred_at', 'known_at', 'scene', 'type', 'class6', 'state', 'stats', 'stats_grade'],
      ...['stats_sex', 'loss_yuan', 'casualties', 'slight', 'medium', 'severe', 'dead'],
    ],
    decides: ['occurred_at', 'slight', 'medium', 'severe', 'dead'],
    needs: 'occurred_at',
    told: ['occurred_at', 'type', 'scene'],
  },
} as const satisfies Record<string, PlainColumns>

interface PlainColumns {
  readonly takes: readonly string[]
  readonly decides: readonly string[]
  /** The day or moment without which a row is nothing that happened. */
  readonly needs: string
  /** What tells a row without a number from others, month after month: how far it has come is no part of it. */
  readonly told: readonly string[]
}

export type PlainTable = keyof typeof PLAIN
export const isPlainTable = (name: string): name is PlainTable => Object.hasOwn(PLAIN, name)

/** Schools count the hurt in four columns where our table has one. */
export const HURT = {
  slight: hurt('轻伤', 'Slightly hurt', ['轻伤人数']),
  medium: hurt('中度伤', 'Hurt', ['中度伤人数', '中伤人数']),
  severe: hurt('重伤', 'Severely hurt', ['重伤人数']),
  dead: hurt('死亡', 'Dead', ['死亡人数', '亡']),
} as const

function hurt(zh: string, en: string, synonyms: readonly string[]) {
  return integer({ zh, en, synonyms, holds: 'count', min: 0 })
}

const UNREAD = new Set<Column['type']>(['file', 'row', 'signature', 'steps'])

/**
 * The school's tables as a bureau reads them in a spreadsheet: whoever is referred to is a word, what our program would
 * compute is read as it stands, and nothing is asked for, because nobody here could answer.
 */
export const plainTables: Readonly<Record<PlainTable, Table>> = {
  hazards: readPlainly(hazards, {}),
  incidents: readPlainly(incidents, HURT),
}

/** All tables of a school, so that a list of something else is known for what it is. */
export const plainSchoolTables: Readonly<Record<string, Table>> = { ...tables, ...plainTables }

function readPlainly(table: Table, more: Columns): Table {
  const columns = Object.entries(table.columns).filter(([, { type }]) => !UNREAD.has(type))
  return {
    ...table,
    columns: { ...Object.fromEntries(columns.map(([key, column]) => [key, plainly(column)])), ...more },
    checks: [],
    requiredWhen: {},
    imported: () => null,
  }
}

function plainly(column: Column): Column {
  const { required: _required, initial: _initial, fixed: _fixed, to: _to, ...rest } = column
  const refers = column.type === 'reference' || column.type === 'references'
  return { ...rest, type: refers ? 'text' : column.type, computed: false }
}
