import type { CommonPart } from './common-part.ts'

/** The posts that schools usually man in the duty week (plan 6), with hours to be put right. */
export const rotaPostParts: readonly CommonPart[] = [
  {
    name: '日常岗位',
    rows: [
      { post: '校门', count: 2, hours: '07:20-08:00', with_class: false },
      { post: '楼层', count: 2, with_class: false },
      { post: '大间操', count: 1, with_class: true },
      { post: '放学路队', count: 1, with_class: true },
      { post: '清校', count: 1, with_class: false },
    ],
  },
  { name: '食堂', rows: [{ post: '食堂', count: 1, with_class: false }] },
  {
    name: '住宿',
    rows: [
      { post: '宿舍', count: 1, with_class: false },
      { post: '晚间', weekday: ['周一', '周二', '周三', '周四'], count: 1, with_class: false },
    ],
  },
]
