import { transform } from 'lightningcss'
import type { Plugin } from 'vite'

/**
 * The classes that AG Grid puts on its elements for what we use of it. Its CSS file also dresses filters, tool
 * panels, charts and editors, 200 kB that a page with our module list never shows.
 */
const USED = new Set(
  [
    'styled-root root-wrapper root-wrapper-body root layout-normal ltr measurement-container measurement-element-border',
    'aria-description-container hidden invisible unselectable tab-guard tab-guard-top tab-guard-bottom',
    'grid-viewport grid-scrollable-area grid-scrolling-rows grid-scrolling-container grid-container-wrapper',
    'grid-pinned-top-rows grid-pinned-top-rows-container grid-pinned-bottom-rows grid-pinned-bottom-rows-container',
    'grid-sticky-top-rows-container grid-sticky-bottom-rows-container extra-rows-container',
    'grid-pinned-left-cells grid-pinned-right-cells grid-scrolling-cells pinned-columns-overflow',
    'body-horizontal-scroll body-horizontal-scroll-viewport body-horizontal-scroll-container',
    'body-horizontal-scroll-end-spacer body-horizontal-scroll-start-spacer',
    'body-vertical-scroll body-vertical-scroll-viewport body-vertical-scroll-container',
    'body-vertical-scroll-start-spacer body-vertical-scroll-end-spacer',
    'scrollbar-invisible apple-scrollbar scrollbar-scrolling scrollbar-active',
    'header header-row header-cell header-cell-comp-wrapper header-cell-auto-height header-cell-resize',
    'header-highlight-before header-highlight-after column-moving dnd-ghost dnd-ghost-icon dnd-ghost-label',
    'row row-position-absolute row-no-animation row-animation prevent-animation cell cell-value cell-wrapper',
    'cell-auto-size header-cell-auto-size opacity-zero delay-render',
  ]
    .join(' ')
    .split(' ')
    .map((name) => `ag-${name}`),
)

const isAgStyle = /ag-grid-community[\\/]styles[\\/][\w-]+\.css$/
const isAgScript = /ag-grid-community[\\/]dist[\\/]package[\\/]main\.esm\.mjs$/

/** `var name_default = "css";`: the styles that the theming API would inject, which `theme: 'legacy'` never reads. */
const INJECTED = /^var \w+_default\d* = (?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`);$/gm

/**
 * Fits AG Grid into a page with `style-src 'self'` and old browsers: keeps the rules of its CSS file that we need,
 * lowered for the target, and leaves out of its script the 100 kB of styles it would inject.
 */
export function agGridCss(options: { chrome: number }): Plugin {
  const targets = { chrome: options.chrome << 16 }
  return {
    name: 'ag-grid-css',
    enforce: 'pre',
    transform(code, id) {
      const file = id.split('?')[0]!
      if (isAgStyle.test(file)) return { code: trimmed(code, targets), map: null }
      if (!isAgScript.test(file)) return null
      let emptied = 0
      const script = code.replace(INJECTED, (line) => {
        if (!/\.ag-|--ag-/.test(line)) return line
        emptied++
        return `${line.slice(0, line.indexOf('=') + 1)} "";`
      })
      if (emptied < 20)
        this.error(`AG Grid's script has ${emptied} injected styles: it is not the version we know`)
      return { code: script, map: null }
    },
  }
}

function trimmed(css: string, targets: { chrome: number }): string {
  const kept = topLevelRules(css).flatMap(({ prelude, block }) => {
    if (prelude.startsWith('@')) return []
    const selectors = splitOutside(prelude).filter(isUsed)
    return selectors.length === 0 ? [] : [`${selectors.join(',')}${block}`]
  })
  const { code } = transform({
    filename: 'ag-grid.css',
    code: Buffer.from(kept.join('\n')),
    minify: true,
    targets,
  })
  return code.toString()
}

function topLevelRules(css: string): { prelude: string; block: string }[] {
  const text = css.replace(/\/\*[^]*?\*\//g, '')
  const rules: { prelude: string; block: string }[] = []
  let start = 0
  let open = -1
  let depth = 0
  for (const { index, 0: brace } of text.matchAll(/[{}]/g)) {
    if (brace === '{' && depth++ === 0) open = index
    if (brace === '}' && --depth === 0) {
      rules.push({ prelude: text.slice(start, open).trim(), block: text.slice(open, index + 1) })
      start = index + 1
    }
  }
  return rules
}

/** Splits at commas that are not inside parentheses: `:where(.a, .b)` is one selector. */
function splitOutside(list: string): string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (const { index, 0: sign } of list.matchAll(/[(),]/g)) {
    if (sign === '(') depth++
    else if (sign === ')') depth--
    else if (depth === 0) {
      parts.push(list.slice(start, index))
      start = index + 1
    }
  }
  return [...parts, list.slice(start)].map((part) => part.trim())
}

/** Every class it asks for is one we have. What it excludes by `:not()` need not be. */
function isUsed(selector: string): boolean {
  // `[class*=ag-theme-]` holds a theme's variables, `input[class^=ag-]` AG Grid's own inputs: neither is here.
  if (selector.includes('[class')) return false
  const asked = selector.replace(/:not\([^)]*\)/g, '')
  return [...asked.matchAll(/\.(ag-[\w-]+)/g)].every(([, name]) => USED.has(name!))
}
