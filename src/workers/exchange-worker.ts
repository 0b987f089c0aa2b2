import { writeCsv } from '../exchange/csv.ts'
import { readSpreadsheet } from '../exchange/read-file.ts'
import { scoreSheets } from '../exchange/score-sheets.ts'
import { writeWorkbook } from '../exchange/xlsx-write.ts'
import type { Job, Reply } from './worker-queue.ts'
import type { ExchangeAnswer, ExchangeRequest } from './exchange-messages.ts'

/** Reads and writes files beside the page: the only place that loads the spreadsheet libraries. */
const scope = self as unknown as {
  onmessage: ((event: MessageEvent<Job<ExchangeRequest>>) => void) | null
  postMessage(reply: Reply<ExchangeAnswer>, transfer?: Transferable[]): void
}

scope.onmessage = ({ data }) => void work(data)

async function work({ job, request }: Job<ExchangeRequest>): Promise<void> {
  try {
    const answer = await answerTo(request, (share) => scope.postMessage({ job, share }))
    scope.postMessage({ job, answer }, answer.is === 'written' ? [answer.written.bytes.buffer] : [])
  } catch (error) {
    // The name of the error only: its message could quote what is in the file.
    scope.postMessage({ job, failed: error instanceof Error ? error.name : 'Error' })
  }
}

async function answerTo(
  request: ExchangeRequest,
  onProgress: (share: number) => void,
): Promise<ExchangeAnswer> {
  switch (request.is) {
    case 'read': {
      const options = { ...request.options, onProgress }
      return { is: 'read', result: await readSpreadsheet(request.bytes, request.name, options) }
    }
    case 'write-workbook': {
      const scores = (request.scores ?? []).flatMap(scoreSheets)
      const sheets = [...(request.first ? [request.first] : []), ...scores, ...request.sheets]
      return { is: 'written', written: await writeWorkbook(sheets, request.options, onProgress) }
    }
    case 'write-csv':
      return { is: 'written', written: { bytes: writeCsv(request.rows), warnings: [] } }
  }
}
