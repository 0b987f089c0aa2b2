import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Minutes and tens of seconds long: begun last, one of them would keep one core at work and the others idle. */
const SLOW =
  /\/(?:engine\/oracle[^/]*|app\/(?:export-leaks|receive-file|merge-package|every-table))\.test\.ts$/

export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isSlow = ({ moduleId }: TestSpecification) => SLOW.test(moduleId)
    return [...sorted.filter(isSlow), ...sorted.filter((file) => !isSlow(file))]
  }
}
