import { test as base, expect, type BrowserContext, type Page } from '@playwright/test'

/**
 * Every end-to-end test runs under the laws: no error, no console error, no break of the security policy, no request
 * to another place. A test that means to cause one says which by `allowed.push(/…/)`.
 */
export const test = base.extend<{ allowed: RegExp[]; laws: void }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the needed fixtures out of the pattern.
  allowed: async ({}, use) => {
    await use([])
  },
  laws: [
    async ({ context, allowed, baseURL }, use) => {
      const breaches = await watchLaws(context, new URL(baseURL!).origin)
      await use()
      const unexpected = breaches.filter((breach) => !allowed.some((pattern) => pattern.test(breach)))
      expect(unexpected, 'the page broke a law').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

/** Watches all pages of a context; the array fills as things happen. For contexts a test opens by itself. */
export async function watchLaws(context: BrowserContext, origin: string): Promise<string[]> {
  const breaches: string[] = []
  // The browser reports a violation to the page only; the page hands it on.
  await context.exposeBinding('reportViolation', (_source, text: string) => {
    breaches.push(`security policy: ${text}`)
  })
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = (globalThis as unknown as { reportViolation(text: string): void }).reportViolation
      report(
        `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`,
      )
    })
  })
  context.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url)) breaches.push(`request: ${url}`)
  })
  context.on('weberror', (error) =>
    breaches.push(`page error: ${error.error().stack ?? error.error().message}`),
  )
  context.on('console', (message) => {
    if (message.type() === 'error') breaches.push(`console: ${message.text()} ${message.location().url}`)
  })
  return breaches
}

/** Requests made to the network while `act` runs: those the service worker answers from its store do not count. */
export async function requestsDuring(page: Page, act: () => Promise<void>): Promise<string[]> {
  const urls: string[] = []
  const note = (request: { url(): string }) => {
    if (!/^(data|blob):/.test(request.url())) urls.push(request.url())
  }
  page.context().on('request', note)
  await act()
  page.context().off('request', note)
  return urls
}
