// Checks that dist/ is what src/ builds to. Builds into a temporary folder, so that an interrupted check does not change dist/.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundle } from './bundle.ts'

const fresh = mkdtempSync(join(tmpdir(), 'check-dist-'))
try {
  rmSync('build', { recursive: true, force: true })
  execFileSync('npx', ['--no-install', 'tsc', '-p', 'tsconfig.build.json'], { stdio: 'inherit' })
  await bundle(fresh)
  const names = new Set([...readdirSync(fresh), ...readdirSync('dist')])
  const different = [...names].filter((name) => read(fresh, name) !== read('dist', name))
  if (different.length > 0) {
    console.error(`dist/ is not what src/ builds to (${different.join(', ')}). Run: npm run build`)
    process.exitCode = 1
  } else {
    console.log(`dist/ is what src/ builds to (${names.size} files)`)
  }
} finally {
  rmSync(fresh, { recursive: true, force: true })
}

function read(folder: string, name: string): string | undefined {
  try {
    return readFileSync(join(folder, name), 'latin1')
  } catch {
    return undefined
  }
}
