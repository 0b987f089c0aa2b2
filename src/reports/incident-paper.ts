import { say, t } from '../i18n/translate.ts'
import type { Step } from '../tables/column.ts'
import type { Block, Print } from './paper.ts'
import type { PaperSource } from './paper-source.ts'
import type { PrintChoice } from './print-kind.ts'
import { childrenOf, fieldsOf, headingOf, rowsBlock } from './rows-on-paper.ts'
import { closing, running } from './sign-off.ts'

const TABLE = 'incidents'
const FACTS = [
  'no',
  'type',
  'occurred_at',
  'known_at',
  'area',
  'scene',
  'known_by',
  'lesson',
  'casualties',
  'loss_yuan',
  'severity',
  'class6',
  'liability',
  'state',
  'decided_at',
  'legal_report',
] as const
const PARAGRAPHS = ['narrative', 'first_aid', 'cause', 'lessons'] as const
const PEOPLE = ['role', 'who', 'class', 'name', 'pupil_code', 'injury', 'level', 'guardian_told', 'told_by']
const CLOCKS = ['leg', 'accountable', 'receiver', 'limit', 'due_at', 'done_at', 'result', 'reason']
const FINDINGS = ['person', 'educated', 'guided', 'should_be_there', 'was_there', 'absent_post', 'finding']

/** 事故报告: what happened, who was hurt, who told whom when, and who answers for it. */
export function incidentPrint(source: PaperSource, { rows }: PrintChoice): Print | null {
  if (rows.length === 0) return null
  const [only] = rows
  const no = rows.length === 1 ? source.text(TABLE, only!, 'no') : ''
  return {
    title: t('report.incident.file', { no }).trim(),
    sheets: rows.map((row) => ({
      paper: incidentPaper(source, row),
      ...running(source, t('report.kind.incident')),
    })),
  }
}

function incidentPaper(source: PaperSource, row: string): Block[] {
  const list = (table: string, columns: readonly string[], caption: string, by?: string): Block[] => {
    const ids = childrenOf(source, TABLE, row, table, 'incident')
    const filled = columns.filter((column) => ids.some((id) => source.text(table, id, column) !== ''))
    return ids.length === 0
      ? []
      : [rowsBlock(source, table, ids, filled, { caption, number: t('report.list.number'), by })]
  }
  const shown = new Set(source.columns(TABLE))
  const why = source.book.value(TABLE, row, 'why')
  const reasons = Array.isArray(why) ? source.sentence(say(why as readonly Step[])) : ''
  return [
    { is: 'title', text: t('report.incident.title'), under: source.letterhead.school },
    { is: 'form', fields: fieldsOf(source, TABLE, row, FACTS) },
    ...PARAGRAPHS.flatMap((column): Block[] => [
      { is: 'heading', text: headingOf(source, TABLE, column) },
      {
        is: 'text',
        text: shown.has(column)
          ? source.text(TABLE, row, column) || t('report.not-written')
          : t('report.incident.kept-back'),
      },
    ]),
    ...list('incidentPeople', PEOPLE, t('report.incident.people')),
    ...list('reportLegs', CLOCKS, t('report.incident.clocks'), 'due_at'),
    ...list('findings', FINDINGS, t('report.incident.findings')),
    ...(reasons === ''
      ? []
      : [{ is: 'heading', text: t('report.incident.why') } as const, { is: 'text', text: reasons } as const]),
    ...closing(source, [t('report.sign.reporter'), t('report.sign.vp'), t('report.sign.principal')]),
  ]
}
