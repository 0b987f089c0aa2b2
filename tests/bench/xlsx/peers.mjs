// The same ledger by the peers: their own headings and cells, with a bold heading row where they can; no state.

const grid = ({ columns }) => {
  const keys = Object.keys(columns)
  return [keys, ...columns[keys[0]].map((_, i) => keys.map((key) => columns[key][i]))]
}

export async function exceljs() {
  const { default: Excel } = await import('exceljs')
  return class {
    constructor(rows) {
      this.rows = grid(rows)
    }
    async write() {
      const book = new Excel.Workbook()
      const sheet = book.addWorksheet('事故台账', { views: [{ state: 'frozen', ySplit: 1 }] })
      sheet.addRows(this.rows)
      sheet.getRow(1).font = { bold: true }
      return new Uint8Array(await book.xlsx.writeBuffer())
    }
    async read(file) {
      const book = new Excel.Workbook()
      await book.xlsx.load(file)
      let cells = 0
      book.worksheets[0].eachRow((row) => (cells += row.actualCellCount))
      return cells
    }
  }
}

export async function sheetjs() {
  const { default: XLSX } = await import('@e965/xlsx')
  return class {
    constructor(rows) {
      this.rows = grid(rows)
    }
    write() {
      const book = XLSX.utils.book_new()
      XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(this.rows), '事故台账')
      return new Uint8Array(XLSX.write(book, { type: 'array', bookSST: true, compression: true }))
    }
    read(file) {
      const book = XLSX.read(file, { dense: true })
      const rows = XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames[0]], { header: 1 })
      return rows.reduce((sum, row) => sum + row.filter((cell) => cell !== undefined).length, 0)
    }
  }
}
