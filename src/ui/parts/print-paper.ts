import './paper.css'
import { draw, type Paper } from '../../reports/paper.ts'

/**
 * Prints a document: it takes the program's place on the page for as long as the print dialog is open, because the
 * page's security policy leaves no way to write a page of its own.
 */
export function printPaper(paper: Paper, title: string, { wide = false, page = document } = {}): void {
  const sheet = draw(paper, page, { wide })
  const before = page.title
  const root = page.documentElement
  const end = () => {
    sheet.remove()
    page.title = before
    root.classList.remove('printing')
  }
  page.body.append(sheet)
  // The proposed name when somebody prints into a file.
  page.title = title
  root.classList.add('printing')
  addEventListener('afterprint', end, { once: true })
  print()
}
