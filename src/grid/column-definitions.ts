import type { CellClassRules, ColDef } from 'ag-grid-community'
import { cellTypeOf } from '../tables/cell-types/of.ts'
import { LOOKS } from '../tables/own/formats.ts'
import { ROW_NUMBERS } from './ag-grid-dom.ts'
import { Heading, type HeadingActions } from './heading.ts'
import type { RowSource } from './row-source.ts'
import { hasLook, isDisputed, isInvalid, isUnsigned, lookOf, shownCell, shownText } from './shown-cell.ts'
import { sortsOf, type ColumnView, type ViewState } from './view-state.ts'

/** All that the grid keeps of a row, or of the heading of a group. */
export interface Handle {
  readonly id: string
  readonly isGroup?: true
}

/** The columns as AG Grid wants them, in the order of the view; a new one stands after the one it follows in the table. */
export function columnDefinitions(
  source: RowSource,
  view: ViewState | null,
  actions: HeadingActions,
  numberAt: (index: number) => number,
): ColDef<Handle>[] {
  const known = new Map(view?.columns.map((column) => [column.key, column]))
  const keys = [...known.keys()].filter((key) => key in source.table.columns)
  Object.keys(source.table.columns).forEach((key, at, all) => {
    if (!known.has(key)) keys.splice(keys.indexOf(all[at - 1] ?? '') + 1, 0, key)
  })
  return [
    rowNumbers(source, numberAt),
    ...keys.map((key) => definition(source, key, known.get(key), view, actions)),
  ]
}

function definition(
  source: RowSource,
  key: string,
  shown: ColumnView | undefined,
  view: ViewState | null,
  actions: HeadingActions,
): ColDef<Handle> {
  const column = source.table.columns[key]!
  const type = cellTypeOf(column)
  const sorts = sortsOf(view)
  const sortIndex = sorts.findIndex(({ column }) => column === key)
  const classes = [`cell-${type.align}`]
  if (column.computed) classes.push('cell-computed')
  return {
    colId: key,
    width: shown?.width ?? Math.max(column.width ?? type.width, headingWidth(actions.title(key))),
    hide: shown?.hidden ?? false,
    pinned: shown?.frozen ? 'left' : null,
    sort: sorts[sortIndex]?.direction ?? null,
    ...(sortIndex < 0 ? {} : { sortIndex }),
    valueGetter: ({ data }) =>
      data
        ? shownCell(source.text(data.id, key), {
            invalid: source.problem(data.id, key) !== null,
            disputed: source.disputed(data.id, key),
            look: source.look?.(data.id, key) ?? null,
          })
        : '',
    valueFormatter: ({ value }) => shownText(value as string),
    cellClass: classes,
    cellClassRules: {
      'cell-invalid': ({ value }) => isInvalid(value as string),
      'cell-disputed': ({ value }) => isDisputed(value as string),
      ...LOOK_CLASSES,
    },
    headerClass: classes,
    headerComponent: Heading,
    headerComponentParams: { actions },
  }
}

/** One class for each look, as the style sheets name them. */
const LOOK_CLASSES: CellClassRules<Handle> = {
  ...Object.fromEntries(
    LOOKS.map((look): [string, (cell: { readonly value: unknown }) => boolean] => [
      `look-${look.name}`,
      ({ value }) => hasLook(value as string, look),
    ]),
  ),
  'look-unsigned': ({ value }) => isUnsigned(value as string),
}

/** What a heading needs to be read whole: a Chinese character is as wide as the type is high, others half of it. */
const headingWidth = ({ label, required }: { label: string; required: boolean }): number =>
  Math.ceil([...label].reduce((width, character) => width + (character > '\u02ff' ? 13 : 8), 0)) +
  (required ? 8 : 0) +
  52

const rowNumbers = (source: RowSource, numberAt: (index: number) => number): ColDef<Handle> => ({
  colId: ROW_NUMBERS,
  headerName: '',
  width: 48,
  pinned: 'left',
  lockPosition: 'left',
  lockPinned: true,
  suppressMovable: true,
  resizable: false,
  sortable: false,
  // With a minus where the row has files: whatever is shown of a cell must be in its value to be drawn anew.
  valueGetter: ({ node, data }) => {
    const number = String(numberAt(node?.rowIndex ?? 0))
    const look = (data && source.rowLook?.(data.id)) ?? null
    return shownCell(data && source.hasFiles?.(data.id) ? `-${number}` : number, {
      invalid: false,
      disputed: false,
      look: look && { look, signed: true },
    })
  },
  // The sign of a row that stands out as a whole: its number is on show wherever one has scrolled.
  valueFormatter: ({ value }) =>
    (lookOf(value as string)?.sign ?? '') + shownText(value as string).replace('-', ''),
  cellClass: 'row-number',
  cellClassRules: {
    'row-files': ({ value }) => shownText(value as string).startsWith('-'),
    ...LOOK_CLASSES,
  },
})
