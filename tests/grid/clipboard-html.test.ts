import { expect, test } from 'vitest'
import { toHtml } from '../../src/grid/clipboard-html.ts'

const cell = (text: string, isText = true) => toHtml([[{ text, isText }]]).match(/<td[^]*<\/td>/)![0]

test('text that looks like a value stays text, a number does not', () => {
  for (const text of ['007', '2-3', '=A1', '110101199001011234', ' 1'])
    expect(cell(text)).toContain(`mso-number-format:'\\@'`)
  expect(cell('课间')).toBe('<td>课间</td>')
  expect(cell('12.5', false)).toBe('<td>12.5</td>')
})

test('signs are escaped and a line break stays in its cell', () => {
  expect(cell('<b>"&"')).toBe('<td>&lt;b&gt;&quot;&amp;&quot;</td>')
  expect(cell('上\r\n下')).toBe('<td>上<br style="mso-data-placement:same-cell">下</td>')
})
