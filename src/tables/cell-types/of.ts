import type { CellTypeName, Column } from '../column.ts'
import type { CellType } from './cell-type.ts'
import { choice } from './choice.ts'
import { choices } from './choices.ts'
import { date } from './date.ts'
import { file } from './file.ts'
import { integer } from './integer.ts'
import { long } from './long.ts'
import { money } from './money.ts'
import { number } from './number.ts'
import { reference } from './reference.ts'
import { references } from './references.ts'
import { row } from './row.ts'
import { signature } from './signature.ts'
import { steps } from './steps.ts'
import { text } from './text.ts'
import { time } from './time.ts'
import { yesno } from './yesno.ts'

// A mapped type: a new name in `CellTypeName` does not compile until it is answered here.
const cellTypes: { readonly [Name in CellTypeName]: CellType } = {
  text,
  long,
  choice,
  choices,
  yesno,
  integer,
  number,
  money,
  date,
  time,
  reference,
  references,
  file,
  row,
  signature,
  steps,
}

export const cellTypeOf = (column: Pick<Column, 'type'>): CellType => cellTypes[column.type]
