import type { BureauTables } from './bureau/all-tables.ts'
import type { Tables } from './index.ts'

/** The tables of all kinds of workbooks, for types: a rule may read whichever its own kind has. */
export type KnownTables = Tables & Omit<BureauTables, keyof Tables>
