import type { ExportWords } from '../../../app/export-words.ts'
import { locale, say, t } from '../../../i18n/translate.ts'
import type { Table } from '../../../tables/table.ts'
import { settingName, valueWords } from '../../parts/scores/setting-words.ts'
import { aboutLines } from './about-words.ts'

/** An export speaks the language of whoever makes it. */
export const exportWords = (tables: Readonly<Record<string, Table>>): ExportWords => ({
  program: t('ui.title'),
  locale: locale(),
  say,
  settingName,
  settingValue: valueWords,
  about: (summary) => ({
    title: `${summary.school} ${t('about.title')}`.trim(),
    lines: aboutLines(summary, tables),
  }),
  own: t('ui.export.own'),
})
