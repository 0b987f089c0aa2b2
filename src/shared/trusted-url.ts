/**
 * URLs of our own scripts (workers, the service worker), in the form the page's security policy asks for
 * (`require-trusted-types-for 'script'`). Only addresses of this origin pass, so no text from a file or a cell can
 * ever name a script to run.
 *
 * The type says `string` because `Worker` and `register` are typed so; where Trusted Types exist it is an object.
 */
export function trustedUrl(url: string | URL): string {
  policy ??= scope.trustedTypes?.createPolicy('dutybook-urls', { createScriptURL: ownUrl }) ?? {
    createScriptURL: ownUrl,
  }
  return policy.createScriptURL(String(url)) as string
}

function ownUrl(url: string): string {
  const { origin, href } = new URL(url, scope.location.href)
  if (origin !== scope.location.origin) throw new TypeError('script-url-of-another-origin')
  return href
}

interface UrlPolicy {
  createScriptURL(url: string): unknown
}

// Not in TypeScript's DOM library yet. The policy may be made once only, hence one for each page or worker.
const scope = globalThis as unknown as {
  readonly location: Location
  readonly trustedTypes?: {
    createPolicy(name: string, rules: { createScriptURL(url: string): string }): UrlPolicy
  }
}

let policy: UrlPolicy | undefined
