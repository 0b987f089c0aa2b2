/** How cells look: what every table needs, apart from what only the dialog about it does. */
export { TableFormats, type CellLook } from '../engine/formats/table-formats.ts'
export type { Look } from '../tables/own/formats.ts'
