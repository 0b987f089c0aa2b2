/** What can honestly be said of a password without knowing who guesses: a code of `i18n` under `ui.backup.password-`. */
export type PasswordStrength = 'none' | 'short' | 'easy' | 'middling' | 'good'

/** Shorter ones can be tried out, one after the other, on a computer that anybody can rent. */
export const ADVISED_LENGTH = 12

/** Runs that people type without thinking, and the words that every list of passwords begins with. */
const RUNS = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '9876543210']
const COMMON =
  /password|passwd|admin|iloveyou|woaini|dutybook|xuexiao|school|anquan|(19|20)\d\d(0?[1-9]|1[0-2])/gi

export function passwordStrength(password: string): PasswordStrength {
  const composed = password.normalize('NFC')
  const characters = [...composed]
  if (characters.length === 0) return 'none'
  const left = [...withoutPatterns(composed)]
  if (new Set(left).size < 5) return 'easy'
  if (characters.length < 8) return 'short'
  // A Chinese character is drawn from thousands, a digit from ten.
  const letter = /[a-z]/.test(composed) && /[A-Z]/.test(composed) ? 5.5 : 4.5
  const bits = left.reduce((sum, character) => sum + bitsOf(character, letter), 0)
  if (bits < 40) return 'easy'
  return bits < (characters.length < ADVISED_LENGTH ? 60 : 52) ? 'middling' : 'good'
}

const bitsOf = (character: string, letter: number): number =>
  /\d/.test(character) ? 3.3 : /[a-z]/i.test(character) ? letter : /\p{Script=Han}/u.test(character) ? 8 : 5

/** Repetitions, runs and common words count as one character each. */
function withoutPatterns(password: string): string {
  let left = password
    .replace(COMMON, '*')
    .replace(/(.)\1{2,}/gu, '$1')
    .replace(/(.{2,})\1+/gu, '$1')
  for (const run of RUNS)
    for (let length = run.length; length >= 3; length--)
      for (let at = 0; at + length <= run.length; at++)
        left = left.replace(new RegExp(run.slice(at, at + length), 'gi'), run[at]!)
  return left
}
