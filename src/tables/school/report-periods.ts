/** `2026-09` of a month as people write it (2026-9, 2026年9月, 202609), or null. */
export function monthOf(written: string): string | null {
  const [, year, month] = /^\s*(\d{4})\s*(?:[-/.年]\s*)?(\d{1,2})\s*月?(?:份)?\s*$/.exec(written) ?? []
  if (year === undefined || month === undefined || +month < 1 || +month > 12) return null
  return `${year}-${month.padStart(2, '0')}`
}

/** `2026-Q3` of a quarter as people write it (2026年第三季度, 2026-3季度, 2026Q3), or null. */
export function quarterOf(written: string): string | null {
  const [, year, quarter] =
    /^\s*(\d{4})\s*年?\s*[-/]?\s*(?:第|[Qq])?\s*([1-4一二三四])\s*(?:季度)?\s*$/.exec(written) ?? []
  if (year === undefined || quarter === undefined) return null
  const number = '一二三四'.indexOf(quarter) + 1 || +quarter
  return `${year}-Q${number}`
}

/** The three months of a quarter. */
export const monthsOfQuarter = (quarter: string): string[] =>
  [1, 2, 3].map((n) => `${quarter.slice(0, 4)}-${String((+quarter.slice(6) - 1) * 3 + n).padStart(2, '0')}`)
