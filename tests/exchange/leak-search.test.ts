import { deflateSync, gzipSync, zipSync, zlibSync } from 'fflate'
import { expect, it } from 'vitest'
import { encodeGbk } from './gbk.ts'
import { LeakSearch } from './leak-search.ts'
import { writeWorkbook } from '../../src/exchange/xlsx-write.ts'

/** The search itself must find what is there, else it proves nothing. */

const NAME = '欧阳骉焱'
const search = new LeakSearch([NAME, '13987654321'])
const text = (of: string) => new TextEncoder().encode(`<t>在操场，${of}摔倒</t>`)
const found = (bytes: Uint8Array, name = 'a.xlsx') => search.in(bytes, name).map(({ secret }) => secret)
const bytes = (of: string, encoding: BufferEncoding) => new Uint8Array(Buffer.from(of, encoding))

it.each([
  ['as it is', text(NAME)],
  ['with spaces', text([...NAME].join(' '))],
  ['with invisible characters', text([...NAME].join('\u200b'))],
  ['with tags', text([...NAME].join('</t></r><r><rPr><b/></rPr><t xml:space="preserve">'))],
  ['as entities', text([...NAME].map((each) => `&#${each.codePointAt(0)};`).join(''))],
  ['as hex entities', text([...NAME].map((each) => `&#x${each.codePointAt(0)!.toString(16)};`).join(''))],
  [
    'as JSON escapes',
    text(JSON.stringify(NAME).replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`)),
  ],
  ['as OOXML escapes', text([...NAME].map((each) => `_x${each.charCodeAt(0).toString(16)}_`).join(''))],
  ['percent-encoded', text(encodeURIComponent(NAME))],
  ['in UTF-16', bytes(`说${NAME}是`, 'utf16le')],
  ['in big-endian UTF-16', new Uint8Array(Buffer.from(`说${NAME}是`, 'utf16le').swap16())],
  ['in GBK', encodeGbk('说欧阳娜娜是')],
  ['in hex', bytes(Buffer.from(NAME).toString('hex'), 'latin1')],
  ...['', '一', '1', '12'].map((before): [string, Uint8Array] => [
    `in base64 after “${before}”`,
    text(Buffer.from(`${before}${NAME}，`).toString('base64')),
  ]),
  ['packed in base64', text(Buffer.from(gzipSync(text(`${NAME}，${'摔倒'.repeat(40)}`))).toString('base64'))],
  [
    'deflated in base64',
    text(Buffer.from(deflateSync(text(`${NAME}，${'摔倒'.repeat(40)}`))).toString('base64')),
  ],
  ['in a zip in a zip', zipSync({ 'a.zip': zipSync({ 'b.xml': text(NAME) }) })],
  ['in the name of a part', zipSync({ [`${NAME}.xml`]: text('') })],
])('finds a name %s', (how, file) => {
  const wanted = how === 'in GBK' ? new LeakSearch(['欧阳娜娜']).in(file, 'a').length : found(file).length
  expect(wanted, how).toBeGreaterThan(0)
})

it('finds it in the name of the file, in the title and in a hidden sheet, and nothing where nothing is', async () => {
  const sheet = {
    name: '甲',
    title: '甲',
    columns: [{ heading: '乙', width: 9, align: 'start' as const }],
    rows: [['丙']],
  }
  const file = async (options: object, more: object = {}) =>
    (await writeWorkbook([sheet, { ...sheet, ...more, name: '乙' }], options)).bytes
  expect(found(await file({}))).toEqual([])
  expect(found(await file({}), `${NAME}.xlsx`)).toEqual([NAME])
  expect(found(await file({ title: NAME }))).toContain(NAME)
  expect(found(await file({}, { hidden: true, rows: [['139 8765 4321']] }))).toContain('13987654321')
  expect(found(await file({ state: zlibSync(text(NAME)) }))).toContain(NAME)
  expect(found(await file({ password: 'a', title: NAME }))).toEqual([])
})
