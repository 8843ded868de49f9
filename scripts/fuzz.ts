// Runs the property tests with random seeds: `npm run fuzz` does so ten times, `npm run fuzz 100` a hundred times. Everywhere else
// the seed is fixed. Stops at the first failure and shows how to repeat it.
import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** As in the script `test` of package.json, which also checks dist/ every time. */
const JEST = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js']

const rounds = Number(process.argv[2] ?? 10)
if (!Number.isSafeInteger(rounds) || rounds < 1) throw new Error(`not a number of rounds: ${process.argv[2]}`)

const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => join('test', name))
  .filter((file) => readFileSync(file, 'utf8').includes("from 'fast-check'"))

for (let round = 1; round <= rounds; round += 1) {
  const seed = String(randomInt(2 ** 31))
  console.log(`Round ${round} of ${rounds}, seed ${seed}`)
  const { status } = spawnSync(process.execPath, [...JEST, ...files], {
    stdio: 'inherit',
    env: { ...process.env, FAST_CHECK_SEED: seed },
  })
  if (status !== 0) {
    console.error(`To repeat this: FAST_CHECK_SEED=${seed} npm test -- ${files.join(' ')}`)
    process.exit(1)
  }
}
