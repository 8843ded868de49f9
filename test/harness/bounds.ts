import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readUsage, recordUsage } from './usage.ts'

/**
 * A bound of the contract is met if the run takes no longer than the bound and this many times what a bare Node.js process takes
 * on the same machine at the same time. On an idle machine that is half a second, on a busy one as much as the others slow it down.
 */
const BARE_PROCESSES = 10

/** What a Node.js process that does nothing takes. */
interface BareProcess {
  readonly wallMs: number
  readonly cpuMs: number
}

/** The bounds of the contract, as far as this machine can hold them at the moment. */
export interface Allowed {
  readonly wallMs: (bound: number) => number
  readonly cpuMs: (bound: number) => number
}

/** Runs something, and a bare Node.js process before and after it, since the load of a machine changes. */
export async function measured<T>(run: () => Promise<T>): Promise<{ result: T; allowed: Allowed }> {
  const before = await runBareProcess()
  const result = await run()
  const after = await runBareProcess()
  const allowance = (unit: keyof BareProcess): number => BARE_PROCESSES * Math.max(before[unit], after[unit])
  return {
    result,
    allowed: {
      wallMs: (bound) => bound + allowance('wallMs'),
      cpuMs: (bound) => bound + allowance('cpuMs'),
    },
  }
}

async function runBareProcess(): Promise<BareProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'bare-'))
  try {
    const file = join(folder, 'usage.json')
    const started = performance.now()
    await once(spawn(process.execPath, [...recordUsage(file), '-e', '0'], { stdio: 'ignore' }), 'close')
    return { wallMs: performance.now() - started, cpuMs: readUsage(file).cpuMs }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
