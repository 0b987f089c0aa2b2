import type { zh } from './backup.zh.ts'

export const en: Record<keyof typeof zh, string> = {
  'change.backup.restored': 'Restored from the backup of {at}',
  'problem.backup.not-one': 'This is not a Dutybook backup. The names of backups end in .dutybook.',
  'problem.backup.newer':
    'The backup was made by a newer version (format {format}; this one knows up to {known}). Go online, reload the page to get the new version, then restore. There is nothing wrong with the file.',
  'problem.backup.other-encryption':
    'This version does not know how the backup is encrypted. Go online, reload the page to get the new version, then restore.',
  'problem.backup.too-many-rounds':
    'The file asks for {rounds} rounds of work on the password, and {most} are the most that are done: it does not look like a backup and was not opened.',
  'problem.backup.part-damaged':
    'The part “{part}” of the backup is damaged. Nothing was restored. Please try another backup.',
  'problem.backup.copy-differs':
    'The copy in the folder reads back differently from what was written and was taken away. The USB stick may be worn out: use another folder or stick. Earlier copies were not touched.',
  'problem.backup.folder-gone':
    'The backup folder cannot be found: the USB stick may be unplugged, or the folder was moved or renamed. Plug it in and press “Copy now”, or choose the folder again.',
  'problem.backup.folder-not-allowed':
    'The browser does not allow writing to the backup folder. Press “Allow again”, or choose the folder again.',
  'problem.backup.folder-locked':
    'The backup folder cannot be written to: it may be read-only, or in use by another program. Check it, then press “Copy now”.',
  'problem.backup.folder-changed':
    'The backup folder changed while this copy was written, so it was not finished. Press “Copy now”.',
  'problem.backup.folder-full':
    'The disk of the backup folder is full, so this copy was not finished. Make room, then press “Copy now”.',
  'problem.backup.folder-failed':
    'This copy was not written to the folder ({error}). Press “Copy now”, or choose the folder again.',

  'ui.backup.heading': 'Backup and restore',
  'ui.backup.open': 'Backup and restore',
  'ui.backup.teach':
    'One backup file holds everything in this workbook, with its attachments and history. If the computer breaks, the browser’s data is cleared or you change computers, it brings everything back.',
  'ui.backup.never': 'There is no backup outside this computer yet.',
  'ui.backup.today': 'Last copy outside this computer: today ({at}).',
  'ui.backup.days': 'Last copy outside this computer: {days} {days|day|days} ago ({at}).',
  'ui.backup.whole': 'Nothing has changed since; that backup is complete.',
  'ui.backup.changes': '{count} {count|change|changes} since then {count|is|are} on this computer only.',
  'ui.backup.notice': 'It is time for a backup.',
  'ui.backup.warning':
    'If anything happens to this computer these changes are gone. Make a backup today and copy it to a USB stick.',
  'ui.backup.alarm':
    'There has been no backup for too long: if anything happens to this computer all of this is gone. Make a backup now and copy it to a USB stick.',
  'ui.backup.status-days': 'No backup for {days} {days|day|days}',
  'ui.backup.status-never': 'No backup yet',
  'ui.backup.status-asks': 'Backup waits for your leave',
  'ui.backup.status-folder': 'Backup failed',
  'ui.backup.sample': 'The sample school is for trying out; no backups are asked for.',

  'ui.backup.make': 'Back up now',
  'ui.backup.make-hint': 'Makes a backup file and saves it to the browser’s downloads.',
  'ui.backup.password': 'Password (may stay empty)',
  'ui.backup.password-again': 'Password once more',
  'ui.backup.password-differs': 'The two passwords are not the same.',
  'ui.backup.password-none':
    'No password: whoever gets the file can open it, with pupils’ names and injuries. Keep it safe.',
  'ui.backup.password-easy':
    'Easily guessed: too short, or made of runs, repetitions or common words. At least 12 characters are advised.',
  'ui.backup.password-short': 'Too short: it is soon found by trying. At least 12 characters are advised.',
  'ui.backup.password-middling': 'Middling. A longer one (at least 12 characters) is safer.',
  'ui.backup.password-good': 'This password is hard to guess.',
  'ui.backup.password-lost':
    'If the password is forgotten nobody can open the backup, nor can this program. Write it on the recovery card and keep that apart from the file.',
  'ui.backup.working': 'Making the backup…',
  'ui.backup.done': 'Backed up to “{file}” ({size}).',
  'ui.backup.files': 'It holds {count} {count|attachment|attachments} ({size}).',
  'ui.backup.files-left-out':
    '{count} {count|attachment|attachments} did not go along: they are damaged on this computer, or there are too many for one backup. All the rest is in it.',
  'ui.backup.take-away':
    'The file is in the browser’s downloads, still on this computer. Copy it to a USB stick, an external disk or the school’s cloud.',
  'ui.backup.fingerprint': 'Fingerprint of the file: {fingerprint}',
  'ui.backup.card': 'Print the recovery card',
  'ui.backup.again': 'No download to be seen? Save it again',
  'ui.backup.another': 'Make another one',

  'ui.backup.folder': 'Copies into a folder by themselves',
  'ui.backup.folder-hint':
    'Choose a USB stick, an external disk or a cloud folder that synchronises by itself; a folder of this computer is lost together with it.',
  'ui.backup.folder-when':
    'A copy about ten minutes after changes and at least one a day, each read back and compared. Kept are 6 of today, one a day for 14 days and one a month for a year; older ones are deleted, and no other file is ever touched.',
  'ui.backup.folder-unsupported':
    'This browser cannot write to a folder by itself (Chrome and Edge can). Press “Back up now” once a week and copy the file to a USB stick.',
  'ui.backup.folder-choose': 'Choose a folder and begin',
  'ui.backup.folder-change': 'Another folder',
  'ui.backup.folder-key':
    'The password itself is not kept. This computer keeps only the key made from it, to encrypt later copies; the password cannot be read from it. It protects copies that are taken away; whoever can open the program on this computer still sees the content.',
  'ui.backup.folder-on': 'Copies go to “{folder}” by themselves.',
  'ui.backup.folder-locked': 'The copies are encrypted.',
  'ui.backup.folder-open': 'The copies are not encrypted.',
  'ui.backup.folder-asks':
    'The browser was started anew and wants you to press once more before it writes to “{folder}”.',
  'ui.backup.folder-denied':
    'The browser is set not to write to “{folder}”. Press “Allow again”; if that does not help, choose the folder again.',
  'ui.backup.folder-renew': 'Allow again',
  'ui.backup.folder-now': 'Copy now',
  'ui.backup.folder-working': 'Writing to the folder…',
  'ui.backup.folder-stop': 'Stop these copies',
  'ui.backup.folder-stopped': 'Copies have stopped. Those in the folder stay there.',
  'ui.backup.folder-failed': '{at}, no copy: {problem}',
  'ui.backup.copies': 'Latest copies in the folder',
  'ui.backup.copies-none': 'No copy yet.',
  'ui.backup.copy': '{at}, {size}',
  'ui.backup.copies-count': '{count} in all, each read back and compared.',

  'ui.restore.section': 'Restore from a backup',
  'ui.restore.section-hint':
    'Restoring merges the backup in and overwrites nothing; what is here is copied to a file first.',
  'ui.restore.choose': 'Choose a backup file',
  'ui.restore.heading': 'Restore from a backup',
  'ui.restore.start-hint':
    'You have a backup file (.dutybook)? On a new computer, or after a loss, it brings everything back with its attachments and history.',
  'ui.restore.reading': 'Reading “{file}”…',
  'ui.restore.refused': '“{file}” was not restored',
  'ui.restore.what': 'What the backup holds',
  'ui.restore.school': 'School',
  'ui.restore.made': 'Made at',
  'ui.restore.by': 'Made by',
  'ui.restore.by-nobody': 'no name given',
  'ui.restore.rows': 'Rows',
  'ui.restore.changes': 'History',
  'ui.restore.changes-count': '{count} {count|change|changes}',
  'ui.restore.files': 'Attachments',
  'ui.restore.files-count': '{count} ({size})',
  'ui.restore.files-damaged':
    'This backup is damaged: {count} {count|attachment is|attachments are} spoilt and will be passed over. All the rest was checked and is whole. If you have another backup, restore that one later to add them.',
  'ui.restore.fingerprint': 'Fingerprint',
  'ui.restore.standing-new':
    'This workbook is not on this computer yet; it will be made anew, with its history.',
  'ui.restore.standing-same': 'All that is in the backup is here already; restoring changes nothing.',
  'ui.restore.standing-more':
    '{count} {count|change|changes} in the backup {count|is|are} not here and will be merged in.',
  'ui.restore.standing-ours':
    '{count} {count|change|changes} here {count|is|are} not in the backup and {count|stays as it is|stay as they are}.',
  'ui.restore.standing-clash':
    'Where both sides have changed one cell differently, both values are kept and listed for you to decide.',
  'ui.restore.first-safe': 'Before restoring, what is here is copied to a file.',
  'ui.restore.start': 'Restore',
  'ui.restore.working': 'Restoring…',
  'ui.restore.not-whole':
    'Some content of the workbook here cannot be read, so the backup cannot be merged into it. It can be restored as another workbook beside it; the one here stays untouched.',
  'ui.restore.beside': 'Restore as another workbook',
  'ui.restore.beside-name': '{name} (restored)',
  'ui.restore.done-new':
    '“{name}” is restored: {rows} {rows|row|rows}, {history} {history|change|changes} of history.',
  'ui.restore.done-merged':
    'Restored: {rows} new {rows|row|rows}, {cells} {cells|cell|cells} changed, {history} {history|change|changes} added to the history.',
  'ui.restore.done-nothing':
    'All that is in the backup was here already and nothing has changed; {history} {history|change|changes} of history added.',
  'ui.restore.history-failed':
    'The content is restored, but the history in the backup was not kept: {problem}',
  'ui.restore.kept-download': 'What was here before is saved as “{file}” in the browser’s downloads.',
  'ui.restore.kept-folder': 'What was here before is saved in the backup folder.',
  'ui.restore.go': 'Open the workbook',

  'report.card.title': 'Recovery card',
  'report.card.about': 'This backup',
  'report.card.what':
    'This card belongs to a Dutybook backup file. The file holds all of the school’s safety work with its history. If the computer is broken or stolen or its data is cleared, the file (and the password) bring everything back.',
  'report.card.school': 'School',
  'report.card.made': 'Made at',
  'report.card.by': 'Made by',
  'report.card.file': 'File name',
  'report.card.size': 'Size',
  'report.card.rows': 'Rows',
  'report.card.fingerprint': 'Fingerprint',
  'report.card.locked': 'Password',
  'report.card.not-locked': 'none: whoever has the file can open it, lock it away',
  'report.card.is-locked': 'yes: without it nobody can open the file',
  'report.card.place': 'Where the file is kept (by hand)',
  'report.card.password': 'Password (by hand; fold and seal it, keep it apart from the file)',
  'report.card.keeper': 'Kept by',
  'report.card.date': 'Date',
  'report.card.steps': 'How to restore',
  'report.card.step-1':
    'On a computer with internet, open the address of Dutybook (written above) in Chrome or Edge.',
  'report.card.step-2':
    'Copy the backup file (its name ends in .dutybook) from the USB stick to that computer.',
  'report.card.step-3':
    'On the first page press “Restore from a backup” and choose the file; enter the password if it has one.',
  'report.card.step-4': 'Compare school, time and fingerprint with this card, then press “Restore”.',
  'report.card.step-5': 'Look at Today and at the history: is what was entered last there?',
  'report.card.address': 'Address (by hand)',
  'report.card.urgent': 'If the data is suddenly gone, in this order',
  'report.card.urgent-1':
    'Do not clear the browser’s data, do not reinstall the system, do not begin to enter everything again.',
  'report.card.urgent-2':
    'If the program is still open and shows its content: press “Backup” and save the file to a USB stick.',
  'report.card.urgent-3':
    'Look for the latest backup: USB stick, backup folder, cloud, complete files sent to the bureau or to colleagues.',
  'report.card.urgent-4': 'Restore on another computer first and look at it; then see to the old computer.',
  'report.card.urgent-5':
    'If a report of an incident is due, report by telephone as the rules say; do not wait for the restore.',
}
