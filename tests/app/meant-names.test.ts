import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Computer } from './exchange-copies.ts'

const how = { source: 'user', label: { code: 'grid.edit' } } as const

const NAMES = ['王伟', '王炜', '李四']

/** Two computers with one department each of which may name its director, and nobody on the staff yet. */
async function twoComputers(): Promise<{ a: Computer; b: Computer; departments: readonly string[] }> {
  const a = await Computer.start('王老师')
  await a.create()
  const rows = [{ dept: '教导处' }, { dept: '总务处' }]
  const { ids } = a.session.add('departments', rows, how)
  const b = await Computer.start('陈老师')
  await b.merge(await a.export())
  return { a, b, departments: ids }
}

const addPerson = ({ session }: Computer, name: string) => session.add('staff', [{ name }], how).ids[0]!
const set = ({ session }: Computer, table: string, row: string, column: string, input: string) =>
  session.edit([{ table, row, column, input }], how)
const director = ({ session }: Computer, row: string) => session.book.stored('departments', row, 'director')

/** Whom the department's director cell means here: a row of staff, or nobody. */
function meaning(computer: Computer, row: string): string | null {
  const { book } = computer.session
  const cell = director(computer, row)
  if (typeof cell !== 'string') return null
  if (book.has('staff', cell)) return cell
  const found = book.find(['staff'], cell)
  return found === 'many' ? null : found
}

/** First `to` reads `from`'s file, then the other way round: one exchange, in this order. */
async function exchange(from: Computer, to: Computer): Promise<void> {
  await to.merge(await from.export())
  await from.merge(await to.export())
}

for (const order of ['the computer with the name', 'the computer with the rename'] as const)
  test(`a name typed on one computer follows the rename made on the other: ${order} sends first`, async () => {
    const { a, b, departments } = await twoComputers()
    const [row] = departments
    set(a, 'departments', row!, 'director', '王伟')
    const person = addPerson(b, '王伟')
    await a.merge(await b.export())
    expect(meaning(a, row!)).toBe(person)
    set(b, 'staff', person, 'name', '王炜')
    // Somebody else of that name must not be taken for him.
    const other = addPerson(b, '王伟')
    await (order === 'the computer with the name' ? exchange(a, b) : exchange(b, a))
    for (const computer of [a, b]) expect(director(computer, row!)).toBe(person)
    expect(b.text()).toBe(a.text())
    expect(other).not.toBe(person)
    expect(a.session.disputes.size + b.session.disputes.size).toBe(0)
    expect((await a.merge(await b.export())).news).toBe(false)
    // It is nobody's step: undo leaves it alone.
    await a.restart()
    await a.session.undo()
    expect(director(a, row!)).toBe(person)
  })

test('a namesake who comes with a file does not take the name away from whom it meant', async () => {
  const { a, b, departments } = await twoComputers()
  const [row] = departments
  set(a, 'departments', row!, 'director', '王伟')
  const person = addPerson(b, '王伟')
  await a.merge(await b.export())
  addPerson(b, '王伟')
  await exchange(b, a)
  for (const computer of [a, b]) expect(director(computer, row!)).toBe(person)
  expect(b.text()).toBe(a.text())
})

test('nor does somebody who has come to be called the same', async () => {
  const { a, b, departments } = await twoComputers()
  const [row] = departments
  set(a, 'departments', row!, 'director', '王伟')
  const person = addPerson(b, '王伟')
  await a.merge(await b.export())
  const namesake = addPerson(b, '李四')
  set(b, 'staff', namesake, 'name', '王伟')
  await exchange(b, a)
  for (const computer of [a, b]) expect(director(computer, row!)).toBe(person)
  expect(b.text()).toBe(a.text())
})

test('both bind the name before they hear of each other: that is agreement', async () => {
  const { a, b, departments } = await twoComputers()
  const [row] = departments
  set(a, 'departments', row!, 'director', '王伟')
  const person = addPerson(b, '王伟')
  await a.merge(await b.export())
  set(b, 'staff', person, 'name', '王炜')
  const [fromA, fromB] = [await a.export(), await b.export()]
  await a.merge(fromB)
  await b.merge(fromA)
  await exchange(a, b)
  expect([director(a, row!), director(b, row!)]).toEqual([person, person])
  expect(b.text()).toBe(a.text())
  expect(a.session.disputes.size).toBe(0)
})

test('whatever is typed, renamed and sent, two computers end with the same, and a name means whom it meant', async () => {
  const who = fc.nat(1)
  const name = fc.constantFrom(...NAMES)
  const step = fc.oneof(
    fc.record({ do: fc.constant('type' as const), who, at: fc.nat(1), name }),
    fc.record({ do: fc.constant('rename' as const), who, at: fc.nat(3), name }),
    fc.record({ do: fc.constant('add' as const), who, at: fc.constant(0), name }),
    fc.record({ do: fc.constant('send' as const), who, at: fc.constant(0), name }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { size: 'max', maxLength: 10 }), fc.boolean(), async (steps, aFirst) => {
      const { a, b, departments } = await twoComputers()
      const both = [a, b]
      set(a, 'departments', departments[0]!, 'director', '王伟')
      addPerson(b, '王伟')
      await a.merge(await b.export())
      for (const { do: what, who, at, name } of steps) {
        const computer = both[who]!
        const staff = computer.session.book.view('staff').ids()
        if (what === 'type') set(computer, 'departments', departments[at]!, 'director', name)
        else if (what === 'rename' && staff.length > 0)
          set(computer, 'staff', staff[at % staff.length]!, 'name', name)
        else if (what === 'add') addPerson(computer, name)
        else if (what === 'send') await both[1 - who]!.merge(await computer.export())
      }
      const before = departments.map((row) => both.map((computer) => meaning(computer, row)))
      const cells = departments.map((row) => both.map((computer) => director(computer, row)))
      const exchangeFiles = () => (aFirst ? exchange(a, b) : exchange(b, a))
      await exchangeFiles()
      expect(b.text()).toBe(a.text())
      // And that is the end of it.
      await exchangeFiles()
      expect(b.text()).toBe(a.text())
      // Where only one held anything, or both the same, and it meant one person: it is still that person.
      departments.forEach((row, i) => {
        const held = cells[i]!.filter((cell) => cell !== null)
        const meant = new Set(before[i]!.filter((_, n) => cells[i]![n] !== null))
        const [person] = meant
        if (new Set(held).size !== 1 || meant.size !== 1 || !person) return
        expect(meaning(a, row)).toBe(person)
      })
    }),
    {
      numRuns: 15,
      examples: [
        // Of two names that are in dispute the one shown counts, not the one that came first.
        [
          [
            { do: 'rename', who: 0, at: 0, name: '王炜' },
            { do: 'add', who: 1, at: 0, name: '李四' },
            { do: 'type', who: 0, at: 0, name: '李四' },
            { do: 'add', who: 1, at: 0, name: '王伟' },
            { do: 'rename', who: 1, at: 0, name: '李四' },
          ],
          false,
        ],
        // A name written over with the same characters means what the last who wrote it meant.
        [
          [
            { do: 'add', who: 1, at: 0, name: '李四' },
            { do: 'type', who: 0, at: 0, name: '李四' },
            { do: 'add', who: 0, at: 0, name: '李四' },
            { do: 'send', who: 0, at: 0, name: '王伟' },
            { do: 'type', who: 1, at: 0, name: '李四' },
          ],
          true,
        ],
      ],
    },
  )
}, 120_000)
