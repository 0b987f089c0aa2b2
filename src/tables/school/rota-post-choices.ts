import type { Option } from '../column.ts'

/** The posts of the duty week. */
export const dutyPosts = [
  { zh: '校门', en: 'Gate', also: ['校门口', '门岗', '大门'] },
  { zh: '楼层', en: 'Floors', also: ['楼道', '教学楼'] },
  { zh: '课间', en: 'Recess' },
  { zh: '大间操', en: 'Exercises', also: ['课间操', '大课间'] },
  { zh: '食堂', en: 'Canteen', also: ['就餐'] },
  { zh: '放学路队', en: 'Leaving school', also: ['路队', '放学'] },
  { zh: '清校', en: 'Clearing the school', also: ['静校'] },
  { zh: '宿舍', en: 'Dormitory', also: ['午休', '寝室'] },
  { zh: '晚间', en: 'Evening', also: ['晚自习'] },
] as const satisfies readonly Option[]
