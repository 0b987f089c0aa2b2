// Run as `eslint -c .ci/eslint.config.js .` from the root. Who may import whom is checked by
// tests/architecture.test.ts, which can say why.
import { fileURLToPath } from 'node:url'
import svelte from 'eslint-plugin-svelte'
import { defineConfig, globalIgnores } from 'eslint/config'
import typescript from 'typescript-eslint'

const root = fileURLToPath(new URL('..', import.meta.url))

const typeChecked = {
  parserOptions: {
    projectService: true,
    tsconfigRootDir: root,
    extraFileExtensions: ['.svelte'],
  },
}

export default defineConfig(
  globalIgnores([
    'dist/',
    '**/node_modules/',
    '**/.cache/',
    '.svelte-check/',
    'test-results/',
    'playwright-report/',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  typescript.configs.recommended,
  svelte.configs.recommended,
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      // A leading underscore says: the shape is given, this part is not used.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'prefer-const': 'error',
      // Mistakes the compiler does not see.
      'no-async-promise-executor': 'error',
      'no-cond-assign': 'error',
      'no-control-regex': 'error',
      'no-empty': 'error',
      'no-empty-pattern': 'error',
      'no-irregular-whitespace': 'error',
      'no-loss-of-precision': 'error',
      'no-misleading-character-class': 'error',
      'no-self-compare': 'error',
      'no-template-curly-in-string': 'error',
      'no-unsafe-finally': 'error',
      'no-useless-escape': 'error',
      // An object literal with getters needs its maker's `this` by name.
      '@typescript-eslint/no-this-alias': 'off',
      // A plain Map beside runes is often meant: what is not shown need not be watched.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  {
    // A lost promise is a lost error, and a lost write.
    files: ['src/**/*.ts', 'src/**/*.svelte', 'tests/**/*.ts'],
    languageOptions: typeChecked,
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['src/**/*.svelte', 'src/**/*.svelte.ts'],
    languageOptions: { parserOptions: { ...typeChecked.parserOptions, parser: typescript.parser } },
    rules: {
      // Trusted Types and the security policy forbid what these would write.
      'svelte/no-at-html-tags': 'error',
      'svelte/no-inline-styles': 'error',
    },
  },
  {
    // Pure: the same input gives the same output, in Node, in a worker and in ten years.
    files: ['src/{tables,rules,engine,sync}/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['window', 'document', 'navigator', 'localStorage', 'indexedDB', 'fetch', 'setTimeout'].map(
          (name) => ({
            name,
            message: 'tables, rules, engine and sync are pure: no page, no store, no network, no timer.',
          }),
        ),
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'The clock comes in as a parameter, so that results can be repeated.',
        },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'The clock comes in as a parameter, so that results can be repeated.',
        },
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: 'Chance comes in as a parameter, so that results can be repeated.',
        },
      ],
    },
  },
  {
    // Runs in browsers that are too old for the app.
    files: ['public/**/*.js'],
    languageOptions: { ecmaVersion: 5, sourceType: 'script' },
    // Old syntax must name what it catches.
    rules: { '@typescript-eslint/no-unused-vars': ['error', { caughtErrors: 'none' }] },
  },
)
