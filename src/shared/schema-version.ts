/**
 * The number of the stored form. A build refuses to write data whose number is higher than its own, so it goes up
 * whenever an older build could no longer read, or would damage, what this one writes.
 */
export const SCHEMA_VERSION = 1
