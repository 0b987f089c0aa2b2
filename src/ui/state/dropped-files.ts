/** Files that belong to the system or to a program that has a workbook open, not to whoever drops a folder. */
const isHidden = (name: string): boolean => /^(\.|~\$)|^(desktop\.ini|thumbs\.db)$/i.test(name)

export const inOrder = (files: Iterable<File>): File[] =>
  [...files].filter(({ name }) => !isHidden(name)).sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1))

/** Where a dropped file was: its own path is told only of files that were picked. */
const folders = new WeakMap<File, string>()

/** The file's name with the folders it was in, as far as the browser tells. */
export const pathOf = (file: File): string => folders.get(file) ?? (file.webkitRelativePath || file.name)

/** What was dropped, folders gone through to the end. Must be called while the drop is being handled. */
export async function droppedFiles({ items, files }: DataTransfer): Promise<File[]> {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry?.() ?? [])
  if (entries.length === 0) return inOrder(files)
  const found: File[] = []
  for (const entry of entries) await gather(entry, found)
  return inOrder(found)
}

async function gather(entry: FileSystemEntry, found: File[]): Promise<void> {
  if (entry.isFile) {
    const file = await fileOf(entry as FileSystemFileEntry)
    // A link that leads nowhere, or a file that has just been moved, must not keep the others away.
    if (!file) return
    folders.set(file, entry.fullPath.replace(/^\//, ''))
    found.push(file)
    return
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  for (;;) {
    // A reader tells of a hundred at a time, and of none when it has told all.
    const some = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed))
    if (some.length === 0) return
    for (const each of some) await gather(each, found)
  }
}

const fileOf = (entry: FileSystemFileEntry): Promise<File | null> =>
  new Promise((done) => entry.file(done, () => done(null)))
