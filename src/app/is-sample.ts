import type { Session } from './session.ts'

/** How many changes a workbook begins with, at the most. */
const BEGINNING = 5

/** Was the workbook begun as the sample school? */
export const isSample = (session: Pick<Session, 'beginning'>): Promise<boolean> =>
  session
    .beginning(BEGINNING)
    .then((records) => records.some(({ change }) => change.label.code === 'workbook.sample'))
