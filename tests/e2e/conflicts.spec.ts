import type { Locator } from '@playwright/test'
import { expect, test, type AppPage } from './app-page.ts'
import { barriers } from './axe.ts'
import { callMe, merge, otherComputer, packageOf } from './two-computers.ts'

const conflict = (app: AppPage, name: RegExp | string): Locator => app.page.getByRole('group', { name })

/** Two computers that have typed different telephone numbers for three colleagues, and met. */
async function dispute(app: AppPage, other: AppPage): Promise<readonly string[]> {
  await app.open()
  await app.create()
  await callMe(app, '王老师')
  const { ids } = await app.call('add', 'staff', [{ name: '李四' }, { name: '赵六' }, { name: '孙七' }])
  await other.open()
  await merge(other, await packageOf(app))
  await callMe(other, '陈老师')
  const phones = (row: string, value: string) => ({ table: 'staff', row, column: 'phone', value })
  await app.call(
    'edit',
    ids.map((row, i) => phones(row, `1380000000${i}`)),
  )
  await other.call(
    'edit',
    ids.map((row, i) => phones(row, `1390000000${i}`)),
  )
  await other.call('remove', 'staff', [ids[2]!])
  const [mine, theirs] = [await packageOf(app), await packageOf(other)]
  await merge(app, theirs)
  await merge(other, mine)
  return ids
}

test('what two computers typed differently is shown, marked, decided by keyboard, and travels', async ({
  app,
  browser,
  baseURL,
}) => {
  const { app: other, context, breaches } = await otherComputer(browser, baseURL!)
  const ids = await dispute(app, other)

  await app.goTo('教职工名册')
  await app.select(0, 'phone')
  await expect(app.cell(0, 'phone')).toHaveClass(/cell-disputed/)
  await expect(app.field).toHaveAccessibleName(/合并后有不同的值，待确认。$/)
  const panel = app.page.getByRole('complementary', { name: '侧栏' })
  await panel.getByRole('button', { name: '去确认“手机”' }).click()

  // It is the cell in hand, and its first value, the shown one, has the focus.
  await expect(app.page.getByRole('heading', { level: 1, name: '待确认' })).toBeVisible()
  const values = app.page.getByRole('button', { name: /^13[89]/ })
  await expect(values).toHaveCount(6)
  await expect(values.first()).toBeFocused()
  const offered = conflict(app, '手机').first()
  await expect(offered).toContainText('王老师 · 我')
  await expect(offered).toContainText('陈老师')
  await expect(offered).toContainText('现在显示')
  expect(await barriers(app.page)).toEqual([])

  // Enter chooses; the focus goes on to the next cell.
  const chosen = (await app.call('conflicts'))[0]!.values[0]!.value
  await app.press('Enter')
  await expect(conflict(app, '手机')).toHaveCount(2)
  await expect(conflict(app, '手机').first().getByRole('button').first()).toBeFocused()

  // Another value than both, typed.
  await conflict(app, '手机').first().getByRole('button', { name: '给“手机”填别的值' }).click()
  await app.page.getByRole('textbox', { name: '“手机”的值' }).fill('023-1234567')
  await app.press('Enter')
  await expect(conflict(app, '手机')).toHaveCount(1)

  // The row one has deleted while the other was at work on it.
  await conflict(app, /整行/)
    .getByRole('button', { name: /保留这一行/ })
    .click()
  await conflict(app, '手机')
    .getByRole('button', { name: /1380000000/ })
    .click()
  await expect(app.page.getByText('没有需要确认的内容。')).toBeVisible()

  await merge(other, await packageOf(app))
  for (const each of [app, other]) {
    expect(await each.call('conflicts')).toEqual([])
    const phones = (await each.call('rows', 'staff')).map(({ id, phone }) => [id, phone])
    expect(phones).toEqual([
      [ids[0], chosen],
      [ids[1], '023-1234567'],
      [ids[2], '13800000002'],
    ])
  }
  expect(await other.call('stateHash')).toBe(await app.call('stateHash'))
  expect(breaches).toEqual([])
  await context.close()
})

test('many are decided at once after a look at how many, and one undo opens all again', async ({
  app,
  browser,
  baseURL,
}) => {
  const { app: other, context } = await otherComputer(browser, baseURL!)
  await dispute(app, other)
  await context.close()
  const before = await app.call('conflicts')
  expect(before).toHaveLength(4)

  await app.goTo('待确认')
  await app.page.getByRole('button', { name: '都用对方的' }).click()
  const dialog = app.page.getByRole('dialog', { name: '都用对方的' })
  await expect(dialog).toContainText('将确认 4 处')
  expect(await barriers(app.page)).toEqual([])
  await dialog.getByRole('button', { name: '确认 4 处' }).click()
  await expect(app.page.getByText('没有需要确认的内容。')).toBeVisible()
  expect((await app.call('rows', 'staff')).map(({ phone }) => phone)).toEqual(['13900000000', '13900000001'])

  await app.page.getByRole('button', { name: '撤销', exact: true }).click()
  await expect(conflict(app, '手机')).toHaveCount(3)
  const told = (conflicts: typeof before) =>
    conflicts.map(({ id, values }) => [id, values.map(({ value, by }) => [value, by])])
  expect(told(await app.call('conflicts'))).toEqual(told(before))

  await app.page.getByRole('combobox', { name: '都用某人的' }).selectOption('王老师')
  await app.page.getByRole('button', { name: /^确认 \d 处$/ }).click()
  await expect(app.page.getByText('没有需要确认的内容。')).toBeVisible()
  const phones = (await app.call('rows', 'staff')).map(({ phone }) => phone)
  expect(phones).toEqual(['13800000000', '13800000001', '13800000002'])
})
