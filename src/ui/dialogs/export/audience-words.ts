import { t } from '../../../i18n/translate.ts'
import type { Audience } from '../../../app/export-workbook.ts'
import type { Table } from '../../../tables/table.ts'

/** Whom a file is for and what that means, in the words of a school or of a bureau: its outside is another one. */
export function audienceWords(
  audience: Audience,
  tables: Readonly<Record<string, Table>>,
): { readonly name: string; readonly hint: string } {
  const at = Object.hasOwn(tables, 'bureauProfile') ? 'at-bureau' : 'for'
  return { name: t(`ui.export.${at}.${audience}`), hint: t(`ui.export.${at}.${audience}-hint`) }
}
