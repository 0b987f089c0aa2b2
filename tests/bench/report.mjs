// One table for everything: what, ours, the peer or limit, how many times ours, the target, and whether it is met.
import { writeFileSync } from 'node:fs'
import { cpus, loadavg, release } from 'node:os'

const HEAD = ['what', 'ours', 'against', 'its figure', 'ours / its', 'target', 'met']

/** Short figures: three digits that say something. */
export const figure = (value) =>
  value === null || value === undefined || Number.isNaN(value)
    ? '–'
    : Math.abs(value) >= 100
      ? String(Math.round(value))
      : String(Number(value.toPrecision(3)))

export class Report {
  rows = []
  notes = []

  /**
   * @param {{ what: string, ours: number | null, unit?: string, against?: string, its?: number | null,
   *   target?: number, said?: string }} row `target` is the most ours may be; `said` stands where there is no figure
   */
  add({ what, ours, unit = '', against = '', its = null, target, said }) {
    const of = (value) => (value === null ? (said ?? '–') : `${figure(value)}${unit && ` ${unit}`}`)
    const row = [
      what,
      ours === null ? '–' : of(ours),
      against,
      against ? of(its) : '',
      against && ours !== null && its !== null ? figure(ours / its) : '',
      target === undefined ? '' : `≤ ${figure(target)}${unit && ` ${unit}`}`,
      target === undefined || ours === null ? '' : ours <= target ? 'yes' : 'NO',
    ]
    this.rows.push(row)
    console.log(row.filter(Boolean).join('  |  '))
  }

  note(text) {
    this.notes.push(text)
    console.log(text)
  }

  text() {
    const widths = HEAD.map((head, i) => Math.max(...[head, ...this.rows.map((row) => row[i])].map(widthOf)))
    const line = (cells) =>
      `| ${cells.map((cell, i) => cell + ' '.repeat(widths[i] - widthOf(cell))).join(' | ')} |`
    return [
      line(HEAD),
      `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`,
      ...this.rows.map(line),
    ].join('\n')
  }

  /** Kept beside the bench, so that a change that costs speed shows in its diff. */
  write(path, options) {
    const load = loadavg().map((value) => value.toFixed(1))
    writeFileSync(
      path,
      `# Last run of the bench

\`npm run bench${options}\` on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'CPU'}, Linux ${release()}, Node ${process.versions.node}; load average at the end ${load.join(', ')}.
Medians of interleaved rounds. Engine figures are CPU time, the others wall time; trust the ratios, not the milliseconds.

${this.text()}

${this.notes.map((note) => `- ${note}`).join('\n')}
`,
    )
  }
}

/** Chinese characters are two columns wide. */
const widthOf = (text) => [...text].reduce((width, char) => width + (char > '\u2e7f' ? 2 : 1), 0)
