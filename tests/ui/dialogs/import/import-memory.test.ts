import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ImportMemory } from '../../../../src/ui/dialogs/import/import-memory.ts'
import type { DeviceSettings } from '../../../../src/app/device-settings.ts'
import { STRATEGIES } from '../../../../src/app/import-file.ts'
import { tables } from '../../../../src/tables/index.ts'

/** The settings of a computer, as far as imports are remembered in them: what is stored is stored as JSON. */
function remembering() {
  const kept = new Map<string, string>()
  const settings = {
    import: (shape: string): unknown => JSON.parse(kept.get(shape) ?? 'null'),
    keepImport: async (shape: string, choice: unknown) => {
      if (choice === null) kept.delete(shape)
      else kept.set(shape, JSON.stringify(choice))
    },
  }
  return { kept, memory: new ImportMemory(settings as unknown as DeviceSettings) }
}

const staffKeys = Object.keys(tables.staff.columns)
const columns = ['name', null, 'dept'] as const
const sheet = { table: 'staff', columns }
const how = { strategy: 'update-and-add', along: false } as const

describe('how files of a shape were imported', () => {
  it('is known again by the shape, whatever was decided', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.constantFrom(...staffKeys)), { minLength: 1, maxLength: 20, size: 'max' }),
        fc.option(fc.tuple(fc.nat({ max: 60 }), fc.nat({ max: 60 })), { nil: undefined }),
        fc.option(fc.array(fc.constantFrom(...staffKeys), { minLength: 1, maxLength: 3 }), {
          nil: undefined,
        }),
        fc.constantFrom(...STRATEGIES),
        fc.boolean(),
        (columns, header, key, strategy, along) => {
          const { memory } = remembering()
          memory.keep('shape', { table: 'staff', columns }, { header, key }, { strategy, along })
          expect(memory.recall({ shape: 'shape', columns }, tables)).toEqual({
            choice: {
              table: 'staff',
              columns: new Map(columns.entries()),
              ...{ key, header },
              remembered: true,
            },
            ...{ strategy, along },
          })
          expect(memory.recall({ shape: 'another', columns }, tables)).toBeNull()
        },
      ),
    )
  })

  it('keeps no cell of the file, only keys of ours and numbers', () => {
    const { kept, memory } = remembering()
    const mapping = [{ heading: '王小明的班主任', key: 'name' }]
    const duplicates = new Map([['王小明', 3]])
    memory.keep('shape', { ...sheet, mapping } as never, { duplicates, key: ['name'] }, how)
    expect([...kept.values()].join()).not.toContain('王小明')
  })

  it('is forgotten when somebody says so', () => {
    const { memory } = remembering()
    memory.keep('shape', sheet, {}, how)
    memory.forget('shape')
    expect(memory.recall({ shape: 'shape', columns }, tables)).toBeNull()
  })

  it('is no help for a file with other columns, or when a table or column is no more', () => {
    const { memory } = remembering()
    memory.keep('shape', sheet, { key: ['name'] }, how)
    expect(memory.recall({ shape: 'shape', columns: [...columns, null] }, tables)).toBeNull()
    const { name: _, ...fewer } = tables.staff.columns
    const staff = { ...tables.staff, columns: fewer }
    expect(memory.recall({ shape: 'shape', columns }, { ...tables, staff } as never)).toBeNull()
    const { staff: _gone, ...without } = tables
    expect(memory.recall({ shape: 'shape', columns }, without)).toBeNull()
  })

  it('is not taken from settings that something else has written', () => {
    const good = { table: 'staff', columns, strategy: 'add-only' }
    const { kept, memory } = remembering()
    const recalled = (value: unknown) => {
      kept.set('shape', JSON.stringify(value))
      return memory.recall({ shape: 'shape', columns }, tables)
    }
    expect(recalled(good)).not.toBeNull()
    for (const bad of [
      ...[null, 1, 'staff', [], {}],
      { ...good, table: 3 },
      { ...good, table: 'constructor' },
      { ...good, columns: 'name' },
      { ...good, columns: [1, 2, 3] },
      { ...good, columns: ['__proto__', null, 'dept'] },
      { ...good, key: 'name' },
      { ...good, header: [1] },
      { ...good, header: ['1', '2'] },
      { ...good, strategy: 'delete-all' },
      { ...good, along: 'yes' },
    ])
      expect(recalled(bad), JSON.stringify(bad)).toBeNull()
  })
})
