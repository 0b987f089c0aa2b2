import { fixedId } from '../../shared/id.ts'
import type { Cell } from '../../tables/cell.ts'
import { sentDown } from '../../tables/order-kinds.ts'
import type { TableName } from '../../tables/index.ts'
import type { SentOrder } from '../../tables/sent-order.ts'

/** A row as a task wants it at the school: the cells that are the bureau's to say, no others. */
export interface OrderedRow {
  readonly table: TableName
  readonly id: string
  readonly cells: Readonly<Record<string, Cell>>
  /** Where the school has a row with this value in this column already, that row is meant. */
  readonly by: string | null
  /** Cells that only a new row gets: what becomes of them is the school's. */
  readonly once: readonly string[]
  readonly withdrawn: boolean
}

/** The row of 上级文件 that a task becomes; the same on every computer of the school. */
export const directiveId = (order: string): string => fixedId('order', order)
/** The hazard that a rectification order enters where the bureau knows of none in the school's ledger. */
export const orderedHazardId = (order: string): string => fixedId('orderHazard', order)

const ORDER = directiveId('')
/** The task of which a row of 上级文件 tells; null for one that somebody has entered. */
export const orderOfDirective = (id: string): string | null =>
  id.startsWith(ORDER) && id.length > ORDER.length ? id.slice(ORDER.length) : null

/** The hazard a task is about, by its row at the school; null where it is about none. */
export const hazardOfOrder = ({
  id,
  kind,
  hazard,
}: Pick<SentOrder, 'id' | 'kind' | 'hazard'>): string | null =>
  hazard ?? (kind === '整改通知' ? orderedHazardId(id) : null)

/**
 * All that a task is at a school. It follows from the file alone: two computers of one school that take the same file in, on
 * whatever day, write the same, and have nothing to dispute when they meet.
 *
 * @param from the bureau, by its name
 */
export function rowsOfOrder(order: SentOrder, from: string): OrderedRow[] {
  const { id, no, stamp, kind, title, text, date, due } = order
  const along = sentDown[kind]
  const hazard = hazardOfOrder(order)
  const plain = { by: null, once: [], withdrawn: false }
  const rows: OrderedRow[] = [
    {
      ...plain,
      table: 'directives',
      id: directiveId(id),
      cells: {
        date,
        title,
        doc_no: no,
        from,
        asks: text || null,
        // What only has to be taken in is done by that.
        due: along ? null : due,
        hazard,
        sent: stamp,
      },
    },
  ]
  if (hazard !== null && order.hazard === null)
    rows.push({
      ...plain,
      table: 'hazards',
      id: hazard,
      once: ['no', 'source', 'level'],
      // Numbered by the task: a number of the ledger would be another one on every computer.
      cells: { no, found_on: date, source: '上级检查', content: text || title, level: '一般', due },
    })
  if (along && order.rows) {
    const { ids, columns, withdrawn } = order.rows
    const gone = new Set(withdrawn)
    ids.forEach((row, at) => {
      const cells = Object.fromEntries(along.columns.map((key) => [key, columns[key]?.[at] ?? null]))
      // Whose change of a rule it was, and by what it may be asked about, is said with it.
      const by: Record<string, Cell> =
        along.table === 'policy'
          ? {
              basis: cells['basis'] ?? `${title}（${no}）`,
              changed: from,
              changed_at: `${date} 00:00`,
            }
          : {}
      rows.push({
        table: along.table,
        // Made here, so that no file can name a row that is the school's own.
        id: fixedId(along.ids, along.by === null ? row : String(cells[along.by] ?? '')),
        cells: { ...cells, ...along.also, ...by, sent: stamp },
        by: along.by,
        // To which group a parameter belongs, every copy of the program knows itself.
        once: along.table === 'policy' ? ['group', 'key'] : [],
        withdrawn: gone.has(row),
      })
    })
  }
  return rows
}
