import { reference } from '../column.ts'
import { defineTable } from '../table.ts'
import { schoolReports } from '../bureau/school-reports.ts'

const { name, zh, en, tier, record, columns } = schoolReports

/** At a central school the same register as its bureau keeps: of the schools below it. */
export const villageReports = defineTable({
  ...{ name, zh, en, tier, record },
  group: 'organisation',
  key: [],
  shownBy: ['period', 'school'],
  columns: {
    ...columns,
    school: reference('villageSchools', { zh: '学校', en: 'School', required: true, width: 180 }),
    via: reference('villageSchools', { zh: '经哪所学校报来', en: 'Sent through', width: 150 }),
  },
})
