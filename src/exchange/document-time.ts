import { FileProblem } from './sheet-data.ts'
import { scanPart } from './xlsx-parts.ts'
import { ZipContainer } from './xlsx-zip.ts'

/** When a workbook was last saved, as it says itself: an ISO instant, empty where it says nothing that is one. */
export function savedAt(bytes: Uint8Array): string {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return ''
  let within = false
  let text = ''
  try {
    const zip = new ZipContainer(bytes)
    const entry = zip.find('docProps/core.xml')
    if (!entry) return ''
    scanPart(zip, entry, {
      open: (name) => (within = name === 'modified'),
      close: () => (within = false),
      text: (piece) => (text += within ? piece : ''),
    })
  } catch (error) {
    // Only its date is lost: that the rest of the file was read has been seen to.
    if (error instanceof FileProblem) return ''
    throw error
  }
  const instant = new Date(text.trim())
  return Number.isNaN(instant.getTime()) ? '' : instant.toISOString()
}
