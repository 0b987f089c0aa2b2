import { expect, test } from 'vitest'
import { recognise } from '../../src/app/recognise-file.ts'

const file = (name: string, ...bytes: readonly number[]) => ({ name, bytes: new Uint8Array(bytes) })
const text = (name: string, content: string) => file(name, ...new TextEncoder().encode(content))

test('a backup is known whatever it is called, and rows are rows', async () => {
  expect(await recognise(text('a.xlsx', 'DUTYBOOK-BACKUP\n...'), undefined, {})).toEqual({ is: 'backup' })
  const list = text('名单.csv', '姓名,部门\n张三,教导处\n')
  expect(await recognise(list, undefined, {})).toEqual({ is: 'rows', file: list })
  // Named like a backup, and none: the import says what it is.
  const odd = text('a.dutybook', '姓名\n张三\n')
  expect(await recognise(odd, undefined, {})).toEqual({ is: 'rows', file: odd })
})
