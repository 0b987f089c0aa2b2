import { toChinese } from '../i18n/counted-text.ts'
import { labelOf, locale, optionLabel } from '../i18n/translate.ts'
import type { Column } from '../tables/column.ts'
import { tables } from '../tables/index.ts'
import type { Table } from '../tables/table.ts'

/** A stored option in the reader's language; an entry that is none of the column's options as it stands. */
export function spokenOption(table: keyof typeof tables, column: string, value: string | null): string {
  return spokenChoice((tables[table] as Table).columns[column]!, value)
}

/** The same for a column of any kind of workbook. */
export function spokenChoice({ options = [] }: Pick<Column, 'options'>, value: string | null): string {
  if (value === null || value === '') return ''
  const option = options.find(({ zh }) => zh === value)
  return option ? labelOf(option) : value
}

/** Points without noise: 95, 92.5. */
export const pointsText = (points: number): string => String(Math.round(points * 100) / 100)

/** With a real minus sign, as in a calculation on paper. */
export const signedPoints = (points: number): string =>
  points === 0 ? '0' : points < 0 ? `−${pointsText(-points)}` : `+${pointsText(points)}`

export const yesNo = (value: boolean): string => (value ? optionLabel('是', 'Yes') : optionLabel('否', 'No'))

/** The number before a heading: 一、二、三 … in Chinese. */
export const ordinal = (number: number): string => (locale() === 'en' ? String(number) : toChinese(number))
