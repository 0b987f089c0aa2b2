/**
 * The hours of the day a word leaves possible. An hour it does not fit is refused, and so is one people use for two
 * times: 上午12点 may be noon or midnight, 晚上12点 is already tomorrow.
 */
type PartOfDay = 'night' | 'morning' | 'noon' | 'afternoon' | 'evening' | 'am' | 'pm'
const PARTS_OF_DAY: Readonly<Record<string, PartOfDay>> = {
  凌晨: 'night',
  清晨: 'morning',
  早上: 'morning',
  早晨: 'morning',
  上午: 'morning',
  中午: 'noon',
  下午: 'afternoon',
  傍晚: 'afternoon',
  晚上: 'evening',
  晚: 'evening',
  am: 'am',
  pm: 'pm',
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

function hourOfDay(hour: number, part: PartOfDay | undefined): number | null {
  const within = (from: number, to: number) => hour >= from && hour <= to
  if (hour > 23) return null
  switch (part) {
    case undefined:
      return hour
    case 'night':
    case 'am':
      return within(0, 11) ? hour : hour === 12 ? 0 : null
    case 'morning':
      return within(0, 11) ? hour : null
    case 'noon':
      return within(11, 14) ? hour : within(1, 2) ? hour + 12 : null
    case 'afternoon':
    case 'pm':
      return within(12, 23) ? hour : within(1, 11) ? hour + 12 : null
    case 'evening':
      return within(17, 23) ? hour : within(5, 11) ? hour + 12 : null
  }
}
