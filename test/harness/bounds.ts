import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readUsage, recordUsage } from './usage.ts'

/**
 * A run may take as long as the bound and this many times what a bare Node.js process takes on the same machine at the same time.
 * That is about 0.2 s on an idle machine, and grows with the load of a busy one. The last part of a run takes about as long as
 * two bare processes.
 */
const BARE_PROCESSES = 4

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
