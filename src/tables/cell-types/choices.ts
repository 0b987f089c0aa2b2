import { fail, ok } from '../../shared/result.ts'
import { cleanText } from '../../shared/typed-text.ts'
import { plainNumber } from '../../shared/plain-number.ts'
import type { Cell } from '../cell.ts'
import type { Column, Step } from '../column.ts'
import type { CellContext, CellType } from './cell-type.ts'
import { byPinyin } from './order.ts'
import { optionSpelled, readOption, shownOption } from './read-option.ts'
import { isListEntry, joinList, splitList } from './split-list.ts'

const optionsOf = (column: Column) => column.options ?? []

/** A list that suggests, or no list at all: any entry is as good. */
const isOpen = (column: Column) => column.open === true || optionsOf(column).length === 0

/** An entry of its own must not be another spelling of one on the list, or reading it again would change it. */
const isOwnEntry = (entry: unknown, column: Column): boolean =>
  isOpen(column) && isListEntry(entry) && optionSpelled(entry, optionsOf(column)) === null

const isValid = (value: Cell | readonly Step[], column: Column): value is readonly string[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  new Set(value).size === value.length &&
  value.every(
    (entry: unknown) => optionsOf(column).some(({ zh }) => zh === entry) || isOwnEntry(entry, column),
  )

const shown = (value: Cell | readonly Step[], column: Column, context: CellContext): string => {
  if (!Array.isArray(value)) return value === null ? '' : String(value)
  const entries = value.map((entry: unknown) => {
    const option = optionsOf(column).find(({ zh }) => zh === entry)
    return option ? shownOption(option, context) : String(entry)
  })
  return (context.listed ?? joinList)(entries)
}

/** Any number of labels of a list. */
export const choices: CellType = {
  parse: (input, column, context) => {
    const written = typeof input === 'number' ? plainNumber(input) : cleanText(String(input))
    const whole = readOption(input, optionsOf(column), context)
    if (whole !== null) return ok([whole])
    const labels: string[] = []
    for (const entry of splitList(written)) {
      const label = readOption(entry, optionsOf(column), context) ?? (isOpen(column) ? entry : null)
      if (label === null)
        return fail('choices.unknown', {
          entry,
          options: joinList(optionsOf(column).map((option) => shownOption(option, context))),
        })
      if (!labels.includes(label)) labels.push(label)
    }
    return ok(labels.length === 0 ? null : labels)
  },
  format: shown,
  valid: isValid,
  compare: (a, b, column, context) => byPinyin(shown(a, column, context), shown(b, column, context)),
  toSheet: (value, column, context) => ({ value: shown(value, column, context) || null }),
  width: 150,
  align: 'start',
}
