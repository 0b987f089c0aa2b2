import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { exportFile, type ExportRequest } from '../../src/app/export-workbook.ts'
import {
  addFormat,
  askedBy,
  changeFormat,
  moveFormat,
  removeFormat,
  wishOf,
  type FormatWish,
} from '../../src/app/formats.ts'
import type { Session } from '../../src/app/session.ts'
import { formatRulesOf } from '../../src/engine/formats/format-rules.ts'
import { TableFormats } from '../../src/engine/formats/table-formats.ts'
import { ownKey } from '../../src/tables/own/schema.ts'
import { Computer } from './exchange-copies.ts'
import { memorySession, NOW } from './memory-session.ts'
import { value } from './value.ts'
import { workerBeside } from './worker-beside.ts'

const how = { source: 'user', label: { code: 'grid.edit' } } as const

const wish = (more: Partial<FormatWish>): FormatWish => ({
  column: 'name',
  kind: '包含',
  value: '',
  valueTo: '',
  list: [],
  look: '红色',
  wholeRow: false,
  ...more,
})

/** The rules of a table in a few words, first match first. */
const said = ({ book }: Session, table = 'staff') =>
  formatRulesOf(book, table).map(
    ({ column, kind, value, look, condition }) =>
      `${column} ${kind} ${value ?? ''} ${look.zh}${condition ? '' : ' zZ'}`,
  )

test('what is typed is read as the column’s cells are, or refused with the reason', () => {
  const { session } = memorySession()
  const asked = (more: Partial<FormatWish>) => {
    const read = askedBy(session, 'incidents', wish(more))
    return read.ok ? [read.value.value, read.value.valueTo, read.value.list] : read.problem.code
  }
  expect(asked({ column: 'loss_yuan', kind: '大于', value: '１,２００元' })).toEqual(['1200', null, []])
  expect(asked({ column: 'loss_yuan', kind: '大于', value: '很多' })).toBe('number.unreadable')
  expect(asked({ column: 'occurred_at', kind: '介于', value: '2026年9月1日', valueTo: '2026.9.30' })).toEqual(
    ['2026-09-01', '2026-09-30', []],
  )
  expect(asked({ column: 'occurred_at', kind: '介于', value: '2026-9-1' })).toBe('format.value-missing')
  expect(asked({ column: 'closed_on', kind: '今后几天内', value: ' 7 ' })).toEqual(['7', null, []])
  expect(asked({ column: 'closed_on', kind: '今后几天内', value: '-1' })).toBe('format.count')
  expect(asked({ column: 'loss_yuan', kind: '最大的几个', value: '0' })).toBe('format.count')
  expect(asked({ column: 'scene', kind: '是其中之一', list: ['课堂', ' 课堂 ', ''] })).toEqual([
    null,
    null,
    ['课堂'],
  ])
  expect(asked({ column: 'scene', kind: '是其中之一' })).toBe('format.list-missing')
  expect(asked({ column: 'scene', kind: '大于', value: '1' })).toBe('format.column-missing')
})

test('each thing done to rules is one change, named after the column', () => {
  const { session, changes } = memorySession()
  const first = value(addFormat(session, 'staff', wish({ value: '张' })))
  const second = value(addFormat(session, 'staff', wish({ column: 'note', kind: '为空', look: '灰色' })))
  value(addFormat(session, 'incidents', wish({ column: 'scene', kind: '为空' })))
  value(changeFormat(session, 'staff', first, wish({ value: '李', look: '蓝色' })))
  const [one, two] = formatRulesOf(session.book, 'staff')
  expect(wishOf(one!)).toEqual(wish({ value: '李', look: '蓝色' }))
  expect(two!.id).toBe(second)
  moveFormat(session, 'staff', two!, -1)
  expect(said(session)).toEqual(['note 为空  灰色', 'name 包含 李 蓝色'])
  moveFormat(session, 'staff', formatRulesOf(session.book, 'staff')[0]!, 1)
  expect(said(session)).toEqual(['name 包含 李 蓝色', 'note 为空  灰色'])
  removeFormat(session, 'staff', formatRulesOf(session.book, 'staff')[0]!)
  expect(said(session)).toEqual(['note 为空  灰色'])
  expect(changes.map(({ label }) => label.code)).toEqual(
    ['added', 'added', 'added', 'changed', 'moved', 'moved', 'removed'].map((done) => `format.${done}`),
  )
  expect(changes[0]!.label.params).toEqual({ label: '姓名' })
  expect(addFormat(session, 'staff', wish({})).ok).toBe(false)
  expect(changes).toHaveLength(7)
})

test('rules of two computers come together, in one order on both; undo takes back one’s own; a rule outlives its column', async () => {
  const a = await Computer.start('王老师')
  await a.create()
  a.session.add('staff', [{ name: '李四' }], how)
  value(addFormat(a.session, 'staff', wish({ value: '甲' })))
  const b = await Computer.start('陈老师')
  await b.merge(await a.export())

  value(addFormat(a.session, 'staff', wish({ value: '乙' })))
  moveFormat(a.session, 'staff', formatRulesOf(a.session.book, 'staff')[1]!, -1)
  value(addFormat(b.session, 'staff', wish({ value: '丙' })))
  const [rule] = formatRulesOf(b.session.book, 'staff')
  value(changeFormat(b.session, 'staff', rule!.id, { ...wishOf(rule!), look: '绿色' }))
  await a.merge(await b.export())
  await b.merge(await a.export())
  expect(said(a.session)).toEqual(['name 包含 乙 红色', 'name 包含 甲 绿色', 'name 包含 丙 红色'])
  expect(said(b.session)).toEqual(said(a.session))
  expect(a.text()).toBe(b.text())

  const { ids } = b.session.add('ownColumns', [{ table: 'staff', label: '卡号', type: '文字' }], how)
  const key = ownKey(ids[0]!)!
  value(addFormat(b.session, 'staff', wish({ column: key, kind: '不为空', look: '蓝色' })))
  const [row] = b.session.book.view('staff').ids()
  b.session.edit([{ table: 'staff', row: row!, column: key, input: '7' }], how)
  const look = () => new TableFormats(b.session.book, 'staff', () => NOW).of(row!, key)?.look.name
  expect(look()).toBe('blue')
  b.session.remove('ownColumns', ids, how)
  expect(said(b.session).at(-1)).toBe(`${key} 不为空  蓝色 zZ`)
  await b.session.undo()
  expect(look()).toBe('blue')
  for (let step = 0; step < 3; step++) await b.session.undo()
  expect(said(b.session)).toHaveLength(3)
  await b.restart()
  expect(said(b.session)).toEqual(said(a.session))
})

describe('in a file', () => {
  const words = {
    program: '双责簿',
    locale: 'zh-Hans',
    say: () => '',
    settingName: (key: string) => key,
    settingValue: (_key: string, value: string) => value,
  }
  const exported = async (session: Session, request: Partial<ExportRequest>) => {
    const wanted = { kind: 'xlsx', tables: ['staff'], ...request } as const
    const { bytes } = value(
      await exportFile(
        session,
        wanted,
        words,
        {},
        workerBeside(() => session),
      ),
    )
    const parts = unzipSync(bytes)
    return Object.entries(parts)
      .filter(([name]) => name.endsWith('.xml'))
      .map(([, part]) => strFromU8(part))
      .join('\n')
  }

  test('they are alive: a whole row in each column, the sign where it stands', async () => {
    const { session } = memorySession()
    value(
      addFormat(
        session,
        'staff',
        wish({ column: 'scored', kind: '等于', value: '是', look: '绿色', wholeRow: true }),
      ),
    )
    value(addFormat(session, 'staff', wish({ kind: '开头是', value: '程&"' })))
    const xml = await exported(session, { audience: 'whole' })
    const columns = Object.keys(session.book.tables['staff']!.columns)
    expect(xml.match(/<conditionalFormatting /g)).toHaveLength(columns.length)
    expect(xml.match(/<cfRule /g)).toHaveLength(columns.length + 1)
    expect(xml).toContain('<formula>AND($B3&lt;&gt;"",LEFT($B3,LEN("程&amp;"""))="程&amp;""")</formula>')
    expect(xml).toContain('formatCode="&quot;✓ &quot;@"')
    const other = await exported(session, { tables: ['classes'], audience: 'whole' })
    expect(other).not.toContain('<cfRule ')
  })

  test('to others go no words that somebody has typed, and nothing about columns that change on the way', async () => {
    const { session } = memorySession()
    value(addFormat(session, 'staff', wish({ column: 'note', value: '私密的话' })))
    value(addFormat(session, 'staff', wish({ column: 'phone', kind: '重复', look: '橙色' })))
    value(addFormat(session, 'staff', wish({ column: 'status', kind: '等于', value: '请假', look: '蓝色' })))
    const whole = await exported(session, { audience: 'whole' })
    expect(whole).toContain('私密的话')
    expect(whole).toContain('SUMPRODUCT')
    const bureau = await exported(session, { audience: 'bureau', reason: '月报' })
    expect(bureau).not.toContain('私密的话')
    expect(bureau).not.toContain('SUMPRODUCT')
    expect(bureau).toContain('"请假"')
  })
})
