/** The screens that are not simply a table, as the address names them; `screens/registry.ts` says what each is. */
export const screenIds = [
  'today',
  'dashboard',
  'entry',
  'attendance',
  'scores',
  'problems',
  'conflicts',
  'history',
] as const

export type ScreenId = (typeof screenIds)[number]

export const isScreenId = (place: string): place is ScreenId =>
  (screenIds as readonly string[]).includes(place)
