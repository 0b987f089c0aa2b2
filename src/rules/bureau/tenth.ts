/**
 * Points and per cent are told to one decimal, half up as people and spreadsheets round; the grain keeps 2.85, which a
 * computer holds as a little less, from becoming 2.8.
 */
export const tenth = (value: number): number => Math.round(value * 10 + 1e-9) / 10
