import { it } from 'vitest'
import { planImport } from '../../src/exchange/import-plan.ts'
import { workbook } from './plain-workbook.ts'
it('cpu', () => {
  const target = workbook({})
  const cpu = (work: () => void) => { const a = process.cpuUsage(); work(); const b = process.cpuUsage(a); return (b.user + b.system) / 1000 }
  const rows = [['编号', '发生时间', '场景', '事件类型', '经过'], ...Array.from({ length: 200 }, (_, n) => [`L${n}`, `2026-9-${1 + (n % 28)} 10:20`, n % 2 ? '课堂' : '校内', '跌倒碰撞', `第${n}起`])]
  const plan = () => planImport([{ name: 'x', hidden: false, rows, warnings: [] }], target)
  console.log('first', cpu(plan), 'second', cpu(plan), 'third', cpu(plan))
})
