/** Ages, grades, months and small numbers, told so roughly that they point at nobody. */

const PRE_SCHOOL: ReadonlySet<string> = new Set(['托', '小', '中', '大'])

export function gradeBand(grade: string): string | null {
  if (PRE_SCHOOL.has(grade)) return '学前'
  if (/^[1-3]$/.test(grade)) return '小学低年级'
  if (/^[4-6]$/.test(grade)) return '小学高年级'
  if (/^[7-9]$/.test(grade)) return '初中'
  return /^高[1-3]$/.test(grade) ? '高中' : null
}

const DIGITS = '一二三四五六七八九'

/** The grade as the list of classes writes it, read off a class by its usual name: 三(2)班, 初一1班, 大班. */
export function gradeOfClass(name: string): string {
  const found = /^(?:([一二三四五六七八九])|([1-9])|初([一二三])|高([一二三])|([托小中大])班)/.exec(
    name.normalize('NFKC').trim(),
  )
  if (!found) return ''
  const [, han, digit, junior, senior, kindergarten] = found
  if (han) return String(DIGITS.indexOf(han) + 1)
  if (junior) return String(DIGITS.indexOf(junior) + 7)
  if (senior) return `高${DIGITS.indexOf(senior) + 1}`
  return digit ?? kindergarten ?? ''
}

/** From whether somebody is 14, and the grade where that says more. */
export function ageBand(over14: string, grade: string): string | null {
  if (over14 === '是') return '14 岁及以上'
  if (over14 !== '否') return null
  switch (gradeBand(grade)) {
    case '学前':
      return '6 岁以下'
    case '小学低年级':
    case '小学高年级':
      return '6—11 岁'
    case '初中':
    case '高中':
      return '12—13 岁'
    default:
      return '14 岁以下'
  }
}

/** `2026-09-07 10:25` → `2026年9月` */
export function monthOf(moment: string): string | null {
  const found = /^(\d{4})-(\d\d)/.exec(moment)
  return found && `${found[1]}年${Number(found[2])}月`
}

const FEW = '少于3'

/** One or two people could be told by asking around; nobody, or many, could not. */
export const isFew = (count: number): boolean => count > 0 && count < 3

export const few = (count: number): number | string => (isFew(count) ? FEW : count)

/** The same for numbers inside a text (1/0/0/0). */
export const fewIn = (text: string): string => text.replace(/\d+/g, (digits) => String(few(Number(digits))))
