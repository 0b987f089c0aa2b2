// HyperFormula: a sheet of incidents with a points column, and a sheet of scores with SUMIFS and COUNTIFS.
import { HyperFormula } from 'hyperformula'

const MANAGEMENT = [10, 20, 40]

export class Formulas {
  constructor(school, { STAFF, TERMS, DEPARTMENTS, VICE_PRINCIPALS }) {
    Object.assign(this, { STAFF, TERMS })
    const { person, term, severity, undiligent, late, department } = school.facts
    const rows = Array.from(person, (_, i) => [
      person[i],
      term[i],
      severity[i],
      undiligent[i],
      department[person[i]],
      department[person[i]] % VICE_PRINCIPALS,
      late[i],
      `=IF(D${i + 1}=1,CHOOSE(C${i + 1},20,50,100),CHOOSE(C${i + 1},10,20,30))`,
    ])
    const column = (letter) => `Incidents!$${letter}$1:$${letter}$${rows.length}`
    const lost = (of, key, term, threshold) =>
      MANAGEMENT.map(
        (points, i) =>
          `INT(COUNTIFS(${column(of)},${key},${column('B')},${term},${column('C')},${i + 1},${column('D')},1)/${threshold})*${points}`,
      ).join('-')
    const scores = Array.from({ length: STAFF * TERMS }, (_, slot) => {
      const who = Math.floor(slot / TERMS)
      const when = slot % TERMS
      const own = `100-SUMIFS(${column('H')},${column('A')},${who},${column('B')},${when})`
      const managed =
        who < VICE_PRINCIPALS
          ? `-${lost('F', who, when, 4)}`
          : who < VICE_PRINCIPALS + DEPARTMENTS
            ? `-${lost('E', who - VICE_PRINCIPALS, when, 2)}`
            : ''
      return [
        `=${own}${managed}`,
        `=IF(COUNTIFS(${column('A')},${who},${column('B')},${when},${column('G')},1)>0,0,MAX(0,A${slot + 1}))`,
      ]
    })
    this.sheets = HyperFormula.buildFromSheets(
      { Incidents: rows, Scores: scores },
      { licenseKey: 'gpl-v3', useColumnIndex: false },
    )
    this.incidents = this.sheets.getSheetId('Incidents')
    this.results = this.sheets.getSheetId('Scores')
  }

  full() {
    this.sheets.rebuildAndRecalculate()
  }

  edit({ incident, severity }) {
    this.sheets.setCellContents({ sheet: this.incidents, row: incident, col: 2 }, severity)
  }

  scores() {
    const values = this.sheets.getSheetValues(this.results)
    return { raw: values.map((row) => row[0]), final: values.map((row) => row[1]) }
  }
}
