import { expect, test } from './app-page.ts'

const LAST_YEAR = new Date().getFullYear() - 1

test('tables behind 更多表, duty and attendance, and what is usual filled in', async ({ app, page }) => {
  await app.open()
  await app.create('示例学校', true)
  await app.empty('leadership', 'classAttendance', 'absences', 'dutyLog')
  const navigation = page.getByRole('navigation', { name: '导航' })
  const entry = (name: string) => navigation.getByRole('button', { name, exact: true })

  await test.step('the rest of a group is behind 更多表, and stays open over a reload', async () => {
    await expect(entry('值周排班')).toBeVisible()
    await expect(entry('调班代班')).toHaveCount(0)
    const more = entry('值周：更多表')
    await more.click()
    await expect(entry('调班代班')).toBeVisible()
    await page.locator('[data-saved-seq]').waitFor()
    await app.reload()
    await expect(entry('调班代班')).toBeVisible()
    await entry('值周：收起更多表').click()
    await expect(entry('调班代班')).toHaveCount(0)
  })

  await test.step('the palette reaches a table behind it, and where one is has its entry', async () => {
    await app.press('Control+k')
    await expect(page.getByRole('dialog', { name: '命令面板' }).getByRole('combobox')).toBeFocused()
    await page.keyboard.type('领导小组')
    await app.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: '领导小组' })).toBeVisible()
    await expect(entry('领导小组')).toHaveAttribute('aria-current', 'page')
  })

  await test.step('an empty table offers what is usual, as one step', async () => {
    await page.getByRole('button', { name: '填入常用的' }).click()
    await expect(app.cell(0, 'role')).toHaveText('组长')
    await expect(app.cell(0, 'person')).not.toHaveText('')
    await app.press('Control+z')
    await expect(page.getByRole('button', { name: '填入常用的' })).toBeVisible()
  })

  await test.step('a class reports who is there; absences and the log follow', async () => {
    const [first] = await app.call('rows', 'classes')
    const day = `${LAST_YEAR}-03-10`
    await app.goTo('班级出勤日报')
    await app.call('add', 'classAttendance', [
      { date: day, class: String(first!['class_name']), present: Number(first!['students']) - 2, sick: 1 },
    ])
    await expect(app.cell(0, 'absent')).toHaveText('2')
    await expect(app.cell(0, 'unknown')).toHaveText('1')
    await app.call('add', 'dutyLog', [{ date: day, recess_check: '异常' }])
    const [log] = await app.call('rows', 'dutyLog')
    expect(log).toMatchObject({ students_absent: 2, status: '补填' })
  })

  await test.step('a plan that is not followed takes its tables behind 更多表', async () => {
    const policy = await app.call('rows', 'policy')
    const row = policy.find(({ key }) => key === 'plan.dutyWeek')!
    await app.call('edit', [{ table: 'policy', row: String(row['id']), column: 'value', value: '否' }])
    await app.goTo('教职工名册')
    await expect(entry('值周排班')).toHaveCount(0)
    await expect(entry('事故台账')).toBeVisible()
    await entry('值周：更多表').click()
    await expect(entry('值周排班')).toBeVisible()
  })
})
