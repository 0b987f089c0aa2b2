import type { Session } from '../../src/app/session.ts'
import type { Audience } from '../../src/app/export-workbook.ts'
import { contentOf } from '../../src/exchange/masking/content.ts'
import type { Column, Content } from '../../src/tables/column.ts'
import { seededDraw, type Draw } from '../oracle/draw.ts'
import { seededSchool } from '../oracle/generate-school.ts'
import type { PlainCell } from '../oracle/naive-school.ts'
import { memorySession } from './memory-session.ts'

/**
 * A generated school in which people are written wherever somebody may write: in the columns for them, in sentences,
 * and where a choice, a date or another name belongs. Nobody's name is made of characters that other words use.
 */
export interface PlantedSchool {
  readonly session: Session
  /** What a file for this audience may not hold, in whatever form. */
  secretsFor(audience: Audience): string[]
}

const SURNAMES = ['王', '李', '欧阳', '司徒', '任', '高', '夏', '慕容', '马']
const GIVEN = [...'鑫焱淼垚犇骉羴猋麤毳赑劦尛掱歮惢']
const how = { source: 'user', label: { code: 'grid.edit' } } as const

/** Columns in which a name stands by itself, as in a list of people. */
const NAMES: ReadonlySet<Content> = new Set<Content>([
  'staff-name',
  'pupil-name',
  'pupil-code',
  'staff-number',
  'phone',
])

export function plantedSchool(seed: number): PlantedSchool {
  const draw = seededDraw(seed)
  const names = uniqueNames(draw)
  const person = names.next()
  const { session } = memorySession({ sample: false, person })
  const { book } = session
  const staff = new Map<string, string>()
  const known = (cell: PlainCell): PlainCell => {
    if (typeof cell !== 'string' || !cell.startsWith('教工')) return cell
    if (!staff.has(cell)) staff.set(cell, names.next())
    return staff.get(cell)!
  }
  const school = seededSchool(seed)
  // Enough for every kind of row, and no more: the search goes through every byte for every secret.
  school['incidents'] = school['incidents']!.slice(0, 15)
  school['staff'] = school['staff']!.slice(0, 20)
  const kept = new Set(school['incidents'].map(({ no }) => no))
  for (const table of ['incidentPeople', 'findings', 'reportLegs'])
    school[table] = school[table]!.filter(({ incident }) => kept.has(incident))
  const rows = Object.entries(school).flatMap(([table, list]) =>
    list.map((row) => ({
      table,
      cells: Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, known(cell) ?? null])),
    })),
  )
  session.batch({ rows }, how)

  const pupils: string[] = []
  const codes: string[] = []
  const staffNumbers: string[] = []
  const staffPhones: string[] = []
  const otherPhones: string[] = []
  const identities: string[] = []
  const illnesses: string[] = []
  const remember = (list: string[], secret: string) => {
    list.push(secret)
    return secret
  }
  const phone = () => `1${draw.pick([3, 5, 8, 9])}${digits(draw, 9)}`
  const put = (table: string, row: string, column: string, input: string) =>
    session.edit([{ table, row, column, input }], how)
  const ids = (table: string) => book.view(table).ids()

  for (const row of ids('staff')) {
    put('staff', row, 'staff_no', remember(staffNumbers, `JS${digits(draw, 8)}`))
    put('staff', row, 'phone', remember(staffPhones, phone()))
  }
  for (const row of ids('incidentPeople')) {
    put('incidentPeople', row, 'name', remember(pupils, names.next()))
    put('incidentPeople', row, 'pupil_code', remember(codes, `XJ${digits(draw, 9)}`))
    put('incidentPeople', row, 'injury', remember(illnesses, `骨折第${digits(draw, 7)}型`))
  }
  // One who is no longer on the list is still in what was written.
  const gone = names.next()
  session.add('incidentPeople', [{ name: gone, role: '目击者' }], how)
  session.remove('incidentPeople', [ids('incidentPeople').at(-1)!], how)
  if (pupils.length === 0) session.add('incidentPeople', [{ name: remember(pupils, names.next()) }], how)
  pupils.push(gone)

  // Those on the list: of a name that stands nowhere but in sentences nobody can know that it is one.
  const colleagues = ids('staff').map((row) => book.shownName(row)!)
  const signers = colleagues.slice(0, 3)
  const [profile] = ids('profile')
  for (const [at, key] of ['principal', 'safety_vp', 'safety_office_head'].entries())
    if (signers[at]) put('profile', profile!, key, signers[at])
  for (let at = 0; at < 3; at++) {
    session.add('meetings', [{ at: '2026-10-08 15:00', kind: '行政会', chair: draw.pick(colleagues) }], how)
    session.add('areas', [{ area: `${draw.pick(pupils)}的教室`, kind: '教室' }], how)
    session.add('attachments', [{ name: `${draw.pick(pupils)}.jpg`, added_by: draw.pick(colleagues) }], how)
    session.add(
      'exports',
      [{ reason: `给${draw.pick(pupils)}家`, by: draw.pick(colleagues), file: '台账.xlsx' }],
      how,
    )
    session.add('deductions', [{ person: draw.pick(colleagues), reason: `${draw.pick(pupils)}受伤` }], how)
  }
  const outsiders = [names.next(), names.next()]
  for (const [at, row] of ids('findings').slice(0, 2).entries())
    put('findings', row, 'person', outsiders[at]!)

  for (let at = 0; at < 9; at++) {
    remember(otherPhones, phone())
    remember(identities, identity(draw))
  }
  const sentence = () => {
    const said = [draw.pick(pupils), draw.pick(colleagues), draw.pick(otherPhones), draw.pick(identities)]
    return said.map((each) => woven(draw, each)).join(draw.pick(['，', ' ', '和', '\n', '（']))
  }
  for (const [table, { columns }] of Object.entries(book.tables)) {
    if (table === 'policy' || book.tables[table]!.record || book.tables[table]!.generated) continue
    for (const [key, column] of Object.entries(columns))
      if (isWritten(column) && !NAMES.has(contentOf(column, book.tables)))
        for (const row of ids(table)) if (draw.chance(30)) put(table, row, key, sentence())
  }

  return {
    session,
    secretsFor: (audience) => {
      const school = [...pupils, ...otherPhones, ...identities, ...illnesses]
      const unsigned = colleagues.filter((name) => !signers.includes(name))
      const bureau = [...school, ...codes, ...staffNumbers, ...staffPhones, ...unsigned, ...outsiders, person]
      switch (audience) {
        case 'whole':
          return []
        case 'school':
          return school
        case 'bureau':
          return bureau
        case 'public':
          return [...bureau, ...signers]
      }
    },
  }
}

const isWritten = ({ computed, fixed }: Column): boolean => !computed && !fixed

function uniqueNames(draw: Draw): { next(): string } {
  const used = new Set<string>()
  return {
    next: () => {
      for (;;) {
        const name = draw.pick(SURNAMES) + draw.pick(GIVEN) + draw.pick(GIVEN)
        if (used.has(name)) continue
        used.add(name)
        return name
      }
    },
  }
}

const digits = (draw: Draw, count: number): string =>
  Array.from({ length: count }, () => draw.int(0, 9)).join('')

const two = (number: number): string => String(number).padStart(2, '0')

const identity = (draw: Draw): string =>
  `11010${draw.int(1, 9)}20${two(draw.int(8, 19))}${two(draw.int(1, 12))}${two(draw.int(1, 28))}${digits(draw, 3)}${draw.pick(['X', '4'])}`

/** Half of them as they are, the others with something between the characters, or in full width. */
function woven(draw: Draw, text: string): string {
  if (draw.chance(50)) return text
  const gap = draw.pick([' ', '　', '\u200b', '·', '.', '-', '  '])
  const wide = /^[\dX]+$/.test(text) && draw.chance(50)
  return [...text]
    .map((character) => (wide ? String.fromCharCode(character.charCodeAt(0) + 0xfee0) : character))
    .join(gap)
}
