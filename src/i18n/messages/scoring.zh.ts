/** How points, scores and allowances were worked out: the lines of a receipt. */
export const zh = {
  'why.management.everyMultiple':
    '{severity:label}责任事故 {count} 起，每满 {threshold} 起扣 {points} 分，扣 {taken} 分。',
  'why.management.once':
    '{severity:label}责任事故 {count} 起，达到 {threshold} 起扣 {points} 分一次，扣 {taken} 分。',
  'why.management.otherwise-once': '若把“每学期发生”理解为只扣一次，这一项为 {otherwise} 分。',
  'why.management.otherwise-everyMultiple': '若理解为每满一个倍数都扣，这一项为 {otherwise} 分。',
  'why.management.severe-below-threshold':
    '请注意：有{severity:label}责任事故 {count} 起，未满 {threshold} 起，按规定不扣管理责任分。',
  'why.management.only-largest': '三类中只取扣分最多的一类。',
  'why.receipt.direct': '{date} 事故 {no}，认定为{class:label}，直接责任扣 {points} 分。',
  'why.receipt.expected': '{date} 事故 {no}，初步为{class:label}，预计扣 {points} 分；未认定，暂不计入得分。',
  'why.receipt.line': '条线：{department}。',
  'why.receipt.director-changed': '{department}的主任在本学期换过，扣分按规定由前后两任分担。',
  'why.receipt.counted-incidents': '计数的事故：{numbers}。',
  'why.receipt.concealed': '事故 {no} 的“{leg:label}”被认定为{verdict:label}，本学期得分归零，不得评优评先。',
  'why.receipt.late-lighter':
    '事故 {no} 的“{leg:label}”被认定为{verdict:label}，超时 {minutes} 分钟，按学校的从轻标准扣 {points} 分。',
  'why.receipt.manual': '手工扣分：{reason}',
  'why.score.raw': '基础分 {base} − 直接责任 {direct} − 管理责任 {mgmt}，其他调整 {other}，原始得分 {raw}。',
  'why.score.zeroed': '有隐瞒、迟报或漏报的认定，最终得分为 0。',
  'why.score.as-raw': '最终得分 {final}。',
  'why.score.bounded': '原始得分 {raw} 超出范围（最低 0，最高 {ceiling}），最终得分 {final}。',
  'why.score.expected': '另有未认定的事故预计扣 {expected} 分，认定后才计入。',
  'why.allowance.amount':
    '标准 {standard} 元 × 在岗系数 {prorata}（在岗 {months} 个月）× 得分 {final} ÷ 100 = {amount} 元。',
  'problem.column.unknown': '没有这一列，请核对列名。',
  'problem.column.computed': '这一列由程序算出，不能手工填写；请改它依据的那些列。',
  'problem.row.unknown': '找不到这一行，它可能已被删除；可以撤销删除后再改。',
  'problem.row.generated': '这一行由程序生成，不能删除；请改产生它的事故或认定。',
  'problem.row.duplicate': '“{key}”与另一行重复，请改其中一个，或删除多余的一行。',
  'problem.cell.not-of-type': '内容与这一列的类型不符，请重新填写。',
  'problem.reference.gone': '所指的行已被删除，请重新选择。',
} as const
