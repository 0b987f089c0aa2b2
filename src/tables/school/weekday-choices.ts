import type { Option } from '../column.ts'

/** Days of the week; school days by the calendar, a make-up Saturday among them. */
export const weekdays = [
  { zh: '周一', en: 'Monday', also: ['星期一', '一', '礼拜一'] },
  { zh: '周二', en: 'Tuesday', also: ['星期二', '二', '礼拜二'] },
  { zh: '周三', en: 'Wednesday', also: ['星期三', '三', '礼拜三'] },
  { zh: '周四', en: 'Thursday', also: ['星期四', '四', '礼拜四'] },
  { zh: '周五', en: 'Friday', also: ['星期五', '五', '礼拜五'] },
  { zh: '周六', en: 'Saturday', also: ['星期六', '六', '礼拜六'] },
  { zh: '周日', en: 'Sunday', also: ['星期日', '星期天', '日', '周天'] },
] as const satisfies readonly Option[]
