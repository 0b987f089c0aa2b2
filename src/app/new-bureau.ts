import type { RowBlock } from '../engine/change.ts'
import { bureauPresets } from '../tables/bureau/presets.ts'
import { blockOf, type Founding } from './new-school.ts'

/** The rows a bureau's workbook starts with. Their ids are fixed, so two computers of one bureau start alike. */
export const newBureauRows = ({ name }: Founding): RowBlock[] =>
  bureauPresets(name).map(({ table, rows }) => blockOf(table, rows))
