import type { zh } from './ledgers.zh.ts'

export const en: Record<keyof typeof zh, string> = {
  'ui.empty.training':
    'One row for each training: what was studied and who took part; the coverage is worked out.',
  'ui.empty.safetyLessons':
    'One row for each piece of safety education: reminders of 1, 5 and 30 minutes, class meetings, lessons. After an incident this proves that pupils were taught.',
  'ui.empty.plans': 'The list of plans, rules and templates, with a reminder when one has to be reviewed.',
  'ui.empty.drills':
    'One row for each drill: time taken, problems, improvements; at least one a month, in kindergartens one a quarter.',
  'ui.empty.activities':
    'Activities are approved before they take place: plan, risks, education beforehand, staff along. The last day for approval is worked out.',
  'ui.empty.opinions': 'What is said of the school online and on hotlines: verified, answered, dealt with.',
  'ui.empty.petitions': 'Every letter and visit with its deadlines for notice and answer.',
  'ui.empty.disputes':
    'Quarrels to settle and people to look after, by code and never by name; they leave in full backups only.',
  'ui.empty.rewards': 'Commendations, rewards and sanctions, one row each, with the meeting that decided.',
  'ui.empty.departmentReviews':
    'Once a term each department marks its own people, five indicators of 20 points, shown beside the term score.',
  'ui.empty.feedback': 'Opinions and suggestions of colleagues, and the rules revised because of them.',
  'ui.empty.archives':
    'The boxes of the archive; which tables fill them, how many rows, and what is missing.',
  'ui.empty.directives': 'Papers from above, with a reminder when one is due.',
  'ui.empty.programmes': 'Plans and summaries of years and terms; a missing one is called for.',
  'ui.empty.todos': 'To-dos of your own. What the program works out stands in Today and needs no row.',

  'problem.lesson.future':
    'The date is later than today. Please check it; record a lesson when it has been given.',
  'problem.plan.reviewed-before-issued':
    'The last review is before the day of issue. Please check both dates.',
  'problem.activity.nobody-along': 'Pupils go off campus without a teacher. Please check the numbers.',
  'problem.opinion.closed-unverified': 'Closed before it was verified. Please say what was found first.',
  'problem.archive.year': 'Please write the year with four digits, such as 2026.',

  'setting.petition.noticeDays': 'Notice of a petition (days)',
  'why.setting.petition.noticeDays':
    'Days after receipt within which the petitioner is told whether it is accepted.',
  'setting.petition.closeDays': 'Answer to a petition (days)',
  'why.setting.petition.closeDays': 'Days after receipt within which a petition is closed.',
  'setting.petition.extendDays': 'Extension of a petition (days)',
  'why.setting.petition.extendDays': 'Days added when a complex case is extended.',
  'setting.petition.days': 'How days of petitions are counted',
  'why.setting.petition.days': 'Whether these periods run over all days or over workdays.',
  'setting.petition.days.natural': 'All days',
  'setting.petition.days.work': 'Workdays',
  'setting.petition.groupSize': 'Size of a group visit',
  'why.setting.petition.groupSize': 'From how many people a visit counts as one of a group.',
  'setting.opinion.feedHours': 'Feedback on ordinary opinion (hours)',
  'why.setting.opinion.feedHours': 'Hours within which ordinary public opinion is verified and reported.',
  'setting.opinion.sensitiveHours': 'Feedback on sensitive opinion (hours)',
  'why.setting.opinion.sensitiveHours': 'Hours within which sensitive or large public opinion is reported.',
  'setting.activity.leadDays': 'Approval at school (workdays before)',
  'why.setting.activity.leadDays': 'Workdays before an activity at school by which it must be approved.',
  'setting.activity.offCampusDays': 'Approval off campus (workdays before)',
  'why.setting.activity.offCampusDays':
    'Workdays before an activity off campus by which it must be approved.',
  'setting.drill.period': 'How often there is a drill',
  'why.setting.drill.period':
    'By the type of school (kindergartens each quarter, others each month), or the same for all.',
  'setting.drill.period.bySchool': 'By type of school',
  'setting.drill.period.month': 'Each month',
  'setting.drill.period.quarter': 'Each quarter',
  'setting.drill.tabletop': 'Table-top exercises count',
  'why.setting.drill.tabletop':
    'Whether a table-top exercise or discussion counts as the drill of its month.',
  'setting.drill.seconds': 'Evacuated within (seconds)',
  'why.setting.drill.seconds':
    'Seconds from the signal to everybody assembled; 180 suits primary schools, 120 others.',
  'setting.meeting.window': 'Window of the monthly meeting (days)',
  'why.setting.meeting.window': 'A meeting in these last days of a month counts as its meeting.',
  'setting.programme.weeks': 'Plans made within (weeks)',
  'why.setting.programme.weeks':
    'Weeks from the first day of school by which the plan of the term and the pledges are there.',
  'setting.dept.weight': 'Weight of the department’s marks (%)',
  'why.setting.dept.weight':
    'The weight named beside the term score; 0 means for information. The term score itself is not moved.',
}
