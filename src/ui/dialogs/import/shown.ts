/** Rows of a page of the preview: a list of 20,000 nobody reads and every scroll pays. */
export const SHOWN = 200
