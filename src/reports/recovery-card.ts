import { t } from '../i18n/translate.ts'
import type { Paper } from './paper.ts'

/** What a recovery card says of its backup. */
export interface CardFacts {
  readonly school: string
  /** Local time, `YYYY-MM-DD HH:mm`. */
  readonly madeAt: string
  readonly by: string
  readonly file: string
  readonly size: string
  readonly rows: number
  readonly fingerprint: string
  readonly locked: boolean
}

/**
 * A sheet to keep apart from the backup file, for whoever must restore it, perhaps years later and knowing nothing of
 * the program. The password is never printed: there is a line to write it on.
 */
export const recoveryCard = (facts: CardFacts): Paper => [
  { is: 'title', text: t('report.card.title'), under: facts.school },
  { is: 'text', text: t('report.card.what') },
  {
    is: 'table',
    caption: t('report.card.about'),
    head: [t('report.card.file'), facts.file],
    rows: [
      [t('report.card.made'), facts.madeAt],
      [t('report.card.by'), facts.by],
      [t('report.card.size'), facts.size],
      [t('report.card.rows'), String(facts.rows)],
      [t('report.card.fingerprint'), facts.fingerprint],
      [t('report.card.locked'), t(facts.locked ? 'report.card.is-locked' : 'report.card.not-locked')],
    ],
  },
  {
    is: 'signatures',
    labels: [
      ...(facts.locked ? [t('report.card.password')] : []),
      t('report.card.place'),
      t('report.card.address'),
      t('report.card.keeper'),
      t('report.card.date'),
    ],
    whole: true,
  },
  { is: 'heading', text: t('report.card.steps') },
  {
    is: 'list',
    items: [
      t('report.card.step-1'),
      t('report.card.step-2'),
      t('report.card.step-3'),
      t('report.card.step-4'),
      t('report.card.step-5'),
    ],
  },
  { is: 'heading', text: t('report.card.urgent') },
  {
    is: 'list',
    items: [
      t('report.card.urgent-1'),
      t('report.card.urgent-2'),
      t('report.card.urgent-3'),
      t('report.card.urgent-4'),
      t('report.card.urgent-5'),
    ],
  },
]
