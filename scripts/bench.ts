// Measures time, processor time and memory of the built action, and compares them with bars. With words, only the benchmarks that
// have one of them in their name. Exits with 1 if a bar is missed by more than 15 % in two measurements, or a run fails in both.
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { startAtlas } from './bench/atlas-process.ts'
import { type Benchmark, measureUpToTwice, selectBenchmarks } from './bench/benchmark.ts'
import { CONFIG_FILE } from './bench/config-file.ts'
import { EXHAUSTION } from './bench/exhaustion.ts'
import { FLEET_COST, FLEET_LATENCY } from './bench/fleet.ts'
import { MEMORY } from './bench/memory.ts'
import { EXPORT, MERGE } from './bench/merge-and-export.ts'
import { ATLAS_CLI, TERRAFORM } from './bench/other-tools.ts'
import { isMissed, type Row } from './bench/row.ts'
import { START } from './bench/start.ts'
import { asTable } from './bench/table.ts'

const BENCHMARKS: readonly Benchmark[] = [
  START,
  MEMORY,
  FLEET_LATENCY,
  FLEET_COST,
  CONFIG_FILE,
  ...EXHAUSTION,
  MERGE,
  EXPORT,
  ATLAS_CLI,
  TERRAFORM,
]

try {
  const rows = await measureAll(selectBenchmarks(BENCHMARKS, process.argv.slice(2)))
  console.log(`\n${asTable(rows)}`)
  if (rows.some(isMissed)) process.exitCode = 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function measureAll(benchmarks: readonly Benchmark[]): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const newRoot = (): string => mkdtempSync(join(folder, 'step-'))
  const atlas = await startAtlas()
  try {
    console.log(`Node.js ${process.version}, ${process.platform} ${process.arch}, ${availableParallelism()} processors`)
    const rows: Row[] = []
    for (const benchmark of benchmarks) {
      console.error(`… ${benchmark.name}`)
      rows.push(...(await measureUpToTwice(benchmark, { atlas, newRoot })))
    }
    return rows
  } finally {
    atlas.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
