import type { zh } from './rules.zh.ts'

export const en: Record<keyof typeof zh, string> = {
  'why.severity.merged': 'Marked as part of incident {no} and counted there, not here.',
  'why.severity.linked':
    '{count} {count|incident is|incidents are} marked as part of this one; the worst harm among them decides, and it counts once.',
  'why.severity.scene-not-scored': 'The scene is “{scene:label}”: recorded, not scored.',
  'why.severity.food-confirmed':
    'Food poisoning of pupils at school is confirmed: under the plan a grave incident with fault.',
  'why.severity.food-suspected-counted':
    'Suspected food poisoning; this school treats it as confirmed, so the severity is grave.',
  'why.severity.food-suspected':
    'Food poisoning is only suspected, so harm and loss decide for now; once confirmed it is a grave incident with fault. Report limits of grave incidents run already.',
  'why.severity.food-too-few':
    '{cases} cases of food poisoning, fewer than the {minimum} this school counts from; harm and loss decide.',
  'why.severity.injury': 'The worst injury of a pupil is “{level:label}”: by injury “{severity:label}”.',
  'why.severity.injury-of-ledger':
    'No injured person is recorded yet, so the ledger’s injury “{level:label}” is used: by injury “{severity:label}”.',
  'why.severity.injured-not-scored':
    'Those injured are no pupils: recorded, not scored (the plan speaks of pupils).',
  'why.severity.injury-level-missing':
    'An injured pupil has no level and the wording is not in the dictionary: severity pending. Please fill in the level.',
  'why.severity.no-injury': 'No pupil was injured.',
  'why.severity.loss': 'School property worth {loss} yuan was lost: by loss “{severity:label}”.',
  'why.severity.loss-basis-repair':
    'Loss is what repair or replacement costs, as set by the logistics office.',
  'why.severity.loss-basis-purchase': 'Loss is the purchase price.',
  'why.severity.loss-basis-residual': 'Loss is the value left after depreciation.',
  'why.severity.loss-on-bound':
    'The loss is exactly {loss} yuan, a number both grades of the plan name: here “{severity:label}”, by the other reading “{other:label}”.',
  'why.severity.loss-private': 'The loss of {loss} yuan is private property: recorded, not scored.',
  'why.severity.loss-owner-missing':
    'The loss of {loss} yuan names no owner and is not counted yet. Please fill it in.',
  'why.severity.higher-of-both': 'Both injury and loss: the higher decides, counted once.',
  'why.severity.injury-first': 'Both injury and loss: this school goes by the injury.',
  'why.severity.separate-loss':
    'Both injury and loss: this school keeps them apart. This one goes by the injury; enter the loss as an incident of its own.',
  'why.severity.separate-injury':
    'Both injury and loss: this school keeps them apart. This one goes by the loss; enter the injury as an incident of its own.',
  'why.severity.no-harm': 'Neither injury nor loss: recorded, not scored.',
  'why.severity.no-harm-ordinary': 'Neither injury nor loss; this school counts it as ordinary.',
  'why.severity.result': 'Severity: {severity:label}.',
  'why.severity.cases': 'This school counts each injured pupil: {count} {count|incident|incidents} here.',
  'why.liability.nobody-examined': 'Nobody responsible is recorded yet, so fault is pending.',
  'why.liability.at-fault': 'Somebody responsible was not diligent: an incident with fault.',
  'why.liability.all-diligent': 'Everybody responsible was diligent: an incident without fault.',
  'why.liability.pending': 'Something about somebody responsible is still open, so fault is pending.',
  'why.class.by-hand': 'Set by hand to “{class:label}”, which decides.',
  'why.class.result': 'Class: {class:label}.',
  'why.class.pending': 'The class is pending.',
  'why.confirm.by-vp': 'To be confirmed by the vice principal in charge.',
  'why.confirm.by-meeting': 'To be decided by: {meeting:label}. Please fill in the meeting that decided.',
  'why.confirm.done': 'Decided by: {meeting:label}.',
  'why.finding.by-hand': 'Set by hand to “{finding:label}”, which decides.',
  'why.finding.food-poisoning': 'Food poisoning is an incident with fault: everybody named is not diligent.',
  'why.finding.off-post': 'Negligent or off post.',
  'why.finding.not-educated': 'Pupils were not taught.',
  'why.finding.not-guided': 'Guidance (checks, supervision) was not given.',
  'why.finding.absent': 'Should have been there and was not.',
  'why.finding.education-open': 'Whether pupils were taught is to be checked.',
  'why.finding.education-empty': 'Whether pupils were taught is not filled in.',
  'why.finding.guidance-open': 'Whether guidance was given is to be checked.',
  'why.finding.guidance-empty': 'Whether guidance was given is not filled in.',
  'why.finding.read-as-and':
    'This school’s rule: a homeroom teacher is at fault only when teaching or guidance failed and he was absent as well.',
  'why.finding.partial-majority':
    'Only one of teaching and guidance failed; by this school’s rule that is no failure of both.',
  'why.finding.partial-manual':
    'One of teaching and guidance was done and one was not; here somebody has to decide.',
  'why.finding.otherwise-and':
    'The clause can also be read as needing both; that would be “{finding:label}”.',
  'why.finding.otherwise-or':
    'The clause can also be read as needing either; that would be “{finding:label}”.',
  'why.finding.result': 'Finding: {finding:label}.',
  'why.points.pending': 'Class or finding is pending; no points yet.',
  'why.points.of-class': '{class:label}: {points} {points|point|points} each.',
  'why.points.cases': 'Counts as {cases} incidents.',
  'why.points.multi-split': 'Several persons share the points by their share of responsibility.',
  'why.points.multi-primaryOnly': 'Only the first person responsible loses points.',
  'why.points.expected': 'The incident is not confirmed: these points are expected and do not count yet.',
  'why.leg.starts-known': 'The clock starts when it was known, {base}.',
  'why.leg.starts-occurred': 'The clock starts when it happened, {base}.',
  'why.leg.starts-when-told': 'The clock starts when the report was received, {base}.',
  'why.leg.waits': 'The leg before has not been done, so the clock has not started.',
  'why.leg.no-limit': 'The plan names no limit for this leg.',
  'why.leg.limit': 'Limit of this leg for severity “{severity:label}”: {limit}.',
  'why.leg.advice-only':
    'The plan says “at once” and names no minutes: the limit is advice, and nobody is late by it.',
  'why.leg.due': 'Due by {due}.',
  'why.leg.done': 'Done {done}.',
  'why.leg.in-time': 'Done {done}, due {due}: in time.',
  'why.leg.late': 'Done {done}, due {due}: {minutes} {minutes|minute|minutes} late.',
  'why.leg.later-than-advised':
    'Done {done}, {minutes} {minutes|minute|minutes} after the advised time {due}; not late.',
  'why.leg.missing': 'Due {due} and not done.',
  'why.leg.running': 'Due {due}; the clock is running.',
  'why.leg.grace': 'With {grace} minutes of grace.',
  'why.leg.reason-accepted': 'The reason was accepted; it is not pursued.',
  'why.leg.entered-too-late':
    'Entered more than {hours} hours after it was known, and not marked as entered later.',
  'why.leg.suspicion-flagOnly': 'The program suspects “{suspicion:label}”; a meeting decides.',
  'why.leg.suspicion-autoLate':
    'The program suspects “{suspicion:label}”; by this school’s rule what exceeds its limit counts as late.',
  'problem.policy.unknown-setting': 'There is no such setting: check its name.',
  'problem.policy.setting-twice': 'This setting stands in two rows: delete one.',
  'problem.policy.not-a-choice': 'Only these: {allowed}.',
  'problem.policy.not-yes-or-no': 'Enter yes or no.',
  'problem.policy.not-a-number': 'Enter a number.',
  'problem.policy.out-of-range': 'Enter a number from {min} to {max}.',
  'problem.policy.not-numbers': 'Enter numbers parted by commas.',
  'problem.policy.number-too-small': 'No number may be below {min}.',
  'problem.policy.not-rising': 'The numbers must rise.',
  'problem.policy.not-falling': 'The numbers must fall.',
  'problem.policy.wrong-count': 'Enter {count} {count|number|numbers}.',
  'problem.policy.not-a-clock': 'Enter a time such as 17:30.',
  'problem.policy.not-a-table': 'Write “name=value”, parted by semicolons.',
  'problem.policy.unknown-entry': 'Left of the equals sign only: {allowed}.',
  'problem.policy.not-a-scale': 'Write “number=number”, parted by semicolons, such as 5=10;10=20.',
  'problem.policy.twice-in-scale': '{number} stands twice: delete one.',
}
