/** A number in plain digits: never an exponent, which no form and no ledger carries. */
export function plainNumber(value: number): string {
  const text = String(value)
  if (!text.includes('e')) return text
  const parts = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text)
  if (!parts) return text
  const [, sign, first, rest = '', power] = parts
  const exponent = Number(power)
  const digits = first! + rest
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`
  return sign + digits.padEnd(exponent + 1, '0')
}

/**
 * Rounds a number written in plain digits half up (away from zero) at so many decimals. Done on the digits, because
 * 1.005 as a binary fraction is a little less than 1.005 and would lose its cent.
 */
export function roundHalfUp(plain: string, decimals: number): number {
  const [whole = '0', fraction = ''] = plain.replace(/^[+-]/, '').split('.')
  const kept = BigInt((whole || '0') + fraction.slice(0, decimals).padEnd(decimals, '0'))
  const rounded = (fraction[decimals] ?? '0') >= '5' ? kept + 1n : kept
  const magnitude = Number(`${rounded}e-${decimals}`)
  return plain.startsWith('-') && magnitude !== 0 ? -magnitude : magnitude
}
