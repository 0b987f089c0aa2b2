import { beforeAll, expect, test } from 'vitest'
import { loadWords } from '../../src/i18n/translate.ts'
import { recoveryCard } from '../../src/reports/recovery-card.ts'

const facts = {
  school: '实验小学',
  madeAt: '2027-03-10 09:00',
  by: '王老师',
  file: '双责簿-实验小学-2027-03-10-090000.dutybook',
  size: '24 KB',
  rows: 623,
  fingerprint: '8009-F60F-DD99-9C91-B0EF',
  locked: true,
}
const text = (card: object) => JSON.stringify(card)

beforeAll(() => loadWords())

test('says which backup it belongs to and how to bring it back', () => {
  const card = text(recoveryCard(facts))
  for (const said of [
    facts.school,
    facts.madeAt,
    facts.file,
    facts.fingerprint,
    '从备份恢复',
    '不要清除浏览器数据',
  ])
    expect(card).toContain(said)
})

test('has a line for the password, and only where there is one', () => {
  expect(text(recoveryCard(facts))).toContain('密码（手写')
  const open = text(recoveryCard({ ...facts, locked: false }))
  expect(open).not.toContain('密码（手写')
  expect(open).toContain('拿到文件就能打开')
})
