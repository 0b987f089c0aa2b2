import { ok, type Problem, type Result } from '../shared/result.ts'
import type { Table } from '../tables/table.ts'
import { Area } from './area.ts'
import type { Evaluate, FunctionDefinition, Parameter, Surroundings } from './function.ts'
import { functions } from './functions/all.ts'
import { power } from './functions/numbers.ts'
import { resolve, type Reference, type Tables } from './names.ts'
import { parseFormula, placeOf, wrongAt, type CallNode, type Node, type ReferenceNode } from './parse.ts'
import {
  add,
  compare,
  DIVISION,
  errorOf,
  NOT_FOUND,
  toNumber,
  toText,
  valueOf,
  WRONG_NUMBER,
  type Content,
  type Value,
} from './value.ts'

/** The cells a formula reads while it is worked out. */
export interface Cells extends Surroundings {
  readonly cell: (table: string, row: string, column: string) => Content
  /** Whole columns; the same object until a cell in them moves. */
  readonly area: (table: string, columns: readonly string[]) => Area
  readonly target: (table: string, row: string, column: string) => string | null
}

export interface CompiledFormula {
  readonly evaluate: (row: string) => Content
  readonly references: readonly Reference[]
  /** Comes to something else by the clock alone. */
  readonly volatile: boolean
}

/** A mistake in a formula, with its place; thrown inside this file only. */
class Mistake extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code)
  }
}

const mistake = (code: string, node: Node, params: Problem['params'] = {}): Mistake =>
  new Mistake(wrongAt(code, placeOf(node), params).problem)

/** Makes a formula a function of the row. Names are looked up here, once; for each row only closures run. */
export function compile(formula: string, home: Table, tables: Tables, cells: Cells): Result<CompiledFormula> {
  const parsed = parseFormula(formula)
  if (!parsed.ok) return parsed
  const compiler = new Compiler(home, tables, cells)
  try {
    const evaluate = compiler.value(parsed.value)
    const { references, volatile } = compiler
    return ok({ references, volatile, evaluate: (row) => evaluate(row) ?? 0 })
  } catch (error) {
    if (error instanceof Mistake) return { ok: false, problem: error.problem }
    throw error
  }
}

type EvaluateValue = (row: string) => Value

class Compiler {
  readonly references: Reference[] = []
  volatile = false

  constructor(
    private readonly home: Table,
    private readonly tables: Tables,
    private readonly cells: Cells,
  ) {}

  /** A part that must come to one value. */
  value(node: Node): EvaluateValue {
    if (node.type === 'ReferenceIdentifier') {
      const reference = this.resolve(node)
      if (reference.is === 'cells' || reference.is === 'columns')
        throw mistake('column-as-value', node, { name: node.value })
      return this.cell(reference)
    }
    switch (node.type) {
      case 'Literal':
        return constant(node.value)
      case 'ErrorLiteral': {
        const error = errorOf(node.value)
        if (!error) throw mistake('not-supported', node)
        return () => {
          throw error
        }
      }
      case 'UnaryExpression':
        return this.unary(node.operator, node.arguments[0]!, node)
      case 'BinaryExpression':
        return this.binary(node.operator, node.arguments[0]!, node.arguments[1]!, node)
      case 'CallExpression':
        return this.call(node)
      default:
        throw mistake('not-supported', node)
    }
  }

  private resolve(node: ReferenceNode): Reference {
    const found = resolve(node, this.home, this.tables)
    if (!found.ok) throw new Mistake(found.problem)
    this.references.push(found.value)
    return found.value
  }

  private cell(reference: Extract<Reference, { is: 'cell' | 'linked' }>): EvaluateValue {
    const { cells } = this
    const { name } = this.home
    const { column } = reference
    if (reference.is === 'cell') return (row) => valueOf(cells.cell(name, row, column))
    const { by, table } = reference
    return (row) => {
      const target = cells.target(name, row, by)
      if (target !== null) return valueOf(cells.cell(table, target, column))
      // Nobody is named: there is nothing to say. Somebody is named who is on no list: that is an error.
      if (cells.cell(name, row, by) === null) return ''
      throw NOT_FOUND
    }
  }

  private unary(operator: string, argument: Node, node: Node): EvaluateValue {
    const value = this.value(argument)
    switch (operator) {
      case '-':
        return (row) => -toNumber(value(row)) || 0
      case '+':
      case '@':
        return value
      case '%':
        return (row) => toNumber(value(row)) / 100
      default:
        throw mistake('not-supported', node)
    }
  }

  private binary(operator: string, left: Node, right: Node, node: Node): EvaluateValue {
    if (operator === ' ') throw mistake('no-sign-between', right)
    const [a, b] = [this.value(left), this.value(right)]
    const arithmetic = (work: (a: number, b: number) => number) => (row: string) => {
      const result = work(toNumber(a(row)), toNumber(b(row)))
      if (!Number.isFinite(result)) throw WRONG_NUMBER
      return result
    }
    const comparison = (holds: (order: number) => boolean) => (row: string) => holds(compare(a(row), b(row)))
    switch (operator) {
      case '+':
        return arithmetic(add)
      case '-':
        return arithmetic((x, y) => add(x, -y))
      case '*':
        return arithmetic((x, y) => x * y)
      case '/':
        return arithmetic((x, y) => {
          if (y === 0) throw DIVISION
          return x / y
        })
      case '^':
        return arithmetic(power)
      case '&':
        return (row) => toText(a(row)) + toText(b(row))
      case '=':
        return comparison((order) => order === 0)
      case '<>':
        return comparison((order) => order !== 0)
      case '<':
        return comparison((order) => order < 0)
      case '<=':
        return comparison((order) => order <= 0)
      case '>':
        return comparison((order) => order > 0)
      case '>=':
        return comparison((order) => order >= 0)
      default:
        throw mistake('not-supported', node)
    }
  }

  private call(node: CallNode): EvaluateValue {
    const name = node.callee.name ?? (node.callee as unknown as { value: string }).value
    const definition = functions.get(name.toUpperCase())
    if (!definition) throw mistake('unknown-function', node, { name })
    const given = node.arguments as readonly (Node | null)[]
    const seen = count(definition.parameters, definition.group)
    if (given.length < seen.least)
      throw mistake('too-few', node, { name: name.toUpperCase(), count: seen.least })
    if (given.length > seen.most)
      throw mistake('too-many', node, { name: name.toUpperCase(), count: seen.most })
    let at = 0
    const fixed = definition.parameters.map((parameter) =>
      this.argument(parameter, parameter.takes === 'hidden' ? undefined : given[at++], node),
    )
    const groups: Read[][] = []
    while (definition.group.length > 0 && at < given.length) {
      if (given.length - at < definition.group.filter(({ absent }) => !absent).length)
        throw mistake('too-few', node, { name: name.toUpperCase(), count: given.length + 1 })
      groups.push(definition.group.map((parameter) => this.argument(parameter, given[at++], node)))
    }
    return run(definition, fixed, groups)
  }

  /** How one argument is read for a row. */
  private argument(parameter: Parameter, node: Node | null | undefined, call: Node): Read {
    if (parameter.make) {
      this.volatile ||= parameter.volatile === true
      const made = parameter.make(this.cells)
      return () => made()
    }
    const { absent } = parameter
    if (node === undefined && absent) return () => absent()
    if (node === undefined || node === null) {
      if (parameter.takes === 'area') throw mistake('column-wanted', call)
      return (row) => parameter.read(() => null, row)
    }
    const evaluate = this.evaluated(parameter, node)
    return (row) => parameter.read(evaluate, row)
  }

  private evaluated(parameter: Parameter, node: Node): Evaluate {
    if (parameter.takes === 'value') return this.value(node)
    if (node.type === 'ReferenceIdentifier') {
      const reference = this.resolve(node)
      if (reference.is === 'columns') {
        const { table, columns } = reference
        return () => this.cells.area(table, columns)
      }
      const { name } = this.home
      if (reference.is === 'cells')
        return (row) => new Area(reference.columns.map((column) => [this.cells.cell(name, row, column)]))
      // A cell is looked into as a column is: what is no number in it is passed over.
      if (parameter.takes === 'either') {
        const cell = this.cell(reference)
        return reference.is === 'cell'
          ? (row) => new Area([[this.cells.cell(name, row, reference.column)]])
          : cell
      }
    }
    if (parameter.takes === 'area') throw mistake('column-wanted', node)
    return this.value(node)
  }
}

type Read = (row: string) => unknown

function constant(value: Value): EvaluateValue {
  return () => value
}

function run({ call }: FunctionDefinition, fixed: readonly Read[], groups: readonly Read[][]): EvaluateValue {
  const apply = call as (...args: unknown[]) => Value
  const checked = (value: Value): Value => {
    if (typeof value === 'number' && !Number.isFinite(value)) throw WRONG_NUMBER
    return value
  }
  if (groups.length > 0)
    return (row) =>
      checked(
        apply(
          ...fixed.map((read) => read(row)),
          groups.map((group) => group.map((read) => read(row))),
        ),
      )
  // The common counts without an array for each row.
  const [a, b, c] = fixed
  if (fixed.length === 1) return (row) => checked(apply(a!(row)))
  if (fixed.length === 2) return (row) => checked(apply(a!(row), b!(row)))
  if (fixed.length === 3) return (row) => checked(apply(a!(row), b!(row), c!(row)))
  return (row) => checked(apply(...fixed.map((read) => read(row))))
}

function count(
  parameters: readonly Parameter[],
  group: readonly Parameter[],
): { least: number; most: number } {
  const shown = parameters.filter(({ takes }) => takes !== 'hidden')
  const needed = [...shown, ...group].filter(({ absent }) => !absent).length
  return { least: needed, most: group.length > 0 ? 254 : shown.length }
}
