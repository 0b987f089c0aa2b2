import type { zh } from './receive.zh.ts'

export const en: Record<keyof typeof zh, string> = {
  'problem.package.wrong-signature':
    'The signature of the file does not match (at byte {where}): it was changed after it was sent, or damaged on the way. Nothing was taken; ask for it once more.',
  'problem.file.state-lost':
    'This file was exported by this program but lost its data for merging (the hidden sheet “_dutybook”) when it was saved again. It can only be imported like any table, row by row; use the original file if you can get it.',
  'problem.returned.sheet-missing':
    'The sheet “{sheet}” is not in the file any more. It was not compared, and nothing is taken for deleted.',
  'problem.returned.no-row-ids':
    'The hidden column of row ids is missing from the sheet “{sheet}”, so its rows cannot be told apart and were not compared. Use “Import” to check it.',
  'problem.returned.columns-missing':
    'The sheet “{sheet}” lacks these columns; they were not compared, and nothing is taken for emptied: {columns}.',
  'problem.returned.columns-unknown':
    'These columns of the sheet “{sheet}” are not this program’s and were not taken: {columns}.',
  'problem.returned.computed':
    '{count} {count|cell|cells} of “{column}” in the sheet “{sheet}” {count|was|were} changed (row {row}, for one). The program computes this column, so they were not taken; change what it is computed from.',
  'problem.returned.row-not-taken':
    'Row {row} of the sheet “{sheet}” is new, but this table takes no new rows. It was not taken.',
  'problem.returned.sheets-computed':
    'These sheets are computed and written by the program; they were not compared, and changes in them are not taken: {sheets}.',
  'problem.returned.sheets-not-compared':
    'These sheets are not this program’s; they were not compared and nothing in them is taken: {sheets}.',
  'change.excel.accepted':
    'Took changes made in Excel: “{file}” ({cells} {cells|cell|cells}, {rows} new {rows|row|rows}, {deleted} deleted {deleted|row|rows})',

  'ui.receive.heading': 'Merge a file',
  'ui.receive.capped': 'The first {shown} of {count} places are listed.',
  'ui.receive.reading': 'Reading and checking “{file}” …',
  'ui.receive.merging': 'Merging …',
  'ui.receive.accepting': 'Taking the changes …',
  'ui.receive.refused': '“{file}” was not taken',
  'ui.receive.from': 'From',
  'ui.receive.school': 'Workbook',
  'ui.receive.made': 'Exported',
  'ui.receive.made-unknown': 'the file does not say',
  'ui.receive.people': 'Changes by',
  'ui.receive.nobody': 'nobody gave a name',
  'ui.receive.holds': 'Content',
  'ui.receive.table-rows': '{table}: {count} {count|row|rows}',
  'ui.receive.signed-own': 'this computer (it exported the file itself)',
  'ui.receive.signed-known': '{name}, signed as before',
  'ui.receive.signed-known-unnamed': 'a computer whose files have come before, signed as before',
  'ui.receive.signed-new': 'the first file from this computer',
  'ui.receive.signed-new-hint':
    'Have the sender read the fingerprint to you by telephone: if it is the same, all is well. A sender with a new computer or cleared browser data, or a backup of your own from elsewhere, also counts as first.',
  'ui.receive.signed-changed': 'signed otherwise than “{name}” before',
  'ui.receive.signed-changed-unnamed': 'signed otherwise than this copy before',
  'ui.receive.signed-changed-hint':
    'The sender may have cleared the browser’s data, or somebody pretends to be the sender. The fingerprint before: {before}. Ask the sender before you merge.',
  'ui.receive.unsigned': 'not signed',
  'ui.receive.unsigned-hint':
    'Exported by an older version or a browser that cannot sign. The content is whole, but nothing proves who sent it.',
  'ui.receive.fingerprint': 'Fingerprint',
  'ui.receive.sender-name':
    'A name for the computer that sent the file, to be shown the next time (may be left empty)',
  'ui.receive.sender-example': 'e.g. Ms Wang’s computer',
  'ui.receive.other':
    'This file belongs to another workbook, “{name}”, which has nothing in common with “{here}”. Merging would mix the content of two schools.',
  'ui.receive.rather-beside':
    'To look at that workbook, or to work in it, open it beside this one: the two stay apart.',
  'ui.receive.open-beside': 'Open it beside this one',
  'ui.receive.take-other': 'I do want to merge it',
  'ui.receive.nothing-new': 'Nothing new: all changes in the file are here already.',
  'ui.receive.brings': 'Merging adds {rows} {rows|row|rows} and changes {cells} {cells|cell|cells}.',
  'ui.receive.brings-only-history': 'Merging changes no content; it only adds to the history.',
  'ui.receive.brings-nothing': 'All changes in the file are here already.',
  'ui.receive.brings-files': 'It brings {count} {count|attachment|attachments} that are not here.',
  'ui.receive.carries-files': '{count} {count|attachment|attachments}',
  'ui.receive.brings-conflicts':
    '{count} {count|place differs|places differ} on both sides; both are kept for you to decide.',
  'ui.receive.clones':
    'The browser folder of a computer was copied as a whole (or the whole computer was restored), so two computers used one number. Every change of both is kept, and they are told apart from now on; there is nothing to do. To move to another computer, restore a backup file rather than copying the browser’s folder.',
  'ui.receive.edits-later':
    '{count} more {count|change was|changes were} made to the file in Excel or WPS; review them after merging.',
  'ui.receive.merge': 'Merge',
  'ui.receive.merged': 'Merged: {rows} new {rows|row|rows}, {cells} {cells|cell|cells} changed.',
  'ui.receive.merged-only-history': 'Merged: no content changed, the history is complete now.',
  'ui.receive.merged-nothing': 'Merged: no content changed.',
  'ui.receive.conflicts':
    '{count} {count|place differs|places differ} on both sides and {count|waits|wait} for you to decide.',
  'ui.receive.to-conflicts': 'Decide',
  'ui.receive.proposals': 'Changes made in Excel ({count})',
  'ui.receive.proposals-hint':
    'These were made in Excel or WPS after the export. Tick what to take; the rest stays as it is here.',
  'ui.receive.no-proposals': 'Nobody has changed the file in Excel or WPS since the export.',
  'ui.receive.late':
    '{count} {count|row has|rows have} been deleted here; what the file changes in them is not listed.',
  'ui.receive.notes': 'Please note ({count})',
  'ui.receive.all-of': 'All of “{table}” ({count})',
  'ui.receive.row-all': 'Whole row: {row}',
  'ui.receive.column': 'Column',
  'ui.receive.here': 'Here now',
  'ui.receive.there': 'In Excel',
  'ui.receive.which': 'Row',
  'ui.receive.take': 'Take',
  'ui.receive.take-cell': 'Take {column} of {row}',
  'ui.receive.take-row': 'Add row {at}',
  'ui.receive.take-deletion': 'Delete {row}',
  'ui.receive.added-row': 'A new row (row {at} of the file)',
  'ui.receive.deleted-row': 'Delete this row',
  'ui.receive.labelled': '{label}: {value}',
  'ui.receive.unnamed-row': '(a row without a name)',
  'ui.receive.moved-here': 'changed here as well since the export',
  'ui.receive.does-not-fit': '{problem} If taken, it is kept as typed and marked.',
  'ui.receive.accept': 'Take the {count} ticked',
  'ui.receive.none': 'Take none',
  'ui.receive.accepted': 'Took {count} {count|change|changes}.',
  'ui.receive.undone': 'Undone: all is as it was before.',
  'ui.receive.undo': 'Undo taking them',

  'ui.open.heading': 'Open a file',
  'ui.open.refused': '“{file}” was not opened',
  'ui.open.new':
    '“{name}” is not on this computer yet. Opening makes the same workbook here, to go on working in; later the two copies exchange files and merge.',
  'ui.open.beside': '“{here}”, which is open now, stays as it is; “Switch workbook” brings you back.',
  'ui.open.here':
    '“{name}” is on this computer already. It is opened, and you see what is new in the file before anything is merged.',
  'ui.open.start': 'Open',
  'ui.open.start-here': 'Open, and see what is new',
  'ui.open.working': 'Opening…',
  'ui.open.done': 'Opened “{name}”: {rows} {rows|row|rows}.',
  'ui.open.in-excel':
    '{count} {count|change was|changes were} made to the file in Excel or WPS after its export; none is taken yet.',
  'ui.open.review': 'Review these changes',
}
