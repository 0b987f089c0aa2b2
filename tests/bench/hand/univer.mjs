import { createUniver, LocaleType, mergeLocales } from '@univerjs/presets'
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core'
import words from '@univerjs/preset-sheets-core/locales/en-US'
import '@univerjs/preset-sheets-core/lib/index.css'
import { benchRows, inked, offer, wholePage } from '../page/rows.ts'

const { rows, columns } = benchRows()
const { univerAPI } = createUniver({
  locale: LocaleType.EN_US,
  locales: { [LocaleType.EN_US]: mergeLocales(words) },
  presets: [UniverSheetsCorePreset({ container: wholePage() })],
})
const cellData = Object.fromEntries(
  rows.map((row, r) => [r, Object.fromEntries(columns.map((key, c) => [c, { v: row[key] }]))]),
)
const book = univerAPI.createWorkbook({
  id: 'bench',
  sheetOrder: ['incidents'],
  sheets: {
    incidents: { id: 'incidents', name: 'Incidents', cellData, rowCount: rows.length + 20, columnCount: 20 },
  },
})
offer({ shown: () => inked('canvas'), holds: () => false, cell: { x: 200, y: 300 } })

const sheet = () => book.getActiveSheet()
// A canvas has no cells to read or to press: its calls stand for the hand, and what it holds for what it shows.
Object.assign(globalThis, {
  handPage: {
    text: (row, column) => String(sheet().getRange(row, column).getValue() ?? ''),
    place: () => new DOMRect(190, 290, 20, 20),
    paste(text) {
      const values = text.split('\r\n').map((line) => line.split('\t'))
      sheet().getRange(0, 0, values.length, values[0].length).setValues(values)
    },
    undo: () => univerAPI.undo(),
    fill() {
      const wanted = this.text(0, 0)
      const painted = globalThis.hand.untilReads(2, 0, wanted)
      sheet()
        .getRange(1, 0, rows.length - 1, 1)
        .setValue(wanted)
      return painted
    },
  },
})
