import { t } from '../i18n/translate.ts'
import type { Period } from '../rules/bureau/summary/periods.ts'
import { isRatio, RATIOS, type Figure, type Reckoned } from '../rules/bureau/summary/figures.ts'
import { signedPoints } from './spoken.ts'

/** 2026年9月, 2026-2027学年第一学期. */
export function periodText({ kind, key }: Period): string {
  const year = key.slice(0, 4)
  switch (kind) {
    case 'month':
      return t('county.period.month', { year, month: +key.slice(5) })
    case 'quarter':
      return t('county.period.quarter', { year, quarter: key.slice(6) })
    case 'year':
      return t('county.period.year', { year })
    case 'term':
      return t(key.endsWith('1') ? 'county.period.term1' : 'county.period.term2', {
        from: year,
        to: key.slice(5, 9),
      })
  }
}

export const figureText = (figure: Figure): string => t(`county.figure.${figure}`)

/** Empty for a figure that there is not. */
export const valueText = ({ value }: Reckoned): string => (value === null ? '' : String(value))

/** How a rate was worked out; empty for what was simply counted. */
export function howText(figure: Figure, { part = 0, whole = 0 }: Reckoned): string {
  if (!isRatio(figure)) return ''
  const ratio = RATIOS[figure]
  const told = {
    part: figureText(ratio.part),
    parts: part,
    whole: figureText(ratio.whole),
    wholes: whole,
    times: ratio.times,
  }
  return t('county.how', told)
}

/** +3, −1.5; empty where one of the two is not there. */
export const changeText = (now: Reckoned, before: Reckoned): string =>
  now.value === null || before.value === null
    ? ''
    : signedPoints(Math.round((now.value - before.value) * 10) / 10)
