import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PROJECT_ID } from '../../test/harness/fixtures.ts'
import type { Benchmark } from './benchmark.ts'
import type { Command } from './commands.ts'
import { actionCommand, BARE_NODE } from './commands.ts'
import { KEY, oneProject } from './inputs.ts'
import { runRecorded } from './processes.ts'
import { barred, type Row } from './row.ts'
import { median } from './statistics.ts'

const RUNS = 5
const BAR_MIB = 60

/** Memory of a run for one project, and how much JavaScript it loads. */
export const MEMORY: Benchmark = {
  name: 'memory',
  measure: async ({ atlas, newRoot }) => {
    const command = actionCommand(newRoot(), oneProject('verify', atlas))
    await atlas.set({ projects: [PROJECT_ID], awsKms: { customerMasterKeyID: KEY } })
    const peak = (measured: Command): number =>
      median(Array.from({ length: RUNS }, () => mebibytes(runRecorded(measured).peakMb)))
    const also = `node -e 0 takes ${peak(BARE_NODE).toFixed(1)} MiB; median of ${RUNS} runs`
    return [
      barred({ what: 'verify, peak memory', figure: peak(command), unit: 'MiB', bar: BAR_MIB, also }),
      sizeRow(command),
    ]
  },
}

/** @param megabytes in 10^6 bytes */
function mebibytes(megabytes: number): number {
  return (megabytes * 1e6) / 1024 ** 2
}

/** The bytes of `dist/`, and those of the files that the action loads in this run. */
function sizeRow(command: Command): Row {
  const size = (names: readonly string[]): string => {
    const bytes = names.reduce((sum, name) => sum + statSync(join('dist', name)).size, 0)
    return `${(bytes / 1e6).toFixed(2)} MB`
  }
  return {
    what: 'dist/',
    measured: size(readdirSync('dist')),
    also: `${size(loadedFiles(command))} of it loaded by verify`,
  }
}

/** The names of the files, from V8's coverage, which lists every script. */
function loadedFiles({ file, args, env, cwd }: Command): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-'))
  try {
    spawnSync(file, args, { env: { ...env, NODE_V8_COVERAGE: folder }, cwd })
    const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
    const scripts = texts.flatMap((text) => (JSON.parse(text) as { result: { url: string }[] }).result)
    return scripts.flatMap(({ url }) => /\/dist\/([^/]+)$/.exec(url)?.[1] ?? [])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
