import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite'

/**
 * Lets the browser fetch the table screen (most of it is the grid) beside the entry instead of after it: nearly every
 * start ends there, and the service worker fetches it in any case. At low priority, so that the first paint waits for
 * nothing.
 */
export function preloadTable(): Plugin {
  return {
    name: 'preload-table',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) => {
        const screen = Object.values(bundle).find(
          (output) => output.type === 'chunk' && output.facadeModuleId?.endsWith('/TableScreen.svelte'),
        )
        if (!screen) throw new Error('the build has no table screen of its own to preload')
        return [...namesWith(screen.fileName, bundle)].filter((name) => !html.includes(name)).map(linkTo)
      },
    },
  }
}

/** The chunk, everything it imports at once, and their styles. */
function namesWith(
  name: string,
  bundle: Rolldown.OutputBundle,
  names = new Set<string>(),
): ReadonlySet<string> {
  const output = bundle[name]
  if (names.has(name) || output?.type !== 'chunk') return names
  names.add(name)
  for (const imported of output.imports) namesWith(imported, bundle, names)
  for (const style of output.viteMetadata?.importedCss ?? []) names.add(style)
  return names
}

const linkTo = (name: string): HtmlTagDescriptor => ({
  tag: 'link',
  attrs: {
    ...(name.endsWith('.css')
      ? { rel: 'preload', as: 'style' }
      : { rel: 'modulepreload', crossorigin: true }),
    href: `./${name}`,
    fetchpriority: 'low',
  },
  injectTo: 'head',
})
