import { afterEach, beforeEach, expect, test, vi } from 'vitest'

beforeEach(() => {
  vi.resetModules()
  vi.stubGlobal('location', new URL('https://school.example/book/index.html'))
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const load = async () => (await import('../../src/shared/trusted-url.ts')).trustedUrl

test('a relative address is taken from the page', async () => {
  const trustedUrl = await load()
  expect(trustedUrl('./sw.js')).toBe('https://school.example/book/sw.js')
  expect(trustedUrl(new URL('https://school.example/w.js'))).toBe('https://school.example/w.js')
})

test.each([
  'https://evil.example/w.js',
  '//evil.example/w.js',
  'https://school.example.evil.example/w.js',
  'https://school.example@evil.example/w.js',
  'http://school.example/w.js',
  'https://school.example:8443/w.js',
  'data:text/javascript,1',
  'javascript:1',
  '\\\\evil.example/w.js',
])('%s is refused', async (url) => {
  const trustedUrl = await load()
  expect(() => trustedUrl(url)).toThrow('script-url-of-another-origin')
})

test('the browser policy is made once, under the name the page allows', async () => {
  const made: string[] = []
  vi.stubGlobal('trustedTypes', {
    createPolicy(name: string, rules: { createScriptURL(url: string): string }) {
      made.push(name)
      return { createScriptURL: (url: string) => ({ trusted: rules.createScriptURL(url) }) }
    },
  })
  const trustedUrl = await load()
  expect(trustedUrl('a.js')).toEqual({ trusted: 'https://school.example/book/a.js' })
  trustedUrl('b.js')
  expect(made).toEqual(['dutybook-urls'])
})
