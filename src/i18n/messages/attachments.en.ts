import type { zh } from './attachments.zh.ts'

export const en: Record<keyof typeof zh, string> = {
  'ui.panel.attachments': 'Attachments',
  'ui.attachments.tab-count': 'Attachments {count}',
  'ui.attachments.add': 'Add photos or files',
  'ui.attachments.take': 'Take a photo',
  'ui.attachments.how':
    'Files can also be dropped here, or a screenshot pasted with Ctrl+V. Photos are made smaller and lose where they were taken.',
  'ui.attachments.none': 'This row has no attachments yet.',
  'ui.attachments.drop': 'Let go to attach to this row',
  'ui.attachments.working': 'Working on {count} {count|file|files}…',
  'ui.attachments.added': 'Added {count} {count|attachment|attachments}.',
  'ui.attachments.as-they-were':
    '{count} {count|file is|files are} kept as they are and may hold authors, comments and other personal data: look before you send them.',
  'ui.attachments.refused': '“{name}” was not added: {why}',
  'ui.attachments.refused-unnamed': 'One file was not added: {why}',
  'ui.attachments.list': 'Attachments',
  'ui.attachments.elsewhere': 'The photo is on another computer',
  'ui.attachments.file-elsewhere': 'The file is on another computer',
  'ui.attachments.elsewhere-of': ' ({by}, {month}/{day})',
  'ui.attachments.elsewhere-how':
    'Have that computer export with “Attached photos” ticked, and merge the file here.',
  'ui.attachments.covered': 'Covered: faces or health',
  'ui.attachments.position': '{at} of {count}',
  'ui.attachments.previous': 'Previous',
  'ui.attachments.next': 'Next',
  'ui.attachments.download': 'Download',
  'ui.attachments.remove': 'Delete',
  'ui.attachments.removed': 'Attachment deleted; Ctrl+Z brings it back.',
  'ui.attachments.sensitive': 'Shows faces or health (covered)',
  'ui.attachments.no-preview':
    'Such files are not opened here: download it and use a program of the computer.',
  'ui.attachments.by': 'added by {by} at {at}',
  'ui.attachments.at': 'added at {at}',
  'ui.attachments.see': 'Attachments ({count})',
  'ui.attachments.of-incident': 'Photos and papers',
  'ui.export.attachments': 'Attached photos',
  'ui.export.attachments-amount': '{count} {count|attachment|attachments}, about {size}',
  'ui.export.attachments-hint':
    'The photos go to the other side with the file. Without, only their names are seen there.',
  'ui.export.attachments-elsewhere':
    '{count} more {count|attachment is|attachments are} on other computers and cannot go along.',
  'ui.arrived.files': 'Kept {count} {count|attachment|attachments}.',
  'ui.arrived.damaged':
    '{count} {count|attachment is|attachments are} damaged in the file and {count|was|were} not kept; all the rest is well. A whole copy of the file adds them.',
  'ui.arrived.problem':
    'Not all attachments were kept: {problem} Use this file once more after that, and it adds them.',
  'ui.arrived.elsewhere':
    '{count} more {count|attachment is|attachments are} here by name only: their content is on other computers and not in this file.',
  'ui.storage.files': '{count} {count|attachment|attachments}, about {size}.',
  'ui.storage.files-waiting':
    '{count} more (about {size}) {count|is|are} used by no row and kept {days} {days|day|days}: until then undoing a deletion brings them back.',
  'ui.storage.files-free':
    '{count} {count|attachment|attachments} (about {size}) {count|has|have} been used by no row for {days} {days|day|days}.',
  'ui.storage.files-clean': 'Delete these attachments',
  'ui.storage.files-sure': 'After that this computer cannot bring them back. Delete them?',
  'ui.storage.files-cleaned': 'Deleted {count} {count|attachment|attachments}, about {size} freed.',
  'change.attachment.add': 'Added {count} {count|attachment|attachments}',
  'change.attachment.remove': 'deleted an attachment',
  'change.attachment.sensitive': 'changed whether an attachment shows faces or health',
  'problem.column.fixed': 'The program writes this column; it cannot be changed.',
  'problem.row.not-typed': 'The program fills this cell; it cannot be typed.',
  'problem.photo.heic':
    'This is a HEIC photo of an iPhone, which browsers cannot open. Set the camera’s format to “Most compatible” and take it again, or send it to yourself as JPG.',
  'problem.photo.undecodable':
    'The picture is damaged or of a kind the browser does not know. Save it as JPG and add it again.',
  'problem.photo.too-many-pixels':
    'The picture is too large ({megapixels} megapixels); make it smaller with a picture program first.',
  'problem.attachment.too-large': 'The file is larger than {limit} MB; compress or split it first.',
  'problem.attachment.empty': 'The file is empty.',
  'problem.attachment.kind':
    'This kind of file is not kept. Photos, PDF, Word, Excel, WPS, text, sound and video are.',
  'problem.attachment.not-what-it-says':
    'The content is no .{extension} file; its ending may have been changed.',
  'problem.attachment.stopped': 'Stopped; nothing was attached.',
  'problem.attachment.no-room':
    'The disk or the browser’s storage is full: the attachment was not kept; nothing else is affected. Free some space, or delete unused attachments under “Where the data is kept”, and add it again.',
  'problem.export.too-many-attachments':
    'The attachments come to about {have} MB, more than the {limit} MB an Excel file can carry. Leave them out and send a backup instead.',
}
