/** 下午 and its like: which hours of the day the word leaves open, and whether 1–11 mean the afternoon. */
const PARTS_OF_DAY: Readonly<Record<string, 'morning' | 'noon' | 'afternoon'>> = {
  凌晨: 'morning',
  清晨: 'morning',
  早上: 'morning',
  早晨: 'morning',
  上午: 'morning',
  am: 'morning',
  中午: 'noon',
  下午: 'afternoon',
  傍晚: 'afternoon',
  晚上: 'afternoon',
  晚: 'afternoon',
  pm: 'afternoon',
}

const WORDS = Object.keys(PARTS_OF_DAY).join('|')
const CLOCK = new RegExp(
  `^[\\s,t]*(${WORDS})?\\s*(\\d{1,2})\\s*(?::|时|点)\\s*(?:(\\d{1,2})(?::\\d{1,2}(?:\\.\\d+)?)?\\s*分?(?:\\d{1,2}秒)?|(半|整|钟)?)\\s*(am|pm)?$`,
  'i',
)

/** A time of day in half-width text, as `HH:mm`; null when it is none. Seconds are dropped: ledgers go by minutes. */
export function readClock(written: string): string | null {
  const parts = CLOCK.exec(written.trim())
  if (!parts) return null
  const [, before, hourText, minuteText, word, after] = parts
  // "14:" has a colon but no minutes; "14点" is whole.
  if (minuteText === undefined && word === undefined && !/[时点]/.test(written)) return null
  const minute = word === '半' ? 30 : Number(minuteText ?? 0)
  const hour = hourOfDay(Number(hourText), PARTS_OF_DAY[(before ?? after ?? '').toLowerCase()])
  if (hour === null || minute > 59) return null
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

function hourOfDay(hour: number, part: 'morning' | 'noon' | 'afternoon' | undefined): number | null {
  if (hour > 23) return null
  if (part === 'morning') return hour === 12 ? 0 : hour < 12 ? hour : null
  if (part === 'afternoon') return hour === 0 ? null : hour < 12 ? hour + 12 : hour
  if (part === 'noon') return hour >= 11 && hour <= 14 ? hour : hour >= 1 && hour <= 2 ? hour + 12 : null
  return hour
}
