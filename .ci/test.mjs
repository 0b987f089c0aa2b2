// `npm test [more steps]`: runs every check, goes on after a failure, and ends with `N passed, N failed`.
// Tests are counted from the runners' own reports; a check that is no test (types, lint, build) counts when it fails.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const reports = join(root, '.cache', 'reports')

// Each line's steps run at once: what looks at sources only needs one core each, and so do the short forms of long tests.
const ALWAYS = [['typecheck', 'lint', 'format:check', 'build'], ['test:unit'], ['test:e2e']]
const more = process.argv.slice(2).map((name) => (name.includes(':') ? name : `test:${name}`))
/** So much of a failed check's output is said again at the end. */
const LAST_LINES = 40

rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

const outcomes = []
for (const together of [...ALWAYS, more])
  outcomes.push(...(await Promise.all(together.map((step, at) => runStep(step, at, together.length)))))

console.log('')
for (const { step, passed, failed, skipped, seconds } of outcomes) {
  const counts =
    passed + failed + skipped > 0 ? `${passed} passed, ${failed} failed, ${skipped} skipped` : 'ok'
  console.log(`${failed > 0 ? '✗' : '✓'} ${step.padEnd(20)} ${counts} (${seconds} s)`)
}
// Said again at the end: of a long run often only the end is kept.
for (const { step, failures } of outcomes) {
  for (const failure of failures) console.log(`\n✗ ${step} › ${failure.name}\n${failure.message}`)
}
const sum = (key) => outcomes.reduce((total, outcome) => total + outcome[key], 0)
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
process.exit(sum('failed') === 0 ? 0 : 1)

async function runStep(step, at, together) {
  const report = join(reports, `${step.replace(':', '-')}.json`)
  const from = Date.now()
  const { status, output } = await run(step, together === 1, {
    TEST_REPORT: report,
    // Each serves the app at a port of its own.
    E2E_PORT: String(Number(process.env['E2E_PORT'] ?? 4180) + at),
  })
  const counted = countsIn(report)
  // A runner that fails without a failing test (nothing found, a crash, no browser) has failed all the same.
  if (status !== 0 && counted.failed === 0) {
    counted.failed = 1
    counted.failures = [{ name: step, message: output.trimEnd().split('\n').slice(-LAST_LINES).join('\n') }]
  }
  return { step, ...counted, seconds: Math.round((Date.now() - from) / 1000) }
}

/** Runs an npm script. Its output is shown as it comes, or whole at its end when others run beside it. */
function run(step, alone, env) {
  const child = spawn('npm', ['run', '--silent', step], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    env: { ...process.env, ...env },
  })
  const pieces = []
  if (alone) console.log(`\n── ${step}`)
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece) => {
      pieces.push(piece)
      if (alone) process.stdout.write(piece)
    })
  return new Promise((resolve) =>
    child.on('close', (status) => {
      const output = Buffer.concat(pieces).toString()
      if (!alone) console.log(`\n── ${step}\n${output}`)
      resolve({ status, output })
    }),
  )
}

function countsIn(report) {
  let json
  try {
    json = JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    return { passed: 0, failed: 0, skipped: 0, failures: [] }
  }
  // Playwright's report has `stats`, Vitest's has totals. A flaky test failed once: that is a failure.
  if (json.stats) {
    const { expected, unexpected, flaky, skipped } = json.stats
    return {
      passed: expected,
      failed: unexpected + flaky,
      skipped,
      failures: failuresOfPlaywright(json.suites),
    }
  }
  // A file that does not even load has no failing test in it.
  const unloaded = json.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return {
    passed: json.numPassedTests,
    failed: json.numFailedTests + unloaded.length,
    skipped: json.numPendingTests + json.numTodoTests,
    failures: failuresOfVitest(json.testResults),
  }
}

function failuresOfPlaywright(suites) {
  return suites.flatMap((suite) => [
    ...(suite.specs ?? [])
      .filter((spec) => !spec.ok)
      .map((spec) => ({
        name: `${spec.file}:${spec.line} › ${spec.title}`,
        message: firstLines(
          spec.tests.flatMap((test) => test.results).find((result) => result.error)?.error?.message,
        ),
      })),
    ...failuresOfPlaywright(suite.suites ?? []),
  ])
}

function failuresOfVitest(files) {
  return files.flatMap((file) => {
    const failed = file.assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => ({ name: test.fullName, message: firstLines(test.failureMessages[0]) }))
    const unloaded = file.status === 'failed' && file.assertionResults.length === 0
    return unloaded ? [{ name: file.name, message: firstLines(file.message) }] : failed
  })
}

function firstLines(message = '') {
  return message.split('\n').slice(0, 12).join('\n')
}
