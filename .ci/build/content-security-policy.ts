import type { Plugin } from 'vite'

/**
 * What the page may do: load its own files, talk to nobody else, run no text as code. `require-trusted-types-for`
 * turns every place where a string could become markup or a script into an error, unless it passed one of the two
 * named policies (Svelte's template strings; our own worker URLs).
 */
export const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html dutybook-urls',
].join('; ')

/**
 * Writes the policy into the built page as a <meta>, so it holds on any static host, even one where nobody can set
 * headers. Only in builds: the development server needs inline styles and a web socket.
 */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
        // Before every other tag: a policy governs only what comes after it.
        injectTo: 'head-prepend',
      },
    ],
  }
}
