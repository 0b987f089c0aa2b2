import { text } from '../column.ts'
import type { TableName } from '../index.ts'

/** The first column of each: whose row it is. */
export const villageColumn = text({ zh: '学校', en: 'School', holds: 'organisation', width: 160 })

/**
 * What a central school's file shows, in sheets of their own, of the schools below it. People read it in Excel; the
 * bureau's program goes by the reports, which are each signed by their school.
 */
export const VILLAGE_SHEETS = [
  { from: 'hazards', zh: '下属学校隐患', en: 'Hazards of the schools below' },
  { from: 'incidents', zh: '下属学校事故', en: 'Incidents of the schools below' },
] as const satisfies readonly { readonly from: TableName; readonly zh: string; readonly en: string }[]
