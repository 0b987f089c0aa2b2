import { plainSurnames, surnameOnly, surnamesLikeWords } from './surnames.ts'

/** `title` is a form of address with a surname (王老师): a suspicion, where the others are certain. */
export type HitKind = 'pupil' | 'staff' | 'title' | 'phone' | 'identity'

/** A stretch of a text, as positions of UTF-16 units, end excluded. */
export interface Hit {
  readonly from: number
  readonly to: number
  readonly kind: HitKind
}

const TITLES =
  '老师|班主任|主任|校长|园长|书记|同学|师傅|医生|护士|大夫|警官|爸爸|妈妈|父亲|母亲|爷爷|奶奶|家长|先生|女士'
/** Asked first: a hundred surnames are tried at every character of a text, and few texts have any title in them. */
const SOME_TITLE = new RegExp(TITLES)
/** What a form of address may begin without being one: 家长会, 校长期… */
const NOT_A_TITLE = '(?!会|群|里|室|办公|期)'

/** Entries of a name column that name nobody. */
const NOBODY = /[某*×＊]|^(不详|未知|待查|待定|暂无|匿名|学生|家长|老师|教师|保安|无名|本人|同上)$/

/** Dropped before looking: what people put between the characters of a name or number, on purpose or for looks. */
const BETWEEN = /[\s\p{Cf}\p{Mn}·•・‧∙⋅.\-‐‑‒–—_*~|/\\]/u
const LETTER = /[\p{L}\p{N}]/u
const HAN = /\p{Script=Han}/u

/** A text in one width and case, without what stands between characters; each character knows where it came from. */
class Plain {
  readonly characters: string[] = []
  readonly #from: number[] = []
  readonly #to: number[] = []

  constructor(readonly source: string) {
    let at = 0
    for (const original of source) {
      const code = original.charCodeAt(0)
      const end = at + original.length
      // Nearly everything is a Han character, which is its own plain form.
      const plain =
        code >= 0x4e00 && code <= 0x9fff
          ? original
          : BETWEEN.test(original)
            ? ''
            : original.normalize('NFKC').toLowerCase()
      for (const character of plain) {
        if (BETWEEN.test(character)) continue
        this.characters.push(character)
        this.#from.push(at)
        this.#to.push(end)
      }
      at = end
    }
  }

  hit(from: number, to: number, kind: HitKind): Hit {
    return { from: this.#from[from]!, to: this.#to[to - 1]!, kind }
  }

  /** Does something stand between this character and the one before it? */
  isApart(at: number): boolean {
    return at <= 0 || at >= this.characters.length || this.#from[at]! > this.#to[at - 1]!
  }
}

/**
 * Finds people in free text: the names a workbook knows, telephone and identity numbers, and forms of address. Spaces,
 * full width, invisible characters and dots between the characters do not hide them.
 */
export class PersonalData {
  /** Names by their first character, longest first, so that 王小明 is not taken for 王小. */
  readonly #names = new Map<string, { readonly characters: readonly string[]; readonly kind: HitKind }[]>()
  readonly #title: RegExp

  constructor(names: { readonly pupils: Iterable<string>; readonly staff: Iterable<string> }) {
    const surnames = new Set(surnamesLikeWords)
    for (const [kind, list] of [
      ['pupil', names.pupils],
      ['staff', names.staff],
    ] as const)
      for (const name of list) {
        const { characters } = new Plain(name)
        if (!isName(characters)) continue
        const first = characters[0]!
        const others = this.#names.get(first) ?? []
        this.#names.set(first, others)
        others.push({ characters, kind })
        if (HAN.test(first)) surnames.add(first)
      }
    for (const list of this.#names.values()) list.sort((a, b) => b.characters.length - a.characters.length)
    const plain = plainSurnames.join('|')
    const likeWords = [...surnames].filter((each) => !plainSurnames.includes(each)).join('|')
    this.#title = new RegExp(
      `(?:(?:${plain})\\p{Script=Han}{0,2}?|(?<!\\p{Script=Han})(?:${likeWords}))(?:${TITLES})${NOT_A_TITLE}`,
      'gu',
    )
  }

  /** In the order of the text, none overlapping. `staff: false` passes colleagues over, and how they are addressed. */
  find(text: string, { staff = true }: { readonly staff?: boolean } = {}): Hit[] {
    if (text.length < 2) return []
    const plain = new Plain(text)
    const hits: Hit[] = [...this.#namesIn(plain, staff), ...numbersIn(plain)]
    if (staff) hits.push(...this.#titlesIn(plain))
    return withoutOverlaps(hits)
  }

  *#namesIn(plain: Plain, staff: boolean): Generator<Hit> {
    const { characters } = plain
    if (this.#names.size === 0) return
    for (let at = 0; at < characters.length; at++)
      for (const name of this.#names.get(characters[at]!) ?? []) {
        if (name.kind === 'staff' && !staff) continue
        const end = at + name.characters.length
        if (!name.characters.every((character, offset) => characters[at + offset] === character)) continue
        if (!standsAlone(plain, at, end)) continue
        yield plain.hit(at, end, name.kind)
        at = end - 1
        break
      }
  }

  *#titlesIn(plain: Plain): Generator<Hit> {
    const joined = plain.characters.join('')
    // Positions in the joined text are positions of characters only while each is one unit.
    if (joined.length !== plain.characters.length || !SOME_TITLE.test(joined)) return
    for (const found of joined.matchAll(this.#title))
      yield plain.hit(found.index, found.index + found[0].length, 'title')
  }
}

/** Covers what was found. What is left of a name is its surname. */
export function covered(text: string, hits: readonly Hit[]): string {
  let result = ''
  let at = 0
  for (const hit of hits) {
    result += text.slice(at, hit.from) + cover(text.slice(hit.from, hit.to), hit.kind)
    at = hit.to
  }
  return result + text.slice(at)
}

function cover(text: string, kind: HitKind): string {
  switch (kind) {
    case 'phone':
      return coveredPhone(text)
    case 'identity':
      return '［证件号］'
    case 'title':
      return `某${new RegExp(`(?:${TITLES})$`).exec(new Plain(text).characters.join(''))?.[0] ?? '某'}`
    default:
      return surnameOnly(new Plain(text).characters.join(''))
  }
}

/** 138****1234; a number of another length keeps nothing. */
export function coveredPhone(text: string): string {
  const digits = new Plain(text).characters.filter((character) => /\d/.test(character)).join('')
  const mobile = /(1[3-9]\d)\d{4}(\d{4})$/.exec(digits)
  return mobile ? `${mobile[1]}****${mobile[2]}` : '****'
}

/** Two Han characters at least; a word of other letters is a name only when it is too long to be part of every other. */
const isName = (characters: readonly string[]): boolean =>
  characters.length >= (characters.some((character) => HAN.test(character)) ? 2 : 4) &&
  characters.some((character) => LETTER.test(character) && !isDigit(character)) &&
  !NOBODY.test(characters.join(''))

/** Latin letters and digits form words: "Anna" is not in "Annabelle", and 教师1 is not in 教师12. */
function standsAlone({ characters }: Plain, at: number, end: number): boolean {
  const joins = (a: string | undefined, b: string | undefined) =>
    a !== undefined && b !== undefined && !HAN.test(a) && !HAN.test(b) && LETTER.test(a) && LETTER.test(b)
  return !joins(characters[at - 1], characters[at]) && !joins(characters[end - 1], characters[end])
}

function* numbersIn(plain: Plain): Generator<Hit> {
  const { characters } = plain
  for (let start = 0; start < characters.length; start++) {
    if (!isDigit(characters[start])) continue
    let end = start
    while (isDigit(characters[end])) end++
    yield* numbersInRun(plain, start, end)
    start = end
  }
}

/** A run of digits may be a date and a telephone number with a blank between them: each end must be an end. */
function* numbersInRun(plain: Plain, start: number, end: number): Generator<Hit> {
  const digits = plain.characters.slice(start, end).join('')
  const isStart = (at: number) => at === start || plain.isApart(at)
  const isEnd = (at: number) => at === end || plain.isApart(at)
  for (let at = start; at < end; at++) {
    const rest = digits.slice(at - start)
    const identity = /^[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(\d?)/.exec(rest)
    if (identity && isStart(at)) {
      const check = identity[1] !== '' ? 0 : plain.characters[at + 17] === 'x' ? 1 : -1
      const to = at + identity[0].length + Math.max(0, check)
      if (check >= 0 && (check === 1 || isEnd(to))) {
        yield plain.hit(at, to, 'identity')
        at = to - 1
        continue
      }
    }
    const prefix = /^(?:86)?(?=1[3-9]\d{9})/.exec(rest)
    if (!prefix || !isStart(at)) continue
    const to = at + prefix[0].length + 11
    if (!isEnd(to)) continue
    yield plain.hit(at, to, 'phone')
    at = to - 1
  }
}

const isDigit = (character: string | undefined): boolean =>
  character !== undefined && character >= '0' && character <= '9' && character.length === 1

/** Of two that overlap the certain one stays, then the longer. */
function withoutOverlaps(hits: readonly Hit[]): Hit[] {
  const weight = (hit: Hit) => (hit.kind === 'title' ? 0 : 1_000) + hit.to - hit.from
  const kept: Hit[] = []
  for (const hit of [...hits].sort((a, b) => weight(b) - weight(a)))
    if (kept.every((other) => hit.to <= other.from || hit.from >= other.to)) kept.push(hit)
  return kept.sort((a, b) => a.from - b.from)
}
