// What the county's ledgers must hold after its inbox has been taken in, from what the generator knows.

/** Kinds of file that are taken in without anybody having to look at them. */
const TAKEN = new Set(['proper', 'duplicate', 'older'])

/** Rows of hazards and incidents of every school, as its newest file that was taken in tells them. */
export function expectedRows({ lives, files }) {
  const newest = new Map()
  for (const { school, made, kind } of files)
    if (TAKEN.has(kind) && !(newest.get(school) >= made)) newest.set(school, made)
  const counts = { allHazards: 0, allIncidents: 0 }
  for (const { school, hazards, incidents } of lives) {
    const made = newest.get(school.code)
    if (made === undefined) continue
    counts.allHazards += hazards.filter(({ found_on }) => found_on <= made.slice(0, 10)).length
    counts.allIncidents += incidents.filter(({ occurred_at }) => occurred_at <= made).length
  }
  return counts
}

/** All rows of all files that are read, as a school has them: 2,000 for each file of the last month. */
export const rowsRead = ({ lives, months, files }) => {
  const rows = new Map(
    lives.map(({ school, hazards, incidents, inspections, drills }) => [
      school.code,
      hazards.length + 2 * incidents.length + inspections.length + drills.length,
    ]),
  )
  return files.reduce(
    (sum, { school, month }) => sum + rows.get(school) * ((months.indexOf(month) + 1) / months.length),
    0,
  )
}
