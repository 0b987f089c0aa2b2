import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { kindOf } from '../../src/exchange/file-kinds.ts'
import { labelOfFile } from '../../src/exchange/file-name.ts'

it.each([
  ['IMG_1234.HEIC', 'jpg', 'IMG_1234.jpg'],
  ['C:\\Users\\wang\\Desktop\\现场 照片.JPG', undefined, '现场 照片.JPG'],
  ['/home/wang/../报告.v2.pdf', undefined, '报告.v2.pdf'],
  ['a\u202egpj.exe', undefined, 'a gpj.exe'],
  ['<b>"x"?.png', 'jpg', 'b x.jpg'],
  ['.hidden', undefined, '.hidden'],
  ['', undefined, ''],
  ['///', 'jpg', 'jpg'],
])('%j is called %3$j', (name, extension, label) => {
  expect(labelOfFile(name, extension)).toBe(label)
})

it('gives any name a short label without paths, controls or steering marks', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', size: 'max', maxLength: 120 }), (name) => {
      const label = labelOfFile(name, 'jpg')
      expect(label).not.toMatch(/[\p{Cc}\p{Cf}/\\:*?"<>|]/u)
      expect([...label].length).toBeLessThanOrEqual(84)
      expect(label.endsWith('jpg')).toBe(true)
    }),
  )
})

const bytes = (text: string) => Buffer.from(text, 'latin1')

test('what offices exchange is kept, by what it is and not by what it is called', () => {
  expect(kindOf('通知.PDF', bytes('%PDF-1.7'))).toEqual({ ok: true, value: 'application/pdf' })
  expect(kindOf('a.docx', bytes('PK\x03\x04'))).toMatchObject({ ok: true })
  expect(kindOf('a.doc', bytes('\xd0\xcf\x11\xe0\xa1\xb1'))).toMatchObject({ ok: true })
  expect(kindOf('说明.txt', Buffer.from('值周说明'))).toEqual({ ok: true, value: 'text/plain' })
  const refused = (name: string, content: string) => {
    const kind = kindOf(name, bytes(content))
    return kind.ok ? 'kept' : kind.problem.code
  }
  for (const name of ['a.html', 'a.svg', 'a.exe', 'a.js', 'a.xlsm', 'a.constructor', 'a', 'a.pdf.lnk'])
    expect(refused(name, '%PDF-'), name).toBe('attachment.kind')
  for (const [name, content] of [
    ['a.pdf', '<html>'],
    ['a.docx', 'MZ\x90'],
    ['a.txt', 'MZ\x90'],
    ['a.doc', 'PK\x03\x04'],
    ['a.mp4', 'ftyp'],
  ] as const)
    expect(refused(name, content), name).toBe('attachment.not-what-it-says')
})
