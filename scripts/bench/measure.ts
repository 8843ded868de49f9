import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from './commands.ts'

/** @throws Error if the process did not end as expected, since its time means nothing then */
export function wallTime({ file, args, env, cwd, exitCode }: Command): number {
  const started = performance.now()
  const { status, stdout, error } = spawnSync(file, args, { env, cwd, timeout: 60_000, encoding: 'utf8' })
  const taken = performance.now() - started
  if (status !== exitCode) {
    const message = /^::error::(.*)$/m.exec(stdout ?? '')?.[1] ?? error?.message ?? stdout
    throw new Error(`exit code ${status}: ${message}`)
  }
  return taken
}

/**
 * The most memory that a process held at once (its resident set, in 10^6 bytes), or undefined if the system does not show it. The
 * process is observed while it runs, so its time must not be measured at the same time.
 */
export async function peakMemory({ file, args, env, cwd }: Command): Promise<number | undefined> {
  if (process.platform !== 'linux') return undefined
  const child = spawn(file, args, { env, cwd, stdio: 'ignore' })
  let peak: number | undefined
  const timer = setInterval(() => {
    const kilobytes = highWaterMark(child.pid)
    if (kilobytes !== undefined) peak = (kilobytes * 1024) / 1e6
  }, 1)
  await once(child, 'exit')
  clearInterval(timer)
  return peak
}

function highWaterMark(pid: number | undefined): number | undefined {
  try {
    const found = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return found ? Number(found[1]) : undefined
  } catch {
    return undefined // The process has ended.
  }
}

/** @returns the bytes of `dist/` in total, and those of the files that the action loads in this run */
export function bundleSize(command: Command): { total: number; loaded: number } {
  const size = (names: readonly string[]): number =>
    names.reduce((sum, name) => sum + statSync(join('dist', name)).size, 0)
  return { total: size(readdirSync('dist')), loaded: size(loadedFiles(command)) }
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

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const [low = Number.NaN, high = Number.NaN] = [sorted[sorted.length % 2 ? middle : middle - 1], sorted[middle]]
  return (low + high) / 2
}

/** The median of the ratios of pairs, since both of a pair are slower while the machine is busy. */
export function medianRatio(values: readonly number[], units: readonly number[]): number {
  return median(values.map((value, i) => value / (units[i] as number)))
}
