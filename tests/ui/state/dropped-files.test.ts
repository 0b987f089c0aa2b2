import { expect, test } from 'vitest'
import { droppedFiles, pathOf } from '../../../src/ui/state/dropped-files.ts'

interface Folder {
  readonly [name: string]: Folder | string | null
}

/** What a browser hands over of a folder: readers that tell a hundred entries at a time. Null is a file that is gone. */
function entryOf(name: string, content: Folder | string | null, path = `/${name}`): FileSystemEntry {
  if (content === null || typeof content === 'string') {
    const file = (done: (file: File) => void, failed: () => void) =>
      content === null ? failed() : done(new File([content], name))
    return { isFile: true, isDirectory: false, name, fullPath: path, file } as unknown as FileSystemEntry
  }
  const entries = Object.entries(content).map(([each, inside]) => entryOf(each, inside, `${path}/${each}`))
  let told = 0
  const readEntries = (done: (some: FileSystemEntry[]) => void) => done(entries.slice(told, (told += 100)))
  const createReader = () => ({ readEntries })
  return {
    isFile: false,
    isDirectory: true,
    name,
    fullPath: path,
    createReader,
  } as unknown as FileSystemEntry
}

const dropped = (folder: Folder): DataTransfer => {
  const items = Object.entries(folder).map(([name, content]) => ({
    webkitGetAsEntry: () => entryOf(name, content),
  }))
  return { items, files: [] } as unknown as DataTransfer
}

test('a dropped folder is gone through to the end, whatever lies how deep, and one lost file costs no other', async () => {
  const many = Object.fromEntries(Array.from({ length: 250 }, (_, at) => [`${1000 + at}.xlsx`, 'x']))
  const files = await droppedFiles(
    dropped({
      九月: {
        东片: { 一小: { '台账.csv': 'a', '~$台账.csv': 'b', '.DS_Store': 'c' }, '搬走了.xlsx': null },
        西片: many,
      },
      '单独.xlsx': 'd',
    }),
  )
  expect(files).toHaveLength(252)
  expect(files.slice(0, 2).map(pathOf)).toEqual(['九月/东片/一小/台账.csv', '九月/西片/1000.xlsx'])
  expect(pathOf(files.at(-1)!)).toBe('单独.xlsx')
})

test('where a browser tells no entries, the files themselves are taken', async () => {
  const files = [new File(['a'], '二.csv'), new File(['a'], '一.csv')]
  const transfer = { items: [{}], files } as unknown as DataTransfer
  expect((await droppedFiles(transfer)).map(({ name }) => name)).toEqual(['一.csv', '二.csv'])
})
