import { fail, ok, type Result } from '../../shared/result.ts'

/** The groups of the policy table, as stored. */
export type SettingGroup =
  '分类' | '期限' | '扣分' | '管理责任' | '一票否决' | '津贴' | '报送' | '检查' | '隐私' | '值周' | '方案'

/** What an editor needs to know to offer the setting; words for it stand in `i18n` under `setting.<key>`. */
export type SettingKind =
  | { readonly is: 'choice'; readonly values: readonly string[] }
  | { readonly is: 'yesno' }
  | { readonly is: 'number'; readonly min: number; readonly max: number; readonly values?: readonly number[] }
  | { readonly is: 'numbers'; readonly lengths: readonly number[]; readonly min: number }
  | { readonly is: 'clock' }
  /** `key=value;key=value`: what each text stands for. */
  | { readonly is: 'table'; readonly values: readonly string[] }
  /** `number=number;number=number`, smallest first. */
  | { readonly is: 'scale' }

/** One setting: an ambiguity of the plan, the reading taken when nobody says otherwise, and how it is written. */
export interface Setting<V = unknown> {
  readonly group: SettingGroup
  readonly kind: SettingKind
  readonly default: V
  /** The clause it reads, in our words; the first content of the policy table's 依据. */
  readonly basis: string
  /** The policy table holds every value as text. */
  readonly parse: (text: string) => Result<V>
  readonly format: (value: V) => string
}

export type SettingValue<S> = S extends Setting<infer V> ? V : never

interface Common {
  readonly group: SettingGroup
  readonly basis: string
}

// Full-width punctuation is what a Chinese keyboard gives, so it is read like the half-width kind.
const halfWidth = (text: string) =>
  text
    .replace(/[０-９．－]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/；/g, ';')
    .replace(/[，、]/g, ',')
    .replace(/＝/g, '=')
    .replace(/：/g, ':')
    .trim()

function numberFrom(text: string): number | null {
  const written = text.trim()
  return /^-?\d+(\.\d+)?$/.test(written) ? Number(written) : null
}

const itemsOf = (text: string, separator: string) =>
  halfWidth(text)
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '')

export function choiceSetting<const V extends string>(
  values: readonly V[],
  options: Common & { readonly default: NoInfer<V> },
): Setting<V> {
  return {
    ...options,
    kind: { is: 'choice', values },
    parse: (text) => {
      const written = text.trim().toLowerCase()
      const value = values.find((allowed) => allowed.toLowerCase() === written)
      return value === undefined ? fail('policy.not-a-choice', { allowed: values.join('、') }) : ok(value)
    },
    format: (value) => value,
  }
}

const YES = new Set(['是', 'on', 'true', 'yes', '1', '开'])
const NO = new Set(['否', 'off', 'false', 'no', '0', '关'])

export function yesNoSetting(options: Common & { readonly default: boolean }): Setting<boolean> {
  return {
    ...options,
    kind: { is: 'yesno' },
    parse: (text) => {
      const written = text.trim().toLowerCase()
      if (YES.has(written)) return ok(true)
      return NO.has(written) ? ok(false) : fail('policy.not-yes-or-no')
    },
    format: (value) => (value ? '是' : '否'),
  }
}

export function numberSetting(
  options: Common & {
    readonly default: number
    readonly min?: number
    readonly max?: number
    readonly values?: readonly number[]
  },
): Setting<number> {
  const { min = 0, max = 1_000_000, values } = options
  return {
    group: options.group,
    basis: options.basis,
    default: options.default,
    kind: { is: 'number', min, max, values },
    parse: (text) => {
      const value = numberFrom(halfWidth(text))
      if (value === null) return fail('policy.not-a-number')
      if (values && !values.includes(value))
        return fail('policy.not-a-choice', { allowed: values.join('、') })
      return value < min || value > max ? fail('policy.out-of-range', { min, max }) : ok(value)
    },
    format: String,
  }
}

/** A list of numbers of one of the given lengths, such as the two bounds of loss or the six points. */
export function numbersSetting(
  options: Common & {
    readonly default: readonly number[]
    readonly lengths: readonly number[]
    readonly min?: number
    /** Each number larger (1) or smaller (-1) than the one before it. */
    readonly order?: 1 | -1
  },
): Setting<readonly number[]> {
  const { min = 0, lengths, order } = options
  return {
    group: options.group,
    basis: options.basis,
    default: options.default,
    kind: { is: 'numbers', lengths, min },
    parse: (text) => {
      const off = NO.has(text.trim().toLowerCase()) && lengths.includes(0)
      const numbers = off ? [] : itemsOf(text.replace(/[[\]]/g, ''), ',').map(numberFrom)
      const list: number[] = []
      for (const number of numbers) {
        if (number === null) return fail('policy.not-numbers')
        if (number < min) return fail('policy.number-too-small', { min })
        if (order && list.length && (number - list[list.length - 1]!) * order <= 0)
          return fail(order === 1 ? 'policy.not-rising' : 'policy.not-falling')
        list.push(number)
      }
      return lengths.includes(list.length)
        ? ok(list)
        : fail('policy.wrong-count', { count: lengths.join('/') })
    },
    format: (value) => (value.length ? value.join(',') : 'off'),
  }
}

/** A time of day, `HH:mm`. */
export function clockSetting(options: Common & { readonly default: string }): Setting<string> {
  return {
    ...options,
    kind: { is: 'clock' },
    parse: (text) => {
      const written = /^(\d{1,2}):(\d{2})$/.exec(halfWidth(text))
      if (!written || +written[1]! > 23 || +written[2]! > 59) return fail('policy.not-a-clock')
      return ok(`${written[1]!.padStart(2, '0')}:${written[2]!}`)
    },
    format: (value) => value,
  }
}

/**
 * What each text stands for. A row replaces the whole table, so a line that was removed stays removed; `keys`, when
 * given, are the only texts that may stand on the left.
 */
export function tableSetting<const V extends string>(
  values: readonly V[],
  options: Common & {
    readonly default: Readonly<Record<string, NoInfer<V>>>
    readonly keys?: readonly string[]
  },
): Setting<Readonly<Record<string, V>>> {
  const { keys } = options
  return {
    group: options.group,
    basis: options.basis,
    default: options.default,
    kind: { is: 'table', values },
    parse: (text) => {
      const table = new Map<string, V>()
      for (const item of itemsOf(text, ';')) {
        const [key = '', written = '', ...rest] = item.split('=').map((part) => part.trim())
        const value = values.find((allowed) => allowed === written)
        if (key === '' || rest.length) return fail('policy.not-a-table')
        if (value === undefined) return fail('policy.not-a-choice', { allowed: values.join('、') })
        if (keys && !keys.includes(key)) return fail('policy.unknown-entry', { allowed: keys.join('、') })
        table.set(key, value)
      }
      return table.size ? ok(Object.fromEntries(table)) : fail('policy.not-a-table')
    },
    format: (value) =>
      Object.entries(value)
        .map(([key, meaning]) => `${key}=${meaning}`)
        .join(';'),
  }
}

/** Steps of numbers, smallest first; empty (`off`) when there are none. */
export type Scale = readonly (readonly [from: number, to: number])[]

export function scaleSetting(options: Common & { readonly default: Scale }): Setting<Scale> {
  return {
    ...options,
    kind: { is: 'scale' },
    parse: (text) => {
      if (NO.has(text.trim().toLowerCase())) return ok([])
      const scale: [number, number][] = []
      for (const item of itemsOf(text, ';')) {
        const [from = '', to = '', ...rest] = item.split('=')
        const [start, end] = [numberFrom(from), numberFrom(to)]
        if (start === null || end === null || rest.length || start < 0 || end < 0)
          return fail('policy.not-a-scale')
        if (scale.some(([other]) => other === start)) return fail('policy.twice-in-scale', { number: start })
        scale.push([start, end])
      }
      return scale.length ? ok(scale.sort((a, b) => a[0] - b[0])) : fail('policy.not-a-scale')
    },
    format: (value) => (value.length ? value.map(([from, to]) => `${from}=${to}`).join(';') : 'off'),
  }
}
