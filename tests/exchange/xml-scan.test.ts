import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FileProblem } from '../../src/exchange/sheet-data.ts'
import { XmlScanner } from '../../src/exchange/xml-scan.ts'

/** What a scanner tells of a part that comes in these pieces, or the code with which it refuses. */
function told(...pieces: string[]): string[] | string {
  const events: string[] = []
  let run = ''
  const say = (event: string) => {
    if (run !== '') events.push(`text ${run}`)
    run = ''
    if (event !== '') events.push(event)
  }
  const scanner = new XmlScanner('part', {
    open: (name, attributes) => say(`open ${name} ${attributes('r')} ${attributes('s')}`),
    close: (name) => say(`close ${name}`),
    text: (text) => (run += text),
  })
  try {
    for (const piece of pieces) scanner.push(piece)
    scanner.end()
  } catch (error) {
    if (error instanceof FileProblem) return error.problem.code
    throw error
  }
  say('')
  return events
}

test('tags, attributes and text are told without prefixes and with what stands for something else', () => {
  expect(
    told(
      `<?xml version="1.0" standalone='>'?>\n<x:a xmlns:x="u" x:r = "1&amp;2"\ts='"'><b/>1&lt;2\r\n`,
      `<!-- <no> --><![CDATA[<&]]><c r=">" /></x:a >`,
    ),
  ).toEqual([
    'open a 1&2 "',
    'open b null null',
    'close b',
    'text 1<2\n<&',
    'open c > null',
    'close c',
    'close a',
  ])
})

test.each([
  ['<a b></a>', 'an attribute without a value'],
  ['<a b=1></a>', 'a value without quotes'],
  ['<a r="1"s="2"></a>', 'attributes with nothing between them'],
  ['<a r="<"></a>', 'a tag in a value'],
  ['<a"b"></a"b">', 'quotes in a name'],
  ['<a / ></a>', 'an end that is none'],
  ['<></>', 'no name'],
  ['<a></b>', 'an end of something else'],
  ['<a></a b>', 'an end with more than its name'],
  ['<a></a', 'half an end'],
  ['<a/><b/>', 'two roots'],
  ['<a/>text', 'text outside'],
  ['<a>&nbsp;</a>', 'an entity nobody has declared'],
  ['', 'nothing'],
])('%s is refused: %s', (part) => {
  expect(told(part)).toBe('file.damaged')
})

test('a document type, a control character and deep nesting are refused by name', () => {
  expect(told('<!DOCTYPE a><a/>')).toBe('file.document-type')
  expect(told('<a>\u0001</a>')).toBe('file.control-character')
  expect(told('<a>&#1;</a>')).toBe('file.control-character')
  expect(told('<a>'.repeat(201) + '</a>'.repeat(201))).toBe('file.too-deep')
})

const piece = fc.constantFrom(
  ...[
    '<a>',
    '</a>',
    '<x:a r="1&amp;2">',
    '</x:a>',
    '<c s=\'>\' r=""/>',
    'text',
    '&gt;',
    '&',
    '\r\n',
    '<!-- > -->',
  ],
  ...['<![CDATA[ <x> ]]>', '<?pi a=">"?>', '<', '>', '"', '/', '<!D>', '</a >', '<a b>', '字'],
)

test('what is told does not hang on where the pieces are cut', () => {
  fc.assert(
    fc.property(
      fc.array(piece, { size: 'max', maxLength: 12 }),
      fc.boolean(),
      fc.array(fc.nat(120), { maxLength: 8 }),
      (parts, rooted, cuts) => {
        const whole = rooted ? `<r>${parts.join('')}</r>` : parts.join('')
        const pieces = [...cuts, 0, whole.length]
          .sort((a, b) => a - b)
          .map((cut, i, all) => whole.slice(all[i - 1] ?? 0, cut))
        expect(told(...pieces)).toEqual(told(whole))
      },
    ),
    { numRuns: 3000 },
  )
})
