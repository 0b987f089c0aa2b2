/** What a bureau sends down to its schools. */
export const orderKinds = [
  { zh: '整改通知', en: 'Rectification order' },
  { zh: '通知', en: 'Notice' },
  { zh: '检查清单', en: 'Checklist' },
  { zh: '节假日历', en: 'Holiday calendar' },
  { zh: '规则参数', en: 'Rule parameters' },
] as const

export type OrderKind = (typeof orderKinds)[number]['zh']

/** Rows that go along with a task: of a table that the bureau and its schools both have. */
export interface SentDown {
  readonly table: 'checklists' | 'holidays' | 'policy'
  /** The column that says to which part of the table a row belongs, or begins with it: a list, a year, a group. */
  readonly part: string
  /** What goes along; nothing else of a row is a bureau's to say. */
  readonly columns: readonly string[]
  /** The column by which a row is known at every school; null where rows are known by their ids. */
  readonly by: string | null
  /** What the ids of such rows begin with at a school: those of a column's value are the same at all. */
  readonly ids: string
  /** A row that the bureau deletes goes at the schools, too; a parameter it prescribes no more stays as it is there. */
  readonly withdraws: boolean
  /** Cells that a row gets by having come this way. */
  readonly also: Readonly<Record<string, string | boolean>>
}

export const sentDown: Readonly<Partial<Record<OrderKind, SentDown>>> = {
  检查清单: {
    table: 'checklists',
    part: 'list',
    columns: [
      'list',
      'applies',
      'seq',
      'item',
      'standard',
      'hazard_cat',
      'hazard_level',
      'major_rule',
      'photo',
    ],
    by: null,
    ids: 'sent',
    withdraws: true,
    also: {},
  },
  节假日历: {
    table: 'holidays',
    part: 'date',
    columns: ['date', 'name', 'kind', 'major'],
    by: 'date',
    ids: 'holiday',
    withdraws: true,
    also: { source: '导入', verified: true },
  },
  规则参数: {
    table: 'policy',
    part: 'group',
    columns: ['group', 'key', 'value', 'basis'],
    by: 'key',
    ids: 'policy',
    withdraws: false,
    also: {},
  },
}

/** How a row that came with a task file says by which task, and by which of its versions. */
export const sentStamp = {
  zh: '下达版本',
  en: 'Sent version',
  holds: 'plain',
  fixed: true,
  hint: {
    zh: '由上级的任务文件写入时的版本，用来分清新旧。',
    en: 'The version of the task file that wrote the row: tells the newer from the older.',
  },
  width: 110,
} as const
