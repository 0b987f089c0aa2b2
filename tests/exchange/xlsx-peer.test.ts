import fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { readSpreadsheet } from '../../src/exchange/read-file.ts'
import {
  writeWorkbook,
  type ExportCell,
  type ExportColumn,
  type ExportSheet,
} from '../../src/exchange/xlsx-write.ts'
import { libraryWorkbook } from './library-workbook.ts'

/** Any sheets, written by us and by another program: whoever reads them must find the same in both. */

/** What XML holds as it is: of the rest the other program has its own opinion. */
const plain = /^(?:[\t\n\x20-\ud7ff\ue000-\ufffd]|[\ud800-\udbff][\udc00-\udfff])*$/
const isPlain = (text: string) => plain.test(text) && !/_x[0-9a-fA-F]{4}_/.test(text)
/** Texts that the other program makes an error of. */
const isError = (text: string) => text.startsWith('#')
const text = fc
  .oneof(
    fc.string({ unit: 'binary', size: 'max', maxLength: 60 }).filter(isPlain),
    fc.constantFrom(
      '',
      ' ',
      ' 甲 ',
      '甲\n乙',
      '\t',
      '<a b="c">&amp;\'',
      '=1+1',
      '_x',
      '𠮷',
      'A'.repeat(32_767),
    ),
  )
  .filter((any) => !isError(any))
const word = fc.string({ unit: fc.constantFrom(...'甲乙丙a&<>"\' é'), minLength: 1, maxLength: 12 })
const choice = word.filter((any) => !any.includes('"'))
const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
)
const formula = fc.record({
  formula: fc.constantFrom('A3+1', 'IF(A3<>"",A3&"<&>",\'甲 乙\'!B2)', 'SUM(A3:A9)'),
  value: fc.oneof(number, word, fc.boolean()),
})
const cell = fc.oneof<fc.Arbitrary<ExportCell>[]>(text, number, fc.boolean(), fc.constant(null), formula)
const column = fc.record(
  {
    heading: text.map((any) => any.slice(0, 40)).filter(isPlain),
    width: fc.integer({ min: 1, max: 60 }),
    align: fc.constantFrom('start', 'end', 'center'),
    format: fc.constantFrom('@', 'yyyy-mm-dd', '0', '#,##0.00', '0"<&>"'),
    choices: fc.array(choice, { minLength: 1, maxLength: 8 }),
    alarms: fc.array(word, { minLength: 1, maxLength: 3 }),
    wrap: fc.boolean(),
    helper: fc.boolean(),
    hidden: fc.boolean(),
  },
  { requiredKeys: ['heading', 'width', 'align'] },
) satisfies fc.Arbitrary<ExportColumn>

const sheet = fc.array(column, { size: 'max', minLength: 1, maxLength: 6 }).chain((columns) => {
  const rows = fc.array(
    fc.tuple(...columns.map(() => cell)).map((row): readonly ExportCell[] => row),
    { size: 'max', maxLength: 12 },
  )
  return fc.record({
    name: fc.constant(''),
    title: text,
    columns: fc.constant(columns),
    rows,
    footer: rows,
    hidden: fc.boolean(),
  })
})
const sheets = fc
  .array(sheet, { minLength: 1, maxLength: 3 })
  .map((list): ExportSheet[] =>
    list.map((any, at) => ({ ...any, name: ['甲 & <乙>', "丙'丁", 'x'][at]!, hidden: at > 0 && any.hidden })),
  )

test('the same as another program writes them, by its reader: looks, lists, alarms, widths, printing', async () => {
  await fc.assert(
    fc.asyncProperty(sheets, async (any) => {
      const options = { readStyles: true }
      const ours = await readXlsx((await writeWorkbook(any)).bytes, options)
      const theirs = await readXlsx(await libraryWorkbook(any), options)
      expect(meaning(ours)).toEqual(meaning(theirs))
    }),
    { numRuns: 60 },
  )
}, 120_000)

test('the same by our own reader: values, merged cells, what is hidden', async () => {
  await fc.assert(
    fc.asyncProperty(sheets, async (any) => {
      const ours = await readSpreadsheet((await writeWorkbook(any)).bytes, 'a.xlsx')
      expect(ours).toEqual(await readSpreadsheet(await libraryWorkbook(any), 'a.xlsx'))
    }),
    { numRuns: 60 },
  )
}, 120_000)

/** Without the moment, and the palette that its writer offers for colours by number: we name every colour. */
function meaning(book: Awaited<ReturnType<typeof readXlsx>>) {
  const sheets = book.sheets.map((any) => ({ ...any, cells: Object.fromEntries(any.cells ?? []) }))
  return { ...book, sheets, properties: { ...book.properties, modified: null }, themeColors: null }
}
