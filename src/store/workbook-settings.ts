/** Settings of this computer that belong to one workbook and are deleted with it, by their keys. */
export const backupPartsKey = (workbook: string) => `backup-parts ${workbook}`
export const backupFolderKey = (workbook: string) => `backup-folder ${workbook}`

export const workbookSettings = (workbook: string): string[] => [
  backupPartsKey(workbook),
  backupFolderKey(workbook),
]
