/** For whom a paper is printed: how people are named on it, and what may stand in its sentences. */
export interface Reader {
  /** A colleague; the department of one this reader may not know by name. */
  person(id: string, name: string): string
  department(name: string): string
  posts(person: string, posts: string): string
  /** The number of an incident. */
  number(no: string): string
  /** A few words that somebody typed: what a term or a meeting is called. */
  label(text: string): string
  /** Sentences that somebody or the program wrote. */
  sentence(text: string): string
  /** People without names stand in the order of what is said of them: the school's own order would tell who is who. */
  readonly keepsOrder: boolean
}

/** Whoever may read everything. */
export const insider: Reader = {
  person: (_, name) => name,
  department: (name) => name,
  posts: (_, posts) => posts,
  number: (no) => no,
  label: (text) => text,
  sentence: (text) => text,
  keepsOrder: true,
}
