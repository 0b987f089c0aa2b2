import type { zh } from './clipboard.zh.ts'

export const en: Record<keyof typeof zh, string> = {
  'problem.paste.digits-lost':
    'Excel took these digits for a number and kept only the first 15. Format the column as text in Excel, enter them again, and copy again.',

  'grid.fill-right': 'Fill right',
  'grid.paste-special': 'Paste special…',

  'ui.paste.heading': 'Before it is pasted',
  'ui.paste.refused':
    'Cells whose column does not take what they hold: {count}. Cells that are fine: {good}. Nothing has been written yet.',
  'ui.paste.row': 'Row',
  'ui.paste.column': 'Column',
  'ui.paste.text': 'To be pasted',
  'ui.paste.why': 'Why not',
  'ui.paste.more': 'Not listed here: {count}.',
  'ui.paste.skipped': 'Left out, over computed columns or beyond the last column: {count}.',
  'ui.paste.lost-rows': 'The program makes the rows of this table; rows past the end are left out: {count}.',
  'ui.paste.all': 'Paste all, mark what does not fit',
  'ui.paste.good': 'Paste only the {count} that fit',
  'ui.paste.none-good': 'There is nothing that can be pasted.',

  'ui.paste-special.heading': 'Paste special',
  'ui.paste-special.teach': 'Press Ctrl+V in the field below to bring in what was copied.',
  'ui.paste-special.here': 'Press Ctrl+V here',
  'ui.paste-special.read': 'Read the clipboard',
  'ui.paste-special.denied': 'The browser did not allow reading the clipboard. Press Ctrl+V in the field.',
  'ui.paste-special.empty': 'There is no text in the clipboard.',
  'ui.paste-special.size': '{rows} {rows|row|rows}, {columns} {columns|column|columns}',
  'ui.paste-special.values': 'Only the texts shown (merged cells are not spread, no numbers behind texts)',
  'ui.paste-special.transpose': 'Transpose: rows become columns',
  'ui.paste-special.skip-empty': 'Skip blanks: empty cells leave what is there',
  'ui.paste-special.paste': 'Paste',
}
