import { examineTexts } from '../../src/exchange/masking/text-examiner.ts'
import { scoreSheets } from '../../src/exchange/score-sheets.ts'
import { writeParquetFile } from '../../src/exchange/parquet.ts'
import { writeCsv } from '../../src/exchange/csv.ts'
import { writeWorkbook } from '../../src/exchange/xlsx-write.ts'
import type { FileWriters } from '../../src/app/export-workbook.ts'
import type { Session } from '../../src/app/session.ts'
import type { mergeStored, receiveFile } from '../../src/workers/bridge.ts'
import { mergeFile, pack, receive } from '../../src/workers/package-work.ts'
import { value } from './value.ts'

export interface WorkerBeside extends FileWriters {
  readonly receiveFile: typeof receiveFile
  readonly mergeStored: typeof mergeStored
}

/** What the worker does, without one: Node has no database that two could open by its name. */
export function workerBeside(session: () => Session): WorkerBeside {
  const stored = async () => value(await session().state())
  return {
    examineTexts: ({ texts, names, audience }, { onProgress } = {}) =>
      Promise.resolve({ ok: true, value: examineTexts(texts, names, audience, onProgress) }),
    writeXlsxFile: async ({ first, scores = [], sheets = [] }, options) => ({
      ok: true,
      value: await writeWorkbook(
        [...(first ? [first] : []), ...scores.flatMap(scoreSheets), ...sheets],
        options,
      ),
    }),
    writeCsvFile: (rows) => Promise.resolve({ ok: true, value: { bytes: writeCsv(rows), warnings: [] } }),
    writeParquetFile: async (file) => ({
      ok: true,
      value: { bytes: await writeParquetFile(file), warnings: [] },
    }),
    packStored: (request) => pack(request, stored),
    receiveFile: (request) => receive(request, stored, () => Promise.resolve(() => '')),
    mergeStored: (request) => mergeFile(request, stored),
  }
}
