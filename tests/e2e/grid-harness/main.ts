import { mount } from 'svelte'
import type { Beside } from '../../../src/engine/row-place.ts'
import Grid from '../../../src/grid/Grid.svelte'
import type { EditRequest, MovedRows, Write } from '../../../src/grid/row-source.ts'
import type { ViewState } from '../../../src/grid/view-state.ts'
import { MemorySource } from './memory-source.ts'
import './harness.css'

/** What the specs look at: the rows, and every call the grid made. */
export interface Harness {
  readonly source: MemorySource
  readonly writes: { requests: readonly EditRequest[]; how: Write }[]
  readonly selected: { row: string | null; column: string }[]
  readonly histories: { row: string; column: string }[]
  views: ViewState[]
  refresh(moved?: MovedRows): void
  select(row: string, column: string): boolean
  focus(): void
}

declare global {
  interface Window {
    harness: Harness
  }
}

const query = new URLSearchParams(location.search)
if (query.get('theme')) document.documentElement.dataset['theme'] = query.get('theme')!
const source = new MemorySource(Number(query.get('rows') ?? 2000))
const view: ViewState | null = JSON.parse(query.get('view') ?? 'null')
const harness: Harness = {
  source,
  writes: [],
  selected: [],
  histories: [],
  views: [],
  refresh: (moved) => grid.refresh(moved),
  select: (row, column) => grid.select(row, column),
  focus: () => grid.focus(),
}
window.harness = harness

const grid = mount(Grid, {
  target: document.querySelector('#grid')!,
  props: {
    source,
    view,
    onedit: (requests: readonly EditRequest[], how: Write) => {
      harness.writes.push({ requests, how })
      const edited = source.write(requests)
      const added = source.add(how.rows)
      grid.refresh(added.ids.length > 0 ? added.moved : edited)
    },
    onadd: (count: number, beside?: Beside) => {
      const rows = Array.from({ length: count }, () => ({}))
      const { ids, moved } = source.add(rows, beside)
      grid.refresh(moved)
      return ids
    },
    onduplicate: (rows: readonly string[]) => {
      const { ids, moved } = source.duplicate(rows)
      grid.refresh(moved)
      return ids
    },
    onmove: (rows: readonly string[], beside: Beside) => grid.refresh(source.move(rows, beside)),
    ondelete: (rows: readonly string[]) => grid.refresh(source.remove(rows)),
    onselect: (row: string | null, column: string) => harness.selected.push({ row, column }),
    onview: (changed: ViewState) => harness.views.push(changed),
    oncontext: (row: string, column: string) => harness.histories.push({ row, column }),
  },
})
