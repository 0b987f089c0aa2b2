import { t } from '../i18n/translate.ts'
import type { Block, Sheet } from './paper.ts'
import type { PaperSource } from './paper-source.ts'

/** How a paper ends: who signs, the seal, and when it was printed. */
export const closing = (
  { letterhead: { printedAt: at, rules } }: PaperSource,
  labels: readonly string[],
  { dated = true } = {},
): readonly Block[] => [
  { is: 'signatures', labels: dated ? [...labels, t('report.sign.date')] : labels },
  { is: 'text', text: t('report.printed', { at, rules }), soft: true },
]

/** What stands small above every page of a kind of paper. */
export const running = (
  { letterhead: { school } }: PaperSource,
  title: string,
): Required<Pick<Sheet, 'running'>> => ({
  running: t('report.running', { school, title }),
})
