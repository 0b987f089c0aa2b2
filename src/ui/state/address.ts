/**
 * Where in the program, as the address says it: `#/incidents`. Only the name of a screen or table ever stands there,
 * never anything a row holds, for addresses are kept in the browser's history and get copied.
 */
export const addressOf = (place: string): string => `#/${place}`

export function placeIn(hash: string, known: (place: string) => boolean): string | null {
  const place = /^#\/(\w+)$/.exec(hash)?.[1]
  return place !== undefined && known(place) ? place : null
}
