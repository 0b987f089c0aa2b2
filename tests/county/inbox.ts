import { REPORTED } from '../../src/tables/school/reported.ts'
import { seededDraw } from '../oracle/draw.ts'
import { lifeOf, type County } from './county.ts'
import { SchoolAtWork } from './school-files.ts'
import { cutShort, editedInExcel, tampered } from './variants.ts'

/** What a file is, so that whoever reads it can be asked whether he has seen that. */
export type FileKind =
  | 'proper'
  /** The same bytes once more, under another name. */
  | 'duplicate'
  /** The month before's, sent again with this month's. */
  | 'older'
  | 'edited-in-excel'
  /** The sheets alone: nothing says what they were when they were made. */
  | 'plain-excel'
  | 'tampered'
  | 'broken'

export interface InboxFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly kind: FileKind
  readonly school: string
  /** The month it reports. */
  readonly month: string
  /** Local time up to which it tells, and whether that was after the month's last day. */
  readonly made: string
  readonly late: boolean
  /** What somebody changed in a sheet of it. */
  readonly edit?: { table: string; no: string; column: string; from: string; to: string }
}

/** How many in a hundred of a month's files are not simply the school's file. */
const ODD: readonly (readonly [FileKind, number])[] = [
  ['duplicate', 5],
  ['older', 4],
  ['edited-in-excel', 5],
  ['plain-excel', 4],
  ['tampered', 2],
  ['broken', 2],
]

const FOR_BUREAU = { kind: 'xlsx', audience: 'bureau', summaries: true, tables: REPORTED } as const

/**
 * Everything that one school sends in, month by month; nothing for a month it forgets.
 *
 * @param lastOnly what comes in the last month alone, older files that come with it included
 */
export async function* inboxOf(
  county: County,
  at: number,
  rows: number,
  lastOnly = false,
): AsyncGenerator<InboxFile> {
  const life = lifeOf(county, at, rows)
  const { school } = life
  const work = new SchoolAtWork(county, life)
  const kinds = kindsOf(county, at)
  let before: InboxFile | null = null
  for (const [n, month] of county.months.entries()) {
    const made = life.sent[n]!
    const kind = kinds[n]!
    if (made === null) continue
    work.comeTo(made)
    work.send(month)
    const isEarlier = lastOnly && n < county.months.length - 1
    // Making a file takes longer than all else: one that nobody sends is not made.
    if (isEarlier && !(n === county.months.length - 2 && kinds[n + 1] === 'older')) continue
    const facts = { school: school.code, month, made, late: made.slice(0, 7) !== month }
    const named = (mark: string) => `${school.code}-${school.name}-${month}${mark}.xlsx`
    const proper: InboxFile = {
      ...facts,
      kind: 'proper',
      name: named(''),
      bytes: kind === 'plain-excel' && !isEarlier ? new Uint8Array() : await work.file(FOR_BUREAU),
    }
    if (isEarlier) {
      before = proper
      continue
    }
    switch (kind) {
      case 'duplicate':
        yield proper
        yield { ...proper, kind, name: named('(1)') }
        break
      case 'older':
        yield proper
        if (before) yield { ...before, kind, name: before.name.replace('.xlsx', '-重发.xlsx') }
        break
      case 'edited-in-excel': {
        const hazard = life.hazards.find(({ found_on }) => found_on <= made.slice(0, 10))
        if (!hazard) yield proper
        else {
          const edit = { table: 'hazards', no: hazard.no, column: 'content' }
          const [from, to] = [hazard.content, `${hazard.content}（已现场核对）`]
          const bytes = editedInExcel(proper.bytes, from, to)
          yield { ...proper, kind, bytes, name: named('-改'), edit: { ...edit, from, to } }
        }
        break
      }
      case 'plain-excel': {
        const bytes = await work.file({ ...FOR_BUREAU, tables: ['hazards', 'incidents'] })
        yield { ...proper, kind, bytes, name: named('-台账') }
        break
      }
      case 'tampered':
        yield { ...proper, kind, bytes: tampered(proper.bytes), name: named('-损') }
        break
      case 'broken':
        yield { ...proper, kind, bytes: cutShort(proper.bytes), name: named('-断') }
        break
      case 'proper':
        yield proper
    }
    if (kind !== 'plain-excel') before = proper
  }
}

/** What happens to each month's file of a school. */
export function kindsOf(county: County, at: number): FileKind[] {
  const draw = seededDraw(county.seed * 100_003 + at + 50_000_000)
  return county.months.map(() => kindBy(draw.int(0, 99)))
}

function kindBy(chance: number): FileKind {
  let from = 0
  for (const [kind, share] of ODD) if (chance < (from += share)) return kind
  return 'proper'
}
