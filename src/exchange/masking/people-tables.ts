import type { Table } from '../../tables/table.ts'

/** Where a workbook has its people, the departments they belong to, itself, and those who sign for it. */
export interface PeopleTables {
  readonly people: string
  readonly departments: string
  readonly profile: string
  /** The column of the profile with the organisation's own name. */
  readonly ownName: string
  /** Columns of the profile: those who sign what goes out may be named to whoever gets it. */
  readonly signers: readonly string[]
}

const school: PeopleTables = {
  people: 'staff',
  departments: 'departments',
  profile: 'profile',
  ownName: 'school_name',
  signers: ['principal', 'safety_vp', 'safety_office_head'],
}

const bureau: PeopleTables = {
  people: 'bureauStaff',
  departments: 'sections',
  profile: 'bureauProfile',
  ownName: 'name',
  signers: ['director', 'party_sec', 'deputy'],
}

export const peopleTablesOf = (tables: Readonly<Record<string, Table>>): PeopleTables =>
  Object.hasOwn(tables, bureau.profile) ? bureau : school
