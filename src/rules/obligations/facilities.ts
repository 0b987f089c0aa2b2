import type { Declaration } from './declaration.ts'
import { daily } from './school-periods.ts'

/** Buildings, equipment and the canteen (plans 1, 4 and 5). */
export const facilityObligations: readonly Declaration[] = [
  {
    id: 'equipment.expiry',
    clause: 'P5-16',
    table: 'equipment',
    ahead: 30,
    column: 'expires',
    owed: (row) => {
      const due = row.text('expires')
      return due === null ? null : { due, who: row.target('staff', 'keeper') }
    },
  },
  {
    id: 'building.check',
    clause: 'P1-26',
    table: 'buildings',
    ahead: 30,
    column: 'annual',
    owed: (row) => {
      const due = row.text('annual_due')
      return due === null ? null : { due, who: row.target('staff', 'owner') }
    },
  },
  {
    id: 'canteen.log',
    clause: 'P5-11',
    applies: ({ profile }) => profile('canteen') === true,
    periods: daily(),
    ahead: 0,
    keeps: 3,
    evidence: { table: 'canteenLog', proof: (row) => ({ day: row.text('date') }) },
    who: 'leader',
  },
]
