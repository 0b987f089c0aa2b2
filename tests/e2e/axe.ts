import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What a screen reader or somebody with weak eyes would stumble over: findings that must not be there. */
export async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
    )
}
