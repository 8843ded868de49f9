import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from './commands.ts'

/** @throws Error with what the process said, if it did not end as it should: its time would mean nothing */
export function wallTime({ file, args, env, cwd, exitCode }: Command): number {
  const started = performance.now()
  const { status, stdout, error } = spawnSync(file, args, { env, cwd, timeout: 60_000, encoding: 'utf8' })
  const taken = performance.now() - started
  if (status !== exitCode) {
    const told = /^::error::(.*)$/m.exec(stdout ?? '')?.[1] ?? error?.message ?? stdout
    throw new Error(`exit code ${status}: ${told}`)
  }
  return taken
}

/**
 * The most memory (MB of 10^6 bytes) that a process had resident, or undefined where the system does not tell. It is asked
 * while the process runs, so this is not to be mixed with measuring its time.
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
    return undefined // it has ended
  }
}

/** @returns the bytes of `dist/` in total, and of the files that the action loads when it runs like this */
export function bundleSize(command: Command): { total: number; loaded: number } {
  const size = (names: readonly string[]): number =>
    names.reduce((sum, name) => sum + statSync(join('dist', name)).size, 0)
  return { total: size(readdirSync('dist')), loaded: size(loadedFiles(command)) }
}

/** By V8's coverage, which lists every script. */
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

/** The median of the ratios pair by pair: what slows the machine down for a while slows both. */
export function medianRatio(values: readonly number[], units: readonly number[]): number {
  return median(values.map((value, i) => value / (units[i] as number)))
}
