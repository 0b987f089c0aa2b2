import { openStore } from '../../../src/store/open-store.ts'
import type { RowBlock } from '../../../src/engine/change.ts'
import { benchSchool } from '../school.ts'

/** Puts the bench's school into this browser as if it had been imported, and leaves it as the workbook in hand. */
async function fill(count: number, without: readonly string[] = []): Promise<void> {
  const opened = await openStore()
  if (!opened.ok) throw new Error(opened.problem.code)
  const store = opened.value
  await store.create({ kind: 'school', name: '基准学校', id: 'bench' })
  const workbook = await store.open('bench')
  if (!workbook.ok) throw new Error(workbook.problem.code)
  const added: RowBlock[] = Object.entries(benchSchool(count).tables)
    .filter(([table]) => !without.includes(table))
    .map(([table, { ids, columns }]) => ({ table, ids, columns }))
  await workbook.value.commit({ source: 'import', label: { code: 'import' }, edits: [], added }, '')
  await store.setSetting('device', {
    workbook: 'bench',
    asked: true,
    person: '测',
    place: 'incidents',
    panelOpen: false,
  })
  await store.close()
}

Object.assign(globalThis, { fill })
