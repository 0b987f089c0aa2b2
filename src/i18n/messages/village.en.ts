/** Central schools: take in the reports of the schools below and send them on. */
export const en = {
  'ui.empty.villageSchools':
    'List here the village schools that report through yours. Their codes must be as they enter them, for files are told apart by them; or take their files in and add them from there.',
  'about.below': 'Reports of the schools below',
  'about.below-is': 'With the reports of {count} schools below, each as that school has signed it.',
  'problem.report.below-missing':
    '“{file}” of “{school}” is not on this computer and did not go along. Take that file in once more and export again.',
  'problem.reception.own-school':
    "This is your own school's report. Here you take in those of the schools below; to send yours, export for the bureau.",
  'ui.reception.teach-below':
    'Put in the files that village schools send: each is known by its school code and kept as it is. Your own file for the bureau takes them along, each with its own signature.',
  'ui.reception.privacy-below':
    'No pupil is named in a report; nothing more goes out than the schools below have sent.',
  'ui.reception.keeping': 'Keeping them',
  'ui.reception.done-below': '{reports} taken in; they go along in your file for the bureau.',
  'ui.reception.who-below': 'Which schools below have reported',
  'ui.reception.no-schools-below':
    'No schools below are listed yet. Enter them, or take files in and add them from there.',
  'ui.reception.to-schools-below': 'See the schools below',
  'ui.reception.add-schools-below': 'Add the schools that are not listed ({count})',
  'ui.reception.reminder-below':
    'Reminder: the safety report of {month} is due at the central school by {due}. Not yet in ({count}): {schools}. Please export for the bureau from Dutybook and send the file.',
  'ui.reception.below': 'Nothing along with their central school: {count}',
  'ui.reception.through': 'Sent through {school}.',
  'ui.reception.parent-unsaid':
    'The directory names no central school for it; taking this in enters {school}.',
  'ui.reception.doubt.other-parent':
    'In the directory another school than {school} is above it, yet this came through {school}. Check the directory, or say that you take it in all the same.',
  'ui.reception.doubt.new-school-below':
    'No school below has the code {code}. Taking this in adds “{school}”.',
  'ui.reception.lost-why':
    'It is in the register, but the file is not on this computer; taking it in brings it back.',
  'ui.reception.older-below':
    'A newer report of this school is here; this one is noted, and does not go along.',
  'ui.reception.edited-below':
    'Only what the school has signed is taken in. Let it change its own workbook and send a new file.',
  'problem.reception.plain-below':
    'Not exported by Dutybook for the bureau: it has no signed report to send on. Ask the school to export it.',
  'ui.reception.whole-below':
    'This is that school’s whole workbook, with its pupils and staff. It was not taken in. Return it, delete it, and ask for an export for the bureau.',
} as const
