/**
 * Every item of the six plans that concerns a school, and the test that proves it: a file of `tests/` and how the test's
 * title begins. The items themselves stand in `fixtures/plan-items.json`.
 */
export const proofs: Readonly<Record<string, readonly [file: string, title: string]>> = {
  'P1-10': ['rules/ledgers.test.ts', 'P1-10: approval of activities'],
  'P1-18': [
    'coverage/plan-one.test.ts',
    'P1-18 what was said to the media after an accident is a matter of its aftermath',
  ],
  'P1-22': ['coverage/plan-one.test.ts', 'P1-22 a training counts whom it reached'],
  'P1-26': ['rules/inspections.test.ts', 'P1-26 buildings are checked again a year later'],
  'P1-32': [
    'coverage/plan-one.test.ts',
    'P1-32 what a laboratory holds is counted in and out, and never below nothing',
  ],
  'P2-01': [
    'coverage/plan-two.test.ts',
    'P2-01 the bases are kept as a plan that is looked through again after its months',
  ],
  'P2-02': [
    'rules/duty-tables.test.ts',
    'P2-02 a duty shows both sides of its post, its own words first, and the pledges in force',
  ],
  'P2-03': ['rules/duty-tables.test.ts', 'P2-03 members of a group show their posts'],
  'P2-04': [
    'coverage/plan-two.test.ts',
    'P2-04 the head of the group is the first responsible, with money and rewards among his work',
  ],
  'P2-05': [
    'coverage/plan-two.test.ts',
    'P2-05 the deputy is responsible in the matter: checks, rescue, plans',
  ],
  'P2-06': ['coverage/plan-two.test.ts', 'P2-06 a member answers for the line in his charge'],
  'P2-07': [
    'coverage/plan-two.test.ts',
    'P2-07 teachers have duties of their own, and what they notice of a pupil has a place that few may see',
  ],
  'P2-08': ['rules/ledgers.test.ts', 'P2-08, P1-12: training'],
  'P2-09': ['rules/duty-tables.test.ts', 'P2-09 responsibility goes up the line'],
  'P2-10': [
    'app/duty-settings.test.ts',
    'P2-10 names the homeroom teacher and whoever stood at that place on that day',
  ],
  'P2-11': [
    'app/common-rows.test.ts',
    'P2-11 makes the pledges layer by layer, numbered, with their texts and templates',
  ],
  'P2-12': ['coverage/plan-two.test.ts', 'P2-12 each office can have its own safety group with a head'],
  'P2-13': ['rules/ledgers.test.ts', 'P2-13: assessment by the department'],
  'P2-14': ['rules/ledgers.test.ts', 'P2-14 adds up the indicators that were marked'],
  'P2-15': [
    'coverage/plan-two.test.ts',
    'P2-15 who is at fault in an incident is out of the honours of the year',
  ],
  'P2-16': ['coverage/plan-two.test.ts', 'P2-16 praise and punishment name the meeting that decided them'],
  'P2-17': [
    'coverage/plan-two.test.ts',
    'P2-17 a suggestion waits a month for an answer, and every term is asked for some',
  ],
  'P3-01': [
    'rules/obligations/by-row.test.ts',
    'P3-01 a kindergarten practises by quarters, unless the policy says otherwise',
  ],
  'P3-02': [
    'app/common-rows.test.ts',
    'P3-02 makes the group from the profile and the departments, each person once',
  ],
  'P3-03': [
    'coverage/plan-three.test.ts',
    'P3-03 the first responsible is asked for the meeting and for what is major',
  ],
  'P3-04': ['coverage/plan-three.test.ts', 'P3-04 teaching is contracted, and training counts who was there'],
  'P3-05': ['app/common-rows.test.ts', 'P3-05 the eleven matters of plan 3 are contracted'],
  'P3-06': [
    'coverage/plan-three.test.ts',
    'P3-06 petitions, archives and the women on the staff are contracted',
  ],
  'P3-07': [
    'rules/inspections.test.ts',
    'P3-07 keeps the balance of each medicine, and says when more was taken than there was',
  ],
  'P3-08': ['coverage/plan-three.test.ts', 'P3-08 a kindergarten is a matter of its own'],
  'P3-09': [
    'coverage/plan-three.test.ts',
    'P3-09 special rooms are a matter of their own, with somebody who keeps each',
  ],
  'P3-10': [
    'rules/duty-tables.test.ts',
    'P3-10 counts open hazards of its place, of its kind, or of its owner',
  ],
  'P3-11': ['rules/duty-tables.test.ts', 'P3-11 of a place is looked at there, or in a part of it'],
  'P3-12': [
    'coverage/plan-three.test.ts',
    'P3-12 the meeting at the end of the month is one in its last days, and of its kind',
  ],
  'P4-01': ['coverage/plan-four.test.ts', 'P4-01 the bases can be named where they are studied'],
  'P4-02': ['rules/hazards.test.ts', 'P4-02 hazards are put right in time'],
  'P4-03': ['coverage/plan-four.test.ts', 'P4-03 negligence, or leaving one’s post, is a fault'],
  'P4-04': [
    'coverage/plan-four.test.ts',
    'P4-04 the group is led by the principal, with deputies and heads of offices',
  ],
  'P4-05': ['coverage/plan-four.test.ts', 'P4-05 the whole, the line and the part are told apart'],
  'P4-06': [
    'coverage/plan-four.test.ts',
    'P4-06 what is studied for awareness can be named, and is due each term',
  ],
  'P4-07': ['coverage/plan-four.test.ts', 'P4-07 pledges name what must not happen'],
  'P4-08': ['rules/inspections.test.ts', 'P4-08 P1-26 what has a last day is told of before it'],
  'P4-09': [
    'coverage/plan-four.test.ts',
    'P4-09 lessons of safety, law and mental health, and one before each holiday',
  ],
  'P4-10': [
    'coverage/plan-four.test.ts',
    'P4-10 the rules on establishing responsibility can be named where they are studied',
  ],
  'P4-11': [
    'app/common-rows.test.ts',
    'P4-11 a template belongs to a layer there is, and has a place for those who sign',
  ],
  'P4-12': ['coverage/plan-four.test.ts', 'P4-12 two kinds and three grades are six classes'],
  'P4-13': [
    'coverage/plan-four.test.ts',
    'P4-13 a light injury out of class goes by the homeroom teacher’s teaching and guidance',
  ],
  'P4-14': [
    'coverage/plan-four.test.ts',
    'P4-14 a light injury in class goes by the teacher’s presence, teaching and guidance',
  ],
  'P4-15': [
    'coverage/plan-four.test.ts',
    'P4-15 a fracture out of class is more serious, with the same question',
  ],
  'P4-16': ['coverage/plan-four.test.ts', 'P4-16 a medium injury in class is more serious'],
  'P4-17': ['coverage/plan-four.test.ts', 'P4-17 a severe injury or a death out of class is severe'],
  'P4-18': ['coverage/plan-four.test.ts', 'P4-18 a severe injury or a death in class is severe'],
  'P4-19': ['coverage/plan-four.test.ts', 'P4-19 logistics: below a thousand yuan, or a light injury'],
  'P4-20': ['coverage/plan-four.test.ts', 'P4-20 logistics: from a thousand yuan, or a medium injury'],
  'P4-21': ['coverage/plan-four.test.ts', 'P4-21 logistics: from ten thousand yuan, or a severe injury'],
  'P4-22': ['coverage/plan-four.test.ts', 'P4-22 food poisoning is always the gravest, whoever was diligent'],
  'P4-23': [
    'coverage/plan-four.test.ts',
    'P4-23 light: within ten minutes to the head of the office, and to the parents',
  ],
  'P4-24': ['coverage/plan-four.test.ts', 'P4-24 light: the head tells the vice principal the same day'],
  'P4-25': [
    'coverage/plan-four.test.ts',
    'P4-25 medium: within five minutes, the head ten minutes after, to the scene, on record, to the principal',
  ],
  'P4-26': [
    'coverage/plan-four.test.ts',
    'P4-26 a more serious one with fault: the council decides, on whom and where it is written',
  ],
  'P4-27': [
    'coverage/plan-four.test.ts',
    'P4-27 severe: at once to the top, and to government, education, health and police',
  ],
  'P4-28': ['coverage/plan-four.test.ts', 'P4-28 what the law decides is followed until it is done'],
  'P4-29': [
    'app/hazards.test.ts',
    'P4-29 a failed item becomes a hazard in the same change, and joins it when it fails again',
  ],
  'P4-30': ['rules/ledgers.test.ts', 'P4-30: archives'],
  'P4-31': [
    'rules/small-tables.test.ts',
    'P4-31 the profile counts who is at work and names the rules in force',
  ],
  'P4-32': ['engine/settings.test.ts', 'P4-32 allow.amount: the standard'],
  'P4-33': ['rules/points.test.ts', 'P4-33 points of one incident for one person'],
  'P4-34': ['engine/settings.test.ts', 'P4-34 mgmt.repeat: each full multiple, or once'],
  'P4-35': [
    'engine/settings.test.ts',
    'P4-35 mgmt.threshold.director and mgmt.threshold.vp: from how many on',
  ],
  'P4-36': [
    'engine/settings.test.ts',
    'P4-36 mgmt.ownIncident: a director’s own incident counts in his counter, or not',
  ],
  'P4-37': [
    'engine/settings.test.ts',
    'P4-37 makes the score 0 and takes the honours, whatever else there is',
  ],
  'P4-38': [
    'coverage/plan-four.test.ts',
    'P4-38 a petition points at its incident, and the principal’s council at whom it punished',
  ],
  'P4-39': ['coverage/plan-four.test.ts', 'P4-39 the year is summed up, and rewards are paid by a meeting'],
  'P4-40': ['engine/settings.test.ts', 'P4-40 veto.min: from which severity on'],
  'P5-08': [
    'coverage/plan-five.test.ts',
    'P5-08 insurance: the claim of each injured pupil, and the day the policy ends',
  ],
  'P5-11': [
    'coverage/plan-five.test.ts',
    'P5-11 the canteen writes its day down where there is one, and what safety costs is entered',
  ],
  'P5-13': ['rules/inspections.test.ts', 'P5-13 dangerous goods are kept by two'],
  'P5-15': [
    'coverage/plan-five.test.ts',
    'P5-15 the school answers for itself: every duty that falls due has somebody',
  ],
  'P5-16': [
    'app/hazards.test.ts',
    'P5-16 each step has its turn, another checks, what is sent back is counted',
  ],
  'P5-17': [
    'app/common-rows.test.ts',
    'P5-17 makes the list of duties from who is at work and which posts have duties',
  ],
  'P5-18': ['app/common-rows.test.ts', 'P5-18 both duties of every post, each item on its own line'],
  'P5-22': ['coverage/plan-five.test.ts', 'P5-22 crossing work names who gave it to whom'],
  'P5-23': [
    'engine/settings.test.ts',
    'P5-23 veto.dept: which faults the register also lists under the department',
  ],
  'P5-25': ['app/hazards.test.ts', 'P5-25 a monthly report that is sent stays as it was sent'],
  'P5-26': ['app/hazards.test.ts', 'P5-26 a quarterly summary sums up its months and drafts what is empty'],
  'P5-27': [
    'coverage/plan-five.test.ts',
    'P5-27 news that cannot wait stands in the register until it is sent',
  ],
  'P5-28': [
    'coverage/plan-five.test.ts',
    'P5-28 a village school names the central school it reports through',
  ],
  'P5-29': ['coverage/plan-five.test.ts', 'P5-29 a plan is in force from its issue, until it is withdrawn'],
  'P6-08': ['coverage/plan-six.test.ts', 'P6-08 the principal leads patrols, meetings and lessons'],
  'P6-09': [
    'rules/duty-tables.test.ts',
    'P6-09 a log counts who is there and the classes that have reported',
  ],
  'P6-10': ['coverage/plan-six.test.ts', 'P6-10 (2) looks in at recess'],
  'P6-11': ['coverage/plan-six.test.ts', 'P6-11 (3) looks at the exercises'],
  'P6-12': ['coverage/plan-six.test.ts', 'P6-12 (4) has the school cleared'],
  'P6-13': ['coverage/plan-six.test.ts', 'P6-13 (5) looks after the roll calls before lessons'],
  'P6-14': ['rules/duty-tables.test.ts', 'P6-14 adds up its seven days and nothing beside them'],
  'P6-15': [
    'coverage/plan-six.test.ts',
    'P6-15 (7) turns away who came in against the rules, and the week counts them',
  ],
  'P6-16': [
    'coverage/plan-six.test.ts',
    'P6-16 (8) patrols the grounds and around them for the four preventions',
  ],
  'P6-17': ['rules/duty-tables.test.ts', 'P6-17 what was called to the police is marked so'],
  'P6-18': [
    'rules/obligations/by-row.test.ts',
    'P6-18 asks the homeroom teacher where a pupil is, and the director about what is said of the school',
  ],
  'P6-19': ['coverage/plan-six.test.ts', 'P6-19 the subject teacher answers for order and safety in class'],
  'P6-23': ['rules/ledgers.test.ts', 'P6-23: public opinion'],
  'P6-24': ['rules/ledgers.test.ts', 'P6-24: petitions'],
  'P6-25': ['rules/ledgers.test.ts', 'P6-25: directives'],
}
