// Runs in a process of its own, `node race.mjs <built parts> <incidents> <rounds> <peer …>`: the engine, the
// limit and the peers take turns at the same edits of the same school. Prints one line of JSON.
import { deserialize, serialize } from 'node:v8'
import { pathToFileURL } from 'node:url'
import { cpuOf, median, percentile } from '../measure.mjs'

const [built, count, roundCount, ...peers] = process.argv.slice(2)
const incidents = Number(count)
const rounds = Number(roundCount)
const parts = await import(pathToFileURL(built).href)
const facts = parts.benchSchool(incidents)
// As rows come from the database: every text a copy of its own.
const school = () => deserialize(serialize(facts))

const entrants = {
  ours: () => new parts.Ours(school()),
  limit: () => new parts.Limit(school()),
  tinybase: async () => new (await import('./tinybase.mjs')).TinyBase(school(), parts),
  hyperformula: async () => new (await import('./hyperformula.mjs')).Formulas(school(), parts),
}
/** Working everything out anew takes TinyBase seconds; once is enough to know it. */
const SLOW_FULL = 2000

const results = []
const contenders = []
for (const name of ['ours', 'limit', ...peers]) {
  const before = process.cpuUsage()
  const contender = await entrants[name]()
  const { user, system } = process.cpuUsage(before)
  contenders.push({ name, contender })
  results.push({ name, make: (user + system) / 1000, full: [], edits: [], wrong: 0, made: 0 })
}

/** Scores, raw and final of all persons and terms, that differ from the right ones. */
function wrongOf(contender, current) {
  const right = parts.rightScores(current)
  const { raw, final } = contender.scores()
  let wrong = 0
  for (let slot = 0; slot < right.raw.length; slot++)
    if (raw[slot] !== right.raw[slot] || final[slot] !== right.final[slot]) wrong++
  return wrong
}

const current = contenders.map(() => ({ ...facts.facts, severity: facts.facts.severity.slice() }))
contenders.forEach(({ contender }, i) => (results[i].wrong += wrongOf(contender, current[i])))

// A program that has run for a minute has its paths compiled; the first rounds would measure the compiler.
for (const { name, contender } of contenders)
  if (name === 'ours' || name === 'limit') for (let round = 0; round < 5; round++) contender.full()

for (let round = 0; round < rounds; round++)
  for (const [i, { name, contender }] of contenders.entries()) {
    const result = results[i]
    if (result.full.length === 0 || median(result.full) < SLOW_FULL || name === 'ours')
      result.full.push(cpuOf(() => contender.full()))
    // An edit of formulas takes a second, so only a few are made; the others make the same share of all edits each round.
    const share = name === 'hyperformula' ? 2 : Math.floor(facts.edits.length / rounds)
    const edits = facts.edits.slice(result.made, result.made + share)
    result.made += edits.length
    const before = process.cpuUsage()
    for (const edit of edits) {
      const started = performance.now()
      contender.edit(edit)
      result.edits.push(performance.now() - started)
      current[i].severity[edit.incident] = edit.severity
    }
    const { user, system } = process.cpuUsage(before)
    ;(result.editCpu ??= []).push((user + system) / 1000 / edits.length)
  }
contenders.forEach(({ contender }, i) => (results[i].wrong += wrongOf(contender, current[i])))

for (const result of results)
  console.log(
    JSON.stringify({
      name: result.name,
      make: result.make,
      full: median(result.full),
      edit: median(result.edits),
      editCpu: median(result.editCpu),
      p95: percentile(result.edits, 0.95),
      made: result.made,
      wrong: result.wrong,
    }),
  )
