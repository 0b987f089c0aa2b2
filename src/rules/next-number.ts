/** The first free number `prefix01`, `prefix02` … */
export function nextNumber(
  prefix: string,
  digits: number,
  used: { has: (value: string) => boolean },
): string {
  for (let n = 1; ; n++) {
    const number = prefix + String(n).padStart(digits, '0')
    if (!used.has(number)) return number
  }
}
