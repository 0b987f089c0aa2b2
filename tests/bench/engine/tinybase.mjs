// TinyBase: grouped queries keep the sums, a listener works out the scores whose sums moved.
import { createQueries, createStore } from 'tinybase'

const DILIGENT = [0, 10, 20, 30]
const UNDILIGENT = [0, 20, 50, 100]
const MANAGEMENT = [0, 10, 20, 40]

export class TinyBase {
  constructor(school, { STAFF, TERMS, DEPARTMENTS, VICE_PRINCIPALS }) {
    Object.assign(this, { school, STAFF, TERMS, DEPARTMENTS, VICE_PRINCIPALS })
    const { person, term, severity, undiligent, late, department } = school.facts
    const incidents = {}
    for (let i = 0; i < person.length; i++)
      incidents[i] = {
        person: person[i],
        term: term[i],
        severity: severity[i],
        undiligent: undiligent[i],
        late: late[i],
        line: department[person[i]],
      }
    this.store = createStore().setTable('incidents', incidents)
    this.full()
  }

  /** Indexing the rows is its way of working everything out. */
  full() {
    this.queries?.destroy()
    this.directRows = this.lateRows = this.linesRows = undefined
    const { STAFF, TERMS, DEPARTMENTS } = this
    this.direct = new Float64Array(STAFF * TERMS)
    this.late = new Float64Array(STAFF * TERMS)
    this.lines = new Float64Array(DEPARTMENTS * TERMS * 4)
    this.raw = new Float64Array(STAFF * TERMS)
    this.final = new Float64Array(STAFF * TERMS)
    const queries = (this.queries = createQueries(this.store))
    queries.setQueryDefinition('direct', 'incidents', ({ select, group }) => {
      select('person')
      select('term')
      select((cell) => (cell('undiligent') ? UNDILIGENT : DILIGENT)[cell('severity')]).as('points')
      group('points', 'sum').as('points')
    })
    queries.setQueryDefinition('late', 'incidents', ({ select, group, where }) => {
      select('person')
      select('term')
      select('late')
      where('late', 1)
      group('late', 'sum').as('late')
    })
    queries.setQueryDefinition('lines', 'incidents', ({ select, group, where }) => {
      select('line')
      select('term')
      select('severity')
      select('undiligent')
      where('undiligent', 1)
      group('undiligent', 'sum').as('count')
    })
    const follow = (query) => (_, __, row) => this.take(query, row)
    for (const query of ['direct', 'late', 'lines']) {
      queries.forEachResultRow(query, (row) => this.take(query, row))
      queries.addResultRowListener(query, null, follow(query))
    }
    for (let slot = 0; slot < STAFF * TERMS; slot++) this.settle(slot)
  }

  /** A result row came, moved or went; one that went, or now stands for another group, leaves nothing behind it. */
  take(query, rowId) {
    const rows = (this[`${query}Rows`] ??= new Map())
    const before = rows.get(rowId)
    const now = this.queries.getResultRow(query, rowId)
    if (before) this.put(query, before, 0)
    if (now.term === undefined) rows.delete(rowId)
    else {
      rows.set(rowId, now)
      this.put(query, now, now.points ?? now.late ?? now.count)
    }
  }

  put(query, { person, term, line, severity }, value) {
    const { TERMS, VICE_PRINCIPALS } = this
    if (query === 'lines') {
      this.lines[(line * TERMS + term) * 4 + severity] = value
      this.settle((VICE_PRINCIPALS + line) * TERMS + term)
      this.settle((line % VICE_PRINCIPALS) * TERMS + term)
      return
    }
    this[query][person * TERMS + term] = value
    this.settle(person * TERMS + term)
  }

  settle(slot) {
    const { TERMS, DEPARTMENTS, VICE_PRINCIPALS, lines } = this
    const person = Math.floor(slot / TERMS)
    const term = slot % TERMS
    let raw = 100 - this.direct[slot]
    if (person < VICE_PRINCIPALS + DEPARTMENTS)
      for (let severity = 1; severity <= 3; severity++) {
        const countOf = (line) => lines[(line * TERMS + term) * 4 + severity]
        let count = person < VICE_PRINCIPALS ? 0 : countOf(person - VICE_PRINCIPALS)
        if (person < VICE_PRINCIPALS)
          for (let line = person; line < DEPARTMENTS; line += VICE_PRINCIPALS) count += countOf(line)
        raw -= Math.floor(count / (person < VICE_PRINCIPALS ? 4 : 2)) * MANAGEMENT[severity]
      }
    this.raw[slot] = raw
    this.final[slot] = this.late[slot] ? 0 : Math.max(0, raw)
  }

  edit({ incident, severity }) {
    this.store.setCell('incidents', String(incident), 'severity', severity)
  }

  scores() {
    return { raw: this.raw, final: this.final }
  }
}
