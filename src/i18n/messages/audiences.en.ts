import type { zh } from './audiences.zh.ts'

export const en: Record<keyof typeof zh, string> = {
  'ui.export.for': 'For whom',
  'ui.export.for.whole': 'Everything',
  'ui.export.for.whole-hint':
    "The school's own copy: everything is in it and it can be merged. Set a password; do not send it out.",
  'ui.export.for.school': 'Inside the school',
  'ui.export.for.school-hint':
    'For leaders and colleagues: staff by full name, pupils by surname, no diagnoses, families or costs.',
  'ui.export.for.bureau': 'For the bureau',
  'ui.export.for.bureau-hint':
    'No names, codes or classes of pupils; staff by department, those who sign by name.',
  'ui.export.for.public': 'For everybody',
  'ui.export.for.public-hint':
    'To be posted: no persons, fixed sentences for what was written, dates to the month, 1 and 2 written as “fewer than 3”.',
  'ui.export.all-ticked':
    'Every table is ticked: only a complete file can be merged by another computer, or bring lost data back. Untick what you do not want.',
  'ui.export.whose': 'Whose scores',
  'ui.export.everybody': 'Everybody (for leaders)',
  'ui.export.own': 'own',
  'ui.export.summaries': 'With summaries of what was written',
  'ui.export.summaries-hint':
    'At most 50 characters each, to be read before the export. Left unticked, no sentences go out.',
  'ui.export.reason': 'Reason',
  'ui.export.reason-hint':
    'The file holds sensitive data such as names and injuries of pupils; the reason goes into the log of exports.',
  'ui.export.reason-missing': 'Please say why sensitive data has to leave.',
  'ui.export.reason-rescue': 'Cannot be stored here for now; a copy so that nothing is lost',

  'ui.export.scores-named':
    'Scores and allowances of {count} {count|person|people} in {term}, by full name, with formulas that recompute.',
  'ui.export.scores-own':
    'The scores of {person} alone in {term}; what follows from records of others stands as a number, and the formulas still recompute.',
  'ui.export.scores-coded':
    'Scores and allowances of {count} {count|person|people} in {term}: departments instead of names, but for those who sign, in another order; formulas go by codes and still recompute.',
  'ui.export.scores-departments':
    'Numbers of people, average scores and incidents with fault by department in {term}; no persons and no formulas.',
  'ui.export.left-out': 'Columns left out: {columns}.',
  'ui.export.changed': 'Columns written in another way: {columns}.',
  'ui.export.tables-left-out': 'Tables that may not be posted and are left out: {tables}.',
  'ui.export.mergeable': 'Another computer can merge it.',
  'ui.export.attachments-none': 'No attachments.',

  'ui.export.checking': 'Looking for names, telephone and identity numbers in what was written …',
  'ui.export.found': '{count} {count|place looks|places look} like personal data',
  'ui.export.found-must':
    'Each needs a decision before the file can go. Only the words in the file change, never the table.',
  'ui.export.found-may':
    'Inside the school they may go as they are; cover what travels further. Only the words in the file change, never the table.',
  'ui.export.found-none': 'No names, telephone or identity numbers were found.',
  'ui.export.agree':
    'I have read these {count} {count|summary|summaries}; there are no names or other personal data in them',
  'ui.export.agree-list': 'Read the summaries ({count})',
  'ui.export.cover-all': 'Cover all',
  'ui.export.leave-all': 'Leave all out',
  'ui.export.place': '{table}, row {row}, {column}',
  'ui.export.places-more': ', and {count} more like it',
  'ui.export.answer': 'What to do',
  'ui.export.answer.none': 'Choose',
  'ui.export.answer.cover': 'Cover',
  'ui.export.answer.leave-out': 'Leave out',
  'ui.export.answer.text': 'Reword',
  'ui.export.answer.pass': 'As it is',
  'ui.export.answer.pass-title': 'Not a name',
  'ui.export.words-for': 'Words in the file',
  'ui.export.still-found': 'There is still a name, telephone or identity number in the new words.',
  'ui.export.remaining': '{count} {count|place is|places are} left.',
  'ui.export.back': 'Back',
  'ui.export.hash': 'Check sum (SHA-256): {hash}',
  'ui.export.logged': 'Written into the log of exports.',
  'ui.export.not-logged': 'Nothing can be stored here now: this export is not in the log.',

  'about.title': 'About this file',
  'about.school': 'School',
  'about.for': 'For',
  'about.term': 'Term',
  'about.period': 'Incidents',
  'about.period-is': '{from} to {to}',
  'about.tables': 'Contents',
  'about.table-rows': '{table}: {count} {count|row|rows}',
  'about.rows': 'Rows in all',
  'about.left-out': 'Columns left out',
  'about.changed': 'Columns written in another way',
  'about.values-only': 'Formula columns that hold values only',
  'about.columns-of': '{table}: {columns}',
  'about.tables-left-out': 'Tables left out',
  'about.names': 'Names',
  'about.names-are':
    '{staff} of the staff by name; of persons involved, {pupils} by name and {surnames} by surname only.',
  'about.texts': 'Texts',
  'about.texts-are': '{count} {count|was|were} dealt with or read before the export.',
  'about.attachments': 'Attachments',
  'about.merge': 'Merging',
  'about.made': 'Made',
  'about.made-by': '{at} {by}',
  'about.program': 'Program and rules',
  'about.program-is': '{program} {build}; rules {rules}',

  'change.workbook.exported': 'Exported a file',
  'problem.row.record':
    'The log of exports is written by the program: it only grows and nothing in it can be changed.',
  'problem.export.unanswered':
    '{count} {count|place|places} with personal data {count|has|have} not been dealt with, and the file has not gone. Cover, reword or leave out each of them.',
  'problem.export.nothing-for-audience':
    'The tables chosen have a row for each person and may not be posted. Choose another audience or other tables.',
  'problem.export.no-such-audience': 'There is no audience “{name}”. Use whole, school, bureau or public.',
}
