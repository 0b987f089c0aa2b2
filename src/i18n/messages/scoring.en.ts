import type { zh } from './scoring.zh.ts'

export const en: Record<keyof typeof zh, string> = {
  'why.management.everyMultiple':
    '{count} liability {count|incident|incidents} ({severity:label}): {points} {points|point|points} for every full {threshold}, {taken} taken.',
  'why.management.once':
    '{count} liability {count|incident|incidents} ({severity:label}): {points} {points|point|points} once from {threshold} on, {taken} taken.',
  'why.management.otherwise-once': 'Read as “once a term”, this item would be {otherwise}.',
  'why.management.otherwise-everyMultiple': 'Read as “each full multiple”, this item would be {otherwise}.',
  'why.management.severe-below-threshold':
    'Note: {count} liability {count|incident|incidents} ({severity:label}), fewer than {threshold}, so no management points.',
  'why.management.only-largest': 'Only the class with the most points counts.',
  'why.receipt.direct':
    '{date}, incident {no}: {class:label}, {points} {points|point|points} for direct responsibility.',
  'why.receipt.expected':
    '{date}, incident {no}: for now {class:label}, {points} {points|point|points} expected; not decided, so not yet counted.',
  'why.receipt.line': 'Line: {department}.',
  'why.receipt.director-changed': 'The director of {department} changed this term; both share the points.',
  'why.receipt.counted-incidents': 'Incidents counted: {numbers}.',
  'why.receipt.concealed':
    'Incident {no}, “{leg:label}”: found {verdict:label}; the term score is 0 and honours are lost.',
  'why.receipt.late-lighter':
    'Incident {no}, “{leg:label}”: found {verdict:label}, {minutes} {minutes|minute|minutes} late; {points} {points|point|points} by the school’s lighter scale.',
  'why.receipt.manual': 'Points by hand: {reason}',
  'why.score.raw': 'Base {base} − direct {direct} − management {mgmt}, other {other}: raw score {raw}.',
  'why.score.zeroed': 'A report was concealed, late or missing: the final score is 0.',
  'why.score.as-raw': 'Final score {final}.',
  'why.score.bounded': 'Raw score {raw} is out of range (0 to {ceiling}): final score {final}.',
  'why.score.expected': 'Undecided incidents would take {expected} more points once decided.',
  'why.allowance.amount':
    'Standard {standard} yuan × share in post {prorata} ({months} {months|month|months}) × score {final} ÷ 100 = {amount} yuan.',
  'problem.column.unknown': 'There is no such column: check its name.',
  'problem.column.computed':
    'This column is computed and cannot be typed into: edit the columns it is made from.',
  'problem.row.unknown': 'This row cannot be found; it may have been deleted. Undo the deletion first.',
  'problem.row.generated':
    'This row is made by the program and cannot be deleted: edit its incident or finding.',
  'problem.row.duplicate': '“{key}” is also in another row: change one of them or delete the one too many.',
  'problem.cell.not-of-type': 'The content does not fit the column: enter it again.',
  'problem.reference.gone': 'The row it points to has been deleted: choose again.',
}
