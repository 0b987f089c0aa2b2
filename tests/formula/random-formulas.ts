import fc from 'fast-check'

/** The columns random formulas may read, by what they hold; names as they are written in a formula. */
export interface Vocabulary {
  readonly numbers: readonly string[]
  readonly texts: readonly string[]
  readonly days: readonly string[]
  /** Whole columns of one table, side by side in the same order of rows. */
  readonly lists: readonly { readonly numbers: readonly string[]; readonly texts: readonly string[] }[]
  /** A cell, and the column it is in. */
  readonly ranked: readonly (readonly [cell: string, column: string])[]
  /** Texts that stand in cells, so that conditions find something. */
  readonly words: readonly string[]
  /** A block whose first column holds texts and whose third holds numbers. */
  readonly block?: string
}

export interface FormulaKinds {
  readonly number: string
  readonly text: string
  readonly truth: string
  readonly day: string
}

const literal = (text: string) => `"${text.replace(/"/g, '""')}"`

/** Formulas of every supported kind, some of which come to errors, as people's do. */
export function randomFormulas(words: Vocabulary) {
  const word = fc.constantFrom(...words.words).map(literal)
  const number = fc.oneof(
    fc.integer({ min: -20, max: 120 }).map(String),
    fc.constantFrom('0.5', '1.005', '2.675', '0.1', '33.333'),
    fc.constantFrom(...words.numbers),
  )
  const text = fc.oneof(fc.constantFrom(...words.words).map(literal), fc.constantFrom(...words.texts))
  const day = fc.oneof(
    fc.constantFrom(...words.days),
    fc
      .tuple(
        fc.integer({ min: 2025, max: 2028 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
      )
      .map(([y, m, d]) => `DATE(${y},${m},${d})`),
  )
  const list = fc.constantFrom(...words.lists)
  const numbersOf = list.chain(({ numbers }) => fc.constantFrom(...numbers))
  const small = fc.integer({ min: 0, max: 3 }).map(String)

  const { tree } = fc.letrec<{ n: string; t: string; b: string; d: string; tree: FormulaKinds }>((tie) => {
    const call = (name: string, ...parts: fc.Arbitrary<string>[]) =>
      fc.tuple(...parts).map((given) => `${name}(${given.join(',')})`)
    const [n, t, b, d] = [tie('n'), tie('t'), tie('b'), tie('d')] as const
    const condition = fc.oneof(
      t,
      fc.constantFrom(...words.words).map((word) => literal(`${word.slice(0, 1)}*`)),
      fc.constantFrom(...words.words).map((word) => literal(`<>${word}`)),
    )
    const limit = fc
      .tuple(fc.constantFrom('>', '<', '>=', '<=', '<>'), small)
      .map(([is, at]) => literal(is + at))
    const where = list.chain(({ numbers, texts }) =>
      fc.oneof(
        fc.tuple(fc.constantFrom(...texts), condition),
        fc.tuple(fc.constantFrom(...numbers), limit),
        fc.tuple(fc.constantFrom(...texts), condition, fc.constantFrom(...numbers), limit),
      ),
    )
    const folded = list.chain(({ numbers, texts }) =>
      fc.tuple(
        fc.constantFrom('SUMIFS', 'AVERAGEIFS', 'MAXIFS', 'MINIFS'),
        fc.constantFrom(...numbers),
        fc.constantFrom(...texts),
        condition,
      ),
    )
    const leafy = { maxDepth: 3, depthIdentifier: 'formula', withCrossShrink: true }
    return {
      n: fc.oneof(
        leafy,
        number,
        fc.tuple(n, fc.constantFrom('+', '-', '*', '/'), n).map(([x, is, y]) => `(${x}${is}${y})`),
        call('ROUND', n, small),
        call('ROUNDUP', n, small),
        call('ROUNDDOWN', n, small),
        call('INT', n),
        call('ABS', n),
        call('SIGN', n),
        call('MOD', n, fc.integer({ min: 2, max: 9 }).map(String)),
        call('IF', b, n, n),
        call('IFERROR', n, n),
        call('IFS', b, n, fc.constant('TRUE'), n),
        call('SWITCH', t, word, n, word, n, n),
        call('CHOOSE', fc.integer({ min: 1, max: 3 }).map(String), n, n),
        call('LEN', t),
        call(
          'FIND',
          fc.constantFrom(...words.words).map((word) => literal(word.slice(0, 1))),
          t,
        ),
        call('YEAR', d),
        call('MONTH', d),
        call('DAY', d),
        call('WEEKDAY', d, fc.constantFrom('1', '2', '3')),
        call('DAYS', d, d),
        call('DATEDIF', d, d, fc.constantFrom('"y"', '"m"', '"d"', '"ym"')),
        call('NETWORKDAYS', d, d),
        call('SUM', numbersOf),
        call('SUM', numbersOf, number, n),
        call('AVERAGE', numbersOf),
        call('MIN', numbersOf, number),
        call('MAX', numbersOf),
        call('COUNT', numbersOf),
        list.chain(({ texts }) => call('COUNTA', fc.constantFrom(...texts))),
        list.chain(({ texts }) => call('COUNTBLANK', fc.constantFrom(...texts))),
        call('MEDIAN', numbersOf),
        call('LARGE', numbersOf, fc.integer({ min: 1, max: 3 }).map(String)),
        fc.constantFrom(...words.ranked).map(([cell, column]) => `RANK(${cell},${column})`),
        list.chain(({ numbers }) =>
          call('SUMPRODUCT', fc.constantFrom(...numbers), fc.constantFrom(...numbers)),
        ),
        where.map((parts) => `COUNTIFS(${parts.join(',')})`),
        folded.map(([name, ...parts]) => `${name}(${parts.join(',')})`),
        list.chain(({ numbers, texts }) =>
          call('SUMIF', fc.constantFrom(...texts), condition, fc.constantFrom(...numbers)),
        ),
        list.chain(({ texts }) => call('MATCH', text, fc.constantFrom(...texts), fc.constant('0'))),
        list.chain(({ numbers }) =>
          call('INDEX', fc.constantFrom(...numbers), fc.integer({ min: 1, max: 3 }).map(String)),
        ),
        ...(words.block
          ? [
              call(
                'VLOOKUP',
                t,
                fc.constant(words.block),
                fc.constantFrom('2', '3').map(() => '3'),
                fc.constant('FALSE'),
              ),
            ]
          : []),
        call('VALUE', call('TEXT', n, fc.constant('"0.00"'))),
      ),
      t: fc.oneof(
        leafy,
        text,
        fc.tuple(t, t).map(([x, y]) => `(${x}&${y})`),
        call('IF', b, t, t),
        call('IFERROR', t, t),
        call('LEFT', t, small),
        call('RIGHT', t, small),
        call('MID', t, fc.constantFrom('1', '2'), small),
        call('SUBSTITUTE', t, fc.constantFrom(...words.words).map(literal), t),
        call('REPT', text, small),
        call('TRIM', t),
        call('UPPER', t),
        call('TEXT', n, fc.constantFrom('"0"', '"0.00"', '"#,##0.0"', '"0.0%"', '"000"').map(String)),
        call('TEXT', d, fc.constantFrom('"yyyy-mm-dd"', '"yyyy年m月d日"', '"m/d"')),
        call('TEXTJOIN', fc.constant('"、"'), fc.constantFrom('TRUE', 'FALSE'), t, t),
        list.chain(({ texts }) =>
          call('TEXTJOIN', fc.constant('"、"'), fc.constant('TRUE'), fc.constantFrom(...texts)),
        ),
        call('CONCATENATE', t, t),
        call('CHOOSE', fc.integer({ min: 1, max: 2 }).map(String), t, t),
        fc.tuple(fc.constantFrom(...words.numbers), t).map(([x, y]) => `(${x}&${y})`),
      ),
      b: fc.oneof(
        leafy,
        fc.constantFrom('TRUE', 'FALSE'),
        fc
          .tuple(n, fc.constantFrom('=', '<>', '<', '<=', '>', '>='), n)
          .map(([x, is, y]) => `(${x}${is}${y})`),
        fc.tuple(t, fc.constantFrom('=', '<>'), t).map(([x, is, y]) => `(${x}${is}${y})`),
        fc.tuple(d, fc.constantFrom('=', '<', '>='), d).map(([x, is, y]) => `(${x}${is}${y})`),
        call('AND', b, b),
        call('OR', b, b),
        call('NOT', b),
        call('ISBLANK', fc.constantFrom(...words.numbers, ...words.texts)),
        call('ISNUMBER', n),
        call('ISERROR', n),
      ),
      d: fc.oneof(
        leafy,
        day,
        call('EDATE', d, fc.integer({ min: -14, max: 14 }).map(String)),
        call('EOMONTH', d, fc.integer({ min: -3, max: 3 }).map(String)),
        fc.tuple(d, small).map(([x, y]) => `(${x}+${y})`),
        call('IF', b, d, d),
        call('WORKDAY', d, small),
      ),
      tree: fc.record({ number: n, text: t, truth: b, day: d }),
    }
  })
  return tree
}
