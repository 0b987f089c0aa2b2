// Runs in every page of the bench of the hand: what a person does, as the events a browser would send, timed until the
// frame after the cells read what they should.
globalThis.hand = {
  /** The page's own way to its cells; the app's when it has none. */
  cells() {
    const columns = ['cause', 'lessons', 'stats', 'stats_grade']
    const cellAt = (row, column) =>
      document.querySelector(`.ag-row[row-index="${row}"] .ag-cell[col-id="${columns[column]}"]`)
    return (
      globalThis.handPage ?? {
        text: (row, column) => cellAt(row, column)?.textContent ?? null,
        place: (row, column) => cellAt(row, column)?.getBoundingClientRect(),
        settled: () => globalThis.dutybook.settled(),
      }
    )
  },

  /** Milliseconds from the event `what` asks for to the frame after the cell reads `text`. */
  untilReads(row, column, text) {
    const started = performance.now()
    return new Promise((resolve, reject) => {
      const look = () => {
        if (globalThis.hand.cells().text(row, column) === text)
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - started)))
        else if (performance.now() - started > 120_000) reject(new Error(`${text} never showed`))
        else setTimeout(look, 1)
      }
      setTimeout(look)
    })
  },

  /** What Ctrl+V brings; times until painted, and until stored where the page stores. */
  async paste(text, row, column, expected) {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    const at = document.activeElement ?? document.body
    const started = performance.now()
    const event = { clipboardData, bubbles: true, cancelable: true, composed: true }
    if (globalThis.handPage?.paste) globalThis.handPage.paste(text)
    else at.dispatchEvent(new ClipboardEvent('paste', event))
    await globalThis.hand.untilReads(row, column, expected)
    const painted = performance.now() - started
    await globalThis.hand.cells().settled?.()
    return { painted, stored: performance.now() - started }
  },

  block: (rows, columns, word) =>
    Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => `${word}${row}-${column}`).join('\t'),
    ).join('\r\n'),
}
