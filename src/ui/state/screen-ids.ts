import { isTableName } from '../../tables/index.ts'

/** The screens that are not simply a table, as the address names them; `screens/registry.ts` says what each is. */
export const screenIds = ['today', 'entry', 'scores', 'problems', 'conflicts', 'history'] as const

export type ScreenId = (typeof screenIds)[number]

export const isScreenId = (place: string): place is ScreenId =>
  (screenIds as readonly string[]).includes(place)

/** A screen or a table: somewhere one can be. */
export const isPlace = (place: string): boolean => isTableName(place) || isScreenId(place)
