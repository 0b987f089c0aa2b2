import { FindIndex } from '../engine/find-index.ts'
import { finder, mayBeSound, type PinyinMatch } from '../shared/text-search.ts'
import type { FindAnswer, FindRequest } from './find-messages.ts'

/** Searches beside the page: two million cells are looked through while somebody goes on typing. */
const scope = self as unknown as {
  onmessage: ((event: MessageEvent<FindRequest>) => void) | null
  postMessage(answer: FindAnswer, transfer?: Transferable[]): void
}

const index = new FindIndex()
/** The search that is wanted; a smaller one has been overtaken. */
let wanted = 0

scope.onmessage = ({ data }) => {
  switch (data.is) {
    case 'column':
      return index.set(data.table, data.column, data.content)
    case 'moved':
      return index.move(data.table, data.moved)
    case 'forget':
      return index.forget(data.table)
    case 'stop':
      wanted = 0
      return
    case 'search':
      wanted = data.search
      return void search(data)
  }
}

async function search({ search, tables, query, pinyin }: FindRequest & { is: 'search' }): Promise<void> {
  // The readings of all characters are a table that takes a moment to load: not for a number.
  const find = finder(query, pinyin && mayBeSound(query.text) ? await readings() : null)
  for (const table of tables)
    for (const hits of index.search(table, find)) {
      if (hits) scope.postMessage({ is: 'found', search, table, hits }, [hits.rows.buffer])
      await turn()
      if (wanted !== search) return
    }
  scope.postMessage({ is: 'searched', search })
}

const readings = async (): Promise<PinyinMatch> => {
  const { default: pinyin } = await import('pinyin-match')
  return (text, query) => pinyin.match(text, query)
}

/** Lets what the page has sent meanwhile come in. A timer would wait four milliseconds each time. */
const channel = new MessageChannel()
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    channel.port1.onmessage = () => resolve()
    channel.port2.postMessage(null)
  })
