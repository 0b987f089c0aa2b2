import type { ColumnHits, ColumnTexts, MovedText } from '../engine/find-index.ts'
import type { TextQuery } from '../shared/text-search.ts'
import { trustedUrl } from '../shared/trusted-url.ts'
import type { FindAnswer, FindRequest } from './find-messages.ts'
import workerUrl from './find-worker.ts?worker&url'

export interface Search {
  readonly tables: readonly string[]
  readonly query: TextQuery
  readonly pinyin: boolean
  readonly onfound: (table: string, hits: ColumnHits) => void
  readonly ondone: () => void
}

/** The worker that searches, for as long as somebody does. */
export class FindBridge {
  readonly #worker: Worker
  #searches = 0
  #running: Search | null = null

  constructor(onbroken: () => void) {
    this.#worker = new Worker(trustedUrl(workerUrl), { type: 'module', name: 'find' })
    this.#worker.onmessage = ({ data }: MessageEvent<FindAnswer>) => this.#hear(data)
    this.#worker.onerror = onbroken
  }

  /** The codes go over and are the caller's no longer. */
  set(table: string, column: string, content: ColumnTexts): void {
    this.#post({ is: 'column', table, column, content }, [content.codes.buffer])
  }

  move(table: string, moved: readonly MovedText[]): void {
    this.#post({ is: 'moved', table, moved })
  }

  forget(table: string): void {
    this.#post({ is: 'forget', table })
  }

  search(search: Search): void {
    this.#running = search
    const { tables, query, pinyin } = search
    this.#post({ is: 'search', search: ++this.#searches, tables, query, pinyin })
  }

  stop(): void {
    this.#running = null
    this.#post({ is: 'stop' })
  }

  close(): void {
    this.#running = null
    this.#worker.terminate()
  }

  #post(request: FindRequest, transfer: Transferable[] = []): void {
    this.#worker.postMessage(request, transfer)
  }

  #hear(answer: FindAnswer): void {
    // Of a search that has been overtaken.
    if (answer.search !== this.#searches || !this.#running) return
    if (answer.is === 'found') return this.#running.onfound(answer.table, answer.hits)
    this.#running.ondone()
  }
}
