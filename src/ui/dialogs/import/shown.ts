/** Rows of each kind that a preview lists. Counts are of all rows; a list of 20,000 nobody reads and every scroll pays. */
export const SHOWN = 200
