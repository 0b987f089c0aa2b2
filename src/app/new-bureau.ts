import type { RowBlock } from '../engine/change.ts'
import type { Founding } from './new-school.ts'

/** The rows a bureau's workbook starts with. Their ids are fixed, so two computers of one bureau start alike. */
export const newBureauRows = (_founding: Founding): RowBlock[] => []
