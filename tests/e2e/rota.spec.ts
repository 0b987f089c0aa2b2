import { readFile } from 'node:fs/promises'
import { expect, test } from './app-page.ts'
import { expectAccessible } from './axe.ts'

interface RotaRow {
  readonly id: string
  readonly week: number
  readonly post: string
  readonly weekday: string[]
  readonly leader: string
  readonly teachers: string[]
  readonly origin: string
  readonly conflict: unknown
}

test('a rota is planned, looked at, written, kept where confirmed, filled anew, and goes into a calendar', async ({
  app,
  page,
}) => {
  await app.open()
  await app.create('示例学校', true)
  await app.goTo('值周排班')
  const rows = async () => (await app.call('rows', 'rota')) as unknown as RotaRow[]
  // What the sample school has of its own is not what is looked at here.
  for (const table of ['swaps', 'rota', 'holidayDuty', 'rotaPosts']) {
    const own = await app.call('rows', table)
    if (own.length > 0)
      await app.call(
        'remove',
        table,
        own.map(({ id }) => String(id)),
      )
  }
  const dialog = page.getByRole('dialog', { name: '自动排值周' })
  const open = async () => {
    await page.getByRole('button', { name: '自动排班' }).click()
    await dialog.getByRole('combobox', { name: /^学期/ }).selectOption({ label: '2026-2027 第一学期' })
    await dialog.getByLabel('从', { exact: true }).fill('2026-11-30')
    await dialog.getByLabel('到', { exact: true }).fill('2027-01-15')
  }
  const plan = async () => {
    await dialog.getByRole('button', { name: '试排' }).click()
    await expect(dialog.getByRole('status')).toContainText('还没有写入')
  }
  const inRange = async () => (await rows()).filter(({ week }) => week >= 14)

  await test.step('nothing is written before somebody has seen it', async () => {
    await open()
    await dialog.getByText(/^人员：/).click()
    await expectAccessible(page, 'what is asked of a rota', 'dialog[open]')
    await plan()
    await expectAccessible(page, 'the rota before it is written', 'dialog[open]')
    await expect(dialog.getByRole('region', { name: '排班结果' }).getByRole('row')).toHaveCount(8)
    await expect(dialog.getByText(/每人 \d–\d 次/).first()).toBeVisible()
    expect(await rows()).toHaveLength(0)
    await dialog.getByRole('button', { name: '写入' }).click()
    await expect(dialog).toHaveCount(0)
  })

  await test.step('seven weeks, every post with its people, nobody twice, counts one apart at most', async () => {
    const made = await inRange()
    expect(new Set(made.map(({ week }) => week)).size).toBe(7)
    const times = new Map<string, number>()
    for (const { week, teachers, leader, conflict, origin } of made) {
      expect(teachers.length, `${week}`).toBeGreaterThan(0)
      expect(leader).toBeTruthy()
      expect(conflict || null).toBeNull()
      expect(origin).toBe('自动轮排')
      for (const teacher of teachers) times.set(teacher, (times.get(teacher) ?? 0) + 1)
    }
    expect(Math.max(...times.values()) - Math.min(...times.values())).toBeLessThanOrEqual(1)
    expect(await app.call('rows', 'rotaPosts')).not.toHaveLength(0)
  })

  await test.step('a confirmed row and one changed by hand stay, the rest is filled around them', async () => {
    const [confirmed, changed, exempt] = await inRange()
    const person = confirmed!.teachers[0]!
    await app.select(0, 'teachers')
    await page.getByRole('button', { name: '确认，不再自动改' }).click()
    await expect(page.getByRole('button', { name: '取消确认' })).toBeVisible()
    await app.select(1, 'teachers')
    await page.keyboard.type(person)
    // Once for the name, once for the cell.
    await app.press('Enter', 'Enter')
    await expect.poll(async () => (await inRange())[1]!.origin).toBe('手工')
    await open()
    await dialog.getByText(/^人员：/).click()
    await dialog.getByLabel(`${exempt!.teachers[0]!}的分工`).selectOption('不排')
    await dialog.getByLabel(`${exempt!.teachers[0]!}不排的原因`).fill('病后休养')
    await plan()
    await expect(dialog.getByRole('status')).toContainText('原有 2 行不动')
    await dialog.getByRole('button', { name: '写入' }).click()
    await expect(dialog).toHaveCount(0)
    const after = await inRange()
    expect(after.find(({ id }) => id === confirmed!.id)!.teachers).toEqual(confirmed!.teachers)
    expect(after.find(({ id }) => id === changed!.id)).toMatchObject({ teachers: [person], origin: '手工' })
    expect(after.flatMap(({ teachers }) => teachers)).not.toContain(exempt!.teachers[0])
  })

  await test.step('one undo takes the second plan back, exemption and all', async () => {
    const filled = await inRange()
    await app.call('undo')
    const back = await inRange()
    expect(back).not.toEqual(filled)
    const staff = await app.call('rows', 'staff')
    expect(staff.filter(({ roster_exempt }) => roster_exempt === '病后休养')).toEqual([])
  })

  await test.step('the calendar of one person has their days', async () => {
    const [{ teachers, post }] = (await inRange()) as [RotaRow]
    await page.getByRole('button', { name: '导出日历' }).click()
    const calendar = page.getByRole('dialog', { name: '导出日历' })
    await calendar.getByRole('combobox', { name: /^谁的/ }).selectOption({ label: teachers[0]! })
    await calendar.getByLabel('从', { exact: true }).fill('2026-11-30')
    await calendar.getByLabel('到', { exact: true }).fill('2027-01-15')
    const download = page.waitForEvent('download')
    await calendar.getByRole('button', { name: '保存' }).click()
    const file = await download
    expect(file.suggestedFilename()).toBe(`${teachers[0]!}的值周值班.ics`)
    const text = (await readFile(await file.path(), 'utf8')).replaceAll('\r\n ', '')
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/)
    expect(text).toContain(`SUMMARY:值周：${post}\r\n`)
    expect(text).toMatch(/DTSTART(;VALUE=DATE:|;TZID=Asia\/Shanghai:)20261130/)
  })

  await test.step('the holiday duty is planned by days in the same way', async () => {
    await page.getByRole('button', { name: '值周：更多表' }).click()
    await app.goTo('值班安排')
    await page.getByRole('button', { name: '自动排班' }).click()
    const holiday = page.getByRole('dialog', { name: '自动排值班' })
    await holiday.getByLabel('从', { exact: true }).fill('2027-01-23')
    await holiday.getByLabel('到', { exact: true }).fill('2027-02-01')
    await holiday.getByRole('button', { name: '试排' }).click()
    await expect(holiday.getByRole('status')).toContainText('排出 10 行')
    await holiday.getByRole('button', { name: '写入' }).click()
    const duty = await app.call('rows', 'holidayDuty')
    const made = duty.filter(({ date }) => String(date) >= '2027-01-23')
    expect(made).toHaveLength(10)
    expect(new Set(made.map(({ staff }) => String(staff))).size).toBe(10)
    expect(made.every(({ leader, kind }) => leader && kind === '寒暑假')).toBe(true)
  })
})
