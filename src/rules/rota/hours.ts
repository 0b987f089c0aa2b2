import { addDays, type LocalDate, type LocalTime } from '../../shared/local-date.ts'

/**
 * When a duty stands on a day by its hours, `07:40-08:05`: ends that are not after their beginning are on the next day.
 * Hours that are written otherwise give the whole day.
 */
export function standsAt(
  day: LocalDate,
  hours: string,
): { readonly from: LocalDate | LocalTime; readonly to?: LocalTime } {
  const said = /^\s*(\d{1,2})[:：](\d{2})\s*[-–—~～至]+\s*(\d{1,2})[:：](\d{2})\s*$/.exec(hours)
  if (!said) return { from: day }
  const [beginning, end] = [clock(said[1]!, said[2]!), clock(said[3]!, said[4]!)]
  if (beginning === null || end === null) return { from: day }
  return { from: `${day} ${beginning}`, to: `${end > beginning ? day : addDays(day, 1)} ${end}` }
}

const clock = (hour: string, minute: string): string | null =>
  +hour < 24 && +minute < 60 ? `${hour.padStart(2, '0')}:${minute}` : null
