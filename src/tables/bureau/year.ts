import { text } from '../column.ts'

/** The calendar year a row belongs to. */
export const year = text({
  zh: '年度',
  en: 'Year',
  holds: 'plain',
  required: true,
  synonyms: ['年份', '考核年度'],
  hint: { zh: '写成 2026。', en: 'Written 2026.' },
  width: 70,
})

const isYear = (written: string): boolean => /^(19|20|21)\d\d$/.test(written)

export const yearCheck = {
  column: 'year',
  problem: (row: { readonly year: string | null }) =>
    row.year !== null && !isYear(row.year) ? 'archive.year' : null,
} as const
