import type { Folder } from '../../app/folder.ts'

type Picker = (options: { id: string; mode: 'readwrite'; startIn: string }) => Promise<Folder>

const picker = (globalThis as { showDirectoryPicker?: Picker }).showDirectoryPicker

/** Lets somebody pick a folder to write to; null when he thinks better of it. Null itself where the browser cannot. */
export const pickFolder: (() => Promise<Folder | null>) | null = picker
  ? async () => {
      try {
        return await picker.call(globalThis, {
          id: 'dutybook-backup',
          mode: 'readwrite',
          startIn: 'documents',
        })
      } catch (error) {
        if (error instanceof DOMException && error.name === 'AbortError') return null
        throw error
      }
    }
  : null
