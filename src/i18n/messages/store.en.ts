import type { zh } from './store.zh.ts'

export const en: Record<keyof typeof zh, string> = {
  'problem.store.quota':
    'The storage of this computer or browser is full, and the last changes are not saved. They are still on the page: export a file first, free some disk space, then choose “Save again”.',
  'problem.store.failed':
    'The browser could not save the last changes ({error}). They are still on the page: export a file first, then choose “Save again”.',
  'problem.store.closed':
    'The browser has closed the database; the site data may have been cleared. Do not close this page: export a file first, then open it again.',
  'problem.store.emptied':
    'The data of this workbook is not in the browser any more; it may have been cleared. Restore it from a backup file.',
  'problem.store.unavailable':
    'This browser does not let pages keep data (a private window, or its settings). You can open files, look and export, but nothing stays when the page is closed.',
  'problem.store.not-answering':
    'The browser’s database does not answer. Close the browser and open it again; if that does not help, restore a backup file.',
  'problem.store.blocked':
    'Another tab still has the old version open. Close the other Dutybook tabs; this one goes on by itself.',
  'problem.store.upgraded-elsewhere':
    'Another tab has moved to a new version, so nothing can be edited here. Reload this page.',
  'problem.store.newer-database':
    'The data was saved by a newer version, which this old one cannot open. Reload the page to get the new version.',
  'problem.store.newer-writer':
    'The data was saved by a newer version (writer {needed}), so this page can only show it. Reload the page to get the new version.',
  'problem.store.changes-missing':
    '{count} saved {count|change is|changes are} missing; what is here ends at {since}. A sudden power cut may be the cause. Check it, or restore the latest backup.',
  'problem.store.all-changes-missing':
    'All {count} {count|change|changes} saved before {count|is|are} missing; the browser may have lost its data. Restore the latest backup.',
  'problem.store.other-content':
    'The content of the browser is not what was saved last; older data may have been put back. Check the latest changes.',
  'problem.store.pages-unreadable':
    '{count} {count|part|parts} (about a thousand rows each) cannot be read. They are left as they are and all other rows work. Restore the latest backup.',
  'problem.store.changes-unreadable':
    '{count} {count|change|changes} cannot be read. They are left as they are and everything else works. Compare with the latest backup.',
  'problem.store.lost':
    '“{name}” was kept in this browser ({rows} {rows|row|rows}, last saved {at}) and cannot be found; it may have been cleared. Restore it from a backup file.',
  'problem.store.lost-by-browser':
    'The browser found its database damaged and deleted it: “{name}” ({rows} {rows|row|rows}, last saved {at}). Restore it from a backup file.',
  'problem.store.may-be-deleted':
    'The browser has not promised to keep the data and may delete it when space is short. Install the app, or export backups often.',
  'problem.store.cannot-promise': 'This browser cannot promise to keep the data. Export backups often.',
  'problem.store.little-space':
    'Little storage is left, about {megabytes} MB. Free some disk space and export a backup.',
}
