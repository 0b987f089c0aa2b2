import { tableSheet } from '../../../src/exchange/table-sheet.ts'
import { readSpreadsheet } from '../../../src/exchange/read-file.ts'
import { writeWorkbook } from '../../../src/exchange/xlsx-write.ts'
import { Workbook } from '../../../src/engine/workbook.ts'
import { tables } from '../../../src/tables/index.ts'
import { Ours as Copy, ledger } from '../merge/ours.ts'

export { ledger }

/** The ledger as people get it: styled, with lists and print setup, and with the state that merges. */
export class Ours {
  private readonly book = new Workbook({ tables, now: () => '2024-12-01 08:00' })
  private readonly copy = new Copy('a')
  private readonly columns: readonly string[]

  constructor(rows: ReturnType<typeof ledger>) {
    this.book.load('incidents', rows)
    this.book.start()
    this.copy.make(rows)
    this.columns = Object.keys(rows.columns)
  }

  async write(): Promise<Uint8Array> {
    const state = await this.copy.save()
    const view = this.book.view('incidents')
    const rows = {
      ids: view.ids(),
      value: (row: string, column: string) => this.book.value('incidents', row, column),
    }
    const sheet = tableSheet(tables.incidents, rows, this.book.context(), { columns: this.columns })
    return (await writeWorkbook([sheet], { state })).bytes
  }

  /** The number of cells that hold something. */
  async read(file: Uint8Array): Promise<number> {
    const read = await readSpreadsheet(file, 'a.xlsx')
    if (!read.ok) throw new Error(read.problem.code)
    return read.sheets[0]!.rows.reduce((sum, row) => sum + row.filter((cell) => cell !== null).length, 0)
  }
}
