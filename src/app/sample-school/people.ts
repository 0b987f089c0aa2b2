/** Names the rows of the sample school keep coming back to. */

export const TERM = '2026-2027 第一学期'
export const SPRING = '2025-2026 第二学期'

/** In the order in which they lead the duty of a week. */
export const LEADERS = [
  '陆秋平',
  '高志勤',
  '宋文渊',
  '余晓岚',
  '贺长庚',
  '苏雨晴',
  '韦立峰',
  '梁静仪',
] as const

/** Who stands on duty: whoever is on the roster and leads nothing. */
export const TEACHERS = [
  '叶春荣',
  '任广田',
  '曹慧敏',
  '夏冰',
  '田素芬',
  '钟毓秀',
  '邱海波',
  '谭志高',
  '潘玉洁',
  '廖翠微',
  '崔立新',
  '傅明哲',
  '姜彩虹',
  '熊大伟',
  '范思远',
  '白雅琴',
  '金月华',
  '秦晓燕',
  '石建业',
  '阎立春',
  '方若兰',
] as const

export const EVERYBODY = [...LEADERS, ...TEACHERS] as const
