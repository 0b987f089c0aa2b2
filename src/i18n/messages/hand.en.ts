export const en = {
  'ui.overtaken.heading': '{count} cells have been changed by somebody else since',
  'ui.overtaken.why':
    'Undo has left these cells alone: after you wrote them, a merged file or another window changed them. Keep them and nothing is lost; or change them back, which can be undone too.',
  'ui.overtaken.where': 'Where',
  'ui.overtaken.now': 'Now',
  'ui.overtaken.before': 'Undo would write',
  'ui.overtaken.more': '{count} more',
  'ui.overtaken.keep': 'Keep what is there',
  'ui.overtaken.restore': 'Change back',
} as const
