import type { Column } from '../column.ts'

/**
 * A column of a school's table as it stands in the county's: filled by the reception alone, and never asked for, because
 * nobody here could answer. What the school computed arrives as the value it had there.
 */
export const received = <C extends Column>({
  required: _required,
  initial: _initial,
  hint: _hint,
  computed: _computed,
  fixed: _fixed,
  ...column
}: C): Omit<C, 'required' | 'initial' | 'hint' | 'computed' | 'fixed'> & {
  readonly computed: false
  readonly fixed: true
} => ({ ...column, computed: false, fixed: true })
