// Mutation testing of the pure rooms: Stryker changes them in thousands of ways, and the tests of the same room are to notice.
// `npm run mutate` takes half an hour; `npm run mutate digest` a few minutes. Fails below 85 % in any of them.
import { spawnSync } from 'node:child_process'

/** Room → what is changed, and the tests that are to notice, both as globs. */
const ROOMS: Readonly<Record<string, { readonly mutate: string; readonly tests: string }>> = {
  digest: { mutate: 'src/atlas/digest*.ts', tests: 'atlas/digest*' },
  domain: { mutate: 'src/domain/**/*.ts', tests: 'domain/**/*' },
  input: { mutate: 'src/input/**/*.ts', tests: 'input/**/*' },
}

const asked = process.argv.slice(2)
const unknown = asked.find((room) => !(room in ROOMS))
if (unknown !== undefined) throw new Error(`no room ${unknown}: ${Object.keys(ROOMS).join(', ')}`)
for (const [room, { mutate, tests }] of Object.entries(ROOMS)) {
  if (asked.length > 0 && !asked.includes(room)) continue
  const { status } = spawnSync('stryker', ['run', '--mutate', mutate], {
    stdio: 'inherit',
    env: { ...process.env, MUTATION_TESTS: tests },
    shell: process.platform === 'win32',
  })
  if (status !== 0) process.exitCode = 1
}
