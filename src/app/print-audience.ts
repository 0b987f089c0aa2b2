import type { TermSpan } from '../rules/terms.ts'
import { hidesStaff, type Audience } from '../exchange/masking/audiences.ts'
import { isFew } from '../exchange/masking/bands.ts'
import { departmentScores } from '../exchange/masking/department-scores.ts'
import { knownPeople } from '../exchange/masking/known-people.ts'
import { Mask } from '../exchange/masking/mask.ts'
import { maskedScores } from '../exchange/masking/masked-scores.ts'
import { Passages, type Place } from '../exchange/masking/passages.ts'
import { ExaminedTexts, TextExaminer } from '../exchange/masking/text-examiner.ts'
import type { ExportWords } from './export-words.ts'
import { scoreExportOf } from './score-export.ts'
import type { Session } from './session.ts'

/** Paper is handed on like a file, so it goes by the same rules: how people are named and what its sentences may say. */
export const readerFor = (session: Session, audience: Audience, { say }: Pick<ExportWords, 'say'>) =>
  readerBy(maskFor(session, audience, say), audience)

export function readerBy(mask: Mask, audience: Audience) {
  const place: Place = { table: 'deductions', row: '', column: 'explain', line: 0 }
  return {
    person: (id: string) => mask.person(id) ?? '',
    department: (name: string) => mask.text('department', name, place),
    posts: (person: string, posts: string) => mask.ofPerson(person, 'post', posts, place),
    number: (no: string) => mask.text('incident-number', no, place),
    label: (text: string) => mask.text('label', text, place),
    sentence: (text: string) => mask.text('explanation', text, place),
    keepsOrder: !hidesStaff(audience),
  }
}

/** A term's scores by department as everybody may read them; null for a number too small to be told. */
export function openDepartmentScores(session: Session, term: TermSpan, words: ExportWords) {
  const data = scoreExportOf(session.book, term, { school: session.info.name, words })
  const masked = maskedScores(data, maskFor(session, 'public', words.say), true)
  const told = (count: number) => (isFew(count) ? null : count)
  return departmentScores(masked).map((each) => ({
    ...each,
    people: told(each.people),
    incidents: told(each.incidents),
  }))
}

/** Nobody is asked before a print, so what is found in its sentences is covered. */
export function maskFor(
  { book }: Session,
  audience: Audience,
  say: ExportWords['say'],
  { summaries = false } = {},
): Mask {
  const examiner = new ExaminedTexts(() => new TextExaminer(knownPeople(book), audience))
  const passages = new Passages(examiner, { audience, otherwise: { is: 'cover' } })
  return new Mask(book, book.context(say), passages, { audience, summaries })
}
