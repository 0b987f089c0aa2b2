import type { Attachment } from 'svelte/attachments'

/** Shows bytes in an `<img>` for as long as it is there; the address is given back with it. */
export const picture =
  (bytes: Uint8Array, type: string): Attachment<HTMLImageElement> =>
  (image) => {
    const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }))
    image.src = address
    return () => {
      // One that is still loading would complain of an address that is gone.
      image.removeAttribute('src')
      URL.revokeObjectURL(address)
    }
  }
