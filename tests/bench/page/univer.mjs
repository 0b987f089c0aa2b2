import { createUniver, LocaleType, mergeLocales } from '@univerjs/presets'
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core'
import words from '@univerjs/preset-sheets-core/locales/en-US'
import '@univerjs/preset-sheets-core/lib/index.css'
import { benchRows, inked, offer, wholePage } from './rows.ts'

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
offer({
  shown: () => inked('canvas'),
  holds: (value) =>
    book
      .getActiveSheet()
      .getRange(0, 0, 20, 10)
      .getValues()
      .some((cells) => cells.some((cell) => String(cell) === value)),
  cell: { x: 200, y: 300 },
})
