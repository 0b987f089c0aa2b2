import { expect, test } from 'vitest'
import { openPackage, returnedBy } from '../../src/exchange/received-file.ts'
import { madeSheet, tableSheet } from '../../src/exchange/table-sheet.ts'
import { writeWorkbook } from '../../src/exchange/xlsx-write.ts'
import { encode } from '../../src/sync/package.ts'
import { packFile } from '../../src/sync/package-file.ts'
import { newSigningKey } from '../../src/sync/signature.ts'
import { WorkbookState } from '../../src/sync/workbook-state.ts'
import { tables } from '../../src/tables/index.ts'
import { randomFrom } from '../oracle/random-from.ts'
import { workbook } from './plain-workbook.ts'

const rows = { '#1': { area: '操场', kind: '其他' }, '#2': { area: '食堂', kind: '其他' } }
const state = new WorkbookState()
state.apply({
  replica: '#r',
  seq: 1,
  at: '2027-03-10T09:00:00.000Z',
  by: '王老师',
  change: {
    source: 'user',
    label: { code: 'edit' },
    edits: [],
    added: [
      {
        table: 'areas',
        ids: Object.keys(rows),
        columns: {
          area: Object.values(rows).map(({ area }) => area),
          kind: Object.values(rows).map(({ kind }) => kind),
        },
      },
    ],
  },
})
const key = await newSigningKey()
const columns = ['area', 'kind']
const made = madeSheet(tables.areas, { columns })
const making = {
  at: '2027-03-10T09:00:00.000Z',
  now: '2027-03-10 17:00',
  locale: '',
  replica: '#r',
  schema: 1,
}
const book = workbook({ areas: rows })
const sheet = tableSheet(
  tables.areas,
  { ids: book.ids('areas'), value: (row, column) => book.cell('areas', row, column) },
  book.context,
  { columns, rowIds: true },
)
const content = encode({
  workbook: { id: 'w', kind: 'school', name: '实验小学' },
  state,
  making: { ...making, sheets: [made] },
})
const { bytes: file } = await writeWorkbook([sheet], { state: await packFile(content, key) })

/** All that is taken from a file: the state, whose it is, and what people see; null when it is refused. */
async function taken(bytes: Uint8Array): Promise<string | null> {
  const opened = await openPackage(bytes, 'a.xlsx')
  if (!opened.ok) return null
  const { file, key: by, sheets } = opened.value
  return JSON.stringify([
    [...file],
    [...(by ?? [])],
    sheets.map(({ name, rows, rowIds }) => [name, rows, rowIds]),
  ])
}

test('a whole file with a bit flipped in any byte is refused, or is what it was', async () => {
  const whole = await taken(file)
  expect(whole).toContain('操场')
  const random = randomFrom(11)
  let refused = 0
  for (let at = 0; at < file.length; at++) {
    const damaged = file.slice()
    damaged[at]! ^= 1 << Math.floor(random() * 8)
    const read = await taken(damaged)
    if (read === null) refused++
    else expect(read, `byte ${at}`).toBe(whole)
  }
  expect(refused).toBeGreaterThan(file.length / 2)
}, 180_000)

test('cut at any of 200 places it is refused', async () => {
  for (let i = 0; i < 200; i++)
    expect(await taken(file.slice(0, Math.floor((file.length * i) / 200)))).toBeNull()
})

test('only what differs from what was written comes back', async () => {
  const opened = await openPackage(file, 'a.xlsx')
  if (!opened.ok) throw new Error(opened.problem.code)
  const none = { edits: [], added: [], deleted: [], notes: [] }
  expect(returnedBy(opened.value, () => '')).toEqual(none)
  const [only] = opened.value.sheets
  const edited = only!.rows.map((row) => row.map((cell) => (cell === '食堂' ? '二食堂' : cell)))
  expect(returnedBy({ ...opened.value, sheets: [{ ...only!, rows: edited }] }, () => '')).toEqual({
    ...none,
    edits: [{ table: 'areas', row: '#2', column: 'area', found: '二食堂', exported: '食堂' }],
  })
  // Renamed by hand, it is still known by its headings.
  expect(
    returnedBy({ ...opened.value, sheets: [{ ...only!, name: '区域', rows: edited }] }, () => '').edits,
  ).toHaveLength(1)
})
