/** Our own drawings on a 20 × 20 field, as strokes of the text's colour. */
export const iconShapes = {
  today: ['M4 5.5h12v11H4z', 'M4 8.5h12', 'M7 3.5v3', 'M13 3.5v3', 'M7.5 12l2 2 3.5-3.5'],
  entry: ['M5 3.5h7l3 3v10H5z', 'M10 8v6', 'M7 11h6'],
  score: ['M4 16.5h12', 'M6 16V11', 'M10 16V5', 'M14 16V8'],
  problem: ['M10 3.5l7 13H3z', 'M10 8.5v4', 'M10 14.6v.2'],
  differs: ['M4 8h12', 'M4 12h12', 'M13 4.5L7 15.5'],
  history: ['M10 6v4.5l3 2', 'M4 10a6.2 6.2 0 1 1 2 4.6', 'M3.5 6.5L4 10l3.4-.8'],
  table: ['M3.5 4.5h13v11h-13z', 'M3.5 8h13', 'M3.5 11.8h13', 'M8 4.5v11'],
  undo: ['M4 8h8a4 4 0 0 1 0 8H8', 'M7 5L4 8l3 3'],
  redo: ['M16 8H8a4 4 0 0 0 0 8h4', 'M13 5l3 3-3 3'],
  import: ['M4 13v3.5h12V13', 'M10 3.5v9', 'M6.5 9l3.5 3.5L13.5 9'],
  export: ['M4 13v3.5h12V13', 'M10 12.5v-9', 'M6.5 7L10 3.5 13.5 7'],
  menu: ['M3.5 5.5h13', 'M3.5 10h13', 'M3.5 14.5h13'],
  close: ['M5 5l10 10', 'M15 5L5 15'],
  panel: ['M3.5 4.5h13v11h-13z', 'M12 4.5v11'],
  more: ['M5 10h.1', 'M10 10h.1', 'M15 10h.1'],
  book: ['M5 3.5h10v13H5z', 'M8 3.5v13', 'M10.5 7h2.5'],
  person: ['M10 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6z', 'M4 16.5c.7-3 3-4.5 6-4.5s5.3 1.5 6 4.5'],
  forward: ['M8 5l5 5-5 5'],
  fold: ['M5 8l5 5 5-5'],
  check: ['M4.5 10.5l3.5 3.5 7.5-8'],
  add: ['M10 4.5v11', 'M4.5 10h11'],
  remove: ['M4 5.5h12', 'M8 5.5V3.5h4v2', 'M5.5 5.5l.8 11h7.4l.8-11', 'M8.5 8.5v5', 'M11.5 8.5v5'],
  covered: ['M3 10c2-3.3 4.3-5 7-5s5 1.7 7 5c-2 3.3-4.3 5-7 5s-5-1.7-7-5z', 'M4 16L16 4'],
  open: [
    'M3 10c2-3.3 4.3-5 7-5s5 1.7 7 5c-2 3.3-4.3 5-7 5s-5-1.7-7-5z',
    'M10 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  ],
  filter: ['M3.5 4.5h13l-5 6v5l-3-1.5v-3.5z'],
} as const

export type IconName = keyof typeof iconShapes
