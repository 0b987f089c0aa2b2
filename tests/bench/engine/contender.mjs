// One contender in a process of its own, so that no other's rows are in its memory and its CPU time is its own:
// `fork(contender.mjs, [built parts, incidents, name])`. Does what its parent asks for and answers with figures.
import { deserialize, serialize } from 'node:v8'
import { pathToFileURL } from 'node:url'
import { cpuOf } from '../measure.mjs'

const [built, incidents, name] = process.argv.slice(2)
const parts = await import(pathToFileURL(built).href)
const made = parts.benchSchool(Number(incidents))
// As rows come from the database: every text a copy of its own.
const school = deserialize(serialize(made))

const entrants = {
  ours: async () => parts.Ours,
  limit: async () => parts.Limit,
  tinybase: async () => (await import('./tinybase.mjs')).TinyBase,
  hyperformula: async () => (await import('./hyperformula.mjs')).Formulas,
}
const Contender = await entrants[name]()
let contender

const asked = {
  make: () => cpuOf(() => (contender = new Contender(school, parts))),
  full: () => cpuOf(() => contender.full()),
  /** Wall time of each edit: one takes less than what CPU time is counted in. */
  edits: (from, to) =>
    made.edits.slice(from, to).map((edit) => {
      const started = performance.now()
      contender.edit(edit)
      const took = performance.now() - started
      made.facts.severity[edit.incident] = edit.severity
      return took
    }),
  /** Scores, raw and final of all persons and terms, that differ from the right ones. */
  wrong: () => {
    const right = parts.rightScores(made.facts)
    const { raw, final } = contender.scores()
    let wrong = 0
    for (let slot = 0; slot < right.raw.length; slot++)
      if (raw[slot] !== right.raw[slot] || final[slot] !== right.final[slot]) wrong++
    return wrong
  },
}

process.on('message', ([what, ...given]) => process.send({ answer: asked[what](...given) }))
process.send({ ready: made.edits.length })
