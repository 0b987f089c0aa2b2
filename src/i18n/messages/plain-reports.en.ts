import type { zh } from './plain-reports.zh.ts'

export const en: Record<keyof typeof zh, string> = {
  'ui.import.not-wanted': 'The bureau does not take this column',
  'ui.plain.open': 'Check and take in',
  'ui.plain.again': 'See how it is read',
  'ui.plain.title': "Check a school's own spreadsheet",
  'ui.plain.intro':
    'Say which school and which month it is, and look whether each column is right. Files of this kind are read the same way from now on, without asking.',
  'ui.plain.school': 'School',
  'ui.plain.choose': 'Please choose',
  'ui.plain.month': 'Month',
  'ui.plain.extent': 'It holds',
  'ui.plain.extent-month': 'this month only',
  'ui.plain.extent-whole': 'everything up to this month',
  'ui.plain.extent-hint':
    'With “everything”, rows of earlier spreadsheets that are not in this one leave the ledger. With “this month only”, earlier months stay as they are.',
  'ui.plain.sheets': 'Sheets and headings',
  'ui.plain.columns': 'Which column is what',
  'ui.plain.refused': 'Rows and cells not taken ({count})',
  'ui.plain.refused-more': '{count} more; all of them are in the receipt.',
  'ui.plain.agree': 'Take it so',
  'ui.plain.asks.school': 'Nothing tells which school it is.',
  'ui.plain.asks.month': 'Nothing tells which month it is.',
  'ui.plain.asks.columns': "A school's own spreadsheet of a kind not seen before. Please check it once.",
  'ui.plain.found': 'Own spreadsheet: {rows}.',
  'ui.plain.rows': '{table}, {count} {count|row|rows}',
  'ui.plain.unknown':
    "No ledger of hazards or incidents was recognised, and nothing taken. Say which table it is to take it; a list of the bureau's own goes through the import wizard.",
  'ui.reception.import': 'Open in the import wizard',
  'ui.plain.nothing':
    'No ledger of hazards or incidents was recognised. Say under “Sheets and headings” which table it is.',
  'ui.plain.other':
    '“{sheet}” seems to be “{table}”, which the county ledgers do not need; it was not taken.',
  'ui.plain.pupils':
    '“{headings}” names pupils. The bureau does not need it, and the column was not taken. Ask the school to leave it out.',
  'ui.plain.refused-rows': '{count} {count|row was|rows were} not taken; the receipt says which, and why.',
  'ui.plain.refused-cells':
    '{count} {count|cell was|cells were} not understood and left empty, the rest of the row was taken; see the receipt.',
  'ui.plain.whole-row': 'the row',
  'ui.plain.one-cell': 'the cell',
  'ui.reception.sheet': 'Sheet',
  'ui.reception.row': 'Row',
  'ui.reception.column': 'Column',
  'ui.reception.table': 'Table',
  'ui.reception.before': 'Before',
  'ui.reception.after': 'After',
  'ui.reception.refused-what': 'Not taken',
  'ui.reception.refused-sheet': 'Not taken',
  'ui.reception.edited-sheet': 'Edited cells',
  'ui.reception.differing-sheet': 'Differences',
  'ui.reception.no-number': 'The row has no number. Ask the school to give it one and report again.',
  'ui.reception.differs-why':
    'Two computers of the school differ; the fuller file is shown. Ask the school to merge them and report again.',
  'ui.reception.is.locked': 'Password',
  'ui.reception.locked-why': 'It has a password and is not open yet. Enter the password above.',
  'ui.reception.locked':
    '{count} {count|file has|files have} a password. Enter one, and it is tried on each.',
  'ui.reception.password': 'Password',
  'ui.reception.unlock': 'Open',
  'ui.reception.not-opened':
    'This password does not open: {files}. Try another, or ask the school for files without one.',
  'ui.plain.choose-table': 'Say which table it is',
  'ui.plain.no-school': 'Is the school not in the directory? Add it there first.',
  'ui.plain.rivals':
    'Of the same school and month there is also: {files}. If both are taken, the ledger shows the one saved last; to count them together, ask the school for one file.',
  'ui.plain.replaces': 'It takes the place of this month’s earlier: {files}.',
  'ui.reception.taken-edited': 'Taken with its edited sheets, as a correction: {what}.',
  'ui.reception.taken-signed': 'Taken as the school has signed it, without what was edited: {what}.',
  'ui.reception.hazards': 'Hazards',
  'ui.reception.incidents': 'Incidents',
  'ui.reception.refused-count': 'Rows not taken',
  'ui.reception.differing-count': 'Rows that differ',
  'ui.today.to-fill': 'Still to fill in',
  'ui.today.to-fill-count': '{count} {count|item|items}',
  'ui.today.to-fill-intro':
    'Nothing is wrong; nobody has filled it in yet. Each leads to its first empty cell.',
  'ui.today.to-fill-rows': '{count} {count|cell|cells}',
  'ui.export.at-bureau.whole': 'Everything',
  'ui.export.at-bureau.whole-hint':
    "For the bureau's own keeping: everything, and it can be merged back. Set a password, and do not send it out.",
  'ui.export.at-bureau.school': 'Inside the bureau',
  'ui.export.at-bureau.school-hint':
    'For leaders and sections: full names of staff; no diagnoses, families or costs.',
  'ui.export.at-bureau.bureau': 'To higher offices or schools',
  'ui.export.at-bureau.bureau-hint':
    'For higher offices, other authorities and schools: staff by their section only, those who sign by name.',
  'ui.export.at-bureau.public': 'Notice board',
  'ui.export.at-bureau.public-hint':
    'For everybody to read: no persons, fixed sentences for texts, months for dates, “fewer than 3” for 1 and 2.',
}
