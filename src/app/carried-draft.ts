import { emptyDraft, type IncidentDraft } from './record-incident.ts'

/** A half entered incident out of a backup, which may hold anything: null when it is not one. */
export function carriedDraft(value: unknown): IncidentDraft | null {
  if (!isObject(value)) return null
  const { people: _people, responsible: _responsible, done: _done, ...plain } = emptyDraft('')
  const draft = { ...emptyDraft('') } as Record<string, unknown>
  for (const key of Object.keys(plain)) {
    if (typeof value[key] !== 'string') return null
    draft[key] = value[key]
  }
  for (const [key, fields] of [
    ['people', ['role', 'who', 'class', 'level', 'name', 'injury']],
    ['responsible', ['person', 'capacity']],
  ] as const) {
    const list = value[key]
    if (!Array.isArray(list) || !list.every((each) => isObject(each) && hasTexts(each, fields))) return null
    draft[key] = list
  }
  if (!isObject(value['done']) || !hasTexts(value['done'], Object.keys(value['done']))) return null
  return { ...draft, done: { ...value['done'] } } as unknown as IncidentDraft
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const hasTexts = (value: Record<string, unknown>, keys: readonly string[]): boolean =>
  keys.every((key) => typeof value[key] === 'string')
