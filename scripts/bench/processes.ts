import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readUsage, recordUsage, type Usage } from '../../test/harness/usage.ts'
import type { Command } from './commands.ts'

/** A process that is still running then hangs. */
const KILL_AFTER_MS = 300_000
/** In /proc, times are in units of 1/100 s on every architecture of Linux (USER_HZ). */
const MS_PER_TICK = 10

/** What a process took from its start to its end. */
export interface Timed {
  readonly wallMs: number
  /** Processor time of the process and of those that it started; NaN if the system does not show it. */
  readonly cpuMs: number
}

/**
 * Runs a process that is not changed for the measurement.
 *
 * @throws Error if it did not end as expected
 */
export function runTimed(command: Command): Timed {
  const cpuBefore = cpuOfChildren()
  const started = performance.now()
  const ended = spawnCommand(command)
  const wallMs = performance.now() - started
  const cpuMs = cpuOfChildren() - cpuBefore
  checkEnd(command, ended)
  return { wallMs, cpuMs }
}

/**
 * Runs a Node.js process that records its own usage, as the tests of the contract's bounds do.
 *
 * @throws Error if it did not end as expected
 */
export function runRecorded(command: Command): Usage & { readonly wallMs: number } {
  const folder = mkdtempSync(join(tmpdir(), 'usage-'))
  try {
    const file = join(folder, 'usage.json')
    const started = performance.now()
    const ended = spawnCommand({ ...command, args: [...recordUsage(file), ...command.args] })
    const wallMs = performance.now() - started
    checkEnd(command, ended)
    return { wallMs, ...readUsage(file) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Runs a process until something happens, and kills it then.
 *
 * @param event resolves to the moment; its signal aborts when the process has ended by itself
 * @returns the time from the start of the process to the moment
 * @throws Error if the process ends before
 */
export async function timeUntil(
  { file, args, env, cwd }: Command,
  event: (signal: AbortSignal) => Promise<number>,
): Promise<number> {
  const startedAt = performance.timeOrigin + performance.now()
  const child = spawn(file, args, { env, cwd, stdio: 'ignore' })
  const ended = once(child, 'exit')
  const aborter = new AbortController()
  const killer = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS)
  void ended.then(() => aborter.abort(new Error('the process ended too early')))
  try {
    return (await event(aborter.signal)) - startedAt
  } finally {
    clearTimeout(killer)
    child.kill('SIGKILL')
    await ended
  }
}

function spawnCommand({ file, args, env, cwd }: Command): SpawnSyncReturns<string> {
  return spawnSync(file, args, {
    env,
    cwd,
    timeout: KILL_AFTER_MS,
    killSignal: 'SIGKILL',
    maxBuffer: Number.POSITIVE_INFINITY,
    encoding: 'utf8',
  })
}

function checkEnd({ exitCode, says }: Command, { status, stdout, stderr, error }: SpawnSyncReturns<string>): void {
  if (error !== undefined) throw error
  if (status !== exitCode) {
    const lastLine = `${stdout}\n${stderr}`.trim().split('\n').at(-1) ?? ''
    const message = /^::error.*?::(.*)$/m.exec(stdout)?.[1] ?? lastLine
    throw new Error(`exit code ${status}: ${message.slice(0, 200)}`)
  }
  if (says !== undefined && !says.test(stdout)) throw new Error(`the log has nothing that matches ${says}`)
}

/** Of all processes that this one started and that have ended. */
function cpuOfChildren(): number {
  if (process.platform !== 'linux') return Number.NaN
  return childrenCpuMs(readFileSync('/proc/self/stat', 'utf8'))
}

/** @param stat the line of `/proc/<pid>/stat`: `cutime` and `cstime` are its fields 16 and 17 (proc_pid_stat(5)) */
export function childrenCpuMs(stat: string): number {
  // Field 2 is the name of the program in parentheses, which may have spaces and parentheses in it.
  const fromThird = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fromThird[13]) + Number(fromThird[14])) * MS_PER_TICK
}
