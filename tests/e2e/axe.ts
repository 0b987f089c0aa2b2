import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/**
 * What a screen reader or somebody with weak eyes would stumble over: findings that must not be there.
 * `part` is a selector; the whole page when left out.
 *
 * Nothing here lives in frames of other origins, so the report is finished in the page itself, and only what is wrong
 * is described: an eighth of the time, the same findings.
 */
export async function barriers(page: Page, part?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
  const { violations } = await (part === undefined ? axe : axe.include(part)).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
    )
}

/** `what` names the state that was looked at, for the message. */
export async function expectAccessible(page: Page, what = 'this screen', part?: string): Promise<void> {
  expect(await barriers(page, part), what).toEqual([])
}
