import { writeCsv } from '../exchange/csv.ts'
import { examineTexts } from '../exchange/masking/text-examiner.ts'
import { readSpreadsheet } from '../exchange/read-file.ts'
import { scoreSheets } from '../exchange/score-sheets.ts'
import { carriesState } from '../exchange/state-sheet.ts'
import { carriesTasks } from '../exchange/task-sheet.ts'
import { writeWorkbook } from '../exchange/xlsx-write.ts'
import type { Job, Reply } from './worker-queue.ts'
import type { Say } from './package-work.ts'
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
    case 'examine': {
      const { texts, names, audience } = request
      return { is: 'examined', examined: examineTexts(texts, names, audience, onProgress) }
    }
    case 'carries-state':
      return { is: 'carries-state', carries: carriesState(request.bytes) }
    case 'school-file': {
      // Loaded by bureaus alone.
      const { readSchoolFile } = await import('./report-work.ts')
      const { bytes, name, now, known, password } = request
      return {
        is: 'school-file',
        file: await readSchoolFile(bytes, name, now, known, onProgress, password),
      }
    }
    case 'plain-file': {
      const { planPlain } = await import('./plain-work.ts')
      return { is: 'plain-file', planned: planPlain(request.request) }
    }
    case 'carries-tasks':
      return { is: 'carries-tasks', carries: carriesTasks(request.bytes) }
    case 'task-file': {
      const { readTaskFile } = await import('./task-work.ts')
      return { is: 'task-file', result: await readTaskFile(request.bytes, request.name, onProgress) }
    }
    case 'pack':
    case 'receive':
    case 'merge':
      return answerWithPackage(request, onProgress)
    case 'write-csv':
      return { is: 'written', written: { bytes: writeCsv(request.rows), warnings: [] } }
    case 'write-parquet': {
      // For data platforms: whoever exchanges spreadsheets never loads its writer.
      const { writeParquetFile } = await import('../exchange/parquet.ts')
      return { is: 'written', written: { bytes: await writeParquetFile(request.file), warnings: [] } }
    }
  }
}

/** Loaded by those who exchange copies: reading a list of staff needs neither the store nor the words. */
async function answerWithPackage(
  request: Extract<ExchangeRequest, { is: 'pack' | 'receive' | 'merge' }>,
  onProgress: (share: number) => void,
): Promise<ExchangeAnswer> {
  const { mergeFile, pack, receive } = await import('./package-work.ts')
  const { readStateBeside } = await import('../store/read-state.ts')
  switch (request.is) {
    case 'pack':
      return { is: 'packed', result: await pack(request.request, readStateBeside, onProgress) }
    case 'receive':
      return { is: 'received', result: await receive(request.request, readStateBeside, speak, onProgress) }
    case 'merge':
      return { is: 'merged', result: await mergeFile(request.request, readStateBeside, onProgress) }
  }
}

async function speak(wanted: string): Promise<Say> {
  const { isLocale, knowLabels, loadWords, say, setLocale } = await import('../i18n/translate.ts')
  const { allLabels, labelsOf } = await import('../tables/all-labels.ts')
  const { bureauTables } = await import('../tables/bureau/all-tables.ts')
  // A file may be of either kind; of two labels alike in Chinese the school's counts.
  for (const labels of [labelsOf(bureauTables), allLabels()]) knowLabels(labels)
  await loadWords()
  await setLocale(isLocale(wanted) ? wanted : 'zh-Hans')
  return say
}
