/**
 * What went wrong, as data. Lower layers return codes with parameters; only `ui` and `i18n` turn them into
 * sentences, so the same problem reads the same everywhere and in every language.
 */
export interface Problem {
  /** Key of a sentence in `i18n` under `problem.` */
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
}

export type Result<T, P = Problem> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: P }

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })

export const fail = (
  code: string,
  params?: Problem['params'],
): { readonly ok: false; readonly problem: Problem } => ({
  ok: false,
  problem: params ? { code, params } : { code },
})
