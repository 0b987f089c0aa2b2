export const en = {
  'ui.screen.reception': 'Reception',
  'ui.empty.schoolReports': 'Every file received, one a row, entered by the program; the files are kept too.',
  'change.reception.taken': 'Took in {count} {count|file|files} of schools',
  'change.reception.renewed': 'Worked out the ledgers anew after a merge',
  'problem.reception.report-cut':
    'The data in the file is not whole; it was cut while it was saved or sent. Ask the school to export it again.',
  'problem.reception.no-school':
    'The file has no school code, and no single school of the directory has its name. Ask the school to enter its code in its profile and export again.',
  'problem.reception.unreadable':
    'This file cannot be read ({name}); the others are not affected. Ask the school to export it again.',
  'problem.reception.report-missing':
    'The earlier file “{file}” is not on this computer, so the ledgers cannot be worked out. Bring it back from a backup, or receive it again. Nothing was changed.',
  'ui.reception.teach':
    'Put in all files of the schools at once: each is recognised by its school code; a newer one updates the ledgers, an older one changes nothing. One bad file stops none of the others.',
  'ui.reception.privacy':
    'The bureau needs no pupil’s name; you are warned to send back files that have them.',
  'ui.reception.drop': 'Drop files or a folder here',
  'ui.reception.files': 'Choose files',
  'ui.reception.folder': 'Choose a folder',
  'ui.reception.reading': 'Reading: {done} of {of}',
  'ui.reception.taking': 'Entering into the ledgers',
  'ui.reception.nothing': 'No files were found.',
  'ui.reception.results': 'Files received',
  'ui.reception.filter.all': 'All {count}',
  'ui.reception.filter.ready': 'Ready {count}',
  'ui.reception.filter.doubt': 'Yours to decide {count}',
  'ui.reception.filter.taken': 'Taken in {count}',
  'ui.reception.filter.known': 'Not needed {count}',
  'ui.reception.filter.refused': 'Not taken {count}',
  'ui.reception.take': 'Take in {count}',
  'ui.reception.agree-new': 'Accept the new signatures ({count})',
  'ui.reception.add-schools': 'Add schools not yet in the directory ({count})',
  'ui.reception.choose': 'Take in “{file}”',
  'ui.reception.as': 'Which version to take',
  'ui.reception.as-signed': 'As the school has signed it',
  'ui.reception.as-edited': 'With the edited sheets (as a correction)',
  'ui.reception.import': 'Open in the import wizard',
  'ui.reception.done':
    'Took in {reports}: {rows} new {rows|row|rows} in the ledgers, {cells} {cells|cell|cells} updated.',
  'ui.reception.undo-hint': 'The batch is one step; undo takes all of it back.',
  'ui.reception.undo-steps':
    'The batch is large and was written in {count} steps; undo takes them back one by one.',
  'ui.reception.conflicts':
    'Two computers of one school differ in {count} {count|row|rows}; the fuller file is shown. A report made after the school has merged settles it: {rows}',
  'ui.reception.rejected':
    '{count} {count|row without a number is|rows without a number are} in no ledger: {rows}',
  'ui.reception.rejected-row': '{school} ({table}, row {at})',
  'ui.reception.download': 'All receipts (.xlsx)',
  'ui.reception.receipts-file': 'receipts-{date}.xlsx',
  'ui.reception.clear': 'Clear the list',
  'ui.reception.more': '{count} more; use the filters above, or export all receipts.',
  'ui.reception.file': 'File',
  'ui.reception.school': 'School',
  'ui.reception.month': 'Month',
  'ui.reception.outcome': 'Outcome',
  'ui.reception.why': 'Why, and what to do',
  'ui.reception.is.ready': 'Ready',
  'ui.reception.is.doubt': 'Yours to decide',
  'ui.reception.is.taken': 'Taken in',
  'ui.reception.is.older': 'Older',
  'ui.reception.is.same': 'Had before',
  'ui.reception.is.plain': 'Plain spreadsheet',
  'ui.reception.is.whole': 'Whole workbook',
  'ui.reception.is.broken': 'Unreadable',
  'ui.reception.counts': '{hazards} hazards, {incidents} incidents.',
  'ui.reception.older-why': 'There is newer data of this school: entered in the register, the ledgers stay.',
  'ui.reception.same-why': 'Exactly what was received before.',
  'ui.reception.plain-why':
    'Not exported “for the bureau” by this program; there is nothing to check it by. It can be imported with the wizard.',
  'ui.reception.plain-pupils':
    'It has a column of pupils’ names, which the bureau does not need: not taken. Send it back, to be exported “for the bureau” or reported without names.',
  'ui.reception.whole-why':
    'These are all data of the school, pupils and staff included. The bureau must not keep them: not taken. Send it back, delete it, and ask for an export “for the bureau”.',
  'ui.reception.doubt.new-key':
    'The first file signed by this computer (fingerprint {signer}). Accept it if the school has sent it; later ones are checked against it.',
  'ui.reception.doubt.unsigned': 'Not signed; nobody can tell who made it. Ask the school.',
  'ui.reception.doubt.changed-key':
    'This computer used to sign with another key. A new browser or cleared data does that, but so does an impostor. Ring up the school.',
  'ui.reception.doubt.foreign-key':
    'The signature is another school’s. The school code may be wrong; ask both schools.',
  'ui.reception.doubt.new-school':
    'Code {code} is not in the directory. Taking the file in adds “{school}” to it.',
  'ui.reception.doubt.by-name':
    'The file has no school code; it was told by its name. Ask the school to enter it.',
  'ui.reception.doubt.edited': 'Its sheets were edited after it was made: {what}.',
  'ui.reception.edited-cells': '{count} {count|cell|cells} ({rows})',
  'ui.reception.edited-added': '{count} {count|row|rows} more',
  'ui.reception.edited-deleted': '{count} {count|row|rows} fewer',
  'ui.reception.named':
    'Names, telephone or identity numbers may be in it; ask the school to remove them: {places}.',
  'ui.reception.named-place': '{table}, {column}: {count}',
  'ui.reception.who': 'Who has reported',
  'ui.reception.month-earlier': 'Previous month',
  'ui.reception.month-later': 'Next month',
  'ui.reception.due': 'Due {due}',
  'ui.reception.in-time': 'In time {count}',
  'ui.reception.late': 'Late {count}',
  'ui.reception.missing': 'Missing {count}',
  'ui.reception.returned': 'Sent back {count}',
  'ui.reception.no-schools':
    'The directory is empty. Enter schools, or receive files and add them from there.',
  'ui.reception.to-schools': 'To the directory',
  'ui.reception.to-receipts': 'To the register',
  'ui.reception.copy': 'Copy reminder',
  'ui.reception.copied': 'The reminder is copied; paste it into a chat.',
  'ui.reception.not-copied': 'The browser does not let us copy. Select the names below.',
  'ui.reception.reminder':
    'Reminder: safety report for {month}, due {due}. Still missing ({count}): {schools}. Please export “for the bureau” and send the file.',
  'ui.reception.reminder-returned': 'Sent back and not yet sent again: {schools}.',
  'ui.reception.all-in': 'All have reported.',
  'ui.today.bureau-reports': 'Reports of this month',
  'ui.today.bureau-receive': 'Receive files of schools',
  'ui.start.bureau': 'New bureau workbook',
  'ui.start.bureau-hint':
    'For an education bureau: gathers the files of its schools into ledgers of the county.',
  'ui.start.bureau-name': 'Name of the bureau',
  'ui.start.bureau-name-hint': 'You can change it later.',
  'ui.start.bureau-name-needed': 'Please enter the name of the bureau.',
} as const
