import { headingKey, type HeadingPath } from './headings.ts'

/**
 * What files of one source have in common: their headings, in order, whatever the month or the school year that stands
 * in the title. Two files of one shape want the same mapping.
 */
export const shapeOf = (headings: readonly HeadingPath[]): string =>
  headings
    .map((path) => path.map(headingKey).join('/'))
    .join('|')
    .replace(/\|+$/, '')
