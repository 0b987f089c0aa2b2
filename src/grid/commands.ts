import { t } from '../i18n/translate.ts'
import type { Block } from './block.ts'
import type { GroupActions } from './group-actions.ts'
import { commandFor, type Command } from './keyboard.ts'
import type { MenuItem } from './menu-item.ts'
import type { Menus } from './menus.svelte.ts'
import type { EditRequest, RowSource } from './row-source.ts'
import type { Selecting } from './selecting.ts'
import { activeOf } from './selection.ts'
import type { ActionName } from './shortcuts.ts'
import type { Telling } from './telling.svelte.ts'

export interface CommandActions {
  /** All that one can do now, which keys run as menus do. */
  readonly list: () => readonly MenuItem[]
  /** Opens the active cell empty. */
  readonly overwrite: () => void
  readonly write: (requests: readonly EditRequest[]) => void
}

/** On the heading of a group, which has no cell to enter or edit, these fold and unfold it. */
const TOGGLES: ReadonlySet<Command['do']> = new Set(['enter', 'toggle', 'edit'])

/** What keys do while no cell is being edited. */
export class Commands {
  #leaving = false

  constructor(
    private readonly source: RowSource,
    private readonly block: Block,
    private readonly selecting: Selecting,
    private readonly groups: GroupActions,
    private readonly menus: Menus,
    private readonly telling: Telling,
    private readonly actions: CommandActions,
  ) {}

  /** A cell is being edited: Tab is its key again. */
  stay(): void {
    this.#leaving = false
  }

  /** False leaves the key to the field and the browser. */
  key(event: KeyboardEvent): boolean {
    const command = commandFor(event)
    if (command?.do === 'tab' && this.#leaving) {
      // Not ours: the browser goes on to what stands after (or before) the grid.
      event.stopPropagation()
      this.#leaving = false
      return false
    }
    if (command && this.groups.heading && TOGGLES.has(command.do)) {
      this.groups.toggle()
      return true
    }
    if (command) return this.run(command, event)
    const types = event.key.length === 1 && !event.ctrlKey && !event.metaKey
    if (types && this.selecting.active.row !== null && !this.source.editable(this.selecting.active.column))
      this.telling.refuse()
    return false
  }

  run(command: Command, event?: KeyboardEvent): boolean {
    if (command.do !== 'leave') this.#leaving = false
    const { column } = this.selecting.active
    switch (command.do) {
      case 'overwrite':
        if (this.source.editable(column)) this.actions.overwrite()
        else this.telling.refuse()
        return true
      case 'toggle':
        return this.#toggle()
      case 'now':
        return this.#enterNow(event?.shiftKey === true)
      case 'column-menu':
        this.menus.openColumn('column', column)
        return true
      case 'context-menu':
        this.menus.openContext(activeOf(this.selecting.selection))
        return true
      case 'add-range':
        this.telling.announcement = t(this.selecting.toggleAdding() ? 'grid.adding' : 'grid.adding-over')
        return true
      case 'leave':
        this.#leaving = true
        this.telling.announcement = t('grid.leave')
        return true
      case 'move':
      case 'page':
      case 'edge':
      case 'enter':
      case 'tab':
      case 'select-all':
      case 'select-rows':
      case 'select-columns':
        this.selecting.move(command)
        return true
      default:
        return this.#act(command.do)
    }
  }

  /** Something of the list. What cannot be done now is heard and not done, and the browser does nothing else for it. */
  #act(name: ActionName): boolean {
    // Over cells these keys are the browser's, which zooms with them.
    if ((name === 'insert-rows' || name === 'delete-rows') && !this.selecting.wholeRows) return false
    const item = this.actions.list().find((each) => each.name === name)
    if (item && !item.disabled) item.run()
    return true
  }

  /** Space on a yes/no cell turns it; elsewhere it is a character. */
  #toggle(): boolean {
    const { row, column } = this.selecting.active
    if (row === null || this.source.table.columns[column]?.type !== 'yesno') return false
    if (!this.source.editable(column)) {
      this.telling.refuse()
      return true
    }
    const next = this.source.value(row, column) !== true
    this.actions.write([this.block.request(row, column, next)])
    this.telling.announce()
    return true
  }

  #enterNow(withTime: boolean): boolean {
    const { row, column } = this.selecting.active
    if (row === null || !this.source.editable(column)) return false
    const { now } = this.source.context
    const time = withTime || this.source.table.columns[column]!.type === 'time'
    this.actions.write([this.block.request(row, column, time ? now : now.slice(0, 10))])
    return true
  }
}
