import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'

/** The annotation that tells what a task has cost: its name, the way, presses and typed characters, parted by tabs. */
export const EFFORT = 'effort'

/** Prints at the end of a run how many keys and clicks each task took. No test depends on it. */
export default class EffortReporter implements Reporter {
  readonly #lines: string[] = []

  onTestEnd(_test: TestCase, { annotations }: TestResult): void {
    for (const { type, description } of annotations) if (type === EFFORT) this.#lines.push(description ?? '')
  }

  onEnd(): void {
    const efforts = new Map<string, Record<string, string>>()
    for (const [task = '', way = '', presses, characters] of this.#lines.map((line) => line.split('\t')))
      efforts.set(task, { ...efforts.get(task), [way]: `${presses} + ${characters}` })
    if (efforts.size === 0) return
    console.log('\nKeys or clicks + typed characters of each task:')
    console.table(Object.fromEntries(efforts), ['keys', 'mouse'])
  }

  printsToStdio(): boolean {
    return false
  }
}
