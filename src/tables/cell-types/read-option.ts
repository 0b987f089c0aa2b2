import { plainNumber } from '../../shared/plain-number.ts'
import { labelKey } from '../../shared/typed-text.ts'
import type { Option } from '../column.ts'
import type { CellContext } from './cell-type.ts'
import { readYesNo } from './yesno.ts'

/** Every spelling of a list's labels; made once per list, the better spelling winning over the looser one. */
const spellings = new WeakMap<readonly Option[], ReadonlyMap<string, string | null>>()

function spellingsOf(options: readonly Option[]): ReadonlyMap<string, string | null> {
  const known = spellings.get(options)
  if (known) return known
  const labels = new Map<string, string | null>()
  const looser = [
    (option: Option) => [option.zh],
    (option: Option) => [option.en, ...(option.also ?? [])],
    (option: Option) => (option.note ? [`${option.zh}(${option.note})`, option.note] : []),
    // 校内 for 校内(非课堂); two labels that differ only within the brackets are left out by the null below.
    (option: Option) => [option.zh.replace(/[(（].*[)）]$/, '')],
  ]
  for (const spell of looser) {
    const here = new Map<string, string | null>()
    for (const option of options)
      for (const spelling of spell(option)) {
        const key = labelKey(spelling)
        here.set(key, here.has(key) && here.get(key) !== option.zh ? null : option.zh)
      }
    for (const [key, zh] of here) if (!labels.has(key)) labels.set(key, zh)
  }
  spellings.set(options, labels)
  return labels
}

/** The option a text is one of the known spellings of. */
export const optionSpelled = (written: string, options: readonly Option[]): string | null =>
  // The label itself, as programs and exported files write it, needs no looking through.
  options.some(({ zh }) => zh === written) ? written : (spellingsOf(options).get(labelKey(written)) ?? null)

/**
 * The label of the option somebody means: by Chinese or English label, by what is shown to the reader, with or
 * without the note in brackets; in lists of 是 and 否 also by their marks. Null when none is meant.
 */
export function readOption(
  input: string | number | boolean,
  options: readonly Option[],
  context: CellContext,
): string | null {
  const written = typeof input === 'number' ? plainNumber(input) : String(input)
  const found = optionSpelled(written, options)
  if (found !== null) return found
  const key = labelKey(written)
  const shown =
    context.optionLabel && options.find((option) => labelKey(shownOption(option, context)) === key)
  if (shown) return shown.zh
  const yes = typeof input === 'boolean' ? input : readYesNo(written)
  const asYesNo = yes === null ? null : yes ? '是' : '否'
  return options.some((option) => option.zh === asYesNo) ? asYesNo : null
}

export const shownOption = (option: Option, context: CellContext): string =>
  context.optionLabel?.(option.zh, option.en) ?? option.zh
