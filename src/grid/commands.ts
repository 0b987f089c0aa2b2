import { t } from '../i18n/translate.ts'
import type { Block } from './block.ts'
import type { GroupActions } from './group-actions.ts'
import { commandFor, type Command } from './keyboard.ts'
import type { Menus } from './menus.svelte.ts'
import type { EditRequest, RowSource } from './row-source.ts'
import type { RowActions } from './row-actions.ts'
import type { Selecting } from './selecting.ts'
import { activeOf } from './selection.ts'
import type { Telling } from './telling.svelte.ts'

export interface CommandActions {
  readonly edit: () => void
  /** Opens the active cell empty. */
  readonly overwrite: () => void
  readonly clear: () => void
  readonly pasteSpecial: () => void
  readonly fill: (toward: 'down' | 'right') => void
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
    private readonly rows: RowActions,
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
      case 'edit':
        this.actions.edit()
        return true
      case 'overwrite':
        if (this.source.editable(column)) this.actions.overwrite()
        else this.telling.refuse()
        return true
      case 'clear':
        this.actions.clear()
        return true
      case 'paste-special':
        this.actions.pasteSpecial()
        return true
      case 'toggle':
        return this.#toggle()
      case 'now':
        return this.#enterNow(event?.shiftKey === true)
      case 'fill-down':
        this.actions.fill('down')
        return true
      case 'fill-right':
        this.actions.fill('right')
        return true
      case 'column-menu':
      case 'filter':
        this.menus.openColumn(command.do === 'filter' ? 'filter' : 'column', column)
        return true
      case 'context-menu':
        this.menus.openContext(activeOf(this.selecting.selection))
        return true
      case 'move-rows':
        this.rows.move(command.direction)
        return true
      case 'fold':
        this.groups.fold()
        return true
      case 'unfold':
        this.groups.unfold()
        return true
      case 'insert-rows':
      case 'delete-rows':
        // Over cells these keys are the browser's, which zooms with them.
        if (!this.selecting.wholeRows) return false
        if (command.do === 'insert-rows') this.rows.insert('before')
        else this.rows.delete()
        return true
      case 'add-range':
        this.telling.announcement = t(this.selecting.toggleAdding() ? 'grid.adding' : 'grid.adding-over')
        return true
      case 'leave':
        this.#leaving = true
        this.telling.announcement = t('grid.leave')
        return true
      default:
        this.selecting.move(command)
        return true
    }
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
