// Mutation testing of the modules that are pure: Stryker changes them in thousands of ways, and the tests of the module have to
// notice. `npm run mutate` takes half an hour, `npm run mutate digest` a minute. Fails if less than 90 % of the changes are noticed in any
// of them.
import { spawnSync } from 'node:child_process'

/** For each part: what is changed and which tests have to notice, both as globs. */
const PARTS: Readonly<Record<string, { readonly mutate: string; readonly tests: string }>> = {
  digest: { mutate: 'src/atlas/digest*.ts', tests: 'atlas/digest*' },
  domain: { mutate: 'src/domain/**/*.ts', tests: 'domain/**/*' },
  sanitize: { mutate: 'src/sanitize/**/*.ts', tests: 'sanitize/**/*' },
  input: { mutate: 'src/input/**/*.ts', tests: 'input/**/*' },
}

/** In milliseconds. A property that finds no counterexample by then rarely finds one later. */
const TIME_OF_PROPERTY = '20'

const requested = process.argv.slice(2)
const unknown = requested.find((part) => !(part in PARTS))
if (unknown !== undefined) throw new Error(`no part ${unknown}: ${Object.keys(PARTS).join(', ')}`)
for (const [part, { mutate, tests }] of Object.entries(PARTS)) {
  if (requested.length > 0 && !requested.includes(part)) continue
  const { status } = spawnSync('stryker', ['run', '--testRunner', 'in-process', '--mutate', mutate], {
    stdio: 'inherit',
    env: { ...process.env, MUTATION_TESTS: tests, FAST_CHECK_TIME_LIMIT: TIME_OF_PROPERTY },
    shell: process.platform === 'win32',
  })
  if (status !== 0) process.exitCode = 1
}
