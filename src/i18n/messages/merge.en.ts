import type { zh } from './merge.zh.ts'

export const en: Record<keyof typeof zh, string> = {
  'problem.package.not-one': 'This is not a data file of this program.',
  'problem.package.cut':
    'The file is not complete: {have} of {of} bytes. Nothing was changed; copy it again or ask for it once more.',
  'problem.package.damaged':
    'The file is damaged at byte {where}. Nothing was changed; ask for it once more.',
  'problem.package.malformed': 'The data in the file are not as they must be ({where}). Nothing was changed.',
  'problem.package.newer-format':
    'The file was saved by a newer version (format {format}, this one knows {known}). Reload the page for the new version, then merge.',
  'problem.merge.no-state':
    'The file holds no data for merging: it may be a partial or covered export, or another program has removed them. Nothing was merged; “Import” can check it row by row.',
  'problem.merge.state-damaged':
    'Part of the data for merging (the hidden sheet “_dutybook”) was changed or removed. Nothing was taken; ask for a new export.',
  'problem.merge.other-workbook': 'This file belongs to another workbook, “{name}”. Nothing was merged.',
  'problem.merge.other-window': 'Another window is editing this workbook. Close it first, then merge.',
  'problem.merge.clock-ahead':
    'The clock of {by}’s computer is ahead (a change is dated {at}). It affects only the times shown, not the data.',
  'problem.merge.clock-behind':
    'The clock of {by}’s computer is behind (a change is dated {at}). It affects only the times shown, not the data.',
  'problem.store.merge-overtaken':
    'Another window wrote while the file was being merged, so the merge was not saved. Reload this page and merge again; neither the file nor anything saved is lost.',
  'problem.store.not-whole':
    'Some of what the browser keeps cannot be read, so nothing can be merged or exported now. Restore the latest backup first.',
  'change.merge.package':
    'Merged a file: {rows} new {rows|row|rows}, {cells} {cells|cell|cells} changed, {conflicts} to be decided',
  'change.merge.names': 'After merging, cells filled by name follow who was renamed',
  'change.merge.resolve': 'Decided between differing values',
  'change.merge.resolve-many': 'Decided {count} {count|cell|cells} with differing values',
}
