import { allDifferences, standingInPieces, type Differences, type Standing } from '../engine/standing.ts'
import type { Workbook } from '../engine/workbook.ts'
import { copyBook, stopIfAsked, turn, type Work } from './book-copy.ts'

/**
 * 核对: works every class and score out again from the stored rows alone and compares them with what is shown. The
 * numbers on the screen were kept right edit by edit; this shows that they are what the rows say.
 */
export async function verifyScores(book: Workbook, work: Work = {}): Promise<Differences> {
  const fresh = await copyBook(book, work)
  try {
    const shown = await standingUnhurried(book, work)
    return allDifferences(shown, await fresh.standing())
  } finally {
    fresh.close()
  }
}

async function standingUnhurried(book: Workbook, work: Work): Promise<Standing> {
  const pieces = standingInPieces(book)
  for (;;) {
    const piece = pieces.next()
    if (piece.done) return piece.value
    stopIfAsked(work)
    await turn()
  }
}
