import type { GridAdapter } from './adapter.ts'
import type { Anchor, GridMenu } from './grid-callbacks.ts'
import type { CellEditor } from './editor.ts'
import type { Selecting } from './selecting.ts'
import { isSelected, selectCell, type Position } from './selection.ts'

type ColumnMenu = Extract<GridMenu, { column: string }>['kind']

/** Which menu or dialog of the grid is open, and over what. */
export class Menus {
  menu = $state.raw<GridMenu | null>(null)

  constructor(
    private readonly adapter: GridAdapter,
    private readonly selecting: Selecting,
    private readonly editor: CellEditor,
    /** Ends an edit that is under way. */
    private readonly commit: () => void,
  ) {}

  openColumn(kind: ColumnMenu, column: string): void {
    this.commit()
    this.menu = {
      kind,
      column,
      anchor: () => (this.adapter.headingOf(column) ?? this.adapter.viewport).getBoundingClientRect(),
    }
  }

  openColumns(): void {
    this.menu = { kind: 'columns', anchor: this.menu?.anchor ?? (() => this.editor.rect) }
  }

  openContext(at: Position, anchor: Anchor = () => this.editor.rect): void {
    this.commit()
    if (!isSelected(this.selecting.selection, at)) this.selecting.select(selectCell(at))
    this.menu = { kind: 'context', anchor }
  }

  close(): void {
    this.menu = null
    this.editor.focus()
  }

  /** Runs what was chosen in a menu; the action may open the next one. */
  choose(run: () => void): void {
    const { menu } = this
    run()
    if (this.menu === menu) this.close()
  }
}
